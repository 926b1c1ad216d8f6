"""Tables of pipes that stand between cells alone, neither before a row nor behind it.

So Markdown may have them, with dashes below the first row (`---|---`, or `---` alone), a database
(`---+---`), and what joins the cells of rows with a mark. Each line is a row, and every pipe parts
two cells: a line that begins or ends with one begins or ends with a blank cell.
"""

from __future__ import annotations

from msgspec.structs import replace

from gxcheck.document.text.lines import Draft, Page, Span
from gxcheck.document.text.tables.bordered import has_border, parted_at_borders
from gxcheck.document.typography import Typography
from gxcheck.lazy import lazy
from gxcheck.patterns import own_pattern

__all__ = ["OpenRows"]

_RULE = own_pattern(r":?-{3,}:?(?: *[|+] *:?-{3,}:?)*")
_LEAST_ROWS = 2
_OPEN_ROWS = 3
_CLOSED = 7  # times as many rows may end with a pipe
_MANY = 5  # pipes of a row that is surely one of a table
_LONG = 60


class OpenRows:
    """Reads the tables of a page that are so."""

    def __init__(self, page: Page, words: Typography) -> None:
        self.page = page
        self.words = words

    def read(self, first: int) -> tuple[Draft, int] | None:
        """The table whose first row stands in the line `first`, and the line after it.

        None where there is no such table.
        """
        ruled = self._is_rule(first + 1) and self._is_text(first)
        if not ruled and not (has_border(self.page.raw[first]) and self._are_usual):
            return None
        lines = [first]
        line = first + 1 + ruled
        while self._is_row(line):
            lines.append(line)
            line += 1
        bordered = [row for row in lines if has_border(self.page.raw[row])]
        if len(bordered) < _LEAST_ROWS or not (ruled or any(map(self._is_filled_in, bordered))):
            return None
        return Draft(_whole(list(map(self._cells, lines)))), line

    @lazy
    def _are_usual(self) -> bool:
        """Whether many rows of the page end with a figure or are long, and some begin with a text.

        Others may end with a blank cell, but most would end with a pipe if it closed them.
        """
        lines = [line.strip() for line in self.page.raw if "|" in line]
        begun = [line[0] != "|" for line in lines]
        ends = [line.rpartition("|") for line in lines]
        closed = sum(not last for _, _, last in ends)
        opened = sum(
            (text_first and self._is_figure(last.strip()))
            or (last != "" and before.count("|") >= _MANY)
            for text_first, (before, _, last) in zip(begun, ends, strict=True)
        )
        return any(begun) and opened >= _OPEN_ROWS and opened * _CLOSED > closed

    def _is_rule(self, line: int) -> bool:
        """Whether a line is the dashes of such a table; a heading's have no row below them."""
        raw = self.page.raw
        if line + 1 >= len(raw) or "---" not in raw[line] or not _RULE.fullmatch(raw[line].strip()):
            return False
        return has_border(raw[line]) or has_border(raw[line + 1])

    def _is_row(self, line: int) -> bool:
        """Whether a line goes on with a table: it has a pipe, or is a short text above such a row.

        The heading of a section is none of it; figures follow a label that looks like one.
        """
        raw = self.page.raw
        if line + 1 >= len(raw) or has_border(raw[line]):
            return line < len(raw) and has_border(raw[line])
        if not has_border(raw[line + 1]) or not self._is_text(line):
            return False
        heading = self.words.lists[0].match(self.page.of(self.page.spans[line]))
        below = map(self.page.of, self._cells(line + 1))
        return not heading or any(map(self._is_figure, below))

    def _is_text(self, line: int) -> bool:
        """Whether a line has text, and no sentence."""
        text = self.page.of(self.page.spans[line])
        if not text or has_border(text):
            return bool(text)
        return len(text) <= _LONG and text[-1] not in self.words.stops

    def _is_filled_in(self, line: int) -> bool:
        """Whether a row ends with a figure, a mark for none or a blank cell."""
        text = self.page.of(self._cells(line)[-1])
        return not text or text in self.words.none_marks or self._is_figure(text)

    def _is_figure(self, text: str) -> bool:
        return self.words.number.fullmatch(text) is not None

    def _cells(self, line: int) -> list[Span]:
        span = self.page.spans[line]
        return self.page.parts(span, span.start, parted_at_borders(self.page.of(span)))


def _whole(rows: list[list[Span]]) -> list[list[Span]]:
    """The rows of a grid, two put together where a line ends within a cell; others as they are."""
    width = max(map(len, rows))
    whole: list[list[Span]] = []
    for row in rows:
        upper = whole[-1] if whole else []
        missing = width - len(upper)
        if upper and 0 < missing == len(row) - 1 and _are_one(upper[-1], row[0]):
            whole[-1] = [*upper[:-1], replace(upper[-1], end=row[0].end), *row[1:]]
        else:
            whole.append(row)
    return whole if all(len(row) == width for row in whole) else rows


def _are_one(upper: Span, lower: Span) -> bool:
    """Whether two texts may be one, of which the second begins a line right below the first."""
    return upper.end > upper.start and lower.end > lower.start and lower.line == upper.line + 1
