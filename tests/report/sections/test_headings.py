"""Headings in every style of numbering, and where a heading ends whose text runs on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structure_helpers import paragraph

from gxcheck.document.numerals import ordinal_of
from gxcheck.report.sections.headings import read_heading, split_heading


@pytest.mark.parametrize(
    ("text", "number", "style", "ordinal", "title"),
    [
        ("一、总体情况", "一", "一、", 1, "总体情况"),
        ("一.总体情况", "一", "一、", 1, "总体情况"),
        ("一，总体情况", "一", "一、", 1, "总体情况"),
        ("一 、 总体情况", "一", "一、", 1, "总体情况"),
        ("一、概 述", "一", "一、", 1, "概述"),
        ("十二、附则说明", "十二", "一、", 12, "附则说明"),
        ("1、 总体情况", "1", "1.", 1, "总体情况"),
        ("1.总体情况", "1", "1.", 1, "总体情况"),
        ("１．总体情况", "1", "1.", 1, "总体情况"),
        ("1 、总体情况", "1", "1.", 1, "总体情况"),
        ("壹、总体情况", "壹", "一、", 1, "总体情况"),
        ("拾贰、附则说明", "拾贰", "一、", 12, "附则说明"),
        ("Ⅰ、总体情况", "Ⅰ", "Ⅰ、", 1, "总体情况"),
        ("IV. 总体情况", "IV", "Ⅰ、", 4, "总体情况"),
        ("（一）主动公开", "一", "（一）", 1, "主动公开"),
        ("(二)依申请公开情况。", "二", "（一）", 2, "依申请公开情况"),
        ("二)依申请公开", "二", "（一）", 2, "依申请公开"),
        ("㈢政府信息管理", "㈢", "（一）", 3, "政府信息管理"),
        ("（3）公示公告类", "3", "（1）", 3, "公示公告类"),
        ("⑶公示公告类", "⑶", "（1）", 3, "公示公告类"),
        ("③公示公告类", "③", "①", 3, "公示公告类"),
        ("一是突出重点，规范内容。", "一", "一是", 1, "突出重点,规范内容"),
        ("第一部分 总体情况", "一", "第一", 1, "总体情况"),
        ("第二章 主动公开", "二", "第一", 2, "主动公开"),
        ("第三，政府信息公开情况", "三", "第一", 3, "政府信息公开情况"),
        ("## 一、总体情况", "一", "一、", 1, "总体情况"),
        ("【一、总体情况】", "一", "一、", 1, "总体情况"),
        ("**一、总体情况**", "一", "一、", 1, "总体情况"),
        ("一、总体情况……3", "一", "一、", 1, "总体情况"),
        ("总体情况", "", "", None, "总体情况"),
        ("二主动公开政府信息情况", "二", "一、", 2, "主动公开政府信息情况"),
        ("01 总体情况", "01", "1.", 1, "总体情况"),
        ("Ⅱ 主动公开政府信息情况", "Ⅱ", "Ⅰ、", 2, "主动公开政府信息情况"),
        ("3 收到和处理政府信息公开申请情况", "3", "1.", 3, "收到和处理政府信息公开申请情况"),
        (
            "四、因政府信息公开申请行政复议、提起行政诉讼的情况",
            "四",
            "一、",
            4,
            "因政府信息公开申请行政复议、提起行政诉讼的情况",
        ),
    ],
)
def test_number_and_title(text, number, style, ordinal, title):
    heading = read_heading(paragraph(text))
    assert heading is not None
    found = (heading.number, heading.style, heading.ordinal, heading.title)
    assert found == (number, style, ordinal, title)


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("（一）以机制为抓手，夯实基础。一是建好制度。", "以机制为抓手,夯实基础", "一是建好制度。"),
        ("六、其他需要报告的事项 无", "其他需要报告的事项", "无"),
        ("六、其他需要报告的事项：无。", "其他需要报告的事项", "无。"),
        ("六、其他需要报告的事项。无", "其他需要报告的事项", "无"),
        ("四、收费情况。2017年未收取费用。", "收费情况", "2017年未收取费用。"),
        ("一、总体情况 2020年，我市稳步推进。", "总体情况", "2020年，我市稳步推进。"),
        ("一、总体情况2020年，我市稳步推进。", "总体情况", "2020年，我市稳步推进。"),
        ("（一）主动公开2020年公开12条信息。", "主动公开", "2020年公开12条信息。"),
        ("二、主动公开情况，全年公开12条。", "主动公开情况", "全年公开12条。"),
        ("（一）聚焦目标，夯实基础 一是细化责任。", "聚焦目标,夯实基础", "一是细化责任。"),
        ("（一）主动公开的文件数量：0件；", "主动公开的文件数量", "0件；"),
        ("其他需要报告的事项：无。", "其他需要报告的事项", "无。"),
    ],
)
def test_text_that_runs_on(text, title, rest):
    split = split_heading(paragraph(text))
    assert split is not None
    heading, remainder = split
    assert heading.title == title
    assert remainder is not None
    assert remainder.text == rest
    assert text[remainder.location.start :] == rest
    assert remainder.location.column == text.index(rest) + 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2018年，我办将从三方面强化工作。",
        "1.5万条信息",
        "一、二、三季度均已公开。",
        "3、5、9条等三条",
        "第二十条第（一）项",
        "第一季度公开12条",
        "我局认真落实要求。",
        "1.宁波信息网：http://www.example.cn",
        "1.受理申请12件，答复申请12件，均按期办结；",
        "12月底完成。",
        "主动公开方面",
    ],
)
def test_no_heading(text):
    assert read_heading(paragraph(text)) is None


def test_place_of_a_heading():
    heading = read_heading(paragraph("　　二、 主动公开政府信息情况 。"))
    assert heading is not None
    assert (heading.text, heading.location.start, heading.location.column) == (
        "二、主动公开政府信息情况",
        2,
        3,
    )


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("三十五", 35), ("7", 7), ("两", 2)],
)
def test_numerals(numeral, value):
    assert ordinal_of(numeral) == value


@pytest.mark.parametrize("numeral", ["", "百", "十十", "一一", "一十二十"])
def test_no_numerals(numeral):
    assert ordinal_of(numeral) is None


@given(st.text(alphabet="一二、（）()。.:：1 2①是第总体情况主动公开\n\t年，", max_size=40))
def test_any_text_keeps_its_characters(text):
    split = split_heading(paragraph(text))
    if split and split[1]:
        heading, rest = split
        assert heading.location.end <= rest.location.start
        assert text.endswith(rest.text) or text.rstrip().endswith(rest.text.rstrip())
