"""Tables whose cells stand a line each, with a pipe in a line of its own below each cell.

Nothing tells where a row ends, so all cells are one row, as in other tables of a cell a line.
"""

from __future__ import annotations

from msgspec.structs import replace

from gxcheck.document.text.lines import Draft, Page, Span

__all__ = ["PipeLines"]

_LEAST = 6  # cells of a table
_LONG = 90  # characters of a cell
_SHORT = 12  # characters of a line that the next one goes on; headings of sections are longer


class PipeLines:
    """Reads one such table."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def read(self, first: int) -> tuple[Draft, int] | None:
        """The table whose first cell stands above the pipe in line `first`, and the line after it.

        None where there is no such table.
        """
        if not (first and self._is_pipe(first) and self._is_cell(first - 1)):
            return None
        cells, line = [self.page.spans[first - 1]], first + 1
        while found := self._cell(line):
            cell, line = found
            cells.append(cell)
        return (Draft([cells]), line) if len(cells) >= _LEAST else None

    def _cell(self, line: int) -> tuple[Span, int] | None:
        """The cell that begins in a line, and the line after its pipe; a blank one is no line."""
        spans, last = self.page.spans, line
        while self._is_cell(last) and (last == line or self._goes_on(last - 1)):
            last += 1
        if not self._is_pipe(last):
            return None
        end = spans[last - 1].end if last > line else spans[line].start
        return replace(spans[line], end=end), last + 1

    def _goes_on(self, line: int) -> bool:
        """Whether a line is so short that its cell may go on in the next one."""
        span = self.page.spans[line]
        return span.end - span.start <= _SHORT

    def _is_cell(self, line: int) -> bool:
        """Whether a line has text that may be that of a cell, and no pipe."""
        if line >= len(self.page.raw) or "|" in self.page.raw[line]:
            return False
        span = self.page.spans[line]
        return 0 < span.end - span.start <= _LONG

    def _is_pipe(self, line: int) -> bool:
        return line < len(self.page.raw) and self.page.raw[line].strip() == "|"
