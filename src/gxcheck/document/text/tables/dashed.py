"""Tables whose columns dashes show: Pandoc's simple and multi-line ones, reStructuredText's.

The dashes stand below the header or around the table, each run of them as wide as its column. Where
empty lines part the rows, a cell may have several lines; else each line is a row.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby, pairwise

from gxcheck.document.text.lines import Draft, Page, Span
from gxcheck.document.text.tables.canvas import WAYS, Canvas, IsValue, are_rows, column_of
from gxcheck.document.typography import Typography
from gxcheck.patterns import own_pattern

__all__ = ["DashedReader", "has_dashes"]

_DASHES = own_pattern(r"-+(?: +-+)+|=+(?: +=+)+")
_EDGE = own_pattern("-{10,}")
_RUN = own_pattern("[-=]+")
_LEAST = 2  # dashes
_GAPS = (" ", "  ", "   ")
_HEADER = 12  # lines
_LEAST_FIGURES = 2


def has_dashes(page: Page) -> bool:
    """Whether a page may have such a table."""
    return any(
        f"{mark}{gap}{mark}" in page.text
        for mark in "-="
        if mark in page.text and mark * _LEAST in page.text
        for gap in _GAPS
    )


def _is_dashes(text: str) -> bool:
    """Whether a line has nothing but dashes."""
    return bool(_DASHES.fullmatch(text) or _EDGE.fullmatch(text))


class DashedReader:
    """Reads such tables of a page."""

    def __init__(self, page: Page, words: Typography) -> None:
        self.page = page
        self.words = words
        self._dashes = [
            line
            for line, span in enumerate(page.spans)
            if page.text[span.start : span.start + 1] in ("-", "=") and self._is_dashes(line)
        ]

    def read(self, first: int) -> tuple[Draft, int] | None:
        """The table whose first line this is, and the line after it; None where none begins."""
        rule = self._first_rule(first)
        last = self._end(first, rule) if rule is not None else None
        if rule is None or last is None:
            return None
        ways = [_Columns(Canvas(self.page, first, last, way), rule - first) for way in WAYS]
        fitting = max(filter(_Columns.fit, ways), key=_Columns.aligned, default=None)
        rows = fitting.rows(self._is_value) if fitting else []
        figures = sum(self._is_value(cell) for row in rows for cell in row)
        return (Draft(rows), last) if figures >= _LEAST_FIGURES else None

    def _text(self, line: int) -> str:
        return self.page.of(self.page.spans[line])

    def _is_dashes(self, line: int) -> bool:
        return _is_dashes(self._text(line))

    def _below(self, line: int) -> Sequence[int]:
        """The next lines of dashes from a line on."""
        place = bisect_left(self._dashes, line)
        return self._dashes[place : place + 3]

    def _first_rule(self, first: int) -> int | None:
        """The line that shows the columns of a table which begins with the line `first`."""
        below = self._below(first)
        edge = below[:1] == [first] and _EDGE.fullmatch(self._text(first))
        rule = next(iter(below[1:] if edge else below), None)
        if rule is None or rule > first + (_HEADER if edge else 1):
            return None
        if not _DASHES.fullmatch(self._text(rule)):
            return None
        return rule if all(map(self._text, range(first, rule))) else None

    def _end(self, first: int, rule: int) -> int | None:
        """The line after a table: below dashes like the first ones, or an empty line."""
        top = self._text(first)
        if self._is_dashes(first):
            like = [line for line in self._below(first + 1) if self._text(line) == top]
            headed = top[0] == "=" and len(like) > 1 and self._text(like[0] + 1) != ""
            return like[headed] + 1 if like else None
        line = rule + 1
        while line < len(self.page.raw) and self._is_row(line, rule):
            line += 1
        return line + (line in self._below(line))

    def _is_row(self, line: int, rule: int) -> bool:
        """Whether a line of text below dashes begins no further left than these."""
        return (
            self._text(line) != ""
            and line not in self._below(line)
            and (self._indent(line) >= self._indent(rule))
        )

    def _indent(self, line: int) -> int:
        span = self.page.spans[line]
        return span.start - span.begin

    def _is_value(self, cell: Span) -> bool:
        text = self.page.of(cell)
        return text in self.words.none_marks or self.words.number.fullmatch(text) is not None


class _Columns:
    """The lines of a table, cut up below the runs of its dashes."""

    def __init__(self, canvas: Canvas, rule: int) -> None:
        self._canvas = canvas
        self._runs = [found.span() for found in _RUN.finditer(canvas.lines[rule])]

    def fit(self) -> bool:
        """Whether no text stands before the columns or between them."""
        gaps = [(0, self._runs[0][0])]
        gaps += [(left[1], right[0]) for left, right in pairwise(self._runs)]
        texts = [line for at, line in enumerate(self._canvas.lines) if self._is_text(at)]
        return not any(text[start:end].strip() for text in texts for start, end in gaps)

    def aligned(self) -> int:
        """How many texts stand where a run of dashes begins, ends or has its middle."""
        return sum(
            self._is_aligned(self._canvas.lines[line], start, end)
            for line in range(len(self._canvas.lines))
            if self._is_text(line)
            for start, end in self._runs
        )

    def _is_aligned(self, line: str, start: int, end: int) -> bool:
        text = line[start:end]
        before, after = len(text) - len(text.lstrip()), end - start - len(text.rstrip())
        return text.strip() != "" and (not before or not after or abs(before - after) <= 1)

    def rows(self, is_value: IsValue) -> list[list[Span]]:
        """The rows: what stands between empty lines, if there are any, else each line."""
        rows: list[list[Span]] = []
        parted = not all(self._canvas.lines)
        for is_text, numbers in groupby(range(len(self._canvas.lines)), key=self._is_text):
            lines = list(map(self._pieces, numbers)) if is_text else []
            if parted and lines and not are_rows(lines, is_value):
                rows.append(list(map(column_of, zip(*lines, strict=True))))
            else:
                rows += lines
        return rows

    def _is_text(self, line: int) -> bool:
        text = self._canvas.lines[line].strip()
        return text != "" and not _is_dashes(text)

    def _pieces(self, line: int) -> list[Span]:
        """What stands below each run of dashes, up to the next one."""
        starts = [start for start, _ in self._runs]
        ends = [*starts[1:], len(self._canvas.lines[line])]
        return [
            self._canvas.span(line, start, end) for start, end in zip(starts, ends, strict=True)
        ]
