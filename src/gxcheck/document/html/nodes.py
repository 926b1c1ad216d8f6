"""What is asked of a page's tree, and changes to it that keep all other text where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["Names", "elements", "number", "remove", "set_tail", "set_text", "strings", "text_of"]

_NAMES = etree.XPath("descendant::*/@id | descendant::*/@class", smart_strings=False)
_CALLED = etree.XPath("descendant::*[@id=$value or @class=$value]")

# What lxml does not take though its parser makes it of entities.
_NOT_ALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def set_text(element: Element, text: str) -> None:
    """Set the text at the beginning of an element."""
    try:
        element.text = text
    except ValueError:
        element.text = _NOT_ALLOWED.sub("\ufffd", text)


def set_tail(element: Element, text: str) -> None:
    """Set the text after an element."""
    try:
        element.tail = text
    except ValueError:
        element.tail = _NOT_ALLOWED.sub("\ufffd", text)


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


def strings(path: etree.XPath, element: Element) -> list[str]:
    """The strings that a path gives."""
    return cast("list[str]", path(element))


def elements(path: etree.XPath, element: Element, **values: str) -> list[Element]:
    """The elements that a path gives; `values` are its variables."""
    return cast("list[Element]", path(element, **values))


def text_of(element: Element) -> str:
    """The whole text of an element, without what follows it."""
    return etree.tostring(element, method="text", encoding="unicode", with_tail=False)


class Names:
    """The ids and classes of a page, to find elements by names in whatever case."""

    def __init__(self, root: Element) -> None:
        self._values = {value: value.lower().split() for value in set(strings(_NAMES, root))}

    def find(self, whole: Element, names: frozenset[str]) -> Iterator[Element]:
        """The elements in `whole` with an id or class among `names`, in no certain order."""
        for value, words in self._values.items():
            if not names.isdisjoint(words):
                yield from elements(_CALLED, whole, value=value)
