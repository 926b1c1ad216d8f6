"""Tables ruled on all sides: Pandoc's, reStructuredText's, Org's, those of box-drawing characters.

What stands between two rules is a row, whose cells may have several lines. Where only the header is
ruled off, each line is a row.
"""

from __future__ import annotations

from gxcheck.document.text.lines import Draft, Page, Span
from gxcheck.document.text.tables.canvas import WAYS, Canvas
from gxcheck.document.text.tables.grid_rows import MARKS, Grid, is_rule
from gxcheck.document.typography import Typography

__all__ = ["GridReader"]


class GridReader:
    """Reads such tables of a page."""

    def __init__(self, page: Page, words: Typography) -> None:
        self.page = page
        self.words = words
        self._refused = 0

    def read(self, first: int) -> tuple[Draft, int] | None:
        """The table whose top rule or first row is the line `first`, and the line after the table.

        None where there is none, or its lines do not fit its rules.
        """
        if first < self._refused or not any(map(self._is_rule, (first, first + 1))):
            return None
        last = self._end(first)
        for way in WAYS:
            rows = Grid(Canvas(self.page, first, last, way)).rows(self._is_value)
            if len(rows) > 1:
                return Draft(rows), last
        self._refused = last
        return None

    def _is_rule(self, line: int) -> bool:
        return line < len(self.page.raw) and is_rule(self.page.shown_line(line).strip())

    def _end(self, line: int) -> int:
        """The first line from `line` on that does not stand between two borders."""
        while line < len(self.page.raw):
            text = self.page.shown_line(line).strip(self.page.blanks)
            if text[:1] not in MARKS or text[-1:] not in MARKS:
                break
            line += 1
        return line

    def _is_value(self, cell: Span) -> bool:
        text = self.page.of(cell)
        return text in self.words.none_marks or self.words.number.fullmatch(text) is not None
