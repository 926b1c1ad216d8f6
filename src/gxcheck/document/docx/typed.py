"""Tables that are typed into the paragraphs of a Word file that has no table."""

from __future__ import annotations

from collections.abc import Sequence

from gxcheck.document.docx.drafts import Draft, Grid, GridCell, Text, plain
from gxcheck.document.docx.parting import between
from gxcheck.document.typed import Cells, with_typed_tables

__all__ = ["with_typed_grids"]


def with_typed_grids(drafts: list[Draft]) -> Sequence[Draft]:
    """The drafts of a body with the tables that are typed in it; as they are if it has others."""
    texts = [draft for draft in drafts if isinstance(draft, Text)]
    if not texts or len(texts) < len(drafts):
        return drafts
    return with_typed_tables(texts, [plain(text.lines) for text in texts], _part, _grid)


def _part(text: Text, start: int, end: int) -> Text:
    return Text(between(text.line, start, end), text.role)


def _grid(cells: Cells[Text], blanks_shown: bool) -> Grid:
    rows = [
        [GridCell([text.line for text in cell], row, at) for at, cell in enumerate(line)]
        for row, line in enumerate(cells)
    ]
    return Grid(rows, typed=True, blanks_shown=blanks_shown)
