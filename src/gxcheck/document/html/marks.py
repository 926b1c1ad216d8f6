"""Writes into a page's tree what its text alone does not show: line ends and items' numbers.

lxml gives the whole text of an element at once, a hundred times faster than a walk through it.
What that text has lost, where its lines and paragraphs end, is put in before.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gxcheck.document.html.lists import item_numbers
from gxcheck.document.html.nodes import set_tail, set_text
from gxcheck.document.html.source import without_stamps

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["LINE_END", "PARAGRAPH_END", "mark_ends", "mark_numbers", "mark_preformatted"]

LINE_END = "\u2028"
PARAGRAPH_END = "\ufdd0"
_PREFORMATTED = ("pre", "listing", "xmp")


def mark_ends(whole: Element, tags: Iterable[str], sign: str) -> None:
    """Write `sign` where elements with `tags` begin and end beside others, LINE_END at <br>."""
    for element in whole.iter(*tags):
        if element is whole:
            continue
        tail = element.tail
        if tail or element.getnext() is not None:
            set_tail(element, sign + (tail or ""))
        if element.getprevious() is not None or _follows_text(element):
            set_text(element, sign + (element.text or ""))
    for element in whole.iter("br"):
        set_tail(element, LINE_END + (element.tail or ""))


def _follows_text(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and bool((parent.text or "").strip())


def mark_preformatted(whole: Element) -> None:
    """Write LINE_END for the line ends of preformatted text."""
    for element in whole.iter(*_PREFORMATTED):
        for inner in element.iter():
            if inner.text and "\n" in inner.text:
                set_text(inner, inner.text.replace("\n", LINE_END))
            if inner is not element and inner.tail and "\n" in inner.tail:
                set_tail(inner, inner.tail.replace("\n", LINE_END))


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
