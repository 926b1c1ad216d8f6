import pytest
from front_helpers import flow, quote

from gxcheck.document import read_text
from gxcheck.report.front.flow import Flow
from gxcheck.report.front.links import read_links


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
        ("网站（www。lj.gov.cn）", ["www。lj.gov.cn"]),
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


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("见（http://www.qi", "nghe.gov.cn）公布"), ["http://www.qinghe.gov.cn"]),
        (("见（www.qinghe.gov.c", "n/）公布"), ["www.qinghe.gov.cn/"]),
        (
            ("见（http://qh.gov.cn/zfxx/in", "dex.html）公布"),
            ["http://qh.gov.cn/zfxx/index.html"],
        ),
        (("见（邮箱：zfxx@qing", "he.gov.cn）公布"), []),
        (("见（www.qinghe.gov.cn", "lj.gov.cn）公布"), ["www.qinghe.gov.cn", "lj.gov.cn"]),
        (("见（http://qh.gov.cn/zfxx", "2021年）公布"), ["http://qh.gov.cn/zfxx"]),
    ],
)
def test_an_address_goes_on_in_the_next_line(lines, expected):
    text = "\n".join(lines)
    links = read_links(Flow.of(read_text(text).blocks))
    assert [one.text for one in links] == expected


def test_the_place_of_an_address_has_its_line_end():
    text = "见（邮箱：zfxx@qing\nhe.gov.cn），网站（http://www.qi\nnghe.gov.cn），又见（www.lj.gov.cn）。"
    first, second = read_links(Flow.of(read_text(text).blocks))
    assert quote(text, first.location) == "http://www.qi\nnghe.gov.cn"
    assert quote(text, second.location) == "www.lj.gov.cn"
