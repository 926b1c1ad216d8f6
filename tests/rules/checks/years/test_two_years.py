"""This year's report beside last year's: what must agree, and what must not."""

import pytest

import gxcheck
from gxcheck.rules.proving.partial import partial_report

YEARS = {
    "carry-over",
    "documents-roll-forward",
    "jump",
    "contact-changed",
    "text-reused",
    "figures-unchanged",
}


def found(now, before, *, year=2023):
    previous = partial_report({"year": year - 1, **before}, 2021)
    report = partial_report({"year": year, **now}, 2021)
    findings = gxcheck.check(report, previous=previous)
    return [(one.rule, one.place) for one in findings if one.rule in YEARS]


def outcomes(report, previous=None):
    review = gxcheck.review(report, previous=previous)
    return {one.rule: (one.verdict, one.reason) for one in review.outcomes if one.rule in YEARS}


def test_each_column_is_carried_over():
    now = {"applications": {"carried": {"natural_person": 2, "commercial_enterprise": 0}}}
    before = {
        "applications": {"carried_forward": {"natural_person": 1, "commercial_enterprise": 1}}
    }
    assert found(now, before) == [
        ("carry-over", "applications.carried.natural_person"),
        ("carry-over", "applications.carried.commercial_enterprise"),
    ]


def test_a_carry_over_that_agrees_is_silent():
    values = {"natural_person": 3, "total": 3}
    assert not found(
        {"applications": {"carried": values}}, {"applications": {"carried_forward": values}}
    )


def test_a_blank_of_last_year_decides_nothing():
    now, before = {"applications": {"carried": 2}}, {"applications": {"carried_forward": "/"}}
    previous = partial_report({"year": 2022, **before}, 2021)
    report = partial_report({"year": 2023, **now}, 2021)
    assert outcomes(report, previous)["carry-over"][0] == "not_evaluated"


def test_documents_roll_forward():
    row = {"issued": 4, "repealed": 1, "in_force": 30}
    now = {"proactive": {"normative_documents": row}}
    assert not found(now, {"proactive": {"normative_documents": {"in_force": 27}}})
    (one,) = found(now, {"proactive": {"normative_documents": {"in_force": 30}}})
    assert one == ("documents-roll-forward", "proactive.normative_documents.in_force")


@pytest.mark.parametrize(("length", "reused"), [(9, False), (10, True)])
def test_short_sentences_come_again_every_year(length, reused):
    text = "。".join(sign * length for sign in "甲乙丙丁戊己庚辛壬癸子丑") + "。"
    section = {"role": "problems", "number": "五、", "title": "存在的主要问题及改进情况"}
    same = {"sections": [{**section, "text": text}]}
    assert (("text-reused", "sections.problems") in found(same, same)) is reused


@pytest.mark.parametrize(
    ("earlier", "later", "jumps"),
    [(100, 500, False), (100, 501, True), (501, 100, True), (0, 90, False), (0, 101, True)],
)
def test_a_jump_is_more_than_five_times(earlier, later, jumps):
    now = {"proactive": {"licences": {"decisions": later}}}
    before = {"proactive": {"licences": {"decisions": earlier}}}
    assert bool(found(now, before)) is jumps


def test_the_carry_over_names_both_values():
    previous = partial_report({"year": 2022, "applications": {"carried_forward": 1}}, 2021)
    report = partial_report({"year": 2023, "applications": {"carried": 2}}, 2021)
    (finding,) = [f for f in gxcheck.check(report, previous=previous) if f.rule == "carry-over"]
    assert finding.values["earlier"] == 1
    assert finding.values["later"] == 2


def test_without_last_years_report_nothing_is_compared():
    report = partial_report({"year": 2023, "applications": {"carried": 2}}, 2021)
    assert {verdict for verdict, _ in outcomes(report).values()} == {"not_applicable"}


@pytest.mark.parametrize("year", [2021, 2023])
def test_a_report_of_another_year_is_not_last_years(year):
    report = partial_report({"year": 2023, "applications": {"carried": 2}}, 2021)
    other = partial_report({"year": year, "applications": {"carried_forward": 9}}, 2021)
    told = outcomes(report, other)
    assert {verdict for verdict, _ in told.values()} == {"not_evaluated"}
    assert str(year) in told["carry-over"][1]


def test_another_organs_report_is_not_last_years():
    now = {"year": 2023, "organ": {"name": "清溪县教育局"}, "applications": {"carried": 2}}
    before = {
        "year": 2022,
        "organ": {"name": "清溪县民政局"},
        "applications": {"carried_forward": 9},
    }
    told = outcomes(partial_report(now, 2021), partial_report(before, 2021))
    assert told["carry-over"] == ("not_evaluated", "提供的另一份报告是“清溪县民政局”的")


def test_growth_in_the_prose_is_judged_by_itself_where_another_report_was_given():
    title, heading = "某局2023年政府信息公开工作年度报告", "一、总体情况"
    text = f"{title}\n{heading}\n公开信息1250条，同比增长25%（上年1050条）。".encode()
    other = partial_report({"year": 1999}, 2021)
    growth = [f for f in gxcheck.check(text) if f.rule == "prose-growth"]
    again = [f for f in gxcheck.check(text, previous=other) if f.rule == "prose-growth"]
    assert len(growth) == 1
    assert again == growth


def test_the_previous_report_may_be_of_the_edition_before():
    now = {"year": 2021, "applications": {"carried": 2}}
    before = partial_report(
        {"edition": 2019, "year": 2020, "applications": {"carried_forward": 1}}, 2019
    )
    findings = gxcheck.check(partial_report(now, 2021), previous=before)
    assert [one.place for one in findings if one.rule == "carry-over"] == [
        "applications.carried.total"
    ]
