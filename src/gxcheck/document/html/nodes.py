"""What is asked of a page's tree, and changes to it that keep all other text where it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol, cast

from lxml import etree

from gxcheck.document.html.signs import CELL
from gxcheck.document.html.words import page_words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = [
    "NOT_ALLOWED",
    "Names",
    "cells_of",
    "elements",
    "elements_at",
    "evidence",
    "evidence_in",
    "number",
    "number_of_cells",
    "page_parser",
    "remove",
    "set_tail",
    "set_text",
    "strings",
    "text_of",
]

# One path for both would take quadratic time: libxml2 compares all of one set with the other's.
_IDS, _CLASSES = etree.XPath("//@id"), etree.XPath("//@class")
_CELLS = etree.XPath("count(descendant::td) + count(descendant::th)")
NOT_ALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What lxml does not take for text, though its parser makes it of entities."""


def page_parser() -> etree.HTMLParser:
    """A parser of pages, for what is UTF-8."""
    return etree.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
        collect_ids=False,
    )


def set_text(element: Element, text: str) -> None:
    """Set the text at the beginning of an element."""
    try:
        element.text = text
    except ValueError:
        element.text = NOT_ALLOWED.sub("\ufffd", text)


def set_tail(element: Element, text: str) -> None:
    """Set the text after an element."""
    try:
        element.tail = text
    except ValueError:
        element.tail = NOT_ALLOWED.sub("\ufffd", text)


def remove(element: Element, instead: str = "") -> None:
    """Take an element out of its tree, with `instead` in its place; the text after it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    text = instead + (element.tail or "")
    parent.remove(element)
    if text and before is not None:
        set_tail(before, (before.tail or "") + text)
    elif text:
        set_text(parent, (parent.text or "") + text)


def number(path: etree.XPath, element: Element) -> int:
    """The number that a path gives."""
    return int(cast(float, path(element)))


def elements(path: etree.XPath, element: Element) -> list[Element]:
    """The elements that a path gives."""
    return cast("list[Element]", path(element))


def elements_at(path: etree.XPath, element: Element) -> list[Element]:
    """The elements of the attributes or texts that a path gives; of a text after one, that one."""
    return [value.getparent() for value in _values(path, element)]


def strings(path: etree.XPath, element: Element) -> list[str]:
    """The strings that a path gives."""
    return cast("list[str]", path(element))


def text_of(element: Element) -> str:
    """The whole text of an element, without what follows it."""
    return etree.tostring(element, method="text", encoding="unicode", with_tail=False)


def evidence(element: Element) -> int:
    """How much in an element reads like text: marks of sentences, and cells."""
    return evidence_in(text_of(element)) + number_of_cells(element)


def evidence_in(text: str) -> int:
    """The same in a text of the tree, without the cells that are elements."""
    return sum(map(text.count, page_words().sentence_marks)) + text.count(CELL)


def number_of_cells(element: Element) -> int:
    """How many elements in an element are cells."""
    return number(_CELLS, element)


def cells_of(element: Element) -> int:
    """How many cells an element has in it, those of plain tables too."""
    return number_of_cells(element) + text_of(element).count(CELL)


class Names:
    """The elements of a page by their ids and classes, in lower case."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._kinds = [_values(path, root) for path in (_IDS, _CLASSES)]
        values = {str(value) for kind in self._kinds for value in kind}
        self._words = {value: frozenset(value.lower().split()) for value in values}

    def find(self, names: frozenset[str], within: Element | None = None) -> list[Element]:
        """The elements with an id or class among `names` in the tree, or within an element of it.

        They come in the tree's order.
        """
        called = {value for value, words in self._words.items() if not names.isdisjoint(words)}
        if not called:
            return []
        whole = self._root if within is None else within
        named = ([v.getparent() for v in kind if str(v) in called] for kind in self._kinds)
        by_id, by_class = ([e for e in kind if whole in e.iterancestors()] for kind in named)
        if not (by_id and by_class):
            return by_id or by_class
        found = {*by_id, *by_class}
        return [element for element in whole.iter() if element in found]


class _Value(Protocol):
    """A string that knows its element, as lxml gives for an attribute and for a text."""

    def __hash__(self) -> int: ...
    def getparent(self) -> Element: ...


def _values(path: etree.XPath, element: Element) -> list[_Value]:
    return cast("list[_Value]", path(element))
