"""Markdown's tables without pipes at their ends, as tools that save web pages as text write them.

Dashes below the first row tell them: `---|---`, or `---` alone. Every pipe parts two cells here, so
that a line which begins or ends with one begins or ends with a blank cell, and each line is a row.
"""

from __future__ import annotations

from gxcheck.document.text.lines import Draft, Page, Span
from gxcheck.document.text.pipes import has_border, parted_at_borders
from gxcheck.document.typography import Typography
from gxcheck.patterns import own_pattern

__all__ = ["DashedReader", "has_dashes"]

_RULE = own_pattern(r":?-{3,}:?(?: *\| *:?-{3,}:?)*")
_LEAST_ROWS = 2


def has_dashes(text: str) -> bool:
    """Whether a text may have such a table."""
    return "|" in text and ("\n---" in text or "\n:--" in text)


class DashedReader:
    """Reads one such table."""

    def __init__(self, page: Page, words: Typography) -> None:
        self.page = page
        self.words = words

    def read(self, first: int) -> tuple[Draft, int] | None:
        """The table whose first row stands in the line `first`, and the line after it.

        None where there is no such table.
        """
        if not (self._is_row(first) and self._is_rule(first + 1)):
            return None
        line = first + 2
        while self._is_row(line):
            line += 1
        lines = [first, *range(first + 2, line)]
        if sum(has_border(self.page.raw[row]) for row in lines) < _LEAST_ROWS:
            return None
        return Draft(list(map(self._cells, lines))), line

    def _is_rule(self, line: int) -> bool:
        """Whether a line is the dashes of such a table; a heading's have no row below them."""
        raw = self.page.raw
        if line + 1 >= len(raw) or not _RULE.fullmatch(raw[line].strip()):
            return False
        return has_border(raw[line]) or has_border(raw[line + 1])

    def _is_row(self, line: int) -> bool:
        """Whether a line has text, and is no sentence."""
        if line >= len(self.page.raw):
            return False
        text = self.page.of(self.page.spans[line])
        return bool(text) and (has_border(text) or text[-1] not in self.words.stops)

    def _cells(self, line: int) -> list[Span]:
        span = self.page.spans[line]
        return self.page.parts(span, span.start, parted_at_borders(self.page.of(span)))
