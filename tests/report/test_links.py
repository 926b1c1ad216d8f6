import pytest
from front_helpers import flow, quote

from gxcheck.report.links import read_links


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("可在门户网站（http://blxx.qh.gov.cn/）下载", ["http://blxx.qh.gov.cn/"]),
        ("网址：www.lj.gov.cn。", ["www.lj.gov.cn"]),
        ("政府网站（zfxx.lj.gov.cn）", ["zfxx.lj.gov.cn"]),
        (
            "网站:https://www.lj.gov.cn/col/col1/index.html?id=3,",
            ["https://www.lj.gov.cn/col/col1/index.html?id=3"],
        ),
        ("网站（http:/www.lj.gov.cn）", ["http:/www.lj.gov.cn"]),
        ("网站（http//www.lj.gov.cn）", ["http//www.lj.gov.cn"]),
        ("网站（http:www.lj.gov.cn）", ["http:www.lj.gov.cn"]),
        ("网站（http;//www.lj.gov.cn）", ["http;//www.lj.gov.cn"]),
        ("网站（http:\\\\www.lj.gov.cn）", ["http:\\\\www.lj.gov.cn"]),
        ("网站（htp://www.lj.gov.cn）", ["htp://www.lj.gov.cn"]),
        ("网站（www,lj.gov.cn）", ["www,lj.gov.cn"]),
        ("网站（www.lj,gov.cn）", ["www.lj,gov.cn"]),
        ("网站（ｗｗｗ．ｌｊ．ｇｏｖ．ｃｎ）", ["www.lj.gov.cn"]),
        ("网站（HTTP://WWW.LJ.GOV.CN）", ["HTTP://WWW.LJ.GOV.CN"]),
        ("<http://www.lj.gov.cn>", ["http://www.lj.gov.cn"]),
        ("www.a.gov.cn、www.b.gov.cn", ["www.a.gov.cn", "www.b.gov.cn"]),
        ("http://www.a.gov.cn,http://b.gov.cn", ["http://www.a.gov.cn", "http://b.gov.cn"]),
        ("http://www.lj.gov.cn:8080/a-b_c/", ["http://www.lj.gov.cn:8080/a-b_c/"]),
        ("邮箱：zfxx@lj.gov.cn", []),
        ("邮箱：zf.xx@lj.gov.cn，zf-xx@163.com", []),
        ("同比增长3.5，APP下载，V2.0，A.B", []),
        ("“互联网+政务服务”", []),
    ],
)
def test_addresses(text, expected):
    assert [one.text for one in read_links(flow(text))] == expected


def test_place():
    text = "前言\n见门户网站（http:// www.lj.gov.cn/ ）下载"
    (link,) = read_links(flow(text))
    assert link.text == "http://www.lj.gov.cn/"
    assert quote(text, link.location) == "http:// www.lj.gov.cn/"
