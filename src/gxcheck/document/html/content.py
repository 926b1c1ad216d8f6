"""Which part of a page is its text.

An element that content systems keep the text in, if it holds most of what reads like text; else
the innermost element that does. What reads like text is counted in marks of sentences and in
cells: menus and footers have few of either. No line that only a text has may be left outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from lxml import etree

from gxcheck.document.html.nodes import Names, number, remove, text_of
from gxcheck.document.html.source import without_stamps
from gxcheck.document.html.words import PageWords, page_words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["find_content", "remove_chrome"]

_CELLS = etree.XPath("count(descendant-or-self::td) + count(descendant-or-self::th)")
_LINKS = etree.XPath("count(.//a)")
_PARTS_OF_TABLE = frozenset(("tbody", "thead", "tfoot", "tr"))
_GROUPS = ("ul", "ol", "div", "table", "dl", "td", "p")
_SPACE = re.compile(r"\s+")


def find_content(root: Element, names: Names) -> Element:
    """The element of the page's tree that holds its text."""
    words = page_words()
    body = root.find("body")
    whole = root if body is None else body
    total = _evidence(whole, words)
    named = _named(whole, total, names, words)
    return named if named is not None else _innermost(whole, total, words)


def remove_chrome(content: Element, names: Names) -> None:
    """Take out of a text what is of the page around it: by name, by tag, and menus."""
    words = page_words()
    for element in [*names.find(content, words.chrome), *content.iterdescendants(*words.around)]:
        remove(element)
    if number(_LINKS, content) >= words.menu_links:
        for element in list(content.iterdescendants(*_GROUPS)):
            if _is_menu(element, words):
                remove(element)


def _is_menu(element: Element, words: PageWords) -> bool:
    if number(_LINKS, element) < words.menu_links:
        return False
    linked = sum(_length(link) for link in element.iterdescendants("a"))
    return linked >= words.menu_share * _length(element)


def _length(element: Element) -> int:
    return len(_SPACE.sub("", without_stamps(text_of(element))))


def _evidence(element: Element, words: PageWords) -> int:
    """How much in an element reads like text."""
    text = text_of(element)
    return sum(map(text.count, words.sentence_marks)) + number(_CELLS, element)


def _named(whole: Element, total: int, names: Names, words: PageWords) -> Element | None:
    """The outermost element with a known name that holds most of the text."""
    called = set(names.find(whole, words.contents))
    for element in sorted(called, key=lambda one: sum(1 for _ in one.iterancestors())):
        held = _evidence(element, words)
        if held >= words.named_share * total and not _text_outside(element, whole, words):
            return element
    return None


def _innermost(whole: Element, total: int, words: PageWords) -> Element:
    """The element that is reached by going inward as long as one child holds nearly all."""
    element, held = whole, total
    while held and not _is_closed(element, words):
        held, inner = max(
            ((_evidence(child, words), child) for child in element),
            key=lambda one: one[0],
            default=(0, element),
        )
        if held < words.step_share * total or _text_outside(inner, element, words):
            break
        element = inner
    while element.tag in _PARTS_OF_TABLE:
        element = next(element.iterancestors())
    return _in_frame(element) if element.tag == "table" else element


def _in_frame(table: Element) -> Element:
    """A new element that holds only the table."""
    parent = table.getparent()
    frame = etree.SubElement(table, "div") if parent is None else etree.Element("div")
    if parent is not None:
        parent.replace(table, frame)
        frame.append(table)
        table.tail = None
    return frame


def _is_closed(element: Element, words: PageWords) -> bool:
    """Whether an element is a paragraph, or a table that holds no other."""
    if element.tag == "table":
        return element.find(".//table") is None
    return element.tag in words.paragraphs


def _text_outside(inner: Element, outer: Element, words: PageWords) -> bool:
    """Whether a line that only a text has stands in `outer` before or after `inner`."""
    element = inner
    while element is not outer:
        before = chain(
            _opening(element), *(_lines(one) for one in element.itersiblings(preceding=True))
        )
        if any(words.heading_line.match(line) for line in before):
            return True
        after = chain(_tail(element), *(_lines(one) for one in element.itersiblings()))
        if any(words.text_line.match(line) for line in after):
            return True
        element = next(element.iterancestors(), outer)
    return False


def _lines(element: Element) -> Iterator[str]:
    """The pieces of text in an element and right after it."""
    for text in element.itertext(with_tail=False):
        yield without_stamps(text).strip()
    yield from _tail(element)


def _tail(element: Element) -> Iterator[str]:
    if element.tail:
        yield without_stamps(element.tail).strip()


def _opening(element: Element) -> Iterator[str]:
    parent = element.getparent()
    if parent is not None and parent.text:
        yield without_stamps(parent.text).strip()
