import datetime

import pytest
from msgspec.structs import replace

from gxcheck.rules import load_rules
from gxcheck.rules.proving.examples import example_report, run_examples
from gxcheck.rules.proving.partial import PartialError, partial_report
from gxcheck.rules.ruleset import RuleSet
from gxcheck.rules.telling.explain import explain


def test_figures():
    report = partial_report(
        {
            "applications": {"received": 3, "refused": {"state_secret": {"natural_person": "/"}}},
            "proactive": {"fees": {"amount": 1.5}},
            "annex": {"staff": {"total": ""}},
        },
        2021,
    )
    assert report.applications.received.total.value == 3
    assert report.applications.received.natural_person.state == "absent"
    assert report.applications.refused.state_secret.natural_person.state == "none_mark"
    assert str(report.proactive.fees.amount.value) == "1.5"
    assert report.annex.staff.total.state == "blank"
    assert report.applications.other.undivided is None
    assert (report.edition, report.year) == (2021, 2023)


def test_words_have_places():
    report = partial_report(
        {
            "edition": 2019,
            "year": 2020,
            "title": {"text": "某局 2020年政府信息公开工作年度报告", "year": 2020},
            "contact": {"place": "preamble", "phones": [{"text": "0574-1", "number": "1"}]},
            "period": {"text": "x", "start": "2020-01-01", "end": None},
            "sections": [
                {"role": "overview", "number": "一、", "title": "总体情况", "text": "甲\n乙"}
            ],
            "dates": ["2020-02-30", "2020-03-01"],
        },
        2021,
    )
    assert report.title.text == "某局2020年政府信息公开工作年度报告"
    assert report.document.blocks[report.title.location.block].text.startswith("某局 2020")
    assert report.contact.phones[0].area_code is None
    assert report.period.start == datetime.date(2020, 1, 1)
    (section,) = report.sections
    assert (section.heading.style, section.heading.ordinal) == ("一、", 1)
    assert [block.text for block in section.blocks] == ["甲", "乙"]
    assert [date.date for date in report.dates] == [None, datetime.date(2020, 3, 1)]


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"aplications": {}}, "unknown part 'aplications'; did you mean 'applications'?"),
        ({"applications": {"recieved": 1}}, "did you mean 'applications.received.total'?"),
        ({"title": {"txt": "x"}}, "did you mean 'text'?"),
    ],
)
def test_values_that_make_no_report(values, why):
    with pytest.raises(PartialError) as error:
        partial_report(values, 2021)
    assert why in str(error.value)


def test_a_text_is_read_as_a_whole_report():
    text = "某局2023年政府信息公开工作年度报告\n一、总体情况\n甲。"
    report = example_report({"text": text}, 2021)
    assert report.sections[0].role == "overview"


def test_examples_that_do_not_do_what_they_say_are_told():
    rule = load_rules().get("reviews-total")
    fails, passes = rule.examples["fails"], rule.examples["passes"]
    bad = replace(
        rule,
        examples={
            "fails": [*passes, {"reviws": {}}],
            "passes": [*fails, {"reviews": {"total": 1}}],
        },
    )
    details = [result.detail for result in run_examples(RuleSet((bad,)), "en") if not result.ok]
    assert details[0] == "the rule finds nothing here (holds)"
    assert details[1].startswith("no report: unknown part 'reviws'")
    assert details[2].startswith("the rule finds this: the total of reviews is 2")
    assert details[3] == "the rule cannot decide here"


def test_a_message_without_its_value_is_told():
    rule = load_rules().get("reviews-total")
    bad = replace(rule, messages={"default": {"zh": "{nothing}", "en": "x"}})
    assert "{nothing}" in run_examples(RuleSet((bad,)))[0].detail


def test_a_rule_is_explained():
    told = explain(load_rules().get("applications-balance"), "en")
    assert told.body == "received + carried == closed + carried_forward"
    assert told.looks_at == "applications.columns"
    assert told.basis == {
        2019: ("form of 国办公开办函〔2019〕60号",),
        2021: ("form of 国办公开办函〔2021〕30号",),
    }


@pytest.mark.parametrize(
    "values",
    [
        {"sections": [5]},
        {"sections": [{"role": ["other"]}]},
        {"sections": "overview"},
        {"sections": [{"role": "other", "text": 5}]},
        {"sections": [{"role": "other", "number": [1]}]},
        {"sections": [{"role": "other", "subheadings": [None]}]},
        {"title": 5},
        {"year": "2021"},
        {"period": {"text": "x", "start": "2021-13-01"}},
        {"dates": ["yesterday"]},
        {"dates": [{"year": 2021}]},
        {"notes": [{"page": 2}]},
        {"preamble": {"blocks": [5]}},
        {1: 2},
    ],
)
def test_values_of_the_wrong_kind_are_told(values):
    with pytest.raises(PartialError):
        partial_report(values, 2021)
