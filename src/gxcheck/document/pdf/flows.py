"""Tables without ruling lines that go on over page ends.

Where one stands at the end of a page or at the beginning of the next, the words of both pages
are looked at once more as if the pages were one: a row may be cut, and a header parted from its
figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from math import inf

from msgspec import Struct

from gxcheck.document.pdf.drafts import TableDraft
from gxcheck.document.pdf.sheet import Item, Sheet
from gxcheck.document.pdf.shown.lines import Line
from gxcheck.document.pdf.unruled.aligned import aligned_tables
from gxcheck.document.pdf.unruled.ground import Ground, lowered
from gxcheck.document.pdf.unruled.pieces import IsMark, is_figure

__all__ = ["join_flows"]

_ALIKE = 20.0  # points by which pages that are alike may differ in width
_STEP = 1.4  # em from the last line of a page to the first of the next, laid below it
_NEAR = 3  # lines or tables from a page end


class _Part(Struct, frozen=True):
    """What a page has of a flow: lines and tables that follow each other."""

    sheet: Sheet
    items: list[Item]

    def lines(self) -> list[Line]:
        """The lines that it was made of."""
        return [line for item in self.items for line in _lines_of(item)]


def join_flows(sheets: Sequence[Sheet], is_mark: IsMark) -> None:
    """Read anew what stands around the page ends that may cut a table without ruling lines.

    That counts where no figure is lost by it.
    """
    for flow in _flows(sheets):
        found = list(_read(flow, is_mark))
        before = sum(_figures(item) for part in flow for item in part.items)
        if sum(_figures(item) for _, item in found) >= before:
            for part in flow:
                part.sheet.put(part.items, [item for sheet, item in found if sheet is part.sheet])


def _flows(sheets: Sequence[Sheet]) -> Iterator[list[_Part]]:
    """The pages that such a table may go on over, each with its part."""
    opened: list[_Part] = []
    for sheet in sheets:
        body = sheet.body()
        head = list(takewhile(_is_free, body))
        goes_on = bool(opened and head) and _goes_on(opened[-1], _Part(sheet, head))
        if goes_on:
            opened.append(_Part(sheet, head))
        if goes_on and len(head) == len(body):
            continue
        if len(opened) > 1:
            yield opened
        tail = list(takewhile(_is_free, reversed(body)))
        opened = [_Part(sheet, tail[::-1])] if tail else []
    if len(opened) > 1:
        yield opened


def _is_free(item: Item) -> bool:
    """Whether no ruling lines tell what belongs together."""
    return isinstance(item, Line) or not item.ruled


def _goes_on(upper: _Part, lower: _Part) -> bool:
    """Whether a table stands near a page end, on either side, and both pages are alike."""
    first, second = upper.sheet.page, lower.sheet.page
    is_alike = first.turns == second.turns and abs(first.width - second.width) < _ALIKE
    near = upper.items[-_NEAR:] + lower.items[:_NEAR]
    return is_alike and any(isinstance(item, TableDraft) for item in near)


def _lines_of(item: Item) -> Sequence[Line]:
    return item.lines if isinstance(item, TableDraft) else (item,)


def _figures(item: Item) -> int:
    """How many cells of a table hold figures, or marks for none."""
    cells = item.cells if isinstance(item, TableDraft) else ()
    return sum(is_figure(cell.text) for cell in cells)


def _read(flow: Sequence[_Part], is_mark: IsMark) -> Iterator[tuple[Sheet, Item]]:
    """The lines and tables of a flow, each with the page where it begins."""
    ground, lines = Ground(), list[Line]()
    sources: list[tuple[Sheet, Line]] = []
    for part in flow:
        own = part.lines()
        by = lines[-1].base + _STEP * own[0].size - own[0].base if lines else 0.0
        top = min(line.top for line in own) if lines else -inf
        ground.add(part.sheet.page, top, inf if part is flow[-1] else own[-1].base, by)
        lines += lowered(own, by)
        sources += [(part.sheet, line) for line in own]
    place = 0
    for item in aligned_tables(ground, lines, is_mark):
        sheet, line = sources[place]
        if isinstance(item, TableDraft):
            item.lines = [own for _, own in sources[place : place + len(item.lines)]]
            place += len(item.lines)
            yield sheet, item
        else:
            place += 1
            yield sheet, line
