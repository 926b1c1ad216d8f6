"""Makes the blocks of a document from the lines and tables found in a text, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gxcheck.document.limits import Limits
from gxcheck.document.model import Block, Cell, Location, Paragraph, Table
from gxcheck.document.refusal import refusal
from gxcheck.document.text.lines import Column, Draft, Page, Span
from gxcheck.document.text.paragraphs import Lines

__all__ = ["Builder"]


class Builder:
    """Builds the blocks of one text. Raises `ReadError` where they are more than `limits` allow."""

    def __init__(self, page: Page, limits: Limits, name: str | None) -> None:
        self._page = page
        self._limits = limits
        self._name = name
        self._cells = 0

    def blocks(self, items: list[Lines | Draft]) -> tuple[Block, ...]:
        """The blocks, in the order in which they begin."""
        if len(items) > self._limits.blocks:
            raise refusal("too_many_blocks", self._name, limit=self._limits.blocks)
        return tuple(
            self._table(item, number) if isinstance(item, Draft) else self._paragraph(item, number)
            for number, item in enumerate(items)
        )

    def _table(self, draft: Draft, block: int) -> Table:
        self._cells += sum(map(len, draft.rows))
        if self._cells > self._limits.cells:
            raise refusal("too_many_cells", self._name, limit=self._limits.cells)
        rows = tuple([self._row(cells, block, row) for row, cells in enumerate(draft.rows)])
        first = draft.rows[0][0]
        start = Location(
            block, offset=first.start, line=first.line + 1, column=first.start - first.begin + 1
        )
        return Table(rows, start, spans_known=False, blanks_shown=draft.blanks_shown)

    def _row(self, cells: Sequence[Span], block: int, row: int) -> tuple[Cell, ...]:
        shown, hidden = self._page.shown, self._page.hidden
        made = []
        for place, span in enumerate(cells):
            start = span.start
            text, offsets = shown[start : span.end], None
            if isinstance(span, Column):
                text, offsets = self._visible(list(self._lines(span)))
            elif hidden and hidden in text:
                text, offsets = self._visible([range(start, span.end)])
            line, column = span.line + 1, start - span.begin + 1
            location = Location(block, 0, len(text), row, place, start, line, column)
            made.append(Cell(text, location, offsets))
        return tuple(made)

    def _lines(self, cell: Column) -> Iterator[range]:
        """The characters of a column's lines, each with the line end behind it."""
        yield range(cell.start, cell.end)
        for above, piece in pairwise(cell.pieces):
            line_end = self._page.shown.index("\n", above.end)
            yield range(line_end, line_end + 1)
            yield range(piece.start, piece.end)

    def _paragraph(self, lines: Lines, block: int) -> Paragraph:
        first, *further = lines.spans
        start = first.start
        pieces = list(self._pieces(lines.spans)) if further else [range(start, first.end)]
        text, offsets = self._page.shown[start : pieces[-1].stop], None
        if len(pieces) > 1 or (self._page.hidden and self._page.hidden in text):
            text, offsets = self._visible(pieces)
        line, column = first.line + 1, start - first.begin + 1
        location = Location(block, 0, len(text), None, None, start, line, column)
        return Paragraph(text, location, offsets, None, lines.role)

    def _pieces(self, spans: list[Span]) -> Iterator[range]:
        """The characters of lines with the line ends between; other marks there are left out."""
        text = self._page.shown
        start = spans[0].start
        for upper, lower in pairwise(spans):
            between = text[upper.end : lower.start]
            if between.isspace():
                continue
            yield range(start, upper.end)
            for at, mark in enumerate(between, upper.end):
                if mark == "\n":
                    yield range(at, at + 1)
            start = lower.start
        yield range(start, spans[-1].end)

    def _visible(self, pieces: Sequence[range]) -> tuple[str, tuple[int, ...]]:
        """The characters of pieces without hidden marks, and where each stands."""
        shown, hidden = self._page.shown, self._page.hidden
        text = "".join([shown[piece.start : piece.stop] for piece in pieces])
        offsets = [at for piece in pieces for at in piece]
        if hidden:
            text = text.replace(hidden, "")
            offsets = [at for at in offsets if shown[at] != hidden]
        return text, (*offsets, offsets[-1] + 1)
