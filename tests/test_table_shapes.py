"""The official tables in shapes of real pages: every cell right, and no alarm about the form."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

import form_files
import gxcheck
import table_layouts
from form_reports import FormReport, Part, department, government
from gxcheck.checking import Review
from gxcheck.rules.values import figures_of
from table_shapes import (
    SHAPES,
    Shape,
    with_an_extra_row,
    with_lawsuits_first,
    with_some_totals_alone,
    with_total_alone,
)

FORMS = {
    "table-missing",
    "table-row-missing",
    "table-row-extra",
    "table-column-missing",
    "cell-blank",
    "cell-not-a-number",
    "cells-shifted",
    "section-missing",
    "applications-row-total",
}
LAYOUTS = (
    *("tabs", "full_grid", "pipes", "padded_pipes", "cell_pipes", "opened_rows", "tab_separated"),
    *("commas", "cell_lines", "spaced_cell_lines", "indented_cell_pipes"),
)


@dataclass(frozen=True)
class Shaped(FormReport):
    """A report whose tables have another shape."""

    shape: Shape = list

    def parts(self) -> list[Part]:
        parts = super().parts()
        return [part if isinstance(part, str) else self.shape(part) for part in parts]


def review(shape: Shape, layout: str) -> Review:
    report = Shaped(**vars(government()), shape=shape)
    setters: dict[str, Callable[[FormReport], bytes]] = {
        "docx": form_files.docx,
        "html": form_files.web_page,
    }
    if layout in setters:
        return gxcheck.review(setters[layout](report))
    write = getattr(table_layouts, layout)
    texts = [part if isinstance(part, str) else write(part) for part in report.parts()]
    return gxcheck.review("\n".join(texts).encode())


def wrong(found: Review) -> dict[str, str]:
    """The cells that are not read as they were written."""
    figures, written = figures_of(found.report), government().figures
    return {path: figures[path].raw for path in written if figures[path].raw != written[path]}


def alarms(found: Review) -> set[str]:
    return {finding.rule for finding in found.findings} & FORMS


UNREADABLE = {
    "remarks": {"commas"},  # a row that ends in words is prose to it
    "notes on filling in": {"commas"},  # as is one whose first cell is long
    "merged headers filled": {"cell_lines", "spaced_cell_lines", "indented_cell_pipes"},
}


@pytest.mark.parametrize(
    ("shape", "layout"),
    [
        (shape, layout)
        for shape in SHAPES
        for layout in (*LAYOUTS, "docx", "html")
        if layout not in UNREADABLE.get(shape, ())
    ],
)
def test_every_cell_is_read_and_nothing_said_of_the_form(shape, layout):
    found = review(SHAPES[shape], layout)
    assert wrong(found) == {}
    assert alarms(found) == set()


@pytest.mark.parametrize("layout", [*LAYOUTS, "docx", "html"])
def test_totals_beside_one_blank_cell(layout):
    found = review(with_total_alone, layout)
    rows = set(wrong(found))
    assert rows == {path for path in government().figures if is_applicant(path)}
    assert not alarms(found) & {"table-missing", "applications-row-total"}


def is_applicant(path: str) -> bool:
    return path.startswith("applications.") and not path.endswith(".total")


@pytest.mark.parametrize("layout", ["tabs", "pipes", "full_grid", "tab_separated", "docx", "html"])
def test_some_totals_beside_one_blank_cell(layout):
    found = review(with_some_totals_alone, layout)
    assert len(wrong(found)) == 18
    assert set(wrong(found).values()) == {""}
    assert all(map(is_applicant, wrong(found)))


@pytest.mark.parametrize("layout", [*LAYOUTS, "docx", "html"])
def test_a_row_of_no_form_is_extra_and_moves_nothing(layout):
    found = review(with_an_extra_row, layout)
    assert wrong(found) == {}
    assert alarms(found) == {"table-row-extra"}


def test_a_merged_label_that_stands_over_each_of_its_columns_is_no_altered_one():
    report = department()
    texts = [
        one if isinstance(one, str) else table_layouts.filled_tabs(one) for one in report.parts()
    ]
    found = gxcheck.review("\n".join(texts).encode())
    assert {finding.rule for finding in found.findings} <= {"range"}
    figures = figures_of(found.report)
    assert all(figures[path].raw == words for path, words in report.figures.items())


@pytest.mark.parametrize("layout", ["full_grid", "tab_separated", "commas", "docx", "html"])
def test_lawsuits_before_reviews(layout):
    assert wrong(review(with_lawsuits_first, layout)) == {}
