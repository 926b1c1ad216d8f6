"""Tables of a page: which are there for the sake of layout, and the rows of those that are not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from gxcheck.document.html.pieces import Line
from gxcheck.document.html.spans import MOST_COLUMNS

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["CellDraft", "TableDraft", "is_layout", "spans_of"]

_OWN = etree.XPath("count(.//td) + count(.//th)")
_INNER = etree.XPath("count(.//table//td) + count(.//table//th)")
_LONG = etree.XPath("count(.//td[string-length() > 300][.//p or .//div or .//br])")
_FEW_INNER = 4
_FEW_BESIDE_TEXT = 12
_SPAN = re.compile(r"\s*\+?(\d{1,9})")


@dataclass(frozen=True, slots=True)
class CellDraft:
    """A cell as it was found, with its row and column span."""

    line: Line
    spans: tuple[int, int]


@dataclass(slots=True)
class TableDraft:
    """A table as it was found; `groups` has the rows at which a group of rows begins."""

    rows: list[list[CellDraft]] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)


def is_layout(table: Element) -> bool:
    """Whether a table only arranges a page: it holds tables, or hardly more than running text."""
    cells = _OWN(table)
    if cells <= 1:
        return True
    inner = _INNER(table) if table.find(".//table") is not None else 0
    if inner >= _FEW_INNER and 2 * inner >= cells:
        return True
    return bool(cells - inner <= _FEW_BESIDE_TEXT and _LONG(table))


def spans_of(cell: Element) -> tuple[int, int]:
    """How many rows (0: to the end of its group) and columns a cell says that it covers."""
    down, across = cell.get("rowspan"), cell.get("colspan")
    rows = _number(down) if down else 1
    return rows, max(1, min(_number(across), MOST_COLUMNS)) if across else 1


def _number(value: str) -> int:
    found = _SPAN.match(value)
    return int(found[1]) if found else 1
