"""Tables whose cells stand a line each, closed by a pipe, as some tools save web pages.

Such a row has as many pipes as the table has columns: one closes each cell, and at its end stand
as many more as its cells are too few. Several pipes in one line therefore end a row, and the
distances between such lines tell the number of columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd

from msgspec.structs import replace

from gxcheck.document.text.lines import Draft, Page, Span
from gxcheck.document.text.tables.flat_lines import NOTE
from gxcheck.document.typography import Typography

__all__ = ["PipeCells"]

_LEAST_COLUMNS = 3
_LEAST_ROWS = 3
_LONG = 90


class PipeCells:
    """Reads one such table: its cells, up to the first line that is none of it."""

    def __init__(self, page: Page, words: Typography) -> None:
        self.page = page
        self.words = words
        self._between = "|" + page.blanks
        self._cells: list[Span] = []
        self._ends: list[int] = []
        self._open: Span | None = None

    def read(self, first: int) -> tuple[Draft, int] | None:
        """The table that begins in the line `first`, and the line after it; None where none does.

        None as well where the pipes do not add up: a row has lost a cell or won one.
        """
        if not self._may_begin(first):
            return None
        columns = self._columns(first)
        if columns < _LEAST_COLUMNS:
            return None
        last = self._gather(first, columns)
        if last is None or any(end % columns for end in self._ends):
            return None
        if self._open and self._open.line < last:  # nothing closes it
            return None
        rows = [self._cells[at : at + columns] for at in range(0, len(self._cells), columns)]
        if not any(map(self._has_text, (row[0] for row in rows))):
            rows = [row[1:] for row in rows]
        return (Draft(rows), last) if self._is_table(rows) else None

    def _may_begin(self, line: int) -> bool:
        """Whether a line closes but one cell."""
        text = self.page.of(self.page.spans[line])
        return text.endswith("|") and not text.strip("| \t\u3000").count("|")

    def _columns(self, line: int) -> int:
        """The largest number of columns for which the rows from `line` on end where they may.

        0 where the lines are no cells, or no line ends a row.
        """
        raw, spans = self.page.raw, self.page.spans
        columns = closed = 0
        for at in range(line, len(raw)):
            text = self.page.of(spans[at])
            pipes = text.count("|")
            if pipes:
                if not self._is_cell(text, pipes):
                    return 0
                closed += pipes
                if pipes > 1:
                    columns = gcd(columns, closed)
            elif text:
                break
        return columns

    def _is_cell(self, text: str, pipes: int) -> bool:
        """Whether a line with pipes has text in one cell at the most, not long but for notes."""
        room = _LONG + pipes + 1
        if "\\|" in text or (len(text) > room and len(NOTE.sub("", text)) > room):
            return False
        return "|" not in text.strip(self._between)

    def _gather(self, line: int, columns: int) -> int | None:
        """Collect the cells from `line` on; the line after them, None where they are no cells."""
        self._cells, self._ends, self._open = [], [], None
        raw, spans = self.page.raw, self.page.spans
        end = line
        while line < len(raw):
            text = self.page.of(spans[line])
            pipes = text.count("|")
            if pipes:
                if not self._is_cell(text, pipes):
                    return None
                self._take(spans[line], text)
                if pipes > 1:
                    self._ends.append(len(self._cells))
                end = line + 1
            elif text:
                if len(text) > _LONG or self._begins_after(line, columns):
                    break
                opened = self._open or spans[line]
                self._open = replace(opened, end=spans[line].end)
            line += 1
        return end

    def _begins_after(self, line: int, columns: int) -> bool:
        """Whether a line without a pipe stands below the table, and begins no row of it.

        One that does is closed by the line below; where rows open with a pipe that is the next's.
        """
        if len(self._cells) % columns:
            return False
        below = self.page.raw[line + 1] if line + 1 < len(self.page.raw) else ""
        return below.strip() != "|" or not self._has_text(self._cells[-columns])

    def _take(self, span: Span, text: str) -> None:
        """Take the cells that a line closes."""
        *cells, rest = self.page.parts(span, span.start, text.split("|"))
        for cell in cells:
            if self._open:
                cell = replace(self._open, end=cell.end if self._has_text(cell) else self._open.end)
            self._cells.append(cell)
            self._open = None
        if self._has_text(rest):
            self._open = rest

    def _has_text(self, cell: Span) -> bool:
        return cell.end > cell.start

    def _is_table(self, rows: Sequence[Sequence[Span]]) -> bool:
        """Whether rows begin with a label, one at the most with a figure or a blank."""
        if len(rows) < _LEAST_ROWS or not all(rows):
            return False
        return sum(not self._is_label(row[0]) for row in rows) <= 1

    def _is_label(self, cell: Span) -> bool:
        text = self.page.of(cell)
        if self.words.mark.match(text):
            return True
        return bool(text) and text not in self.words.none_marks and not text[0].isdigit()
