"""A page as lines of text and tables, from top to bottom; and the measures of its running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from statistics import median
from typing import TypeAlias

from msgspec import Struct, field

from gxcheck.document.model import Role
from gxcheck.document.pdf.drafts import TableDraft
from gxcheck.document.pdf.ruled.cells import ruled_tables
from gxcheck.document.pdf.ruled.grid import grids_of
from gxcheck.document.pdf.ruled.tiles import tiled_grids
from gxcheck.document.pdf.shown.lines import Line, lines_of
from gxcheck.document.pdf.shown.page import Page
from gxcheck.document.pdf.unruled.aligned import aligned_tables
from gxcheck.document.pdf.unruled.ground import Ground
from gxcheck.document.pdf.unruled.pieces import IsMark

__all__ = ["Item", "Measures", "Sheet", "measures", "sheet_of"]

Item: TypeAlias = "Line | TableDraft"

_LONG = 0.6  # of the widest line: those that show the left margin
_FULL = 2  # em that a full line leaves free
_LEAST_RIGHT = 0.7  # of the page's width, where the right margin is at least
_PITCH = 1.5  # em from one line to the next where nothing tells it
_MOST_PITCH = 2.6  # em from one line of a text to the next
_INDENTED = (1.2, 3.2)  # em of an indent
_ALIKE = 0.15  # share by which the sizes of running text may differ
_OFTEN = 0.3  # share of lines that begin with one


class Sheet(Struct):
    """The lines and tables of a page; `running` holds the places of those outside the text."""

    page: Page
    items: list[Item]
    em: float
    running: dict[int, Role] = field(default_factory=dict)

    def body(self) -> list[Item]:
        """The items that are neither running heads nor page numbers."""
        return [item for place, item in enumerate(self.items) if place not in self.running]

    def lines(self) -> list[Line]:
        """The lines among them."""
        return [item for item in self.body() if isinstance(item, Line)]

    def put(self, old: Sequence[Item], new: Sequence[Item]) -> None:
        """Replace items that follow each other; running lines stay so."""
        gone = set(map(id, old))
        roles = {id(self.items[place]): role for place, role in self.running.items()}
        place = next(n for n, item in enumerate(self.items) if id(item) in gone)
        above, below = (
            [item for item in part if id(item) not in gone]
            for part in (self.items[:place], self.items[place:])
        )
        self.items = [*above, *new, *below]
        self.running = {
            n: roles[id(item)] for n, item in enumerate(self.items) if id(item) in roles
        }


def sheet_of(page: Page, is_mark: IsMark) -> Sheet:
    """The lines and tables of a page; `is_mark` tells text that opens a numbered item."""
    em = page.em
    grids = grids_of(page)
    tables, rest = ruled_tables(page, [*grids, *tiled_grids(page, grids)], em, is_mark)
    placed: list[tuple[float, Item]] = [(line.base, line) for line in lines_of(rest, em)]
    placed += [(_top(page, table), table) for table in tables]
    placed.sort(key=itemgetter(0))
    items = [item for _, item in placed]
    return Sheet(page, items if page.misplaced else list(_with_aligned(page, items, is_mark)), em)


def _with_aligned(page: Page, items: Iterable[Item], is_mark: IsMark) -> Iterator[Item]:
    """The items with those lines that form tables without ruling lines as tables."""
    ground, run = Ground.of(page), list[Line]()
    for item in items:
        if isinstance(item, Line):
            run.append(item)
        else:
            yield from aligned_tables(ground, run, is_mark)
            yield item
            run = []
    yield from aligned_tables(ground, run, is_mark)


def _top(page: Page, table: TableDraft) -> float:
    """How far down a table begins, as the text runs."""
    left, top, right, bottom = table.box
    return (top, left, page.height - bottom, page.height - right)[page.turns]


class Measures(Struct, frozen=True):
    """How the running text is set: its margins, the size and distance of lines, and indents."""

    left: float
    right: float
    size: float
    pitch: float
    indented: bool


def measures(sheets: Sequence[Sheet]) -> Measures:
    """The measures of the lines of pages that are alike."""
    lines = [line for sheet in sheets for line in sheet.lines()]
    if not lines:
        return Measures(0.0, 0.0, 1.0, 1.0, False)
    size = _commonest(lines)
    usual = [line for line in lines if abs(line.size - size) <= size * _ALIKE] or lines
    right = _edge([line.right for line in usual], size, last=True)
    right = max(right, _LEAST_RIGHT * min(sheet.page.width for sheet in sheets))
    widest = right - min(line.left for line in usual)
    long = [line for line in usual if line.right - line.left >= _LONG * widest] or usual
    left = _edge([line.left for line in long], size, last=False)
    steps = [
        lower.base - upper.base
        for sheet in sheets
        for upper, lower in pairwise(sheet.lines())
        if abs(upper.size - size) <= size * _ALIKE and abs(lower.size - size) <= size * _ALIKE
    ]
    pitch = median([step for step in steps if step < _MOST_PITCH * size] or [_PITCH * size])
    near, far = (step * size for step in _INDENTED)
    indents = sum(near <= line.left - left <= far for line in usual)
    full = sum(line.right >= right - _FULL * size for line in usual)
    indented = indents > _OFTEN * max(len(usual) - full, 1)
    return Measures(left, right, size, pitch, indented)


def _commonest(lines: Iterable[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.glyphs)
    return sizes.most_common(1)[0][0] or 1.0


def _edge(places: list[float], size: float, last: bool) -> float:
    """The outermost place that is not the only one of its kind."""
    ordered = sorted(places, reverse=last)
    for place, other in pairwise(ordered):
        if abs(place - other) <= size:
            return place
    return ordered[0]
