"""What a table holds, once its cells have been read: a grid of cells, or but a layout of others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from gxcheck.document.docx.drafts import Draft, Grid, GridCell, Line, Piece, Text, plain
from gxcheck.document.docx.grid import Placed

__all__ = ["Held", "grid_of", "is_layout"]

Held: TypeAlias = list[list[tuple[Placed, list[Draft]]]]
_PROSE = 60


def grid_of(held: Held) -> Grid:
    """The cells with the lines in them; a table in a cell gives a line for each of its rows."""
    return Grid([[_cell(place, drafts) for place, drafts in row] for row in held])


def _cell(place: Placed, drafts: list[Draft]) -> GridCell:
    if len(drafts) == 1 and isinstance(drafts[0], Text):
        lines = [drafts[0].line]
    else:
        lines = [line for draft in drafts for line in _lines(draft)]
    return GridCell(lines, place.row, place.column, place.row_span, place.column_span)


def _lines(draft: Draft) -> Iterator[Line]:
    if isinstance(draft, Text):
        yield draft.line
        return
    for row in draft.rows:
        lines = [line for cell in row for line in cell.lines]
        pieces = [piece for line in lines for piece in (Piece("\t"), *line.pieces)]
        if lines:
            yield Line(lines[0].paragraph, pieces[1:])


def is_layout(held: Held) -> bool:
    """Whether a table only sets out what stands in it: one cell, or others' cells, or prose.

    What stands in one column below each other with nothing beside it is prose where it is long.
    """
    count = sum(map(len, held))
    if count <= 1:
        return True
    drafts = [draft for row in held for _, drafts in row for draft in drafts]
    nested = [len(row) for draft in drafts if isinstance(draft, Grid) for row in draft.rows]
    if sum(nested) >= count:
        return True
    if any(place.column for row in held for place, _ in row):
        return False
    return any(len(plain(draft.lines)) > _PROSE for draft in drafts if isinstance(draft, Text))
