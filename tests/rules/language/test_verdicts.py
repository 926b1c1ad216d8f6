"""What becomes of rules at cells that are blank, lost, or words."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_helpers import evaluate, rule_text

from gxcheck.data import read_yaml
from gxcheck.report.figures import Figure
from gxcheck.rules import checks, load_rules
from gxcheck.rules.language.bound import bind_rule
from gxcheck.rules.language.compile import build, draft_of
from gxcheck.rules.language.trial import Trial
from gxcheck.rules.language.verdicts import judge
from gxcheck.rules.proving.partial import partial_report
from gxcheck.rules.rule import rule_from
from gxcheck.rules.telling.phrases import reason

TOTAL = "reviews.total"


def reviews(**values):
    filled = {"upheld": 0, "corrected": 0, "other": 0, "pending": 0, "total": 0, **values}
    return {"reviews": {name: value for name, value in filled.items() if value != "absent"}}


def outcome_of(report, rule="reviews-total", lang="zh"):
    found = load_rules().evaluate(partial_report(report, 2021), lang)
    outcomes = [outcome for outcome in found.outcomes if outcome.rule == rule]
    findings = [finding for finding in found.findings if finding.rule == rule]
    assert len(outcomes) == 1
    return outcomes[0], findings


@pytest.mark.parametrize(
    ("values", "verdict", "assumed"),
    [
        ({"upheld": 2, "total": 2}, "satisfied", ()),
        ({"upheld": 2, "total": 3}, "violated", ()),
        ({"upheld": 10, "corrected": 1, "other": "", "total": 0}, "violated", ()),
        ({"upheld": 10, "other": "", "total": 10}, "satisfied", ("reviews.other",)),
        ({"upheld": 10, "other": "/", "total": 10}, "satisfied", ("reviews.other",)),
        ({"upheld": 10, "other": "无", "total": 12}, "not_evaluated", ()),
        ({"upheld": 2, "total": ""}, "violated", ()),
        ({"upheld": 2, "total": "-"}, "violated", ()),
        ({"total": ""}, "satisfied", ("reviews.total",)),
        ({"upheld": "", "total": ""}, "satisfied", ("reviews.upheld", "reviews.total")),
        ({"upheld": "若干", "total": 2}, "not_evaluated", ()),
        ({"upheld": "absent", "total": 2}, "not_evaluated", ()),
        ({"upheld": Decimal("0.5"), "corrected": Decimal("0.5"), "total": 1}, "satisfied", ()),
    ],
)
def test_four_verdicts(values, verdict, assumed):
    outcome, findings = outcome_of(reviews(**values))
    assert outcome.verdict == verdict
    assert set(outcome.assumed_zero) == set(assumed)
    assert len(findings) == (verdict == "violated")


def test_a_verdict_that_is_open_says_why():
    outcome, _ = outcome_of(reviews(upheld=10, other="", total=12))
    assert outcome.reason == "未填的单元格可能影响结果：表三“行政复议”栏“其他结果”列"
    outcome, _ = outcome_of(reviews(upheld="若干"), lang="en")
    assert outcome.reason == "no number in: Table 3: reviews, upheld"


def test_a_lost_table_is_told_in_one_word():
    outcome, _ = outcome_of({})
    assert (outcome.verdict, outcome.reason) == ("not_evaluated", "报告缺少这张表")


def test_a_table_that_the_report_need_not_have_is_not_on_trial():
    assert outcome_of({}, "annex-staff")[0].verdict == "not_applicable"


def test_a_total_left_out_is_told_with_what_it_should_be():
    _, (finding,) = outcome_of(reviews(upheld=2, total=""))
    assert finding.values["reviews.total"] == "空白"
    assert (finding.values["right"], finding.values["difference"]) == (2, 2)
    assert finding.place == TOTAL


def test_values_of_a_comparison():
    _, (finding,) = outcome_of(reviews(upheld=5, pending="/", total=3))
    assert finding.values["left"] == 3
    assert finding.values["right"] == 5
    assert finding.values["difference"] == 2
    assert finding.values["reviews.pending"] == "/"
    assert "尚未审结 /，合计 5，相差 2" in finding.message


def test_numbers_with_a_point_stay_exact(tmp_path):
    rule = rule_text(
        **{
            "assert": "proactive.fees.amount == 0.3",
            "message": "{zh: '{left}≠{right}', en: '{left}'}",
        }
    )
    values = {"proactive": {"fees": {"amount": 0.1 + 0.2}}}
    found = evaluate(tmp_path, values, rule)
    assert found.findings[0].message == "0.30000000000000004≠0.3"
    assert found.findings[0].values["left"] == "0.30000000000000004"


def test_each_column_has_its_outcome_and_its_name():
    cells = {"natural_person": 5, "total": 5}
    report = {"applications": dict.fromkeys(("received", "carried", "closed"), cells)}
    report["applications"]["carried_forward"] = {"natural_person": 5, "total": 6}
    found = load_rules().evaluate(partial_report(report, 2021))
    outcomes = {o.each: o.verdict for o in found.outcomes if o.rule == "applications-balance"}
    assert outcomes["“自然人”列"] == "satisfied"
    assert outcomes["“总计”列"] == "violated"
    assert outcomes["“商业企业”列"] == "not_evaluated"
    (finding,) = [f for f in found.findings if f.rule == "applications-balance"]
    assert finding.message.startswith("“总计”列：本年新收 5")
    assert finding.place == "applications.closed.total"


def test_a_report_of_2021_with_other_handling_undivided_still_adds_up():
    zero = dict.fromkeys(
        ("disclosed", "partly_disclosed", "received", "carried", "carried_forward"), 0
    )
    groups = {
        "refused": ("state_secret", "forbidden_by_law", "security_and_stability",
                    "third_party_rights", "internal_affairs", "process_information",
                    "enforcement_file", "administrative_query"),
        "unavailable": ("not_held", "must_be_created", "still_unclear"),
        "not_handled": ("petition_or_complaint", "repeated", "publication", "excessive",
                        "confirmation"),
    }  # fmt: skip
    rows = {**zero, **{name: dict.fromkeys(keys, 0) for name, keys in groups.items()}}

    def verdict(closed):
        report = {"applications": {**rows, "other": {"undivided": 3}, "closed": closed}}
        found = load_rules().evaluate(partial_report(report, 2021))
        return next(
            outcome.verdict
            for outcome in found.outcomes
            if outcome.rule == "applications-closed" and outcome.each == "“总计”列"
        )

    assert verdict(3) == "satisfied"
    assert verdict(4) == "violated"


def test_every_condition_that_fails_is_a_finding_of_its_own():
    channels = {"gazette": 0, "website": 12, "weibo": 11, "wechat": 1, "other": 0}
    report = {"annex": {"disclosed": 10, "channels": channels}}
    found = load_rules().evaluate(partial_report(report, 2008))
    places = [f.place for f in found.findings if f.rule == "annex-channel-exceeds-total"]
    assert places == ["annex.channels.website", "annex.channels.weibo"]


def test_a_condition_that_is_not_sure_is_not_met(tmp_path):
    keys = {"assert": "reviews.upheld == 1", "when": "reviews.total > 0"}
    rule = rule_text(**keys)
    verdicts = [
        evaluate(tmp_path, reviews(total=total), rule).outcomes[0].verdict
        for total in (1, 0, "", "若干")
    ]
    assert verdicts == ["violated", "not_applicable", "not_applicable", "not_applicable"]


def test_kinds_and_editions_are_looked_at(tmp_path):
    rule = rule_text(**{"assert": "reviews.total == 1", "kinds": "[government]"})
    assert evaluate(tmp_path, reviews(), rule).outcomes[0].reason == "不适用于这类机关"
    government = {**reviews(), "organ": {"kind": "government"}}
    assert len(evaluate(tmp_path, government, rule).findings) == 1
    other = evaluate(tmp_path, government, rule, edition=2019)
    assert other.outcomes[0].reason == "不适用于这一年度的格式"


def test_paths_that_are_not_told_leave_the_verdict_open(tmp_path):
    rule = rule_text(**{"assert": "title.year == period.end.year"})
    report = {"title": {"text": "某局2023年政府信息公开工作年度报告", "year": 2023}}
    assert evaluate(tmp_path, report, rule).outcomes[0].verdict == "not_evaluated"
    report["period"] = {"text": "x", "start": "2022-01-01", "end": "2022-12-31"}
    found = evaluate(tmp_path, report, rule)
    assert found.findings[0].quote == "某局2023年政府信息公开工作年度报告"
    assert (found.findings[0].values["left"], found.findings[0].values["right"]) == (2023, 2022)


FIGURES = ("upheld", "corrected", "other", "pending", "total")
EXPRESSIONS = (
    "reviews.total == reviews.upheld + reviews.corrected",
    "reviews.total == reviews.upheld",
    "not reviews.total == reviews.upheld",
    "reviews.total != reviews.upheld",
    "not reviews.total != reviews.upheld",
    "sum([reviews.upheld, reviews.other]) <= reviews.total or reviews.pending == 0",
    "reviews.total - reviews.upheld * 2 >= 0 and present(reviews.other)",
    "all(reviews <= reviews.total)",
    "any([reviews.total == 1, not present(reviews.upheld)])",
    "reviews.total in [0, 1, 2]",
    "title.year == reviews.total",
    "title.year != reviews.total",
    "not title.year in [0, 1]",
    "title.organ == 'x' or reviews.total == 0",
)
figures = st.sampled_from(
    [Figure(state="blank"), Figure(None, "/", "none_mark"), Figure(None, "若干", "text"), Figure()]
) | st.integers(0, 3).map(lambda value: Figure(value, str(value), "number"))


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(EXPRESSIONS),
    st.lists(figures, min_size=5, max_size=5),
    st.sampled_from([None, 0, 1]),
)
def test_the_quick_way_says_yes_only_where_the_exact_one_does(expression, cells, year):
    item = {"id": "x", "title": {}, "level": "info", "editions": [2021], "basis": [],
            "assert": expression, "message": {"zh": "", "en": ""}, "examples": {}}  # fmt: skip
    rule = rule_from(item, "test", shipped=False)
    bound = bind_rule(rule, 2021)
    report = partial_report({"title": {"text": "", "year": year}}, 2021)
    from gxcheck.rules.values import paths_of

    row = [Figure()] * len(paths_of(2021))
    for name, cell in zip(FIGURES, cells, strict=True):
        row[paths_of(2021).index(f"reviews.{name}")] = cell
    try:
        way = build({("x", 2021): draft_of("x", rule, bound)})["x", 2021]
        quick = way.function([figure.value for figure in row], report)
    except (TypeError, AttributeError):
        return
    if quick:
        judgement = judge(bound[0], Trial(report, row), "")
        assert (judgement.verdict, judgement.assumed_zero) == ("satisfied", ())


def test_every_reason_of_a_check_has_words():
    """An abstention without words would show its key to people."""
    folder = Path(checks.__file__).parent
    source = "".join(path.read_text("utf-8") for path in folder.rglob("*.py"))
    keys = set(re.findall(r"Not(?:Applicable|Evaluated)\(\s*\"([^\"]+)\"", source))
    assert keys
    assert keys <= read_yaml("messages.yml")["reasons"].keys()


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["year"], "报告未写明：报告年度"),
        (["period.end.day", "period.end.month"], "报告未写明：统计期限"),
        (["unheard.of"], "报告未写明：unheard.of"),
    ],
)
def test_fields_that_are_not_known_are_told_by_their_names(names, told):
    assert reason("unknown-value", {"names": names}, "zh") == told
