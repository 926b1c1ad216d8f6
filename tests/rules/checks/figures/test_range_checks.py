"""Ranges cover every figure of every form, and let real extremes pass."""

import pytest
from builders import findings, findings_of, grid, places, report, with_row

from gxcheck.data import read_yaml
from gxcheck.report.lineage import EDITIONS
from gxcheck.rules.checks.figures.ranges import range_of
from gxcheck.rules.values import fields_of

KINDS = ("government", "department", "township", "other")
ORGANS = {
    "government": "云阳县人民政府",
    "department": "云阳县林业局",
    "township": "云阳县凤鸣镇人民政府",
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_figure_has_a_range_with_its_source(edition, kind):
    sources = read_yaml("ranges.yml")["sources"]
    for path in fields_of(edition):
        limit = range_of(path, kind)
        assert limit.most > 0
        assert set(sources[limit.source]) == {"zh", "en"}


def test_no_range_and_no_source_is_idle():
    declared = read_yaml("ranges.yml")
    assert {item["source"] for item in declared["ranges"]} == set(declared["sources"])
    paths = {path for edition in EDITIONS for path in fields_of(edition)}
    for item in declared["ranges"]:
        for field in item["fields"]:
            assert any(path == field or path.startswith(field) for path in paths), field


def test_smaller_organs_have_smaller_ranges():
    for path in fields_of(2021):
        most = [range_of(path, kind).most for kind in KINDS[:3]]
        assert most == sorted(most, reverse=True), path
        assert range_of(path, "other") == range_of(path, "government")


@pytest.mark.parametrize(
    ("kind", "figures"),
    [
        ("government", {"proactive.fees.amount": "96171.6"}),
        ("government", {"proactive.penalties.decisions": "6937489"}),
        ("government", {"proactive.licences.decisions": "27642000"}),
        ("government", {"proactive.regulations.in_force": 98}),
        ("department", {"proactive.penalties.decisions": "3985758"}),
        ("township", {"proactive.penalties.decisions": 812}),
    ],
)
def test_real_extremes_are_silent(kind, figures):
    of = report(2021, {"proactive": grid(2021, "proactive", figures)}, organ=ORGANS[kind])
    assert of.organ.kind == kind
    assert findings("range", of) == []


@pytest.mark.parametrize(
    ("kind", "path", "value"),
    [
        ("government", "proactive.regulations.issued", 500),
        ("department", "proactive.regulations.issued", 500),
        ("government", "proactive.fees.amount", 961716000),
        ("township", "proactive.normative_documents.issued", 20230101),
    ],
)
def test_the_impossible_is_found(kind, path, value):
    table = grid(2021, "proactive", {path: value})
    (found,) = findings("range", report(2021, {"proactive": table}, organ=ORGANS[kind]))
    assert found.place == path
    assert str(value) in found.message
    assert found.level == "warning"


def test_ten_thousand_people_in_a_department():
    figures = {"annex.staff.total": 10000, "annex.staff.part_time": 10000}
    of = report(2008, {"annex": grid(2008, "annex", figures)})
    assert places("range", of) == ["annex.staff.total", "annex.staff.part_time"]


def test_a_change_far_below_zero():
    figures = {"proactive.licences.change": -900000000}
    of = report(2019, {"proactive": grid(2019, "proactive", figures)})
    assert places("range", of) == ["proactive.licences.change"]


def test_parts_above_their_total_where_the_sum_cannot_tell():
    rows = with_row(grid(2021, "applications"), "（一）予以公开", [6, 0, 0, 0, 0, 0, 6])
    rows = with_row(rows, "（七）总计", [5, 0, 0, 0, 0, 0, 5])
    rules = ["part-exceeds-total", "applications-closed", "applications-row-total"]
    sums = findings_of(rules, report(2021, {"applications": rows}))
    assert {f.rule for f in sums} == {"applications-closed"}
    rows = [row for row in rows if "重复申请" not in row[0]]
    kept = findings_of(rules, report(2021, {"applications": rows}))
    assert [(f.rule, f.place) for f in kept] == [
        ("part-exceeds-total", "applications.closed.natural_person"),
        ("part-exceeds-total", "applications.closed.total"),
    ]


def test_more_carried_forward_or_closed_than_there_was():
    rows = with_row(grid(2021, "applications"), "四、结转下年度继续办理", [2, 0, 0, 0, 0, 0, 2])
    of = report(2021, {"applications": rows})
    assert places("carried-forward-exceeds", of) == [
        "applications.carried_forward.natural_person",
        "applications.carried_forward.total",
    ]
    assert places("closed-exceeds", of) == []


@pytest.mark.parametrize(
    ("organ", "found"),
    [
        ("云阳县林业局", True),
        ("云阳县凤鸣镇人民政府", True),
        ("云阳县人民政府", True),
        ("宁波市人民政府", False),
        ("广西壮族自治区人民政府", False),
    ],
)
def test_who_may_make_rules(organ, found):
    figures = {"proactive.regulations.issued": 3, "proactive.regulations.in_force": 3}
    of = report(2021, {"proactive": grid(2021, "proactive", figures)}, organ=organ)
    assert bool(findings("rules-by-department", of)) is found


def test_fewer_in_force_than_issued():
    figures = {
        "proactive.normative_documents.issued": 5,
        "proactive.normative_documents.in_force": 3,
    }
    of = report(2021, {"proactive": grid(2021, "proactive", figures)})
    (found,) = findings("documents-in-force", of)
    assert found.place.startswith("proactive.normative_documents")
    assert "行政规范性文件" in found.message
