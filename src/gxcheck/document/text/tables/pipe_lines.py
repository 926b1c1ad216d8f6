"""Tables whose cells stand a line each, with a pipe in a line of its own between two of them.

The pipe may stand below each cell or above it, and empty lines around both; one more may open each
row. Nothing else tells where a row ends, so all cells are one row, as in other tables of a cell a
line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from gxcheck.document.text.lines import Draft, Page, Span
from gxcheck.document.typography import Typography

__all__ = ["PipeLines"]

_LEAST = 6  # cells of a table
_ROWS = 2
_LABELS = 3  # of a row: those of its groups and its own
_LONG = 90  # characters of a cell
_SHORT = 12  # characters of a line that the next one goes on; headings of sections are longer


class PipeLines:
    """Reads one such table."""

    def __init__(self, page: Page, words: Typography) -> None:
        self.page = page
        self.words = words
        self._looked_at = 0  # the line up to which there are cells of no table

    def read(self, first: int, above: Span | None) -> tuple[Draft, int] | None:
        """The table whose first pipe stands in the line `first`, and the line after the table.

        The text `above` that line is its first cell, if it `takes` it. None where there is no such
        table.
        """
        if first < self._looked_at or not self._is_pipe(first):
            return None
        cells = [above] if above and self.takes(above, first) else []
        line = first + 1
        while found := self._cell(line):
            cell, line = found
            cells.append(cell)
        last = self._after_blanks(line)
        if last < len(self.page.raw) and self._is_value(self.page.spans[last]):
            cells, line = [*cells, self.page.spans[last]], last + 1
        if cells[:1] != [above]:
            cells, line = self._without_openings(cells, line)
        if len(cells) < _LEAST:
            return None
        self._looked_at = line
        return (Draft([cells]), line) if any(map(self._is_value, cells)) else None

    def _without_openings(self, cells: list[Span], line: int) -> tuple[list[Span], int]:
        """The cells without those that are blank only because a pipe opens each row.

        That is so where a blank one stands before every label that begins a row. A heading among
        them ends the table; `line` is the one after the cells.
        """
        kinds = list(map(self._kind, cells))
        last = next((at for at in range(1, len(cells)) if self._heads(cells, kinds, at)), None)
        own, kinds = cells[:last], kinds[:last]
        begun = [at for at, pair in enumerate(pairwise(kinds)) if pair[1] == "label" != pair[0]]
        if len(begun) < _ROWS or any(kinds[at] == "value" for at in begun):
            return cells, line
        opened = {*begun, *_below_headers(kinds)}
        kept = [cell for at, cell in enumerate(own) if at not in opened]
        return kept, cells[last].line if last else line

    def _heads(self, cells: Sequence[Span], kinds: Sequence[str], at: int) -> bool:
        """Whether a cell is the heading of a section: words of a table's first row follow it."""
        if kinds[at - 1] == "label" or kinds[at : at + 2] != ["label", "label"]:
            return False
        below = self.page.of(cells[at + 1])
        listed = below in self.words.units or self.words.mark.match(below)
        return self._is_heading(cells[at]) and not listed

    def _kind(self, cell: Span) -> str:
        if cell.end == cell.start:
            return "blank"
        return "value" if self._is_value(cell) else "label"

    def _is_heading(self, cell: Span) -> bool:
        return self.words.lists[0].match(self.page.of(cell)) is not None

    def takes(self, above: Span, first: int) -> bool:
        """Whether a text is a cell of the table whose first pipe stands in the line `first`.

        Nothing stands between them, and it is no sentence and no heading.
        """
        spans, line = self.page.spans, first - 1
        while line > above.line and spans[line].end == spans[line].start:
            line -= 1
        if line > above.line or not self._is_cell(line):
            return False
        return self.page.text[above.end - 1] not in self.words.stops and not self._is_heading(above)

    def _cell(self, line: int) -> tuple[Span, int] | None:
        """The cell before the next pipe, and the line after that; a blank one is no line."""
        spans = self.page.spans
        begin = last = self._after_blanks(line)
        while self._is_cell(last) and (last == begin or self._goes_on(last - 1)):
            last += 1
        pipe = self._after_blanks(last)
        if not self._is_pipe(pipe):
            return None
        if last == begin:
            return replace(spans[pipe], end=spans[pipe].start), pipe + 1
        return replace(spans[begin], end=spans[last - 1].end), pipe + 1

    def _after_blanks(self, line: int) -> int:
        """The first line from `line` on that is not empty."""
        spans = self.page.spans
        while line < len(spans) and spans[line].end == spans[line].start:
            line += 1
        return line

    def _goes_on(self, line: int) -> bool:
        """Whether a line is so short that its cell may go on in the next one: no figure is."""
        span = self.page.spans[line]
        return span.end - span.start <= _SHORT and not self._is_value(span)

    def _is_cell(self, line: int) -> bool:
        """Whether a line has text that may be that of a cell, and no pipe."""
        if line >= len(self.page.raw) or "|" in self.page.raw[line]:
            return False
        span = self.page.spans[line]
        return 0 < span.end - span.start <= _LONG

    def _is_value(self, cell: Span) -> bool:
        """Whether a cell has a figure or a mark for none."""
        text = self.page.of(cell)
        return text in self.words.none_marks or self.words.number.fullmatch(text) is not None

    def _is_pipe(self, line: int) -> bool:
        return line < len(self.page.raw) and self.page.raw[line].strip() == "|"


def _below_headers(kinds: Sequence[str]) -> Iterator[int]:
    """Where a blank cell stands below labels, more than a row has, and above its figures."""
    labels = 0
    for at, (kind, below) in enumerate(pairwise(kinds)):
        if kind == "blank" and below != "label" and labels > _LABELS:
            yield at
        labels = labels + 1 if kind == "label" else 0
