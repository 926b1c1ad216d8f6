import pytest
from front_helpers import document, flow

from gxcheck.report.front.preamble import read_basis, read_preamble
from gxcheck.report.front.title import find_title

TITLE = "清河县2020年政府信息公开工作年度报告"
PROSE = "根据《中华人民共和国政府信息公开条例》，编制本报告。"


def preamble(text):
    blocks = document(text).blocks
    return read_preamble(blocks, find_title(blocks))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"{TITLE}\n{PROSE}", [PROSE]),
        (
            f"首页 > 年报\n{TITLE}\n发布时间：2021-01-20\n{PROSE}\n如有疑问，请联系。",
            [PROSE, "如有疑问，请联系。"],
        ),
        (f"{TITLE}\n引 言\n{PROSE}\n地址：清河县中山路1号", [PROSE, "地址：清河县中山路1号"]),
        (PROSE, [PROSE]),
        (f"{TITLE} {PROSE}", [PROSE]),
        (
            f"{TITLE}\n按照通知（清政办〔2021〕9号）要求，报告如下：",
            ["按照通知（清政办〔2021〕9号）要求，报告如下："],
        ),
    ],
)
def test_what_stands_before_the_sections(text, kept):
    assert [block.text for block in preamble(text).blocks] == kept


@pytest.mark.parametrize(
    "text", [TITLE, "", f"{TITLE}\n（2021年1月20日）", f"{TITLE}\n发布时间：2021-01-20\n清河县"]
)
def test_no_preamble(text):
    assert preamble(text) is None


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (PROSE, ["《中华人民共和国政府信息公开条例》"]),
        ("根据《中华人民共和国政务公开条例》和市里要求", ["《中华人民共和国政务公开条例》"]),
        (
            "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和《关于有关事项的通知》（国办公开办函〔2019〕60号）",
            ["《中华人民共和国政府信息公开条例》", "《条例》", "国办公开办函〔2019〕60号"],
        ),
        ("根据中华人民共和国政府信息公开条例编制", ["中华人民共和国政府信息公开条例"]),
        ("根据《临江省政府信息公开办法》", ["《临江省政府信息公开办法》"]),
        (
            "根据《政府信息公开条例》（国办公开办函[2021]30号）",
            ["《政府信息公开条例》", "国办公开办函[2021]30号"],
        ),
        ("根据《国务院关于工作要点的通知》", []),
    ],
)
def test_basis(text, cited):
    assert [one.text for one in read_basis(flow(text))] == cited


def test_a_mark_that_nobody_closed_cites_nothing_of_the_next_paragraph():
    assert read_basis(flow("根据《关于加强\n公开规定》编制")) == ()
