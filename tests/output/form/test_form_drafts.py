"""Drafts in the official form: every cell there, told once where unfilled, clean when filled."""

import itertools
from collections import Counter
from pathlib import Path

import pytest
from filling import filled

import gxcheck
from gxcheck.errors import GxcheckError
from gxcheck.output.form import draft
from gxcheck.report.forms import form
from gxcheck.rules.values import figures_of

TESTS = Path(__file__).resolve().parents[2]
SOUND = TESTS.parent / "examples" / "reports" / "sound.txt"
CLEAN = TESTS / "reports" / "clean"
YEARS = ((2008, 2014), (2008, 2010), (2019, 2020), (2021, 2025))
ORGAN = "青禾县水务局"
COMMON = {
    "（请填写网站名称和网址）": "青禾县人民政府网站（http://www.qinghe.gov.cn）",
    "（请填写地址）": "青禾县清渠路18号",
    "（请填写邮编）": "324399",
    "（请填写电话）": "0570-7012345",
    "（请填写邮箱）": "swj@qinghe.gov.cn",
    "（请填写本年度的主要问题）": "一是解读形式单一，二是业务培训不够。",
    "（请填写对应的改进措施）": "一是增加图解和视频，二是按季组织培训。",
}
OVERVIEW = {
    "（请填写信息发布、政策解读等情况）": "通过县政府网站公开供水水质、河湖治理等信息。",
    "（请填写收到和办理申请的情况）": "畅通受理渠道，按时答复申请人。",
    "（请填写公开审查、动态管理等情况）": "公文起草时一并确定公开属性，清理失效文件。",
    "（请填写网站、新媒体等的情况）": "专人维护政务新媒体，更新网站栏目。",
    "（请填写考核、评议、责任追究结果）": ("纳入科室年度考核，开展社会评议，未发生责任追究情形。"),
}


def rules_found(data: bytes) -> Counter[str]:
    return Counter(finding.rule for finding in gxcheck.check(data))


@pytest.mark.parametrize(("edition", "year"), YEARS)
def test_every_cell_of_the_form_is_there_and_takes_its_own_number(edition, year):
    data = draft(edition, year=year, organ=ORGAN)
    official = form(edition)
    wanted = {
        path: number
        for path, number in zip(official.fields, itertools.count(1001), strict=False)
        if edition != 2008 or year >= 2014
    }
    report = gxcheck.parse(filled(data, wanted))
    found = {path: one.value for path, one in figures_of(report).items() if one.value is not None}
    assert found == wanted
    assert (report.edition, report.year, report.organ.name) == (edition, year, ORGAN)
    assert [s.role for s in report.sections] == [s.role for s in official.sections]
    assert {reading.likeness for table in report.tables for reading in table.rows} <= {"official"}


@pytest.mark.parametrize(("edition", "year"), YEARS)
def test_an_unfilled_draft_says_once_what_is_to_be_written(edition, year):
    data = draft(edition, year=year)
    findings = gxcheck.check(data)
    tables = len(form(edition).tables) if edition != 2008 or year >= 2014 else 0
    rules = Counter(finding.rule for finding in findings)
    hints = rules.pop("placeholder")
    wanted = {"cell-blank": tables, "date-missing": 1, "signature-missing": 1}
    assert rules == {rule: count for rule, count in wanted.items() if count}
    assert hints == {2008: 11, 2019: 11, 2021: 12}[edition]
    places = [(f.location.block, f.location.start) for f in findings if f.rule == "placeholder"]
    assert len(set(places)) == hints
    assert all(any(mark in f.quote for mark in ("请填写", "单位名称")) for f in findings if f.quote)


def test_with_its_organ_named_a_draft_does_not_ask_for_it():
    rules = rules_found(draft(2021, year=2025, organ=ORGAN))
    assert rules == {"placeholder": 11, "cell-blank": 3, "date-missing": 1}


