"""Tables that are typed or pasted as text into the paragraphs of a Word file or a page.

They are found as in plain text, and the paragraphs, which remember where their characters stand,
are cut up into their cells.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Generic, TypeAlias, TypeVar

from gxcheck.document.text.lines import Draft, Span
from gxcheck.document.text.reader import tables_of

__all__ = ["Cells", "with_typed_tables"]

Line = TypeVar("Line")
Made = TypeVar("Made")
Cells: TypeAlias = list[list[list[Line]]]
"""The parts of lines in each cell, row by row."""


def with_typed_tables(
    lines: Sequence[Line],
    texts: Sequence[str],
    part: Callable[[Line, int, int], Line],
    table: Callable[[Cells[Line], bool], Made],
) -> list[Line | Made]:
    """The lines, whose texts are given, with a table in the place of those that read as one.

    `part` cuts a line between two places of its text; `table` makes a table of the cells, and is
    told whether blank ones leave a trace.
    """
    whole = "\n".join(texts)
    cutter = _Cutter(lines, texts, part)
    found: list[Line | Made] = []
    at = 0
    for draft in tables_of(whole):
        start, end = _reach(draft)
        found += cutter.around(at, start)
        cells = [[cutter.cell(span) for span in row] for row in draft.rows]
        found.append(table(cells, draft.blanks_shown))
        at = end
    return [*found, *cutter.around(at, len(whole) + 1)] if found else list(lines)


def _reach(draft: Draft) -> tuple[int, int]:
    spans = [piece for row in draft.rows for span in row for piece in span.pieces]
    return min(span.start for span in spans), max(span.end for span in spans)


class _Cutter(Generic[Line]):
    """Cuts lines at places of their joined text."""

    def __init__(
        self,
        lines: Sequence[Line],
        texts: Sequence[str],
        part: Callable[[Line, int, int], Line],
    ) -> None:
        self._lines = lines
        self._texts = texts
        self._sizes = [len(text) for text in texts]
        self._starts = [0, *accumulate(size + 1 for size in self._sizes)]
        self._part = part

    def around(self, start: int, end: int) -> list[Line]:
        """What stands from one place to another, without the signs that draw a table."""
        return [
            self._of(number, first, last)
            for number, first, last in self._between(start, end)
            if _has_words(self._texts[number][first:last]) or not self._texts[number].strip()
        ]

    def cell(self, span: Span) -> list[Line]:
        """What stands in a cell; of a blank one the place in its line."""
        if span.start < span.end:
            return [line for piece in span.pieces for line in self._lines_of(piece)]
        start = span.start
        number = bisect_right(self._starts, start) - 1
        at = min(start - self._starts[number], self._sizes[number])
        return [self._part(self._lines[number], at, at)]

    def _lines_of(self, piece: Span) -> Iterator[Line]:
        for number, first, last in self._between(piece.start, piece.end):
            if first < last:
                yield self._of(number, first, last)

    def _between(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Each line from one place to another, and from where to where it reaches in it."""
        number = max(bisect_right(self._starts, start) - 1, 0)
        while number < len(self._lines) and self._starts[number] < end:
            begin, size = self._starts[number], self._sizes[number]
            yield number, min(max(start - begin, 0), size), min(end - begin, size)
            number += 1

    def _of(self, number: int, first: int, last: int) -> Line:
        line = self._lines[number]
        return line if last - first == self._sizes[number] else self._part(line, first, last)


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))
