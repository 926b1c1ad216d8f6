"""Tables as a spreadsheet copies or saves them where cells hold line ends.

Such a cell stands in quotation marks over several lines; a mark inside it is doubled. Tabs,
commas or semicolons part the cells, and each row has as many as the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxcheck.document.text.lines import Draft, Page, Span
from gxcheck.document.typography import Typography
from gxcheck.patterns import own_pattern

__all__ = ["QuotedReader", "has_quoted_lines"]

_LONG = 400  # characters of a cell
_INSIDE = rf'(?:[^"]|""){{0,{_LONG}}}'
_QUOTED = own_pattern(rf'"(?<![^\t,;\n]")(?:[^"\n]|""){{0,{_LONG}}}\n{_INSIDE}"(?=[\t,;\r\n]|\Z)')
_FIELDS = {
    mark: own_pattern(rf'(?:"({_INSIDE})"|([^{mark}\r\n"][^{mark}\r\n]*|))({mark}|\r?\n|\Z)')
    for mark in "\t,;"
}
_COLUMNS = 3
_ROWS = 2
_FIGURES = 1  # among cells that commas or semicolons part, as they do words of prose


def has_quoted_lines(text: str) -> bool:
    """Whether a cell in quotation marks goes over several lines."""
    return '"' in text and _QUOTED.search(text) is not None


class QuotedReader:
    """Reads one such table."""

    def __init__(self, page: Page, words: Typography) -> None:
        self.page = page
        self.words = words
        self._refused = 0

    def read(self, first: int) -> tuple[Draft, int] | None:
        """The table that begins in a line and the line after it; None where none does."""
        raw = self.page.raw[first]
        if first < self._refused:
            return None
        for mark, field in _FIELDS.items():
            if mark in raw or raw[:1] == '"':
                rows, line = self._rows(first, field, mark)
                if len(rows) >= _ROWS and self._is_table(rows, 0 if mark == "\t" else _FIGURES):
                    return Draft(rows), line
                self._refused = max(self._refused, line if rows else 0)
        return None

    def _is_table(self, rows: list[list[Span]], least: int) -> bool:
        """Whether so many of the cells are figures, and one of them is over several lines."""
        texts = [self.page.of(cell) for row in rows for cell in row]
        figures = sum(self.words.number.fullmatch(text) is not None for text in texts)
        return figures >= least and any("\n" in text for text in texts)

    def _rows(self, line: int, field: re.Pattern[str], mark: str) -> tuple[list[list[Span]], int]:
        """The rows from a line on that have as many cells as the first, and the line after them."""
        rows: list[list[Span]] = []
        while line < len(self.page.raw):
            row, after = self._row(line, field, mark)
            if len(row) < _COLUMNS or (rows and len(row) != len(rows[0])):
                break
            rows.append(row)
            line = after
        return rows, line

    def _row(self, line: int, field: re.Pattern[str], mark: str) -> tuple[list[Span], int]:
        """The cells of the row that begins with a line, and the line after it."""
        cells: list[Span] = []
        for cell, ended in self._cells(line, field):
            cells.append(cell)
            line = cell.line + self.page.of(cell).count("\n")
            if ended != mark:
                return cells, line + 1
        return [], line + 1

    def _cells(self, line: int, field: re.Pattern[str]) -> Iterator[tuple[Span, str]]:
        """The cells from a line on, each with the mark behind it."""
        text, at = self.page.text, self.page.spans[line].begin
        while found := field.match(text, at):
            start, end = found.span(1 if found[1] is not None else 2)
            begun = line + text.count("\n", at, start)
            yield self._bare(start, end, begun), found[3]
            line = begun + text.count("\n", start, end)
            at = found.end()

    def _bare(self, start: int, end: int, line: int) -> Span:
        """A cell without white space around it; it begins in the line `line`."""
        whole = self.page.text[start:end]
        bare = whole.strip(self.page.blanks)
        lead = whole.index(bare[0]) if bare else len(whole)
        line += whole.count("\n", 0, lead)
        first = start + lead if bare else start
        return Span(first, first + len(bare), line, self.page.spans[line].begin)
