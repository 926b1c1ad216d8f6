"""Makes the blocks of a page's document, with the place of each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from gxcheck.document.html.pieces import Line
from gxcheck.document.html.source import PageSource
from gxcheck.document.html.spans import Placed, place_cells
from gxcheck.document.html.walk import Draft, RowDraft, TableDraft
from gxcheck.document.limits import Limits
from gxcheck.document.model import Block, Cell, Location, Paragraph, Role, Table
from gxcheck.document.refusal import refusal
from gxcheck.document.typography import typography

__all__ = ["Builder"]

_PAGE_NUMBER = 20  # characters of a line that numbers the page


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
        # No text is longer than its source, but a page may tell its title again.
        may_be_long = len(self._source.text) > self._limits.characters
        if may_be_long and sum(map(_length, drafts)) > self._limits.characters:
            raise refusal("too_many_characters", self._name, limit=self._limits.characters)
        return tuple(
            self._paragraph(draft, number)
            if isinstance(draft, Line)
            else self._table(draft, number)
            for number, draft in enumerate(drafts)
        )

    def _paragraph(self, line: Line, block: int) -> Paragraph:
        row, column = self._source.place(line.offset)
        location = Location(block, 0, len(line.text), None, None, line.offset, row, column)
        lines = self._source.lines
        return Paragraph(line.text, location, line.offsets, lines, _role(line.text))

    def _table(self, draft: TableDraft, block: int) -> Table:
        spans = [row.spans for row in draft.rows]
        self._cells += sum(map(len, spans))
        placed = place_cells(spans, _ends(draft), self._limits.cells)
        if placed is None or self._cells > self._limits.cells:
            raise refusal("too_many_cells", self._name, limit=self._limits.cells)
        rows = tuple(
            tuple(self._row(block, number, row, places))
            for number, (row, places) in enumerate(zip(draft.rows, placed, strict=True))
        )
        first = next(row[0].location for row in rows if row)
        start = Location(block, offset=first.offset, line=first.line, column=first.column)
        return Table(rows, start, not draft.typed, draft.blanks_shown)

    def _row(
        self, block: int, number: int, row: RowDraft, placed: Sequence[Placed]
    ) -> Sequence[Cell]:
        """The cells of a row. Of these a page has hundreds, so no more is called than must be."""
        made: list[Cell] = []
        lines = self._source.lines
        line = begin = end = 0  # those of the cell before, in which most cells stand as well
        cells = zip(row.texts, row.starts, row.offsets, placed, strict=True)
        for text, offset, offsets, (at, down, across) in cells:
            if not begin <= offset < end:
                line = bisect_right(lines, offset)
                begin = lines[line - 1]
                end = lines[line] if line < len(lines) else offset + 1
            column = offset - begin + 1
            location = Location(block, 0, len(text), number, at, offset, line, column)
            made.append(Cell(text, location, offsets, lines, down, across))
        return made


def _length(draft: Draft) -> int:
    if isinstance(draft, Line):
        return len(draft.text)
    return sum([sum(map(len, row.texts)) for row in draft.rows])


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
