"""Tables of pipes whose rows go over several lines, or stand apart from each other.

A line end inside a label does that, and an editor that folds long lines. Each row opens and closes
with a pipe. Where all rows have as many cells, the number of pipes tells where they end; else a row
goes on where a line is not closed by a pipe or the next one not opened by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from gxcheck.document.text.lines import Draft, Page, Span
from gxcheck.document.text.tables.bordered import cells_of_row, parted_at_borders
from gxcheck.document.typography import Typography
from gxcheck.patterns import own_pattern

__all__ = ["FoldedRows"]

_DASHES = own_pattern(":?-{3,}:?|:-+:?|-+:")
_LINES = 30  # of a row
_LONG = 60  # characters of a line without a pipe
_LEAST_PIPES = 3
_LEAST_ROWS = 2
_SURE_ROWS = 4
_LEAST_FIGURES = 2


class FoldedRows:
    """Reads such tables of a page."""

    def __init__(self, page: Page, words: Typography) -> None:
        self.page = page
        self.words = words
        self._passed = 0

    def read(self, first: int) -> tuple[Draft, int] | None:
        """The table that begins in the line `first` and the line after it; None where none does.

        None as well where each row is a line and no empty one stands between them, and where each
        line is a cell.
        """
        if first < self._passed or not self._opens(first) or self._text(first) == "|":
            return None
        for rows in self._readings(first):
            if self._are_cells(rows[0]):
                continue
            self._passed = max(self._passed, rows[-1].stop)
            if rows[-1].stop - first == len(rows):
                return None
            cells = [row for row in map(self._cells, rows) if not all(map(self._is_dash, row))]
            if self._is_table(cells):
                return Draft(cells), rows[-1].stop
        return None

    def _readings(self, first: int) -> Iterator[Sequence[range]]:
        """The lines of the rows: with as many pipes in each, then up to where lines are closed."""
        pipes = 0
        for line in range(first, min(first + _LINES, len(self.page.raw))):
            pipes += self._pipes(line)
            rows = self._counted(first, pipes) if self._closes(line) else []
            if len(rows) >= _LEAST_ROWS and pipes >= _LEAST_PIPES:
                yield rows
        rows = self._closed(first)
        if len(rows) >= _LEAST_ROWS:
            yield rows

    def _counted(self, line: int, pipes: int) -> Sequence[range]:
        """The rows from a line on, if each has so many pipes; an empty line may follow all."""
        rows: list[range] = []
        while line < len(self.page.raw) and self._opens(line):
            end = self._end(line, pipes)
            if end is None:
                return ()
            spaced = self._is_blank(end) and (not rows or rows[-1].stop < line)
            rows.append(range(line, end))
            line = end + spaced
        return rows if self._are_sure(rows) else ()

    def _are_sure(self, rows: Sequence[range]) -> bool:
        """Whether rows are not, by chance, several each that have as many pipes in all."""
        joints = [self._closes(line) and self._opens(line + 1) for row in rows for line in row[:-1]]
        return not any(joints) or (len(rows) >= _SURE_ROWS and not all(joints))

    def _end(self, first: int, pipes: int) -> int | None:
        """The line after a row that has so many pipes; None where it has more or is not closed."""
        line = first
        while pipes > 0:
            if line == len(self.page.raw) or line - first == _LINES or self._is_long(line):
                return None
            pipes -= self._pipes(line)
            line += 1
        return line if not pipes and self._closes(line - 1) else None

    def _closed(self, line: int) -> Sequence[range]:
        """The rows from a line on, each up to a line that is closed before one that opens.

        None where lines end or begin with a pipe inside a row and cells are blank: the pipes around
        such a one may be the end of a line and the beginning of the next.
        """
        rows: list[range] = []
        while line < len(self.page.raw) and self._opens(line):
            end = line + 1
            while not self._closes(end - 1) or self._goes_on(end):
                if end == len(self.page.raw) or end - line == _LINES or self._is_long(end):
                    return ()
                end += 1
            rows.append(range(line, end))
            line = end
        at_pipes = any(
            self._closes(line) or self._opens(line + 1) for row in rows for line in row[:-1]
        )
        blank = any(cell.end == cell.start for row in rows for cell in self._cells(row))
        return () if at_pipes and blank else rows

    def _goes_on(self, line: int) -> bool:
        """Whether a line has a pipe, and not at its beginning."""
        return line < len(self.page.raw) and self._pipes(line) > 0 and not self._opens(line)

    def _text(self, line: int) -> str:
        return self.page.of(self.page.spans[line])

    def _pipes(self, line: int) -> int:
        return len(parted_at_borders(self._text(line))) - 1

    def _opens(self, line: int) -> bool:
        return self._text(line)[:1] == "|"

    def _closes(self, line: int) -> bool:
        text = self._text(line)
        return text.endswith("|") and not text.endswith("\\|")

    def _are_cells(self, row: range) -> bool:
        """Whether each line of a row is a cell, between pipes, if it has any."""
        return max(map(self._filled, row)) == 1

    def _filled(self, line: int) -> int:
        """How many cells between the pipes of a line have a text, be it of blanks."""
        text = self._text(line)
        return sum(map(bool, parted_at_borders(text))) if "|" in text else 0

    def _is_long(self, line: int) -> bool:
        """Whether a line has no pipe and more text than the part of a label."""
        return len(self._text(line)) > _LONG and not self._pipes(line)

    def _is_blank(self, line: int) -> bool:
        return line < len(self.page.raw) and not self._text(line)

    def _cells(self, row: range) -> list[Span]:
        spans = self.page.spans
        return cells_of_row(self.page, replace(spans[row.start], end=spans[row.stop - 1].end))

    def _is_dash(self, cell: Span) -> bool:
        return _DASHES.fullmatch(self.page.of(cell)) is not None

    def _is_table(self, rows: Sequence[Sequence[Span]]) -> bool:
        """Whether there are figures, and no rows seem to have been put together or cut apart.

        Dashes beside texts show the one, figures that have lost the label above them the other.
        """
        told = [[self._is_figure(cell) for cell in row] for row in rows]
        parted = any(
            len(upper) != len(lower) and all(lower) and not any(upper)
            for upper, lower in pairwise(told)
        )
        joined = any(self._is_dash(cell) for row in rows for cell in row)
        return not parted and not joined and sum(map(sum, told)) >= _LEAST_FIGURES

    def _is_figure(self, cell: Span) -> bool:
        text = self.page.of(cell)
        return text in self.words.none_marks or self.words.number.fullmatch(text) is not None
