r"""Lines with pipes between cells: where the pipes are borders, and what stands between them.

`\|` is no border.
"""

from __future__ import annotations

from msgspec.structs import replace

from gxcheck.document.text.lines import Page, Span
from gxcheck.patterns import own_pattern

__all__ = ["cells_of_row", "has_border", "parted_at_borders"]

_BORDER = own_pattern(r"(?<!\\)\|")


def has_border(line: str) -> bool:
    """Whether a line has a pipe that is a border."""
    return "|" in line and ("\\|" not in line or _BORDER.search(line) is not None)


def parted_at_borders(text: str) -> list[str]:
    """What stands between the pipes of a line that are borders."""
    return text.split("|") if "\\|" not in text else _BORDER.split(text)


def cells_of_row(page: Page, row: Span) -> list[Span]:
    """The cells of a row, which may have several lines; a pipe at either end borders no cell."""
    pieces = parted_at_borders(page.of(row))
    cells = page.parts(row, row.start, pieces)
    if page.spans[row.line].end < row.end:
        cells = [_in_its_line(page, cell) for cell in cells]
    return cells[not pieces[0] : len(cells) - (not pieces[-1])]


def _in_its_line(page: Page, cell: Span) -> Span:
    """A cell of a row of several lines, in the one that it begins in."""
    lines, at = page.spans, cell.line
    while at + 1 < len(lines) and lines[at + 1].begin <= cell.start:
        at += 1
    return replace(cell, line=at, begin=lines[at].begin)
