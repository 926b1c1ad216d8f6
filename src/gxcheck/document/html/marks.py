"""Writes into a page's tree where its lines and paragraphs end, so that its text can be cut there.

lxml gives the whole text of an element at once and a hundred times faster than a walk through it;
what that text has lost, the ends of lines and paragraphs, is put in before.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gxcheck.document.html.lists import Numbering
from gxcheck.document.html.pieces import LINE_END
from gxcheck.document.html.words import page_words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["PARAGRAPH_END", "mark_ends", "mark_lists"]

PARAGRAPH_END = "\ufdd0"
"""Stands in the tree for the end of a paragraph."""
_PREFORMATTED = ("pre", "listing", "xmp")


def mark_ends(whole: Element, tags: Iterable[str], sign: str) -> None:
    """Write a sign where the elements with these tags begin and end among others, and line ends."""
    for element in whole.iter(*tags):
        if element is whole:
            continue
        tail = element.tail
        if tail or element.getnext() is not None:
            element.tail = sign + (tail or "")
        before = element.getprevious()
        if before is not None or (element.getparent().text or "").strip():
            element.text = sign + (element.text or "")
    for element in whole.iter("br"):
        element.tail = LINE_END + (element.tail or "")
