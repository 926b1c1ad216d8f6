"""Makes the blocks of a page's document, with the place of each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from gxcheck.document.html.pieces import Line
from gxcheck.document.html.source import PageSource
from gxcheck.document.html.spans import Place, place_cells
from gxcheck.document.html.walk import CellDraft, Draft, TableDraft
from gxcheck.document.limits import Limits
from gxcheck.document.model import Block, Cell, Location, Paragraph, Role, Table
from gxcheck.document.refusal import refusal
from gxcheck.document.typography import typography

__all__ = ["Builder"]

_PAGE_NUMBER = 20


class Builder:
    """Numbers the blocks, and counts what is in them against the limits."""

    def __init__(self, source: PageSource, limits: Limits, name: str | None) -> None:
        self._source = source
        self._limits = limits
        self._name = name
        self._cells = 0

    def blocks(self, drafts: Sequence[Draft]) -> tuple[Block, ...]:
        """The blocks of the drafts in their order; raises `ReadError` where they are too many."""
        if len(drafts) > self._limits.blocks:
            raise refusal("too_many_blocks", self._name, limit=self._limits.blocks)
        if sum(map(_length, drafts)) > self._limits.characters:
            raise refusal("too_many_characters", self._name, limit=self._limits.characters)
        return tuple(
            self._paragraph(draft, number)
            if isinstance(draft, Line)
            else self._table(draft, number)
            for number, draft in enumerate(drafts)
        )

    def _paragraph(self, line: Line, block: int) -> Paragraph:
        row, column = self._source.place(line.offset)
        location = Location(block, 0, len(line.text), offset=line.offset, line=row, column=column)
        return Paragraph(
            line.text, location, line.offsets, _role(line.text), lines=self._source.lines
        )

    def _table(self, draft: TableDraft, block: int) -> Table:
        self._cells += sum(map(len, draft.rows))
        spans = [[cell.spans for cell in row] for row in draft.rows]
        placed = place_cells(spans, _ends(draft), self._limits.cells)
        if placed is None or self._cells > self._limits.cells:
            raise refusal("too_many_cells", self._name, limit=self._limits.cells)
        rows = tuple(
            tuple(map(partial(self._cell, block, number), cells, places))
            for number, (cells, places) in enumerate(zip(draft.rows, placed, strict=True))
        )
        first = next(row[0].location for row in rows if row)
        start = Location(block, offset=first.offset, line=first.line, column=first.column)
        return Table(rows, start)

    def _cell(self, block: int, row: int, cell: CellDraft, place: Place) -> Cell:
        (text, offset, offsets, _), _ = cell
        at, down, across = place
        line, column = self._source.place(offset)
        location = Location(block, 0, len(text), row, at, offset, line, column)
        return Cell(text, location, offsets, down, across, lines=self._source.lines)


def _length(draft: Draft) -> int:
    if isinstance(draft, Line):
        return len(draft.text)
    return sum(len(cell.line.text) for row in draft.rows for cell in row)


def _ends(draft: TableDraft) -> list[int]:
    """For each row the row after its group."""
    last = len(draft.rows)
    ends = [last] * last
    for start, end in zip([0, *draft.groups], [*draft.groups, last], strict=True):
        ends[start:end] = [end] * (end - start)
    return ends


def _role(text: str) -> Role:
    if len(text) > _PAGE_NUMBER:
        return "body"
    return "footer" if typography().page_number.fullmatch(text) else "body"
