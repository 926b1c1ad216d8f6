"""Tables whose cells a mark parts, a row a line: as spreadsheets save them, or typed.

Prose is full of commas, so a run of lines is a table only where several of them end in figures
between marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise, takewhile

from msgspec.structs import replace

from gxcheck.document.text.lines import Draft, Page, Span
from gxcheck.document.text.tables.broken_rows import with_broken_rows_joined
from gxcheck.document.text.tables.cell_marks import COMMAS, OTHERS, CellMarks
from gxcheck.document.typography import Typography
from gxcheck.patterns import own_pattern

__all__ = ["MarkedRows", "marked_rows"]

_THOUSANDS = own_pattern(r"[-+]?\d{1,3}[,，]\d{3}")
_LABEL_END = own_pattern("[:：](?=[^:：]*$)")
_ROWS = 2
_NARROW_ROWS = 6
_ROW_FIGURES = 3
_FIGURES = 6
_LONG = 60


def marked_rows(page: Page, words: Typography) -> Sequence[MarkedRows]:
    """The readers of the marks that may part cells in a page, beside tabs or pipes only commas."""
    marks = COMMAS if "\t" in page.text or "|" in page.text else (*COMMAS, *OTHERS)
    return [MarkedRows(page, words, one) for one in marks if one.may_part(page.text)]


class MarkedRows:
    """Reads the runs of lines with marks of one kind of a page."""

    def __init__(self, page: Page, words: Typography, marks: CellMarks) -> None:
        self.page = page
        self.words = words
        self._marks = marks
        self._stops = words.stops.difference(marks.figures)
        self._refused = 0

    def read(self, first: int) -> tuple[Draft, int] | None:
        """The table that begins in the line `first` and the line after it; None where none does."""
        if first < self._refused:
            return None
        rows: list[list[Span]] = []
        line = end = first
        while line < len(self.page.raw):
            cells = self._cells(line)
            if len(cells) > 1:
                end = line + 1
            elif not cells or not self._goes_on(line):
                break
            rows.append(cells)
            line += 1
        rows = self._with_labels_parted(self._without_ends(rows[: end - first]))
        if not self._is_table(rows):
            self._refused = line  # what begins further down in this run has fewer figures
            return None
        return Draft(
            self._without_doubtful(with_broken_rows_joined(self.page, self.words, rows))
        ), end

    def _is_table(self, rows: Sequence[Sequence[Span]]) -> bool:
        """Whether rows end in several figures, one of them in many, or many alike in one."""
        figures = [sum(1 for _ in takewhile(self._is_value, reversed(row))) for row in rows]
        if self._marks.alone and self._are_alone(self._marks.alone, rows):
            return False
        if len(rows) >= _ROWS and sum(n for n in figures if n >= _ROW_FIGURES) >= _FIGURES:
            return True
        narrow = [len(row) for row, count in zip(rows, figures, strict=True) if count == 1]
        return len(narrow) >= _NARROW_ROWS and set(narrow) == {_ROW_FIGURES}

    def _are_alone(self, alone: re.Pattern[str], rows: Sequence[Sequence[Span]]) -> bool:
        """Whether blanks part the cells: more than one before a mark, or a figure in a cell."""
        if not rows or alone.search(self.page.text, rows[0][0].start, rows[-1][-1].end):
            return True
        for cell in chain.from_iterable(rows):
            start = self.page.text.rfind(" ", cell.start, cell.end) + 1
            if start > cell.start and self._is_value(replace(cell, start=start)):
                return True
        return False

    def _with_labels_parted(self, rows: list[list[Span]]) -> list[list[Span]]:
        """The rows; where a colon ends the labels of several, their first cell is two."""
        parted = list(map(self._parted, rows))
        found = sum(
            len(cells) > len(row) and self._is_value(cells[1])
            for cells, row in zip(parted, rows, strict=True)
        )
        return parted if found >= _ROWS else rows

    def _parted(self, row: list[Span]) -> list[Span]:
        label = row[0]
        colon = _LABEL_END.search(self.page.text, label.start, label.end)
        if not colon:
            return row
        parts = [(label.start, colon.start()), (colon.end(), label.end)]
        return [*(self.page.within(label, *part) for part in parts), *row[1:]]

    def _without_ends(self, rows: list[list[Span]]) -> list[list[Span]]:
        """The rows without what a mark at the end of each of them leaves behind it."""
        ended = all(row[-1].end == row[-1].start for row in rows if len(row) > 1)
        return [row[:-1] if len(row) > 1 else row for row in rows] if ended else rows

    def _without_doubtful(self, rows: list[list[Span]]) -> list[list[Span]]:
        """The rows, in one cell those of which it is not sure how many cells they have."""
        usual, count = Counter(map(len, rows)).most_common(1)[0]
        if count * 5 < len(rows) * 4:
            usual = 0
        return [
            [replace(row[0], end=row[-1].end)]
            if len(row) != usual and self._is_doubtful(row)
            else row
            for row in rows
        ]

    def _is_doubtful(self, cells: list[Span]) -> bool:
        """Whether a comma may part thousands, and blank cells hide how many cells there are."""
        blank = any(cell.end == cell.start for cell in cells)
        return blank and any(
            _THOUSANDS.fullmatch(self.page.text, upper.start, lower.end)
            for upper, lower in pairwise(cells)
        )

    def _goes_on(self, line: int) -> bool:
        """Whether a line of one cell stands between two rows, and is no heading."""
        text = self.page.of(self.page.spans[line])
        between = 0 < line < len(self.page.raw) - 1
        return (
            between
            and len(self._cells(line - 1)) > 1
            and len(self._cells(line + 1)) > 1
            and not self.words.lists[0].match(text)
        )

    def _cells(self, line: int) -> list[Span]:
        """The cells of a line between its marks; none where it is blank or prose."""
        span = self.page.spans[line]
        if span.end == span.start or self._is_prose(span):
            return []
        cells = []
        at, end = span.begin, span.begin + len(self.page.raw[line])
        while True:
            found = self._marks.field.match(self.page.text, at, end)
            if not found or found.end() - at > _LONG + 4:
                return []
            cells.append(self.page.within(span, *found.span(1 if found.start(1) >= 0 else 2)))
            at = found.end()
            if not found[3]:
                return cells

    def _is_prose(self, span: Span) -> bool:
        """Whether a line ends as a sentence does, and not in words for a figure."""
        text = self.page.of(span)
        if text[-1] not in self._stops:
            return False
        last = max(text.rfind(mark) + len(mark) for mark in self._marks.figures)
        return not self.words.is_bad_figure(text[last:].strip())

    def _is_value(self, cell: Span) -> bool:
        text = self.page.of(cell)
        return (
            not text
            or text in self.words.none_marks
            or self.words.number.fullmatch(text) is not None
            or self.words.is_bad_figure(text)
        )
