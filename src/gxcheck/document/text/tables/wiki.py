"""Tables as wikis write them: `{|` and `|}` around, `|-` between rows, `|` or `||` before cells.

A cell may begin with its attributes (`colspan="5" |`), and go on in the next lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from gxcheck.document.text.lines import Draft, Page, Span
from gxcheck.patterns import own_pattern

__all__ = ["WikiReader", "is_wiki"]

_OPENS, _CLOSES, _ROW, _CAPTION = "{|", "|}", "|-", "|+"
_CELLS = frozenset("|!")
_BORDER = own_pattern(r"\|\||!!")
_ATTRIBUTES = own_pattern(r"[^|=\n]*=[^|\n]*\|(?!\|)")
_ACROSS = own_pattern(r'colspan *= *"?(\d{1,2})')
_DOWN = own_pattern(r'rowspan *= *"?(\d{1,2})')
_MOST = 40  # places that a cell covers
_BOLD = "'"


class _Cell(Struct, frozen=True):
    """A cell, and how many columns and rows it covers."""

    span: Span
    across: int = 1
    down: int = 1


def is_wiki(page: Page) -> bool:
    """Whether a page has such a table."""
    return "|" in page.shown and _OPENS in page.shown and _CLOSES in page.shown


class WikiReader:
    """Reads such tables of a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._ends = [line for line in range(len(page.raw)) if self._begins(line, _CLOSES)]

    def read(self, first: int) -> tuple[Draft, int] | None:
        """The table that opens in a line and the line after it; None where none does."""
        place = bisect_left(self._ends, first)
        if place == len(self._ends) or not self._begins(first, _OPENS):
            return None
        last = self._ends[place]
        rows = [row for row in _grid(self._rows(first + 1, last)) if any(map(_has_text, row))]
        return (Draft(rows), last + 1) if max(map(len, rows), default=0) > 1 else None

    def _begins(self, line: int, mark: str) -> bool:
        return self.page.shown_line(line).lstrip().startswith(mark)

    def _rows(self, line: int, last: int) -> Iterator[Sequence[_Cell]]:
        row: list[_Cell] = []
        for number in range(line, last):
            text = self.page.shown_line(number)
            start = len(text) - len(text.lstrip())
            if text.startswith(_ROW, start):
                yield row
                row = []
            elif text.startswith(_CAPTION, start):
                yield [_Cell(self._span(number, start + len(_CAPTION), len(text)))]
            elif text[start : start + 1] in _CELLS:
                row += self._cells(number, text, start + 1)
            elif row and start < len(text):
                cell = row[-1].span
                end = self.page.spans[number].end
                row[-1] = replace(row[-1], span=replace(cell, end=end))
        yield row

    def _cells(self, line: int, text: str, start: int) -> Iterator[_Cell]:
        """The cells of a line behind its first mark."""
        borders = [found.span() for found in _BORDER.finditer(text, start)]
        starts = [start, *(after for _, after in borders)]
        ends = [*(before for before, _ in borders), len(text)]
        for first, end in zip(starts, ends, strict=True):
            told = _ATTRIBUTES.match(text, first, end)
            span = self._span(line, told.end() if told else first, end)
            yield _Cell(span, *_covers(told[0])) if told else _Cell(span)

    def _span(self, line: int, start: int, end: int) -> Span:
        """A part of a line, without the marks of bold letters around it."""
        whole = self.page.spans[line]
        span = self.page.within(whole, whole.begin + start, whole.begin + end)
        text = self.page.of(span)
        bold = len(text) - len(text.strip(_BOLD))
        return replace(span, start=span.start + bold // 2, end=span.end - bold // 2)


def _covers(attributes: str) -> tuple[int, int]:
    """How many columns and rows a cell covers."""
    across, down = _ACROSS.search(attributes), _DOWN.search(attributes)
    return _count(across), _count(down)


def _count(told: re.Match[str] | None) -> int:
    return min(max(1, int(told[1])), _MOST) if told else 1


def _grid(rows: Iterable[Sequence[_Cell]]) -> Iterator[list[Span]]:
    """The rows with blank cells where one covers several places."""
    running: dict[int, int] = {}
    for cells in filter(None, rows):
        row: list[Span] = []
        for cell in cells:
            while running.get(len(row)):
                row.append(_blank(cell))
            running |= dict.fromkeys(range(len(row), len(row) + cell.across), cell.down)
            row += [cell.span, *[_blank(cell)] * (cell.across - 1)]
        while running.get(len(row)):
            row.append(_blank(cells[-1]))
        running = {column: rows - 1 for column, rows in running.items() if rows > 1}
        yield row


def _blank(cell: _Cell) -> Span:
    return replace(cell.span, end=cell.span.start)


def _has_text(cell: Span) -> bool:
    return cell.end > cell.start
