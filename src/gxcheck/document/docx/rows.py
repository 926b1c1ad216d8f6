"""The rows and cells of a table as the file has them, before their places are known."""

from __future__ import annotations

from lxml.etree import _Element
from msgspec import Struct

from gxcheck.document.docx.markup import flat, is_on, number, properties
from gxcheck.document.docx.names import (
    CELL_DELETED,
    CELL_MERGE,
    DELETED,
    GRID_AFTER,
    GRID_BEFORE,
    GRID_SPAN,
    H_MERGE,
    HIDDEN_ROW,
    TC,
    TC_PR,
    TC_W,
    TR,
    TYPE,
    V_MERGE,
    VAL,
    WIDTH_BEFORE,
    W,
)
from gxcheck.document.docx.outline import Outline

__all__ = ["RawCell", "RawRow", "rows_of"]

_MOST_COLUMNS = 4096  # that a cell may say to go over


class RawCell(Struct, frozen=True, gc=False):
    """A cell: over how many columns of the grid it says to go, and whether it goes on another."""

    element: _Element
    span: int = 1
    goes_on_above: bool = False
    goes_on_left: bool = False

    @property
    def width(self) -> int | None:
        """How wide it is, None where that is not told in a measure that can be compared."""
        told = properties(self.element, TC_PR)
        measure = None if told is None else next(told.iterchildren(TC_W), None)
        return None if measure is None else _width(measure)


class RawRow(Struct, frozen=True, gc=False):
    """A row: its cells, and the columns of the grid that it leaves free on either side."""

    cells: list[RawCell]
    before: int = 0
    after: int = 0
    width_before: int | None = 0


def rows_of(table: _Element, outline: Outline) -> list[RawRow]:
    """The rows of a table that are shown; `outline` is that of the part."""
    rows = (_row(child, outline) for child in flat(table) if child.tag == TR)
    return [row for row in rows if row is not None]


def _row(row: _Element, outline: Outline) -> RawRow | None:
    """A row; None where it is hidden or deleted."""
    before, after, width = 0, 0, None
    for told in outline.properties(row):
        tag = told.tag
        if tag == GRID_BEFORE:
            before = _count(told.get(VAL), 0)
        elif tag == GRID_AFTER:
            after = _count(told.get(VAL), 0)
        elif tag == WIDTH_BEFORE:
            width = _width(told)
        elif tag == DELETED or (tag == HIDDEN_ROW and is_on(told)):
            return None
    cells = [_cell(child, outline) for child in flat(row) if child.tag == TC]
    shown = [cell for cell in cells if cell is not None]
    return RawRow(shown, before, after, width if before else 0)


def _cell(cell: _Element, outline: Outline) -> RawCell | None:
    """A cell; None where it is deleted."""
    span, above, left = 1, False, False
    for told in outline.properties(cell):
        tag = told.tag
        if tag == GRID_SPAN:
            span = _count(told.get(VAL), 1)
        elif tag == V_MERGE:
            above = told.get(VAL) != "restart"
        elif tag == CELL_MERGE:
            above = told.get(V_MERGE) == "cont"
        elif tag == H_MERGE:
            left = told.get(VAL) != "restart"
        elif tag == CELL_DELETED:
            return None
    return RawCell(cell, span, above, left)


def _count(text: str | None, least: int) -> int:
    return min(max(number(text, least), least), _MOST_COLUMNS)


def _width(element: _Element) -> int | None:
    """A width in twentieths of a point, or in fiftieths of a percent: in a table all are alike."""
    if element.get(TYPE, "dxa") not in ("dxa", "pct"):
        return None
    width = number(element.get(W), 0)
    return width if width > 0 else None
