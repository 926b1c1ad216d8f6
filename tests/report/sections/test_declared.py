"""The preamble's list of parts, in many wordings."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from structure_helpers import TITLES, document, paragraph

from gxcheck.document.model import Paragraph
from gxcheck.document.normalise import normalise
from gxcheck.document.text.reader import read_text
from gxcheck.report import recognise
from gxcheck.report.sections.declared import read_declared
from gxcheck.report.sections.reader import read_sections

EXPECTED = sorted((Path(__file__).parents[2] / "seeds").glob("0*.yml"))
SIX = list(TITLES.values())
FIVE = SIX[:5]
FIRST_THREE = "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况"
REVIEWS = SIX[3]
LAST_TWO = "存在的主要问题及改进情况、其他需要报告的事项"

LISTS = {
    "等六个部分组成": (f"全文由{FIRST_THREE}、{REVIEWS}、{LAST_TWO}等六个部分组成。", 6, SIX),
    "六部分内容": (f"报告包括：{'；'.join(SIX)}六部分内容。", 6, SIX),
    "6个部分": (f"全文由{'，'.join(SIX)}6个部分组成。", 6, SIX),
    "六大部分": (f"本报告由{'、'.join(FIVE)}以及{SIX[5]}六大部分组成。", 6, SIX),
    "以及 after a separator": (f"本报告由{'、'.join(FIVE)}、以及{SIX[5]}等六个部分组成。", 6, SIX),
    "和 before the last": (f"本报告由{'、'.join(FIVE)}和{SIX[5]}六个部分组成。", 6, SIX),
    "六个方面": (f"内容包括{'、'.join(SIX)}等六个方面。", 6, SIX),
    "6项内容": (f"全文包括：{'、'.join(SIX)}等6项内容。", 6, SIX),
    "without number": (f"全文包括{'、'.join(FIVE)}及{SIX[5]}。本报告所列数据属实。", None, SIX),
    "等部分": (f"报告由{'、'.join(SIX)}等部分组成。", None, SIX),
    "bare 部分": (f"全文内容包括{','.join(SIX)}部分。", None, SIX),
    "count first": (f"本年度报告共分六个部分：{'、'.join(SIX)}。", 6, SIX),
    "以下六个部分": (f"本报告由以下六个部分组成：{'；'.join(SIX)}。", 6, SIX),
    "count after": (f"本报告由{'、'.join(SIX)}组成，共六部分。", 6, SIX),
    "按照": (f"本报告按照{'、'.join(SIX)}六个部分进行编制。", 6, SIX),
    "quotes": ("本报告由" + "".join(f"“{title}”" for title in SIX) + "六个部分组成。", 6, SIX),
    "quotes, 、": (f"由{'、'.join(f'“{title}”' for title in SIX)}等6个部分组成。", 6, SIX),
    "no 组成": (
        f"全文包括{'、'.join(SIX)}六个部分，统计期限自2021年1月1日起至12月31日止。",
        6,
        SIX,
    ),
    "附 is no part": (f"由{'、'.join(SIX)}等六个部分组成，并附相关数据统计。", 6, SIX),
    "附 without number": (f"全文包括{'、'.join(SIX)}，并附相关说明和指标统计附表。", None, SIX),
    "five listed, six told": (f"本报告由{'、'.join(FIVE)}等六个部分组成。", 6, FIVE),
    "six listed, seven told": (f"本报告由{'、'.join(SIX)}七部分组成。", 7, SIX),
    "count alone": ("本报告共分六个部分。所列数据截至年底。", 6, []),
    "a title with 、 unknown to the forms": (
        "由概述、主动公开政府信息情况、机构设置、保障经费和培训情况、存在问题及工作打算等四部分组成。",
        4,
        ["概述", "主动公开政府信息情况", "机构设置、保障经费和培训情况", "存在问题及工作打算"],
    ),
    "what stands before a title does not part it": (
        f"本报告包括{FIRST_THREE}、{REVIEWS}、公开工作中存在的主要问题及改进措施等。",
        None,
        [*SIX[:4], "公开工作中存在的主要问题及改进措施"],
    ),
    "a connector before a title that has one": (
        f"全文包括{FIRST_THREE}、申请复议及提起诉讼情况和存在的主要问题及改进措施等。",
        None,
        [*SIX[:3], "申请复议及提起诉讼情况", "存在的主要问题及改进措施"],
    ),
    "提起行政诉讼的情况 counts with what stands before it": (
        "由概述、依申请公开政府信息情况、信息公开申请行政复议、提起行政诉讼的情况三部分组成。",
        3,
        ["概述", "依申请公开政府信息情况", "信息公开申请行政复议、提起行政诉讼的情况"],
    ),
    "及 within titles": (
        "由概述、政府信息公开的收费及减免情况、存在的主要问题及改进情况及其他需要报告的事项四部分组成。",
        4,
        ["概述", "政府信息公开的收费及减免情况", "存在的主要问题及改进情况", "其他需要报告的事项"],
    ),
    "及 within a title in other words than the forms'": (
        "包括概述、主动公开政府信息情况、工作中存在的主要问题及改进措施等。",
        None,
        ["概述", "主动公开政府信息情况", "工作中存在的主要问题及改进措施"],
    ),
    "和 before a title with 及 after one with 及": (
        "包括概述、主动公开政府信息情况、复议及提起诉讼情况和存在的主要问题及改进措施等。",
        None,
        ["概述", "主动公开政府信息情况", "复议及提起诉讼情况", "存在的主要问题及改进措施"],
    ),
    "halves of a title in other words than the forms'": (
        f"全文包括{FIRST_THREE}、信息公开申请行政复议、提起行政诉讼的情况和其他需要报告的事项。",
        None,
        [*SIX[:3], "信息公开申请行政复议、提起行政诉讼的情况", SIX[5]],
    ),
    "who made it, before": (
        f"本报告由青禾镇人民政府编制，本报告由{FIRST_THREE}、存在的主要问题及改进情况等部分组成。",
        None,
        [*SIX[:3], SIX[4]],
    ),
    "brackets": (
        "由概述（包括组织领导、制度建设等方面）、主动公开政府信息情况、存在问题等三部分组成。",
        3,
        ["概述(包括组织领导、制度建设等方面)", "主动公开政府信息情况", "存在问题"],
    ),
    "told alone": ("本报告分六个部分。", 6, []),
    "short names": (
        "内容包括概述,主动公开,依申请公开,收费及减免情况,行政复议、行政诉讼情况,存在问题,附表七部分。",
        7,
        [
            "概述",
            "主动公开",
            "依申请公开",
            "收费及减免情况",
            "行政复议、行政诉讼情况",
            "存在问题",
            "附表",
        ],
    ),
}


@pytest.mark.parametrize(("text", "count", "titles"), LISTS.values(), ids=LISTS)
def test_lists(text, count, titles):
    found = read_declared([paragraph(f"根据《条例》要求编制本报告。{text}")])
    assert found is not None
    assert (found.count, [title.text for title in found.titles]) == (count, titles)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "我局由办公室、综合科、法规科等三个部门组成，公开内容包括规划、计划、财政等。",
        "主动公开的内容包括机构职能、工作动态、政策文件等信息。",
        "第三部分数据由各科室提供。",
        "按规定发布政策文件、机构、规划、统计、财政、办事等法定主动公开内容。",
        "我局按照要求主动公开不涉密信息，包括领导简介、机构简介、内设机构、工作动态等信息。",
        "从以下三个方面强化工作：一是加强培训；二是完善制度；三是严格考核。",
        "全年公开信息涵盖学校概况、发展规划、人事管理、教学管理、科研管理、财务管理、后勤保障、安全管理等类别。",
    ],
)
def test_no_list(text):
    assert read_declared([paragraph(text)]) is None


def test_places():
    text = f"本报告由{'、'.join(SIX)}六个部分组成，并附表。"
    found = read_declared([paragraph("前言。"), paragraph(text)])
    assert found is not None
    where = found.location
    assert text[where.start : where.end] == text[3 : text.index("，并")]
    last = found.titles[-1].location
    assert text[last.start : last.end] == SIX[5]


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.stem)
def test_real_reports(expected, seed_path):
    facts = yaml.safe_load(expected.read_text("utf-8"))
    report = read_text(seed_path(expected.stem).read_text("utf-8"))
    opening = report.blocks[: read_sections(report).first]
    found = read_declared(block for block in opening if isinstance(block, Paragraph))
    titles = [title.text for title in found.titles] if found else []
    assert titles == [normalise(title).text for title in facts["declared_sections"]]
    assert (found.count if found else None) == facts["declared_count"]


@given(st.text(alphabet="由包括、,;及和“”()总体情况六部分组成等。共报告", max_size=80))
def test_any_text(text):
    for block in document(text).paragraphs:
        found = read_declared([block])
        assert found is None or found.count or found.titles


def test_long_lists_do_not_take_long():
    assert read_declared([paragraph("由" * 20000 + "一、" * 20000 + "部分")]) is None


def test_a_list_of_other_things_in_the_first_section():
    title = "云岭市司法局2023年政府信息公开工作年度报告\n一、总体情况\n"
    text = "按照要求主动公开不涉密信息，包括机构简介、内设机构、工作动态、公开指南等信息。"
    report = recognise(read_text(title + text))
    assert report.declared is None
