"""Tables that commas make: a row a line, as spreadsheets save them.

Prose is full of commas, so a run of lines is a table only where several of them end in figures
between commas. A comma inside brackets or quotation marks parts no cells.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from msgspec.structs import replace

from gxcheck.document.text.lines import Draft, Page, Span
from gxcheck.document.text.tables.broken_rows import with_broken_rows_joined
from gxcheck.document.typography import Typography
from gxcheck.patterns import own_pattern

__all__ = ["CommaReader", "has_comma_rows"]

_FIELD = own_pattern(
    r'[ \t\u3000]*(?:"((?:[^"\n]|"")*)"|((?:[（(][^（()）\n]*[）)]|[^,，;；\n"])*))'
    r"[ \t\u3000]*(?:([,，;；])|$)"
)
_ROW = own_pattern(r'(?m)^[^\n。]{0,80}?((?:[,，;；](?:"[-+\d.,/]*"|[-+]?\d[\d.]*|/|[-—]+|)){3,})$')
# A pattern that begins with one character is looked for ten times as fast as one of a set.
_NEAR = {
    mark: own_pattern(rf"""{mark}["\d./—-]{{0,9}}[,，;；]["\d./—-]{{0,9}}[,，;；]""")
    for mark in ",，;；"
}
_COMMA = own_pattern("[,，;；]")
_THOUSANDS = own_pattern(r"[-+]?\d{1,3},\d{3}")
_ROWS = 2
_FIGURES = 6
_LONG = 60


def has_comma_rows(text: str) -> bool:
    """Whether several lines of a text end in figures between commas."""
    if not any(mark in text and near.search(text) for mark, near in _NEAR.items()):
        return False
    return sum(1 for _ in zip(range(_ROWS), _ROW.finditer(text), strict=False)) == _ROWS


class CommaReader:
    """Reads the runs of lines with commas of a page."""

    def __init__(self, page: Page, words: Typography) -> None:
        self.page = page
        self.words = words

    def read(self, first: int) -> tuple[Draft, int] | None:
        """The table that begins in the line `first` and the line after it; None where none does."""
        rows: list[list[Span]] = []
        figures = 0
        line = end = first
        while line < len(self.page.raw):
            cells = self._cells(line)
            if len(cells) > 1:
                rows.append(cells)
                end = line + 1
                figures += self._figures(line)
            elif not cells or not self._goes_on(line):
                break
            else:
                rows.append(cells)
            line += 1
        if figures < _FIGURES:
            return None
        rows = with_broken_rows_joined(self.page, self.words, rows[: end - first])
        return Draft(self._without_doubtful(rows)), end

    def _figures(self, line: int) -> int:
        """How many figures or blanks a row ends in; 0 where it ends in words."""
        text = self.page.of(self.page.spans[line])
        found = _ROW.match(text)
        return len(_COMMA.findall(text, found.start(1))) if found else 0

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
        of = self.page.of
        blank = any(cell.end == cell.start for cell in cells)
        return blank and any(
            upper.end + 1 == lower.start and _THOUSANDS.fullmatch(f"{of(upper)},{of(lower)}")
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
        """The cells of a line between its commas; none where it is blank or prose."""
        span = self.page.spans[line]
        if span.end == span.start or self._is_prose(span):
            return []
        cells = []
        at = span.start
        while True:
            found = _FIELD.match(self.page.text, at, span.end)
            if not found or found.end() - at > _LONG + 4:
                return []
            quoted = found.start(1) >= 0
            cells.append(self.page.within(span, *found.span(1 if quoted else 2)))
            at = found.end()
            if not found[3]:
                return cells

    def _is_prose(self, span: Span) -> bool:
        """Whether a line ends as a sentence does, and not in words for a figure."""
        text = self.page.of(span)
        if text[-1] not in self.words.stops - {";", "；"}:
            return False
        return not self.words.is_bad_figure(_COMMA.split(text)[-1].strip())
