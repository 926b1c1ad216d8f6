"""The cells of a ruled table: the characters inside each, put together to its words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import nan

from gxcheck.document.pdf.drafts import CellDraft, TableDraft
from gxcheck.document.pdf.ruled.grid import Grid
from gxcheck.document.pdf.ruled.missing import Filled, parted
from gxcheck.document.pdf.shown.lines import Line, em_of, join, lines_of
from gxcheck.document.pdf.shown.page import FIRST_IDEOGRAPH, Box, Glyph, Page
from gxcheck.document.pdf.unruled.pieces import IsMark

__all__ = ["cell_text", "ruled_tables"]

_MIDDLE = 0.3  # em from the foot of a character up to its middle
_OVER = 2.0  # points by which words may stand out of their grid
_FULL = 2.0  # em of room, from which a number in a cell is whole
_GROUPED = re.compile(r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?")
_NUMBER = re.compile(r"\d+(?:\.\d+)?|\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?")
_PADDING = 11.0  # what word processors leave free on both sides of a cell's words, in points
_NARROW = 3  # times as high as wide is a cell whose words may be set upright
_COLUMN = 3  # characters of a column of such words
_LABEL = 60  # characters of a label; longer words in a single cell are in a frame
_TOUCHING = 0.05  # em between digits that touch, or words that run upward
_SEAMLESS = 0.02  # em between other characters that touch
_ASIDE = 0.3  # em by which characters above each other may stand aside
_PITCH = 1.7  # em from one to the next of them
_MOSTLY = 0.7  # share of such steps in turned words


def ruled_tables(
    page: Page, grids: Iterable[Grid], em: float, is_mark: IsMark
) -> tuple[list[TableDraft], list[Glyph]]:
    """The tables of a page and the characters that stand in none of them.

    A grid without words is a drawing; one with long words in a single cell is a frame. `is_mark`
    tells words that begin a numbered item.
    """
    tables, rest = [], page.glyphs
    for grid in grids:
        inside, outside = _divided(grid, rest, em)
        if _has_figures(inside) if grid.tiled else _is_table(inside):
            cells = [(region, inside.get(n, ())) for n, region in enumerate(grid.regions)]
            tables.append(_table(page, grid, parted(grid, cells, em, is_mark)))
            rest = outside
    return tables, rest


def _is_table(inside: dict[int, list[Glyph]]) -> bool:
    if len(inside) > 1:
        return True
    return any(0 < len(glyphs) <= _LABEL for glyphs in inside.values())


def _has_figures(inside: dict[int, list[Glyph]]) -> bool:
    """Whether filled rectangles hold figures; those of a header alone are no table."""
    return sum(_is_number("".join([g.text for g in glyphs])) for glyphs in inside.values()) > 1


def _divided(
    grid: Grid, glyphs: Sequence[Glyph], em: float
) -> tuple[dict[int, list[Glyph]], list[Glyph]]:
    """The characters in each cell of a grid, and those outside."""
    places, across, down = grid.places(), grid.across, grid.down
    left, top, right, bottom = grid.box
    left, right, lift = left - _OVER, right + _OVER, _MIDDLE * em
    inside: dict[int, list[Glyph]] = defaultdict(list)
    outside = []
    rows, columns = len(down) - 1, len(across) - 1
    last, place, base = None, -1, nan
    row: list[int] = []
    for glyph in glyphs:
        if glyph.base != base:
            base = glyph.base
            y = base - lift
            row = places[bisect_right(down, y, 1, rows) - 1] if top <= y <= bottom else []
        x = (glyph.left + glyph.right) / 2
        if row and left <= x <= right:
            found = row[bisect_right(across, x, 1, columns) - 1]
            if found != place and last and _runs_over(last, glyph, em):
                found = place
            last, place = glyph, found
            inside[found].append(glyph)
        else:
            outside.append(glyph)
    return inside, outside


def _runs_over(before: Glyph, glyph: Glyph, em: float) -> bool:
    """Whether a number or words too long for their cell go on across its border.

    Their characters touch, in a line or, in words that run upward, right above each other.
    """
    if glyph.base == before.base:
        apart = abs(glyph.left - before.right)
        both = glyph.text.isdecimal(), before.text.isdecimal()
        return apart < (_TOUCHING if all(both) else _SEAMLESS) * em and any(both) == all(both)
    rise = before.top - glyph.bottom
    shift = abs(before.left + before.right - glyph.left - glyph.right) / 2
    return abs(rise) < _TOUCHING * em and shift < _TOUCHING * em and glyph.text >= FIRST_IDEOGRAPH


def _table(page: Page, grid: Grid, filled: Iterable[Filled]) -> TableDraft:
    """A table of the characters in each of its cells."""
    cells, height = [], len(grid.down) - 1
    for region, glyphs in filled:
        box, is_last = grid.region_box(region), region.row + region.row_span == height
        cells.append(
            CellDraft(
                cell_text(glyphs, box),
                region.row,
                region.column,
                region.row_span,
                region.column_span,
                page.number,
                page.turned(box),
                _room(glyphs, box) if is_last else 0.0,
            )
        )
    cells.sort(key=lambda cell: (cell.row, cell.column))
    box = page.turned(grid.box)
    return TableDraft(page.number, box, grid.across, height, cells)


def _room(glyphs: Sequence[Glyph], box: Box) -> float:
    """How much the last line of a cell leaves free, in characters."""
    if not glyphs:
        return 0.0
    base = glyphs[-1].base
    last = [glyph for glyph in glyphs if glyph.base == base]
    width = max(glyph.right for glyph in last) - min(glyph.left for glyph in last)
    return (box.right - box.left - width) / (glyphs[-1].bottom - glyphs[-1].top or 1.0)


def cell_text(glyphs: Sequence[Glyph], box: Box) -> str:
    """The words in a cell: its lines joined, also where they are set upright."""
    if len(glyphs) < 2:
        return glyphs[0].text if glyphs else ""
    em = em_of(glyphs)
    if _runs_up_or_down(glyphs, em):
        return "".join([glyph.text for glyph in glyphs])
    columns = _upright(glyphs, box, em)
    if columns:
        return "".join(glyph.text for column in columns for glyph in column)
    lines = lines_of(glyphs, em)
    if len(lines) == 1:
        return lines[0].text
    return _joined(lines, box)


def _runs_up_or_down(glyphs: Sequence[Glyph], em: float) -> bool:
    """Whether words are turned: each character stands right above or below the one before.

    Writers give the characters of such words in the order in which they are read.
    """
    first, second = glyphs[:2]
    if abs(first.left - second.left) > _ASIDE * em or first.base == second.base:
        return False
    steps = [
        (lower.base - upper.base)
        for upper, lower in pairwise(glyphs)
        if abs(lower.left - upper.left) <= _ASIDE * em
    ]
    down = sum(0 < step <= _PITCH * em for step in steps)
    up = sum(0 < -step <= _PITCH * em for step in steps)
    return max(up, down) >= _MOSTLY * (len(glyphs) - 1)


def _joined(lines: Sequence[Line], box: Box) -> str:
    """Lines of a cell; a number that fills the cell's width goes on in the next one.

    So does one that is cut within its groups of three digits.
    """
    whole = "".join([line.text for line in lines])
    if _GROUPED.fullmatch(whole) and not all(_NUMBER.fullmatch(line.text) for line in lines):
        return whole
    texts = [lines[0].text]
    for upper, lower in pairwise(lines):
        numbers = _is_number(texts[-1]) and _is_number(lower.text)
        width = upper.right - upper.left
        least = max(upper.size * _FULL, _PADDING + width / len(upper.text))
        if numbers and box.right - box.left - width < least:
            texts[-1] += lower.text
        else:
            texts.append(lower.text)
    return join(texts)


def _is_number(text: str) -> bool:
    return text.replace(".", "").replace(",", "").isdecimal()


def _upright(glyphs: Sequence[Glyph], box: Box, em: float) -> list[list[Glyph]]:
    """The columns, from right to left, of ideographs set one below the other in a narrow cell.

    One column reads the same by lines, so only two and more are told: the characters of a column
    are closer to each other than the columns are.
    """
    width, height = box.right - box.left, box.bottom - box.top
    if width * _NARROW > height or any(glyph.text < FIRST_IDEOGRAPH for glyph in glyphs):
        return []
    columns: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: -one.left):
        if columns and columns[-1][0].left - glyph.left < em / 2:
            columns[-1].append(glyph)
        else:
            columns.append([glyph])
    if len(columns) < 2 or min(map(len, columns[:-1])) < _COLUMN:
        return []
    for column in columns:
        column.sort(key=lambda one: one.base)
    pitch = min(lower.base - upper.base for upper, lower in pairwise(columns[0]))
    apart = min(right[0].left - left[0].left for right, left in pairwise(columns))
    return columns if pitch < apart else []
