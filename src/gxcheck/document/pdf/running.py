"""Running heads and page numbers: what stands at the edge of pages and is no part of the text.

A line at the top or bottom of a page is one if it comes again at the same height of other pages
and in the same size (its numbers aside), or if it only numbers the page or tells that a table
goes on.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from gxcheck.document.model import Role
from gxcheck.document.pdf.sheet import Sheet
from gxcheck.document.pdf.shown.lines import Line
from gxcheck.document.typography import Typography

__all__ = ["mark_running"]

_EDGE = 0.14  # of the page's height, from its edge: where running lines stand
_OUTER = 0.09  # of it: where a bare number is that of the page
_LINES = 3  # from the edge inward
_SHARE = 0.4  # of all pages, on which a running line comes again
_HEIGHT = 8.0  # points of a stripe
_NUMBERS = re.compile(r"\d+")
_BARE = re.compile(r"[\[(（·•~]?\s*(\d{1,4})\s*(?:[/／]\s*\d{1,4}\s*)?[\])）·•~]?")


def mark_running(sheets: Sequence[Sheet], words: Typography) -> None:
    """Note on each sheet which of its lines are running heads, feet and page numbers."""
    seen: dict[tuple[str, int, int], set[int]] = defaultdict(set)
    offsets: dict[int, set[int]] = defaultdict(set)
    for sheet in sheets:
        for place, _ in _edges(sheet):
            line = sheet.items[place]
            if isinstance(line, Line):
                for key in _keys(line):
                    seen[key].add(sheet.page.number)
                number = _number(line)
                if number is not None:
                    offsets[number - sheet.page.number].add(sheet.page.number)
    least = max(2, round(_SHARE * len(sheets)))
    for sheet in sheets:
        for place, role in _edges(sheet):
            line = sheet.items[place]
            if not isinstance(line, Line):
                continue
            again = any(_comes_again(seen[key], least, len(sheets)) for key in _keys(line))
            if again or _numbers_page(sheet, line, words, offsets):
                sheet.running[place] = role


def _comes_again(pages: set[int], least: int, last: int) -> bool:
    """Whether a line stands on enough pages of `last`, or on all even ones.

    Two that do not follow each other are chance, and may be a title and a signature.
    """
    if len(pages) < least:
        return False
    is_even = len(pages) > 1 and pages == set(range(2, last + 1, 2))
    return len(pages) > 2 or is_even or max(pages) - min(pages) == 1


def _edges(sheet: Sheet) -> Iterator[tuple[int, Role]]:
    """The places of the lines near the upper and the lower edge, from the edge inward."""
    height = sheet.page.height
    last = len(sheet.items) - 1
    for step in range(min(_LINES, last + 1)):
        line = sheet.items[step]
        if not isinstance(line, Line) or line.bottom > _EDGE * height:
            break
        yield step, "header"
    for step in range(min(_LINES, last + 1)):
        line = sheet.items[last - step]
        if not isinstance(line, Line) or line.top < (1 - _EDGE) * height:
            break
        yield last - step, "footer"


def _keys(line: Line) -> Iterator[tuple[str, int, int]]:
    """The words of a line, its size, and each stripe of the page that it stands in.

    Lines that nearly agree in their height share a stripe.
    """
    words, size = _NUMBERS.sub("#", "".join(line.text.split())), round(line.size)
    yield words, size, int(line.base / _HEIGHT)
    yield words, size, int(line.base / _HEIGHT + 0.5) + 1_000_000


def _number(line: Line) -> int | None:
    found = _BARE.fullmatch(line.text)
    return int(found[1]) if found else None


def _numbers_page(
    sheet: Sheet, line: Line, words: Typography, offsets: dict[int, set[int]]
) -> bool:
    """Whether a line only numbers the page, in a mark of its own or in step with the pages.

    Or it tells that a table goes on.
    """
    if words.page_number.fullmatch(line.text) or words.table_goes_on.fullmatch(line.text):
        return True
    number = _number(line)
    if number is None:
        return False
    outer = _OUTER * sheet.page.height
    at_edge = line.bottom <= outer or line.top >= sheet.page.height - outer
    return len(offsets[number - sheet.page.number]) > 1 or (at_edge and number < 1000)
