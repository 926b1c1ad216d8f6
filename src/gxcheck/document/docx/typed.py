"""Tables that are typed into the paragraphs of a Word file that has no table."""

from __future__ import annotations

from collections.abc import Sequence

from gxcheck.document.docx.drafts import Draft, Grid, GridCell, Line
from gxcheck.document.docx.parting import between
from gxcheck.document.typed import Cells, with_typed_tables

__all__ = ["with_typed_grids"]


def with_typed_grids(drafts: list[Draft]) -> Sequence[Draft]:
    """The drafts of a body with the tables that are typed in it; as they are if it has others."""
    lines = [draft for draft in drafts if isinstance(draft, Line)]
    if not lines or len(lines) < len(drafts):
        return drafts
    return with_typed_tables(lines, [line.text for line in lines], between, _grid)


def _grid(cells: Cells[Line], blanks_shown: bool) -> Grid:
    rows = [
        [GridCell(row, at, lines=lines) for at, lines in enumerate(line)]
        for row, line in enumerate(cells)
    ]
    return Grid(rows, typed=True, blanks_shown=blanks_shown)
