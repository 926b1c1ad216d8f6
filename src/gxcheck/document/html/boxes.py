"""Tables made of boxes: <div>s that are shown, or called, as rows and cells.

A browser shows them as it shows any table. Boxes that only stand in one row arrange a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from lxml import etree

from gxcheck.document.html.nodes import Names, elements, remove
from gxcheck.document.html.words import PageWords, page_words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["set_tables"]

_BOXES = frozenset(("div", "section", "span"))
_SHOWN = b"table-cell"
_STYLED = etree.XPath("descendant::*[@style]")
_DISPLAY = re.compile(
    r"(?:^|;)\s*display\s*:\s*table-(cell|row|(?:row|header|footer)-group)\s*(?:;|!|$)",
    re.IGNORECASE,
)
_FEWEST = 2  # rows, and cells in one of them


def set_tables(root: Element, names: Names, low: bytes) -> None:
    """Make tables of the boxes in a tree; `low` is the page's source in lower case."""
    words = page_words()
    called = [*names.find(words.box_cells), *(elements(_STYLED, root) if _SHOWN in low else ())]
    if not called:
        return
    parents = dict.fromkeys(_parents(box for box in called if _kind(box, words) == "cell"))
    rows = [parent for parent in parents if _holds_all(parent, "row", "cell", words)]
    for group in dict.fromkeys(_parents(rows)):
        if _holds_all(group, "group", "row", words):
            _dissolve(group)
    for parent in dict.fromkeys(_parents(rows)):
        _set_in(parent, set(rows))


def _parents(elements: Iterable[Element]) -> Iterator[Element]:
    return (parent for one in elements if (parent := one.getparent()) is not None)


def _kind(element: Element, words: PageWords) -> str:
    """What a box is shown as, or else called: cell, row or group of rows; "" for any other."""
    if element.tag not in _BOXES:
        return ""
    shown = _DISPLAY.search(element.get("style", ""))
    if shown:
        return shown[1].lower().split("-")[-1]
    called = frozenset(element.get("class", "").lower().split())
    kinds = (("cell", words.box_cells), ("row", words.box_rows), ("group", words.box_groups))
    return next((kind for kind, known in kinds if not known.isdisjoint(called)), "")


def _holds_all(element: Element, kind: str, inner: str, words: PageWords) -> bool:
    """Whether a box is of a kind, and all in it are of another."""
    return _kind(element, words) == kind and all(_kind(one, words) == inner for one in element)


def _dissolve(group: Element) -> None:
    for row in list(group):
        group.addprevious(row)
    remove(group)


def _set_in(parent: Element, rows: set[Element]) -> None:
    """Put the rows that follow each other in an element into a table."""
    for are_rows, together in groupby(list(parent), rows.__contains__):
        run = list(together)
        if are_rows and len(run) >= _FEWEST <= max(map(len, run)):
            _set_table(run)


def _set_table(rows: list[Element]) -> None:
    table = etree.Element("table")
    table.tail, rows[-1].tail = rows[-1].tail, None
    rows[0].addprevious(table)
    table.extend(rows)
    for row in rows:
        row.tag = "tr"
        for cell in row:
            cell.tag = "td"
