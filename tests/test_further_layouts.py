"""The official tables in the layouts of other programs: every figure is read, or none is."""

import pytest

import gxcheck
from form_reports import annex_report
from further_layouts import FURTHER, rows_apart
from gxcheck.rules.values import figures_of
from test_layouts import YEARS, named, wrong_cells


@pytest.mark.parametrize("edition", YEARS)
@pytest.mark.parametrize("none", ["0", "/", ""])
@pytest.mark.parametrize("layout", FURTHER, ids=named)
def test_every_cell_is_read_in_every_layout(layout, none, edition):
    assert wrong_cells(edition, layout, none, 0) == {}


@pytest.mark.parametrize("edition", YEARS)
def test_empty_lines_that_part_rows_and_stand_for_blank_cells(edition):
    assert [wrong_cells(edition, rows_apart, none, 0) for none in "0/"] == [{}, {}]
    for seed in range(3):
        wrong = wrong_cells(edition, rows_apart, "", seed)
        assert {state for _, state, _ in wrong.values()} <= {"absent"}


@pytest.mark.parametrize("layout", [one for one in FURTHER if "：" not in named(one)], ids=named)
def test_the_statistical_table_is_read_in_every_layout(layout):
    report = annex_report()
    text = "\n".join(one if isinstance(one, str) else layout(one) for one in report.parts())
    figures = figures_of(gxcheck.parse_text(text))
    assert {path: figures[path].raw for path in report.figures} == report.figures
