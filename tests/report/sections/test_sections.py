"""The outline of reports in many shapes, with and without faults."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from structure_helpers import BODY, CHINESE, OLD_TITLES, SIX, TITLES, document, report

from gxcheck.document.model import Paragraph
from gxcheck.document.normalise import normalise
from gxcheck.document.text.reader import read_text
from gxcheck.report.forms import form
from gxcheck.report.sections.reader import Outline, first_level, in_form, read_sections

EXPECTED = sorted((Path(__file__).parents[2] / "seeds").glob("0*.yml"))

TOPICS = """一、总体情况
（一）主动公开情况
今年公开信息20条。
（二）依申请公开情况
收到1件。
（三）政府信息管理情况
台账完备。
（四）平台建设
栏目齐全。
（五）监督保障
培训两次。
"""


def topics(*marks: str) -> str:
    """Section one with its five sub-headings, numbered by the marks."""
    text = TOPICS
    for numeral, mark in zip("一二三四五", marks, strict=True):
        text = text.replace(f"（{numeral}）", mark)
    return text


def contents(line: str) -> str:
    """A table of contents before the body."""
    titles = zip(CHINESE, TITLES.values(), strict=False)
    return "\n".join(line.format(number + title) for number, title in titles) + "\n"


OLD_ROLES = ["overview", "proactive", "applications", "fees", "reviews", "problems", "other"]
SHORT_TITLES = [
    "概述",
    "主动公开情况",
    "依申请公开情况",
    "收费情况",
    "复议和诉讼情况",
    "存在的问题",
    "下步工作安排",
    "其他事项",
]
SHORT_ROLES = [*OLD_ROLES[:6], "next_steps", "other"]
DIGITS = [f"{number}、" for number in range(1, 10)]
NONE = [""] * 6
WITHOUT_TWO = ["overview", "applications", "reviews", "problems", "other"]
ANNEX = """
附件：政府信息公开情况统计表
附件
政府信息公开情况统计表
一、主动公开情况
（一）主动公开政府信息数
二、回应解读情况
三、依申请公开情况
（一）收到申请数
四、行政复议数量
五、行政诉讼数量
六、举报投诉数量
七、依申请公开信息收取的费用
八、机构建设和保障经费情况
九、政府信息公开会议和培训情况"""
FLAT_TABLE = """
一、本年新收政府信息公开申请数量
0
二、上年结转政府信息公开申请数量
0
三、本年度办理结果
（一）予以公开
（三）不予公开
1.属于国家秘密
四、结转下年度继续办理
0
"""
RUN_ON = """一、总体情况。2020年，我局稳步推进。
二、主动公开政府信息情况：本年公开12条。
三、收到和处理政府信息公开申请情况 本年未收到申请。
四、政府信息公开行政复议、行政诉讼情况。无。
五、存在的主要问题及改进情况 一是力度不够。
六、其他需要报告的事项 无"""
BARE_ABOVE_LISTS = """总体情况
（一）主动公开情况
主动公开信息12条。
（二）依申请公开情况
收到申请3件。
（三）行政复议、行政诉讼情况
无行政复议。
主动公开政府信息情况
本年公开12条。
收到和处理政府信息公开申请情况
本年收到申请3件。
政府信息公开行政复议、行政诉讼情况
无。
存在的主要问题及改进情况
（一）存在的主要问题
力度不够。
（二）改进情况
加强学习。
其他需要报告的事项
无。"""

SHAPES = {
    "numbered 一、": (report(CHINESE), SIX),
    "numbered 1、": (report(DIGITS), SIX),
    "numbered （一）": (report([f"（{numeral}）" for numeral in "一二三四五六"]), SIX),
    "numbered 壹、": (report([f"{mark}、" for mark in "壹贰叁肆伍陆"]), SIX),
    "numbered Ⅰ、": (report([f"{mark}、" for mark in "ⅠⅡⅢⅣⅤⅥ"]), SIX),
    "numbered I.": (report(["I.", "II.", "III.", "IV.", "V.", "VI."]), SIX),
    "numbered 01": (report([f"0{number} " for number in range(1, 7)]), SIX),
    "not numbered": (report(NONE), SIX),
    "not numbered, above lists of their topics": (BARE_ABOVE_LISTS, SIX),
    "第一部分": (report([f"第{numeral}部分 " for numeral in "一二三四五六"]), SIX),
    "numbered 一.": (report([f"{numeral}." for numeral in "一二三四五六"]), SIX),
    "numbered 一，": (report([f"{numeral}，" for numeral in "一二三四五六"]), SIX),
    "numbered 一 、": (report([f"{numeral} 、" for numeral in "一二三四五六"]), SIX),
    "number without separator": (report([f"{numeral}　" for numeral in "一二三四五六"]), SIX),
    "Markdown": (report([f"## {number}" for number in CHINESE]), SIX),
    "notes of layout": (report(CHINESE, ["总体情况（宋体加粗小四号字）", *"parqz"]), SIX),
    "empty sections": ("\n".join(map("".join, zip(CHINESE, TITLES.values(), strict=False))), SIX),
    "text runs on": (RUN_ON, SIX),
    "no separator before the text": (
        f"一、总体情况2020年，我局稳步推进。\n{report(CHINESE[1:], 'parqz')}",
        SIX,
    ),
    "contents with pages": (contents("{}……3") + report(CHINESE), SIX),
    "contents with bare pages": (contents("{}  3") + report(CHINESE), SIX),
    "contents": ("目录\n" + contents("{}") + report(CHINESE), SIX),
    "contents before the title": (
        "目录\n"
        + contents("{}\t3")
        + "某某县水利局2022年政府信息公开工作年度报告\n"
        + report(CHINESE),
        SIX,
    ),
    "list of titles in the preamble": (
        f"本报告由{'、'.join(TITLES.values())}六个部分组成。\n{report(CHINESE)}",
        SIX,
    ),
    "topics （一）": (TOPICS + report(CHINESE[1:], "parqz"), SIX),
    "topics 一)": (topics("一)", "二)", "三)", "四)", "五)") + report(CHINESE[1:], "parqz"), SIX),
    "topics 1.": (topics("1.", "2.", "3.", "4.", "5.") + report(CHINESE[1:], "parqz"), SIX),
    "topics 一、": (topics(*CHINESE[:5]) + report(CHINESE[1:], "parqz"), SIX),
    "topics 一是": (
        "一、总体情况\n一是加强主动公开。公开信息。\n二是规范依申请公开。办理1件。\n"
        + report(CHINESE[1:], "parqz"),
        SIX,
    ),
    "topics without number": (topics("", "", "", "", "") + report(CHINESE[1:], "parqz"), SIX),
    "topics 1. below 1、": (
        topics("1.", "2.", "3.", "4.", "5.").replace("一、总", "1、总")
        + report(DIGITS[1:], "parqz"),
        SIX,
    ),
    "topics （一） below 1、": (
        "1、总体情况\n（一）组织领导。有。\n（二）工作机制。有。\n（三）主动公开情况。有。\n"
        "（四）依申请公开情况。有。\n（五）平台建设与监督保障。有。\n"
        + report(DIGITS[1:6], "parqz"),
        SIX,
    ),
    "lists （一） in sections （一）": (
        "（一）总体情况\n（一）主动公开情况\n有。\n（二）平台建设\n有。\n"
        + report(["（二）", "（三）", "（四）", "（五）"], "parq")
        + "\n（一）存在的主要问题\n有差距。\n（二）改进情况\n会改进。\n"
        + report(["（六）"], "z"),
        SIX,
    ),
    "a list （一） that comes as far as the sections （一）": (
        "（一）总体情况\n（一）年度工作\n有。\n（二）回应解读情况\n有。\n"
        + report(["（二）"], "p")
        + "\n（一）公开的数量\n有。\n（二）公开的形式\n有。\n"
        + report(["（三）"], "a")
        + "\n（一）受理\n有。\n（二）办理\n有。\n（三）不予公开的情况\n无。\n"
        + report(["（四）", "（五）", "（六）"], "rqz"),
        SIX,
    ),
    "a single （一） in sections （一）": (
        "（一）总体情况\n（一）主要工作开展\n有。\n"
        + report(["（二）", "（三）", "（四）", "（五）", "（六）"], "parqz"),
        SIX,
    ),
    "all of 2008 as topics": (
        "一、总体情况\n（一）主动公开政府信息情况\n有。\n（二）政府信息依申请公开情况\n有。\n"
        "（三）政府信息公开的收费情况\n无。\n（四）因政府信息公开申请行政复议、行政诉讼情况\n无。\n"
        + report(CHINESE[1:], "parqz"),
        SIX,
    ),
    "list of tables in section two": (
        report(CHINESE[:2])
        + "\n1.不同渠道和方式主动公开及回应解读总体情况\n\t0\n2.主动公开政府信息具体情况\n\t0\n"
        + report(CHINESE[2:], "arqz"),
        SIX,
    ),
    "sub-headings in sections five and six": (
        report(CHINESE[:5])
        + "\n（一）存在的主要问题\n1.公开不够。\n（二）改进情况\n1.加强公开。\n"
        + "六、其他需要报告的事项\n（一）收取信息处理费情况\n无。\n（二）其他事项\n无。",
        SIX,
    ),
    "caption of a table in section two": (
        report(CHINESE[:2])
        + "\n主动公开政府信息情况统计表\n\t0\n"
        + report(CHINESE[2:], ["依申请公开情况", *"rqz"]),
        SIX,
    ),
    "table lost to lines": (report(CHINESE[:3]) + FLAT_TABLE + report(CHINESE[3:], "rqz"), SIX),
    "2008": (report(CHINESE, OLD_TITLES), OLD_ROLES),
    "2008 with its annex lost to lines": (report(CHINESE, OLD_TITLES) + ANNEX, OLD_ROLES),
    "2008 with numbers beginning anew at the end": (
        report(CHINESE, OLD_TITLES[:6])
        + "\n（一）存在的主要问题\n有差距。\n（二）今后的改进措施\n一、深化思想认识。\n会做。\n"
        + "二、强化督查，提高水平。\n会做。\n三、加强培训。\n会做。",
        OLD_ROLES[:6],
    ),
    "2008 in other words": (
        report(
            CHINESE,
            [
                "概  述",
                "政府信息公开情况",
                "政府信息依申请公开办理情况",
                "依申请信息公开收费情况",
                "复议、诉讼和申诉情况",
            ],
        ),
        OLD_ROLES[:5],
    ),
    "2008 of Shanghai": (
        report(
            CHINESE,
            [
                "概述",
                "政府信息主动公开情况",
                "政府信息依申请公开情况",
                "人员和收支情况",
                "咨询情况",
                "行政复议和行政诉讼情况",
                "主要问题和改进措施",
            ],
        ),
        [
            "overview",
            "proactive",
            "applications",
            "organisation",
            "consultation",
            "reviews",
            "problems",
        ],
    ),
    "2008 with fees after reviews": (
        report(
            CHINESE,
            [
                "工作推进会议和宣传",
                "主动公开政府信息情况",
                "依申请公开办理情况",
                "因政府信息公开申请行政复议、提起行政诉讼情况",
                "政府信息公开的收费及减免情况",
                "存在的主要问题和改进情况",
            ],
        ),
        ["organisation", "proactive", "applications", "reviews", "fees", "problems"],
    ),
    "2008 with key areas": (
        report(CHINESE, [*OLD_TITLES[1:5], "重点领域政府信息公开工作落实情况", *OLD_TITLES[5:]]),
        ["proactive", "applications", "fees", "reviews", "key_areas", "problems", "other"],
    ),
    "Zhejiang": (
        report(CHINESE, [*"opar", "机构建设及组织保障情况", *"qz"]),
        [*SIX[:4], "organisation", *SIX[4:]],
    ),
    "official words of section four": (
        report(CHINESE, [*"opa", "因政府信息公开工作被申请行政复议、提起行政诉讼情况", *"qz"]),
        SIX,
    ),
}

FAULTS = {
    "section two gone": (report(["一、", *CHINESE[2:]], "oarqz"), WITHOUT_TWO),
    "section two gone, renumbered": (report(CHINESE, "oarqz"), WITHOUT_TWO),
    "section two gone, topics below": (TOPICS + report(CHINESE[2:], "arqz"), WITHOUT_TWO),
    "section two gone, topics below, renumbered": (
        TOPICS + report(CHINESE[1:], "arqz"),
        WITHOUT_TWO,
    ),
    "section two gone, topics without number": (
        topics("", "", "", "", "") + report(CHINESE[2:], "arqz"),
        WITHOUT_TWO,
    ),
    "section two gone, topics 一、": (
        topics(*CHINESE[:5]) + report(CHINESE[2:], "arqz"),
        WITHOUT_TWO,
    ),
    "sections two and three gone": (
        TOPICS + report(CHINESE[3:], "rqz"),
        ["overview", "reviews", "problems", "other"],
    ),
    "two repeated": (report(["一、", "二、", "二、", "四、", "五、", "六、"]), SIX),
    "one repeated": (report(["一、", "一、", "三、", "四、", "五、", "六、"]), SIX),
    "always one": (report(["一、"] * 6), SIX),
    "three and four swapped with their numbers": (
        report(["一、", "二、", "四、", "三、", "五、", "六、"], "opraqz"),
        ["overview", "proactive", "reviews", "applications", "problems", "other"],
    ),
    "three and four swapped": (
        report(CHINESE, "opraqz"),
        ["overview", "proactive", "reviews", "applications", "problems", "other"],
    ),
    "last moved first": (report(CHINESE, "zoparq"), ["other", *SIX[:5]]),
    "first moved last": (report(CHINESE, "parqzo"), [*SIX[1:], "overview"]),
    "a title no form has": (
        report(CHINESE, ["o", "本年工作亮点", *"arqz"]),
        ["overview", None, *SIX[2:]],
    ),
    "slips of the pen": (
        report(
            CHINESE,
            [
                "总休情况",
                "主动公开政府政府信息情况",
                "收到和处里政府信息公开审请情况",
                "政府信息公开行政复仪、行政诉颂情况",
                "存在的主要问提及改近情况",
                "其它须要报告的事顶",
            ],
        ),
        SIX,
    ),
    "（三） among 一、": (report(["一、", "二、", "（三）", "四、", "五、", "六、"]), SIX),
    "3、 among 一、": (report(["一、", "二、", "3、", "四、", "五、", "六、"]), SIX),
    "六、 after 1、": (report(["1、", "2、", "3、", "4、", "5、", "六、"]), SIX),
    "1、 before 二、": (report(["1、", *CHINESE[1:]]), SIX),
    "（三） after a list of its own style": (
        report(CHINESE[:2])
        + "\n（一）公开数量\n12条。\n（二）公开形式\n网站。\n"
        + report(["（三）", "四、", "五、", "六、"], "arqz"),
        SIX,
    ),
    "number three lost": (report(["一、", "二、", "", "四、", "五、", "六、"]), SIX),
    "number one lost": (report(["", *CHINESE[1:]]), SIX),
    "last number lost": (report([*CHINESE[:5], ""]), SIX),
    "number of a short title lost": (
        report(["一、", "二、", "", "四、", "五、", "六、", "七、", "八、"], SHORT_TITLES),
        SHORT_ROLES,
    ),
    "number of the next steps lost": (
        report(["一、", "二、", "三、", "四、", "五、", "六、", "", "八、"], SHORT_TITLES),
        SHORT_ROLES,
    ),
    "next steps without a number inside the last section": (
        report([*CHINESE[:6], ""], SHORT_TITLES),
        SHORT_ROLES[:6],
    ),
    "a label of the section whose number is wrong": (
        report(
            [*CHINESE[:4], "5、", "", "六、"],
            [*"oparq", "存在的主要问题：一是慢。", "z"],
        ),
        SIX,
    ),
    "labels below a section whose number is lost": (
        report(
            [*CHINESE[:4], "", "", "", "六、"],
            [*"oparq", "存在的问题：一是慢。", "改进措施：一是快。", "z"],
        ),
        SIX,
    ),
    "labels where a section was left out": (
        report(
            [*CHINESE[:4], "", "", "六、"],
            [*"opar", "存在的问题：一是慢。", "改进措施：一是快。", "z"],
        ),
        [*SIX[:4], "other"],
    ),
    "a repeated number before a title that is only like one": (
        report(
            ["一、", "二、", "三、", "五、", "五、", "六、", "七、"],
            [*OLD_TITLES[:4], "申请行政复议和提起行政诉讼情况", *OLD_TITLES[5:]],
        ),
        OLD_ROLES,
    ),
    "moved, in another style": (
        report([*DIGITS[:4], "六、", "5、"], "oparzq"),
        [*SIX[:4], "other", "problems"],
    ),
    "next steps at the end": (
        report(CHINESE, [*"oparqz", "下一步工作打算"]),
        [*SIX, "next_steps"],
    ),
    "problems and measures apart": (
        report(CHINESE, [*"opar", "存在的主要问题", "改进措施", "z"]),
        [*SIX[:5], "next_steps", "other"],
    ),
    "an unknown section at the end": (report(CHINESE, [*"oparqz", "工作亮点"]), [*SIX, None]),
    "an unknown section inside": (
        report(CHINESE, [*"opar", "特色亮点", *"qz"]),
        [*SIX[:4], None, *SIX[4:]],
    ),
    "four sections": (
        report(
            CHINESE,
            [
                "政府信息与政务公开基本情况",
                "政府信息依申请公开情况",
                "咨询情况",
                "复议、诉讼和申诉情况",
            ],
        ),
        ["overview", "applications", "consultation", "reviews"],
    ),
    "the middle alone": (
        report(CHINESE[2:5], "arq"),
        ["applications", "reviews", "problems"],
    ),
}


def roles(text: str) -> list[str | None]:
    return [section.role for section in read_sections(document(text)).sections]


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES)
def test_shapes(text, expected):
    assert roles(text) == expected


@pytest.mark.parametrize(("text", "expected"), FAULTS.values(), ids=FAULTS)
def test_faults_stay_visible(text, expected):
    assert roles(text) == expected


def test_numbers_stay_as_printed():
    sections = read_sections(document(FAULTS["two repeated"][0])).sections
    assert [section.heading.number for section in sections] == list("一二二四五六")
    sections = read_sections(document(FAULTS["六、 after 1、"][0])).sections
    assert [section.heading.style for section in sections] == ["1."] * 5 + ["一、"]


@pytest.mark.parametrize("name", ["一、", "1、", "（一）"])
@pytest.mark.parametrize("lost", range(6))
def test_a_lost_section_is_lost(name, lost):
    numbers = {"一、": CHINESE, "1、": DIGITS, "（一）": [f"（{mark[0]}）" for mark in CHINESE]}[
        name
    ]
    keys = "oparqz"[:lost] + "oparqz"[lost + 1 :]
    assert roles(report(numbers, keys)) == SIX[:lost] + SIX[lost + 1 :]


@pytest.mark.parametrize("title", ["年度综述", "工作亮点与特色做法", "体会与思考"])
def test_topics_below_a_first_section_of_no_known_title_are_no_sections(title):
    first = TOPICS.replace("总体情况", title)
    found = read_sections(document(first + report(CHINESE[1:], "parqz"))).sections
    assert [section.heading.number for section in found] == list("一二三四五六")
    assert [section.role for section in found[1:]] == SIX[1:]


@pytest.mark.parametrize("wrong", ["一、", "三、", "九、", "（二）", "2、", ""])
@pytest.mark.parametrize("place", range(6))
def test_a_wrong_number_stays_as_printed(wrong, place):
    numbers = [*CHINESE[:place], wrong, *CHINESE[place + 1 : 6]]
    sections = read_sections(document(report(numbers))).sections
    assert [section.role for section in sections] == SIX
    assert [section.heading.number for section in sections] == [
        number.strip("（）、") for number in numbers
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "今天天气很好。\n我们去公园。",
        "一、政府信息公开的意义\n好。\n二、政府信息公开的原则\n好。\n三、结论\n完。",
        "1.5万条\n2、3、5条",
    ],
)
def test_texts_without_sections(text):
    found = document(text)
    assert read_sections(found) == Outline((), len(found.blocks), len(found.blocks))


def test_text_of_a_heading_belongs_to_its_section():
    outline = read_sections(document(RUN_ON))
    blocks = [section.blocks for section in outline.sections]
    texts = [block.text for below in blocks for block in below if isinstance(block, Paragraph)]
    assert texts[-3:] == ["无。", "一是力度不够。", "无"]
    assert outline.sections[1].heading.text == "二、主动公开政府信息情况"


def test_subheadings_of_all_levels_in_order():
    text = (
        report(CHINESE[:1])
        + "\n（一）公开数量\n1.政策类\n有。\n2.业务类\n有。\n（二）公开形式\n有。"
    )
    section = read_sections(document(text)).sections[0]
    assert [heading.title for heading in section.subheadings] == [
        "公开数量",
        "政策类",
        "业务类",
        "公开形式",
    ]
    assert [heading.title for heading in first_level(section)] == ["公开数量", "公开形式"]


def test_subheadings_in_the_sections_own_style():
    section = read_sections(document(SHAPES["topics 一、"][0])).sections[0]
    assert [heading.style for heading in section.subheadings] == ["一、"] * 5
    assert not first_level(read_sections(document(report(CHINESE))).sections[0])


@pytest.mark.parametrize(
    "tail",
    [
        "附件：政府信息公开情况统计表\n某某县水利局\n2021年1月20日",
        "某某县水利局\n2021年1月20日",
        "2021年1月20日",
        "二〇二一年一月二十日",
        "某某县水利局（某某县防汛办公室）\n2021年1月20日",
        "某某县人民政府",
        "2018年1月25日\n相关文档:",
        "打印 关闭",
        "【打印本页】 【关闭窗口】",
        "相关附件：\n报告.docx",
        "扫一扫在手机打开当前页",
        "附表",
        "政务公开情况统计表\n\t0",
        "责任编辑：张某",
    ],
)
def test_the_last_section_ends(tail):
    text = report(CHINESE, body="有。") + "\n" + tail
    outline = read_sections(document(text))
    last = outline.sections[-1].blocks
    assert [block.text for block in last if isinstance(block, Paragraph)] == ["有。"]
    assert outline.end == 12


def test_content_is_not_taken_for_the_end():
    text = report(CHINESE[:5]) + "\n六、其他需要报告的事项\n本年度无其他需要报告的事项。\n无\n"
    assert len(read_sections(document(text)).sections[-1].blocks) == 2


def test_two_reports_in_one_file():
    text = report(CHINESE) + "\n某某县水利局2021年政府信息公开工作年度报告\n" + BODY + "\n"
    outline = read_sections(document(text + report(CHINESE)))
    assert [section.role for section in outline.sections] == SIX
    assert outline.further == (12,)
    assert outline.end == 12


def test_two_reports_without_titles():
    outline = read_sections(document(report(CHINESE) + "\n" + report(CHINESE)))
    assert outline.further == (12,)


def test_a_second_report_after_the_annex_of_the_first():
    text = report(CHINESE, OLD_TITLES) + ANNEX + "\n某某局2018年政府信息公开工作年度报告\n"
    outline = read_sections(document(text + report(CHINESE, OLD_TITLES)))
    assert [section.role for section in outline.sections] == OLD_ROLES
    assert outline.further == (28,)


def test_the_lines_of_an_annex_below_the_last_section_are_no_sections():
    rows = (
        "六、举报投诉数量：0\n七、依申请公开信息收取的费用：0\n"
        "八、机构建设和保障经费情况\n（一）政府信息公开工作专门机构数：1"
    )
    text = report(CHINESE, OLD_TITLES) + "\n政府信息公开情况统计表\n" + rows
    assert roles(text) == OLD_ROLES
    text = report(CHINESE, OLD_TITLES) + "\n八、机构建设和保障经费情况\n" + BODY
    assert roles(text) == [*OLD_ROLES, "organisation"]


@pytest.mark.parametrize("note", ["", "（见附件）"])
def test_the_annex_as_a_section(note):
    text = report(CHINESE, OLD_TITLES) + f"\n八、政府信息公开情况统计表{note}\n" + BODY
    assert roles(text) == [*OLD_ROLES, "statistics"]


def test_likeness_by_form():
    titles = ["概述", "主动公开政府信息情况", "依申请公开情况", "复议诉讼", "q", "z"]
    sections = read_sections(document(report(CHINESE, titles))).sections
    assert [section.likeness for section in in_form(sections, form(2021))] == [
        "synonym",
        "official",
        "synonym",
        "similar",
        "official",
        "official",
    ]
    assert in_form(sections, form(2008))[0].likeness == "official"


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.stem)
def test_real_reports(expected, seed_path):
    facts = yaml.safe_load(expected.read_text("utf-8"))
    text = seed_path(expected.stem).read_text("utf-8")
    sections = read_sections(read_text(text)).sections
    found = [
        (section.heading.number, section.heading.title, section.role, section.heading.location.line)
        for section in sections
    ]
    assert found == [
        (one["number"], normalise(one["title"]).text, one["role"], one["line"])
        for one in facts["sections"]
    ]
    for section, one in zip(sections, facts["sections"], strict=True):
        headings = [heading.title for heading in first_level(section)]
        begins = [normalise(title).text for title in one["subheadings"]]
        assert len(headings) == len(begins)
        assert all(map(str.startswith, headings, begins))


LINES = st.sampled_from(
    [
        *SHAPES["topics （一）"][0].split("\n"),
        *OLD_TITLES,
        "附件：表",
        "\t0",
        "2021年1月1日",
        "四、",
    ]
)


@settings(max_examples=200)
@given(st.lists(LINES, max_size=30))
def test_any_order_of_lines(lines):
    found = document("\n".join(lines))
    outline = read_sections(found)
    places = [section.heading.location.block for section in outline.sections]
    assert places == sorted(set(places))
    assert outline.first <= outline.end <= len(found.blocks)


@given(st.text(max_size=300))
def test_any_text(text):
    read_sections(document(text))
