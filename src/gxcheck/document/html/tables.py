"""Tables of a page: which only arrange it, and the rows of those that do not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from gxcheck.document.html.marks import mark_ends
from gxcheck.document.html.nodes import number, remove, strings, text_of
from gxcheck.document.html.spans import MOST_COLUMNS
from gxcheck.document.html.words import page_words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["TABLE", "RawTable", "take_tables"]

TABLE = "\ufdd1"
"""Stands in the tree for a table that was taken out."""
_LONG_CELLS = etree.XPath("count(.//td[string-length() > 300][.//p or .//div or .//br])")
_STRAY = etree.XPath(
    "text() | */text() | */tr/text() | caption//text()",
    smart_strings=False,
)
_FEW_INNER = 4
_FEW_BESIDE_TEXT = 12
_SPAN = re.compile(r"\s*\+?(\d{1,9})")
_PARTS = ("table", "tr", "td", "th")
# What stands most often in cells. lxml takes all of it out at once, which leaves a cell's text.
_WITHIN = ("p", "span", "font", "div", "br", "b", "strong", "u", "i", "em", "a", "o:p")


class RawRow(NamedTuple):
    """The cells of a row: their texts in the tree, how many rows and columns each covers.

    Where it covers 0 rows, it covers all that follow.
    """

    texts: list[str]
    spans: list[tuple[int, int]]


@dataclass(slots=True)
class RawTable:
    """The rows of a table; `groups` has the rows at which a group of rows begins."""

    rows: list[RawRow] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)


def take_tables(content: Element) -> list[RawTable]:
    """Take the tables out of the tree, save those that only arrange the page.

    The sign TABLE stands in the place of each; text in a table but in no cell comes before it.
    """
    tables = []
    inside: set[Element] = set()
    found = list(content.iter("table"))
    own = _own_cells(content) if any(_has_tables(table) for table in found) else {}
    for table in found:
        if table in inside or _is_layout(table, own.get(table)):
            continue
        inner = list(table.iterdescendants("table"))
        inside.update(inner)
        mark_ends(table, page_words().blocks.union(_PARTS if inner else ()))
        for last in list(table.iterchildren("tfoot")):
            table.append(last)
        stray = "".join(strings(_STRAY, table))
        if not inner:
            etree.strip_tags(table, *_WITHIN)
        tables.append(_read(table, bool(inner)))
        remove(table, stray + TABLE)
    return tables


def _has_tables(table: Element) -> bool:
    return next(table.iterdescendants("table"), None) is not None


def _own_cells(content: Element) -> Mapping[Element, int]:
    """How many cells each table has without those of tables inside it."""
    return Counter(
        table
        for cell in content.iter("td", "th")
        for table in islice(cell.iterancestors("table"), 1)
    )


def _is_layout(table: Element, own: int | None) -> bool:
    """Whether a table only arranges a page: it holds tables, or hardly more than running text.

    `own` are its cells without those of tables inside it, None if there are none inside.
    """
    cells = sum(1 for _ in table.iter("td", "th"))
    own = cells if own is None else own
    if cells <= 1 or (cells - own >= _FEW_INNER and own <= cells - own):
        return True
    return own <= _FEW_BESIDE_TEXT and number(_LONG_CELLS, table) > 0


def _read(table: Element, has_inner: bool) -> RawTable:
    raw = RawTable()
    owner = group = None
    row = RawRow([], [])
    for element in table.iter("tr", "td", "th"):
        if has_inner and next(element.iterancestors("table")) is not table:
            continue
        parent = element.getparent()
        if element.tag != "tr":
            if parent is not owner and not _is_within(element, owner):
                owner, row = parent, RawRow([], [])
                raw.rows.append(row)
            row.texts.append(text_of(element) if len(element) else element.text or "")
            row.spans.append(_spans(element))
            continue
        if parent is not group:
            group = parent
            raw.groups.append(len(raw.rows))
        owner, row = element, RawRow([], [])
        raw.rows.append(row)
    return raw


def _is_within(cell: Element, row: Element | None) -> bool:
    return row is not None and any(one is row for one in cell.iterancestors())


def _spans(cell: Element) -> tuple[int, int]:
    down, across = cell.get("rowspan"), cell.get("colspan")
    if down is None and across is None:
        return 1, 1
    return _number(down), max(1, min(_number(across), MOST_COLUMNS))


def _number(value: str | None) -> int:
    found = _SPAN.match(value or "1")
    return int(found[1]) if found else 1
