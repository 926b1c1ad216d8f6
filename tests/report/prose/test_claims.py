"""What is read of the figures in prose; the many wordings stand in rules/corpus/claims.yml."""

from decimal import Decimal

import pytest

import gxcheck
from gxcheck.report.model import Claim, Report
from gxcheck.report.prose.claims.facts import facts_of
from gxcheck.report.prose.claims.words import claim_words, expanded, is_made_of
from gxcheck.rules.proving.partial import partial_report
from gxcheck.rules.values import fields_of

OUTCOMES = ("upheld", "corrected", "other_result", "pending")


def claims_of(text, section="overview", edition=2021, **parts):
    sections = [{"role": section, "text": text}]
    return partial_report({"sections": sections, **parts}, edition).claims


def told(text, **parts):
    found = claims_of(text, **parts)
    return [(claim.about.removeprefix("applications."), claim.value) for claim in found]


# --- what a claim holds


def test_claim_tells_fact_value_place_and_words():
    (claim,) = claims_of("据统计，全年受理政府信息公开申请约３００件。")
    assert claim.about == "applications.received"
    assert claim.fields == ("applications.received.total",)
    assert claim.readings == (("applications.received.total", "applications.carried.total"),)
    assert (claim.value, claim.low, claim.high) == (300, 270, 330)
    assert (claim.hedge, claim.unit, claim.kind, claim.year) == ("about", "件", "number", 2023)
    assert claim.quote == "受理政府信息公开申请约３００件"
    assert (claim.location.start, claim.location.end) == (6, 21)
    assert claim.section == "overview"


def test_money_is_told_in_yuan():
    (claim,) = claims_of("行政事业性收费96171.6万元。")
    assert (claim.value, claim.fields) == (961716000, ("proactive.fees.amount",))


def test_printed_precision_is_the_interval():
    (claim,) = claims_of("全市收到政府信息公开申请1.17万件。")
    assert (claim.low, claim.high) == (11650, 11750)


def test_new_ones_are_no_sum_with_those_carried_over():
    (claim,) = claims_of("全年新收政府信息公开申请3件。")
    assert claim.readings == ()


def test_lawsuits_are_the_sum_of_both_blocks():
    (claim,) = claims_of("因政府信息公开发生行政诉讼46件。")
    assert claim.fields == ("direct_suits.total", "suits_after_review.total")


def test_facts_of_the_annex_are_bound_only_where_there_is_one():
    text = "全年主动公开政府信息20条。"
    (bound,) = claims_of(text, edition=2019, annex={"disclosed": 20})
    (free,) = claims_of(text, edition=2019)
    assert (bound.fields, free.fields) == (("annex.disclosed",), ())


@pytest.mark.parametrize(
    ("text", "extent", "scope"),
    [
        ("全区共收到政府信息公开申请95件。", "whole", "全区"),
        ("区政府办代表区政府受理依申请公开17件。", "behalf", "代表区政府"),
        ("市本级收到政府信息公开申请30件。", "own", "市本级"),
        ("各镇街收到政府信息公开申请30件。", "part", "各镇街"),
        ("县住建局收到政府信息公开申请30件。", "part", ""),
    ],
)
def test_scope_is_kept_as_worded(text, extent, scope):
    (claim,) = claims_of(text, organ={"kind": "government"})
    assert (claim.extent, claim.scope) == (extent, scope)


def test_figure_of_another_year_is_bound_to_none():
    (last, now) = claims_of("2022年收到政府信息公开申请7件，2023年收到政府信息公开申请9件。")
    assert (last.year, last.fields) == (2022, ())
    assert (now.year, now.fields) == (2023, ("applications.received.total",))


@pytest.mark.parametrize("number", ["5500余", "约300", "超过100", "1.17万", "12.5万"])
def test_claims_survive_json(number):
    text = f"全年受理政府信息公开申请{number}件，均已答复。"
    report = partial_report({"sections": [{"role": "overview", "text": text}]}, 2021)
    assert len(report.claims) == 2
    again = Report.model_validate_json(report.model_dump_json())
    assert again.claims == report.claims
    assert "claims" in Report.model_json_schema()["properties"]


def test_claims_are_public():
    report = gxcheck.parse_text(
        "某县水利局2023年政府信息公开工作年度报告\n一、总体情况\n全年收到政府信息公开申请12件。\n"
    )
    (claim,) = report.claims
    assert isinstance(claim, Claim)
    assert (claim.value, claim.location.line, claim.section) == (12, 3, "overview")


