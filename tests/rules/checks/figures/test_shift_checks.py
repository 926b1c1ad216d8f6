"""Figures a cell too far, and figures with a digit too many: only where all sums agree on it."""

import pytest
from builders import Grid, findings, findings_of, grid, places, report, with_row
from hypothesis import given, settings
from hypothesis import strategies as st

from gxcheck.report.forms import form
from gxcheck.rules.checks.figures.neighbours import is_too_long
from gxcheck.rules.checks.figures.shifts import move_between
from gxcheck.rules.model import Finding

RIGHT = {
    "一、本年新收政府信息公开申请数量": [12, 3, 0, 0, 0, 1, 16],
    "二、上年结转政府信息公开申请数量": [1, 0, 0, 0, 0, 0, 1],
    "（一）予以公开": [12, 0, 0, 0, 0, 0, 12],
    "1.本机关不掌握相关政府信息": [0, 2, 0, 0, 0, 0, 2],
    "2.重复申请": [0, 1, 0, 0, 0, 0, 1],
    "（七）总计": [12, 3, 0, 0, 0, 0, 15],
    "四、结转下年度继续办理": [1, 0, 0, 0, 0, 1, 2],
}
DISCLOSED = "（一）予以公开"


def table_with(changed: dict[str, list[object]]) -> Grid:
    rows = grid(2021, "applications")
    for label, cells in {**RIGHT, **changed}.items():
        rows = with_row(rows, label, cells)
    return rows


def shifted(changed: dict[str, list[object]]) -> list[Finding]:
    return findings("cells-shifted", report(2021, {"applications": table_with(changed)}))


def test_a_sound_table_is_left_alone():
    assert shifted({}) == []


def test_a_whole_number_with_a_point_is_that_number():
    assert shifted({DISCLOSED: [12, 0, 0, 0, 0, 0, "12.0"]}) == []


@pytest.mark.parametrize(
    ("label", "cells", "words"),
    [
        (DISCLOSED, [0, 12, 0, 0, 0, 0, 12], "对调"),
        (DISCLOSED, [1, 2, 0, 0, 0, 0, 12], "拆"),
        (DISCLOSED, [1, 2, 0, 0, 0, 0, 0], "拆"),
        ("1.本机关不掌握相关政府信息", [0, 0, 2, 0, 0, 0, 2], "对调"),
        ("1.本机关不掌握相关政府信息", [0, 2, 0, 0, 0, 2, 0], "对调"),
        ("1.本机关不掌握相关政府信息", [0, 2, 0, 0, 0, 2], "少了一格"),
        ("（七）总计", [12, "", 3, 0, 0, 0, 15], "对调"),
        ("（七）总计", [0, 12, 3, 0, 0, 0, 0], "多了一格"),
        ("一、本年新收政府信息公开申请数量", [3, 12, 0, 0, 0, 1, 16], "对调"),
    ],
)
def test_the_move_that_mends_all_sums_is_told(label, cells, words):
    (found,) = shifted({label: cells})
    assert words in found.message
    assert " ".join(map(str, RIGHT[label])) in found.message
    assert found.level == "warning"


def test_two_rows_that_could_be_meant_are_left_to_the_sums():
    assert (
        shifted(
            {
                "1.本机关不掌握相关政府信息": [1, 1, 0, 0, 0, 0, 2],
                "2.重复申请": [1, 0, 0, 0, 0, 0, 1],
            }
        )
        == []
    )
    assert shifted({"四、结转下年度继续办理": [1, 0, 0, 0, 1, 0, 2]}) == []


def test_an_error_that_no_move_explains():
    assert shifted({DISCLOSED: [11, 0, 0, 0, 0, 0, 11]}) == []
    assert shifted({DISCLOSED: [12, 0, 0, 0, 0, 0, 13]}) == []


def test_a_row_with_words_in_a_cell_has_lost_none():
    assert shifted({"1.属于国家秘密": [0, 0, 0, 0, 0, 0, "保密"]}) == []


def test_the_figure_with_a_digit_too_many():
    rows = table_with({DISCLOSED: [12, 0, 0, 0, 0, 0, 122]})
    found = findings_of(["neighbours", "cells-shifted"], report(2021, {"applications": rows}))
    assert [(f.rule, f.place) for f in found] == [("neighbours", "applications.disclosed.total")]
    assert "12" in found[0].message


def test_a_wrong_figure_that_is_not_longer_is_no_neighbour():
    rows = table_with({DISCLOSED: [12, 0, 0, 0, 0, 0, 13]})
    assert places("neighbours", report(2021, {"applications": rows})) == []


@pytest.mark.parametrize(("value", "suggested"), [(33, 3), (122, 12), (300, 3), (100, 10)])
def test_too_long(value, suggested):
    assert is_too_long(value, suggested)


@pytest.mark.parametrize(("value", "suggested"), [(3, 3), (13, 2), (10, 0), (3, 33), (299, 3)])
def test_not_too_long(value, suggested):
    assert not is_too_long(value, suggested)


@given(st.lists(st.integers(0, 99), min_size=6, max_size=6), st.integers(0, 5))
def test_an_exchange_is_its_own_repair(parts, at):
    right = [*parts, sum(parts)]
    wrong = list(right)
    wrong[at], wrong[at + 1] = wrong[at + 1], wrong[at]
    move = move_between(wrong, right)
    assert move is not None if wrong != right else True
    assert move_between(right, right) is None or 0 in right


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_whatever_is_told_mends_every_sum(data):
    rows = {row.key: row.label for row in form(2021).tables["applications"].rows}
    label = data.draw(st.sampled_from(sorted(RIGHT)))
    cells = data.draw(st.permutations(RIGHT[label]))
    for found in shifted({label: list(cells)}):
        key = found.place.removeprefix("applications.")
        mended = [int(n) for n in str(found.values["repaired"]).split()]
        assert sum(mended[:-1]) == mended[-1]
        assert rows[key] in RIGHT
