"""The rules on figures told in prose: what their findings say, and when they are silent."""

import pytest

from gxcheck.rules import load_rules
from gxcheck.rules.proving.partial import partial_report


def found(rule, text, edition=2021, **parts):
    sections = text if isinstance(text, list) else [{"role": "overview", "text": text}]
    report = partial_report({"sections": sections, **parts}, edition)
    findings, outcomes = load_rules().evaluate(report)
    assert not [outcome for outcome in outcomes if outcome.verdict == "rule_error"]
    return [finding for finding in findings if finding.rule == rule]


APPLICATIONS = {"received": 12, "carried": 1, "closed": 12, "carried_forward": 1}


def test_message_tells_both_values_cell_and_difference():
    (one,) = found("figure-mismatch", "全年新收政府信息公开申请15件。", applications=APPLICATIONS)
    assert one.quote == "新收政府信息公开申请15件"
    assert one.values["told"] == 15
    assert one.values["found"] == 12
    assert one.values["difference"] == 3
    assert "表二“一、本年新收政府信息公开申请数量”行“总计”列" in one.message
    assert one.level == "warning"


def test_scope_is_said():
    (one,) = found(
        "figure-mismatch",
        "区政府办代表区政府受理依申请公开17件。",
        applications={"received": 95, "carried": 0},
        organ={"kind": "government"},
    )
    assert "口径为“代表区政府”" in one.message


def test_scope_is_silent_where_the_whole_is_told_too():
    text = "全区收到政府信息公开申请95件。区政府办代表区政府受理依申请公开17件。"
    figures = {"received": 95, "carried": 0}
    assert not found("figure-mismatch", text, applications=figures, organ={"kind": "government"})


def test_money_is_compared_across_units():
    fees = {"fees": {"amount": 1.2}}
    assert not found("figure-mismatch", "全年行政事业性收费12000元。", proactive=fees)
    (one,) = found("figure-mismatch", "全年行政事业性收费13000元。", proactive=fees)
    assert (one.values["told"], one.values["found"]) == ("1.3", "1.2")


@pytest.mark.parametrize("cell", ["", "/", "无数据"])
def test_unknown_cell_decides_nothing(cell):
    text = "全年制发行政规范性文件3件。"
    parts = {"proactive": {"normative_documents": {"issued": cell}}}
    assert not found("figure-mismatch", text, **parts)


def test_blank_part_of_a_sum_cannot_mend_it():
    figures = {"direct_suits": {"total": 5}, "suits_after_review": {"total": ""}}
    text = "因政府信息公开发生行政诉讼{}件。"
    assert found("figure-mismatch", text.format(3), **figures)
    assert not found("figure-mismatch", text.format(6), **figures)


def test_absent_table_is_silent():
    assert not found("figure-mismatch", "全年新收政府信息公开申请15件。")
    assert not found("none-contradicted", "全年未收到政府信息公开申请。")


def test_many_cells_are_counted():
    refused = dict.fromkeys(
        ["state_secret", "forbidden_by_law", "security_and_stability", "third_party_rights",
         "internal_affairs", "process_information", "enforcement_file", "administrative_query"], 1,
    )  # fmt: skip
    text = "政府信息公开申请办理结果中，不予公开9件。"
    (one,) = found("figure-mismatch", text, applications={"refused": refused})
    assert one.values["count"] == 8
    assert "合计 8" in one.message


def test_denial_is_an_error_once_a_passage():
    text = "没有发生因政府信息公开引起的行政复议和行政诉讼。"
    outcomes = {"total": 1, "upheld": 1}
    findings = found("none-contradicted", text, reviews=outcomes, direct_suits=outcomes)
    assert [finding.level for finding in findings] == ["error"]


def test_figure_mismatch_speaks_before_balance_and_repeat():
    text = "全年新收政府信息公开申请20件，上年结转1件，办结12件，结转下年度1件。"
    assert found("figure-mismatch", text, applications=APPLICATIONS)
    assert not found("prose-balance", text, applications=APPLICATIONS)
    assert found("prose-balance", text)


def test_balance_takes_what_was_carried_from_the_table():
    text = "全年新收政府信息公开申请12件，办结12件，结转下年度1件。"
    assert not found("prose-balance", text, applications=APPLICATIONS)
    assert found("prose-balance", text, applications={**APPLICATIONS, "carried": 0})


def test_repeat_is_told_with_the_first_value():
    sections = [
        {"role": "overview", "text": "全年受理政府信息公开申请36件。"},
        {"role": "problems", "text": "全年受理政府信息公开申请63件。"},
    ]
    (one,) = found("prose-repeat", sections)
    assert (one.values["first"], one.values["value"]) == (36, 63)
    assert one.related


def test_neighbours_take_the_prose_to_witness():
    parts = {"annex": {"disclosed": 12683}}
    (one,) = found("neighbours", "全年主动公开政府信息1268条。", edition=2008, **parts)
    assert one.values["suggested"] == 1268
    assert not found("neighbours", "全年主动公开政府信息985条。", edition=2008, **parts)


def test_claims_can_be_looked_at_one_by_one(tmp_path):
    pack = tmp_path / "own.yml"
    pack.write_text(
        """
rules:
- id: own-many-applications
  title: {zh: 申请过多, en: many applications}
  level: info
  editions: all
  basis: [practice]
  each: claims
  when: about == "applications.received" and year == 2023
  assert: value <= 100
  message: {zh: '申请 {value} 件', en: '{value} applications'}
  examples:
    fails: [{sections: [{role: overview, text: 2023年收到政府信息公开申请101件。}]}]
    passes: [{sections: [{role: overview, text: 2023年收到政府信息公开申请99件。}]}]
""",
        "utf-8",
    )
    report = partial_report(
        {"sections": [{"role": "overview", "text": "2023年收到政府信息公开申请101件。"}]}, 2021
    )
    (one,) = load_rules(pack).evaluate(report).findings
    assert (one.message, one.location.start) == ("申请 101 件", 5)