def test_a_filled_draft_of_2021_is_clean():
    values = figures_of(gxcheck.parse(SOUND))
    hints = {
        **COMMON,
        **OVERVIEW,
        "（请填写，未收取的也请写明）": "本年度未收取信息处理费。",
        "（请填写，没有的写“无”）": "无。",
        "（落款日期）": "2026年1月20日",
    }
    data = filled(
        draft(2021, year=2025, organ=ORGAN),
        {path: one.raw for path, one in values.items() if one.raw},
        hints,
    )
    assert gxcheck.check(data) == []


def test_a_filled_draft_of_2019_is_clean():
    source = gxcheck.parse(CLEAN / "lichuan-sifa-2020.txt")
    hints = {
        **COMMON,
        **OVERVIEW,
        "（请填写，没有的写“无”）": "无。",
        "（落款日期）": "2021年1月20日",
    }
    figures = {path: one.raw for path, one in figures_of(source).items() if one.value is not None}
    data = filled(draft(2019, year=2020, organ=ORGAN), figures, hints)
    assert gxcheck.check(data) == []


def test_a_filled_draft_of_2008_is_clean():
    source = gxcheck.parse(CLEAN / "guangdong-shuili-2014.txt")
    hints = {
        **COMMON,
        "（请填写工作部署、制度、机构等情况）": "成立领导小组，完善公开制度。",
        "（请填写主动公开的内容、渠道和数量）": "通过网站、公报等渠道公开信息。",
        "（请填写收到、答复和不予公开的数量）": "申请均按时答复，详见附表。",
        "（请填写，未收费的也请写明）": "本年度未收取任何费用。",
        "（请填写数量和结果，没有的写明没有）": "复议和诉讼的数量、结果详见附表。",
        "（请填写，没有的写“无”）": "无。",
        "（落款日期）": "2015年3月20日",
    }
    figures = {path: one.raw for path, one in figures_of(source).items() if one.value is not None}
    data = filled(draft(2008, year=2014, organ=ORGAN), figures, hints)
    assert gxcheck.check(data) == []


def test_what_last_year_carried_forward_is_filled_in():
    previous = gxcheck.parse(SOUND)
    report = gxcheck.parse(draft(2021, year=2026, previous=previous))
    assert report.organ.name == ORGAN
    for column in type(report.applications.carried).model_fields:
        told = getattr(report.applications.carried, column)
        assert told.value == getattr(previous.applications.carried_forward, column).value
    others = {path for path, one in figures_of(report).items() if one.value is not None}
    assert {path.rpartition(".")[0] for path in others} == {"applications.carried"}


def test_zeros_carried_over_are_no_report_of_zeros():
    nothing = dict.fromkeys(form(2021).fields, 0)
    previous = gxcheck.parse(filled(draft(2021, year=2025, organ=ORGAN), nothing))
    data = draft(2021, year=2026, organ=ORGAN, previous=previous)
    assert gxcheck.parse(data).applications.carried.total.value == 0
    assert "all-zero" not in rules_found(data)


def test_items_of_last_year_and_their_change_make_this_year_s():
    earlier = filled(
        draft(2019, year=2019, organ=ORGAN),
        {
            "proactive.licences.previous_items": 30,
            "proactive.licences.change": -4,
            "proactive.fees.previous_items": 7,
        },
    )
    report = gxcheck.parse(draft(2019, year=2020, previous=gxcheck.parse(earlier)))
    assert report.proactive.licences.previous_items.value == 26
    assert report.proactive.fees.previous_items.state == "blank"


def test_years_must_fit():
    with pytest.raises(GxcheckError, match="2021"):
        draft(2021, year=2020)
    with pytest.raises(GxcheckError, match="2024"):
        draft(2021, year=2025, previous=gxcheck.parse(SOUND))
    with pytest.raises(GxcheckError, match="the edition for that year"):
        draft(2019, year=2021, lang="en")


def test_the_same_draft_is_the_same_file_and_names_stay_words():
    assert draft(2021, year=2025) == draft(2021, year=2025)
    hostile = draft(2021, year=2025, organ="甲<b>&{year}\x00\u202e县水务局")
    assert gxcheck.parse(hostile).document.paragraphs[0].text == "甲<b>&{year}县水务局"
