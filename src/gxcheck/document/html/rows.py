"""The rows of a table in the tree: the texts of its cells, and how much each covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from gxcheck.document.html.nodes import cells_of, elements_at, number, text_of
from gxcheck.document.html.spans import ONE, Span, span_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["RawTable", "is_regular", "read_any", "read_regular"]

_IN_ROWS = etree.XPath("count(tr/td) + count(tr/th) + count(*/tr/td) + count(*/tr/th)")
_SPANS = etree.XPath("descendant::tr/*/@rowspan"), etree.XPath("descendant::tr/*/@colspan")


class RawTable(Struct):
    """The cells of a table, row after row: their texts, how many rows and columns each covers.

    A text is that of the tree where `starts` has -1 for it; else it is as it is shown, and stands
    there in the source. A cell that covers 0 rows covers all that follow. `sizes` has how
    many cells are in each row, `groups` the rows at which a group of rows begins.
    """

    texts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)

    def rows(self) -> Iterator[slice]:
        """Which of the cells are in each row."""
        return (slice(*ends) for ends in pairwise(accumulate(self.sizes, initial=0)))


def is_regular(table: Element) -> bool:
    """Whether all cells of a table are in its own rows, and nothing else is."""
    rows = sum(map(len, table.iter("tr")))
    return rows == cells_of(table) == number(_IN_ROWS, table)


def read_regular(table: Element) -> RawTable:
    """The rows of a table with nothing but cells in them."""
    cells = list(table.iter("td", "th"))
    rows = list(table.iter("tr"))
    spanning = {cell for path in _SPANS for cell in elements_at(path, table)}
    texts = [text_of(cell) if len(cell) else cell.text or "" for cell in cells]
    spans = [_span(cell) if cell in spanning else ONE for cell in cells]
    return RawTable(texts, [-1] * len(texts), spans, list(map(len, rows)), _groups(rows))


def _groups(rows: Sequence[Element]) -> list[int]:
    """The rows that have another parent than the row before."""
    parents = [row.getparent() for row in rows]
    befores = [None, *parents]
    return [
        place
        for place, (parent, before) in enumerate(zip(parents, befores, strict=False))
        if parent is not before
    ]


def read_any(table: Element) -> RawTable:
    """The rows of any table, without the cells of tables inside it."""
    raw = RawTable()
    owner = group = None
    for element in table.iter("tr", "td", "th"):
        if next(element.iterancestors("table")) is not table:
            continue
        parent = element.getparent()
        if element.tag != "tr":
            if parent is not owner and not _is_within(element, owner):
                owner = parent
                raw.sizes.append(0)
            raw.texts.append(text_of(element))
            raw.starts.append(-1)
            raw.spans.append(_span(element))
            raw.sizes[-1] += 1
            continue
        if parent is not group:
            group = parent
            raw.groups.append(len(raw.sizes))
        owner = element
        raw.sizes.append(0)
    return raw


def _is_within(cell: Element, row: Element | None) -> bool:
    return row is not None and any(one is row for one in cell.iterancestors())


def _span(cell: Element) -> Span:
    return span_of(cell.get("rowspan"), cell.get("colspan"))
