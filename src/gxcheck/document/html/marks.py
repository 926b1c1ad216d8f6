"""Writes into a page's tree what its text alone does not show: line ends, numbers of items, fields.

lxml gives the whole text of an element at once, a hundred times faster than a walk through it.
What that text has lost, where its lines and paragraphs end, is put in before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from gxcheck.document.html.lists import item_numbers
from gxcheck.document.html.nodes import elements_at, set_tail, set_text
from gxcheck.document.html.signs import LINE_END, PARAGRAPH_END, without_stamps

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["mark_ends", "mark_ends_in_cells", "mark_fields", "mark_numbers", "mark_preformatted"]

_CELLS = frozenset(("td", "th"))
_SHOWN_FIELDS = ("", "text", "number")
_PREFORMATTED = ("pre", "listing", "xmp")
_SECOND_TEXTS = etree.XPath("descendant::tr/*/descendant::text()[2]")


def mark_ends(whole: Element, tags: frozenset[str]) -> None:
    """Write LINE_END at <br>, PARAGRAPH_END where elements with `tags` stand beside words."""
    closed = tags | _CELLS
    for element in whole.iter(*tags):
        if element is not whole:
            _mark(element, closed)
    _mark_lines(whole)


def mark_ends_in_cells(table: Element, tags: frozenset[str]) -> None:
    """The same in the cells of a regular table, where a cell has more than one text to part."""
    closed = tags | _CELLS
    for within in elements_at(_SECOND_TEXTS, table):
        cell = within if within.tag in _CELLS else next(within.iterancestors(*_CELLS))
        for element in cell.iterdescendants():
            if element.tag in tags:
                _mark(element, closed)
    _mark_lines(table)


def _mark(element: Element, closed: frozenset[str]) -> None:
    parent = element.getparent()
    if parent is None:
        return
    inline = parent.tag not in closed
    tail = element.tail
    if inline or tail or element.getnext() is not None:
        set_tail(element, PARAGRAPH_END + (tail or ""))
    if inline or element.getprevious() is not None or (parent.text or "").strip():
        set_text(element, PARAGRAPH_END + (element.text or ""))


def _mark_lines(whole: Element) -> None:
    for element in whole.iter("br"):
        set_tail(element, LINE_END + (element.tail or ""))


def mark_preformatted(whole: Element) -> None:
    """Write LINE_END for the line ends of preformatted text."""
    for element in whole.iter(*_PREFORMATTED):
        for inner in element.iter():
            if inner.text and "\n" in inner.text:
                set_text(inner, inner.text.replace("\n", LINE_END))
            if inner is not element and inner.tail and "\n" in inner.tail:
                set_tail(inner, inner.tail.replace("\n", LINE_END))


def mark_fields(whole: Element) -> None:
    """Write what fields in the cells of tables hold, as in a form that is shown filled in."""
    for field in whole.iter("input"):
        shown = field.get("type", "").lower() in _SHOWN_FIELDS
        if shown and next(field.iterancestors(*_CELLS), None) is not None:
            set_tail(field, without_stamps(field.get("value", "")) + (field.tail or ""))


def mark_numbers(whole: Element) -> None:
    """Write the numbers of the items of numbered lists before their first words."""
    for numbered in whole.iter("ol"):
        for item, number in item_numbers(numbered):
            _put_first(item, number)


def _put_first(item: Element, number: str) -> None:
    for element in item.iter():
        text, tail = element.text or "", element.tail or ""
        if without_stamps(text).strip():
            set_text(element, number + text)
            return
        if element is not item and without_stamps(tail).strip():
            set_tail(element, number + tail)
            return
