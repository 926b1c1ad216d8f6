"""A page for the terminal, laid out line by line: indents, rules and small tables.

Rich measures the words and paints the whole page in one go: to have it lay out each
finding by itself took 14 ms for a report, more than to check it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from gxcheck.output.breaking import line_starts

__all__ = ["Page"]

_PADDING = 3  # of a column: a blank on each side, and its border


class Page:
    """The lines of one page, as wide as the console."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._width = console.width
        self._lines: list[Text] = []

    def print(self) -> None:
        """Write all of it."""
        self._console.print(Text("\n").join(self._lines), soft_wrap=True)

    def gap(self) -> None:
        """An empty line."""
        self._lines.append(Text())

    def rule(self, title: str, style: str) -> None:
        """A heading with a line to the right edge."""
        text = Text(title.replace("\n", " "))
        text.truncate(self._width - 2, overflow="ellipsis")
        text.append(" ").append("─" * (self._width - text.cell_len), style)
        self._lines.append(text)

    def write(self, text: Text, indent: int = 0, first: Text | None = None) -> None:
        """A paragraph; `first` stands in the indent of its first line."""
        for line in self._wrapped(text, self._width - indent):
            line.rstrip()
            before = first or Text(" " * indent if line else "")
            self._lines.append(Text().append_text(before).append_text(line))
            first = None

    def table(self, rows: Sequence[Sequence[Text]], indent: int, *, header: bool) -> None:
        """A table; its first column is of words, the others of figures."""
        room = self._width - indent - _PADDING * len(rows[0]) - 1
        widths = _fitted(
            [max(cell.cell_len for cell in cells) for cells in zip(*rows, strict=True)], room
        )
        margin = " " * indent
        bars = ["-" * (width + 2) for width in widths]
        edge, below_header = f"{margin}+{'-'.join(bars)}+", f"{margin}|{'+'.join(bars)}|"
        self._lines.append(Text(edge))
        for number, row in enumerate(rows):
            self._lines += self._row(row, widths, margin)
            if header and number == 0:
                self._lines.append(Text(below_header))
        self._lines.append(Text(edge))

    def _row(self, row: Sequence[Text], widths: Sequence[int], margin: str) -> Iterable[Text]:
        cells = [self._wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
        for place in range(max(map(len, cells))):
            line = Text(f"{margin}|")
            for column, (lines, width) in enumerate(zip(cells, widths, strict=True)):
                part = lines[place] if place < len(lines) else Text()
                blanks = " " * (width - part.cell_len)
                line.append(f" {blanks}" if column else " ").append_text(part)
                line.append(" |" if column else f"{blanks} |")
            yield line

    def _wrapped(self, text: Text, width: int) -> Sequence[Text]:
        if text.cell_len <= width and "\n" not in text.plain:
            return [text]
        return [
            line
            for given in text.split(allow_blank=True)
            for line in given.divide(line_starts(given.plain, width))
        ]


def _fitted(widths: list[int], room: int) -> list[int]:
    """The widths of columns, the widest made narrower until all have room."""
    for _ in range(sum(widths) - room):
        widest = max(range(len(widths)), key=widths.__getitem__)
        widths[widest] = max(1, widths[widest] - 1)
    return widths
