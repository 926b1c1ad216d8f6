"""Lines of a table set in columns, each spread out so that a character's place is its column.

An ideograph is as wide as two letters. Whether quotation marks and drawn borders are so too depends
on the font that the author saw, and some programs count characters and not their widths; so a
table is spread out in each of these ways until its columns fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple
from unicodedata import east_asian_width

from gxcheck.document.text.borders import BARS, CORNERS, UPRIGHT
from gxcheck.document.text.lines import Column, Page, Span

__all__ = ["FILLED", "WAYS", "Canvas", "IsValue", "Way", "are_rows", "column_of"]

IsValue = Callable[[Span], bool]
FILLED = "\x00"
"""What stands for the second column of a wide character."""


class Way(NamedTuple):
    """Which characters take two columns, by Unicode's names for their widths."""

    text: str
    borders: str

    def is_wide(self, mark: str) -> bool:
        """Whether a character takes two columns."""
        return east_asian_width(mark) in (self.borders if mark in _BORDERS else self.text)


WAYS: Sequence[Way] = (Way("WF", "WF"), Way("WFA", "WFA"), Way("WFA", "WF"), Way("", ""))
_BORDERS = frozenset(BARS + CORNERS + UPRIGHT)


class Canvas:
    """The lines of a page from one to another, spread out in one of the ways."""

    def __init__(self, page: Page, first: int, last: int, way: Way) -> None:
        self._page = page
        self._first = first
        self._places: list[list[int]] = []
        self.lines: list[str] = []
        for number in range(first, last):
            line = page.shown_line(number).rstrip(page.blanks)
            marks = [mark + FILLED * way.is_wide(mark) for mark in line]
            self.lines.append("".join(marks))
            self._places.append([at for at, mark in enumerate(marks) for _ in mark])

    def span(self, line: int, start: int, end: int) -> Span:
        """What stands in a line, counted from the first, from one column up to another.

        A wide character belongs to the column in which it begins.
        """
        whole = self._page.spans[self._first + line]
        first, last = self._place(line, start), self._place(line, end)
        return self._page.within(whole, whole.begin + first, whole.begin + last)

    def _place(self, line: int, column: int) -> int:
        """The place in a line of the first character that begins in a column or behind it."""
        places = self._places[line]
        if column >= len(places):
            return places[-1] + 1 if places else 0
        return places[column] + (self.lines[line][column] == FILLED)


def column_of(pieces: Sequence[Span]) -> Span:
    """One cell of what stands in its lines; blank ones are left out."""
    first, *further = [piece for piece in pieces if piece.end > piece.start] or pieces[:1]
    if not further:
        return first
    return Column(first.start, first.end, first.line, first.begin, tuple(further))


def are_rows(lines: Iterable[Sequence[Span]], is_value: IsValue) -> bool:
    """Whether lines that may be one row are several: most figures of one stand below texts.

    Each line is given by what stands in its columns.
    """
    above: set[int] = set()
    for pieces in lines:
        texts = [column for column, piece in enumerate(pieces) if piece.end > piece.start]
        values = [column for column in texts if is_value(pieces[column])]
        if values and 2 * sum(column in above for column in values) >= len(values):
            return True
        above.update(texts)
    return False