def test_more_than_has_no_bound_above():
    (claim,) = claims_of("全年受理政府信息公开申请超过100件。")
    assert (claim.low, claim.high, claim.hedge) == (100, None, "over")


# --- reading sentences


def test_topic_lasts_until_another_is_named():
    text = "政府信息公开申请收到9件，办理建议12件、提案8件，答复20件。"
    assert told(text) == [("received", 9)]
    assert told("收到政府信息公开申请9件，答复8件。全年办理建议12件，答复12件。") == [
        ("received", 9),
        ("replied", 8),
    ]


def test_number_does_not_count_what_the_next_number_counts():
    claims = claims_of("收到申请5件，另有依申请公开文件12条、不予公开文件3件。")
    assert [claim.value for claim in claims] == [5]


def test_kinds_of_cases_are_no_cases():
    assert not claims_of("2023年我局行政许可共11个事项。")
    assert claims_of("2023年我局行政许可共11个。")


def test_heading_says_what_its_paragraph_speaks_of():
    text = "（二）依申请公开情况\n新收5件，上年结转1件，办结6件。"
    assert told(text) == [("received", 5), ("carried", 1), ("closed", 6)]


def test_number_that_a_line_end_breaks():
    (claim,) = claims_of("全年受理政府信息公开申请3456件。")
    document = gxcheck.parse_text(
        "某县水利局2023年政府信息公开工作年度报告\n一、总体情况\n"
        "全年受理政府信息公开申请3 456件。\n"
    )
    assert [one.value for one in document.claims] == [claim.value]


def test_all_of_them_needs_a_number_before():
    assert told("对政府信息公开申请均已答复。") == []
    assert told("收到政府信息公开申请3件，均已答复。") == [("received", 3), ("replied", 3)]


def test_in_time_says_nothing_of_those_that_are_not_due():
    assert told("收到政府信息公开申请3件，均在法定期限内答复。") == [("received", 3)]


# --- the words


def test_words_are_expanded():
    assert list(expanded("上(一)年{结转/转结}")) == [
        "上一年结转",
        "上一年转结",
        "上年结转",
        "上年转结",
    ]


def test_gap_is_made_of_whole_words():
    assert is_made_of("共计为", "between")
    assert not is_made_of("共台账", "between")
    assert not is_made_of("的" * 100, "between")


@pytest.mark.parametrize("edition", [2008, 2019, 2021])
def test_every_fact_speaks_of_figures_that_the_form_has(edition):
    known = set(fields_of(edition))
    for fact in facts_of(edition).values():
        for path in (*fact.fields, *(path for one in fact.readings for path in one)):
            assert path in known, fact.name


def test_every_role_names_a_fact_of_one_of_its_nouns():
    facts = set(facts_of(2021))
    for meaning in claim_words().meanings.values():
        if meaning.kind == "phrase":
            assert facts & {meaning.name, f"interviews_{meaning.name}"}  # 其中主要负责同志参加2次
    assert {f"reviews.{name}" for name in OUTCOMES} <= facts


def test_value_is_exact():
    (claim,) = claims_of("全年收取政府信息公开信息处理费39.4元。", section="other")
    assert claim.value == Decimal("39.4")


# --- lines of tables


def test_lines_that_figures_were_read_from_are_no_prose():
    rows = (
        "统计指标 单位 统计数 三、依申请公开情况 —— (一)收到申请数 件 4 1.当面申请数 件 0 "
        "2.传真申请数 件 0 3.网络申请数 件 4 (三)申请答复数 件 4 3.同意部分公开答复数 件 1 "
        "4.不同意公开答复数 件 3 其中:涉及国家秘密 件 0 涉及商业秘密 件 1 涉及个人隐私 件 2 "
        "5.不属于本行政机关公开数 件 0 四、行政复议数量 件 0 五、行政诉讼数量 件 0"
    )
    report = gxcheck.parse_text(
        "清河县教育局2016年政府信息公开工作年度报告\n\n一、概述\n\n2016年，全局收到政府信息公开申请4件。"
        f"\n\n七、需要说明的事项与附表\n\n政府信息公开情况统计表\n\n{rows}\n"
    )
    assert report.annex.replies.refused.trade_secret.value == 1
    assert [claim.value for claim in report.claims] == [4]
