"""The rows of a table in the tree: the texts of its cells, and how much each covers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from gxcheck.document.html.nodes import cells_of, elements_at, number, text_of
from gxcheck.document.html.spans import ONE, Span, span_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["RawRow", "RawTable", "is_regular", "read_any", "read_regular"]

_IN_ROWS = etree.XPath("count(tr/td) + count(tr/th) + count(*/tr/td) + count(*/tr/th)")
_SPANS = etree.XPath("descendant::tr/*/@rowspan"), etree.XPath("descendant::tr/*/@colspan")


class RawRow(Struct, frozen=True):
    """The cells of a row: their texts in the tree, how many rows and columns each covers.

    Where it covers 0 rows, it covers all that follow.
    """

    texts: list[str]
    spans: list[Span]


class RawTable(Struct):
    """The rows of a table; `groups` has the rows at which a group of rows begins."""

    rows: list[RawRow] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)


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
    raw = RawTable(groups=_groups(rows))
    start = 0
    for row in rows:
        end = start + len(row)
        raw.rows.append(RawRow(texts[start:end], spans[start:end]))
        start = end
    return raw


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
    row = RawRow([], [])
    for element in table.iter("tr", "td", "th"):
        if next(element.iterancestors("table")) is not table:
            continue
        parent = element.getparent()
        if element.tag != "tr":
            if parent is not owner and not _is_within(element, owner):
                owner, row = parent, RawRow([], [])
                raw.rows.append(row)
            row.texts.append(text_of(element))
            row.spans.append(_span(element))
            continue
        if parent is not group:
            group = parent
            raw.groups.append(len(raw.rows))
        owner, row = element, RawRow([], [])
        raw.rows.append(row)
    return raw


def _is_within(cell: Element, row: Element | None) -> bool:
    return row is not None and any(one is row for one in cell.iterancestors())


def _span(cell: Element) -> Span:
    return span_of(cell.get("rowspan"), cell.get("colspan"))
