"""Tables that are typed into the paragraphs of a page that has no table."""

from __future__ import annotations

from collections.abc import Sequence

from gxcheck.document.html.pieces import Line
from gxcheck.document.html.spans import ONE
from gxcheck.document.html.walk import Draft, RowDraft, TableDraft
from gxcheck.document.typed import Cells, with_typed_tables

__all__ = ["with_typed_drafts"]


def with_typed_drafts(drafts: list[Draft]) -> list[Draft]:
    """The drafts with the tables that are typed in them; as they are if there are others."""
    lines = [draft for draft in drafts if isinstance(draft, Line)]
    if not lines or len(lines) < len(drafts):
        return drafts
    return with_typed_tables(lines, [line.text for line in lines], Line.part, _table)


def _table(cells: Cells[Line], blanks_shown: bool) -> TableDraft:
    return TableDraft([_row(row) for row in cells], typed=True, blanks_shown=blanks_shown)


def _row(cells: Sequence[Sequence[Line]]) -> RowDraft:
    lines = [_joined(cell) for cell in cells]
    texts, starts, offsets, _ = zip(*lines, strict=True)
    return RowDraft(texts, starts, offsets, [ONE] * len(lines))


def _joined(parts: Sequence[Line]) -> Line:
    """The parts of a cell that stand below each other as one."""
    if len(parts) == 1:
        return parts[0]
    offsets = [at for part in parts for at in _offsets(part)]
    return Line("\n".join(part.text for part in parts), offsets[0], tuple(offsets))


def _offsets(line: Line) -> Sequence[int]:
    """The place of each character and of the end."""
    return line.offsets or range(line.offset, line.offset + len(line.text) + 1)
