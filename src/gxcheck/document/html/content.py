"""Which part of a page is its text.

An element that content systems keep the text in, if it holds most of what reads like text; else
the innermost element that does. What reads like text is counted in marks of sentences and in
cells: menus and footers have few of either. No line that only a text has may be left outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import TYPE_CHECKING

from lxml import etree

from gxcheck.document.html.nodes import (
    Names,
    elements,
    evidence,
    evidence_in,
    number,
    number_of_cells,
    remove,
    text_of,
)
from gxcheck.document.html.signs import STAMP, without_stamps
from gxcheck.document.html.words import PageWords, page_words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["find_content", "remove_chrome", "remove_menus"]

# Without what is only a place to link to, as Word puts around words of its own accord.
_LINK = ".//a[@href or not(@name or @id)]"
_LINKS, _LINKED = etree.XPath(f"count({_LINK})"), etree.XPath(_LINK)
_PARTS_OF_TABLE = frozenset(("tbody", "thead", "tfoot", "tr"))
_FRAMES = frozenset(("table", "td", "th", *_PARTS_OF_TABLE))
_GROUPS = ("ul", "ol", "div", "table", "dl", "td", "p")
_SPACE = re.compile(r"\s+")


def find_content(root: Element, names: Names) -> Element:
    """The element of the page's tree that holds its text."""
    words = page_words()
    body = root.find("body")
    whole = root if body is None else body
    called = names.find(words.contents)
    first = called[0] if called and whole in called[0].iterancestors() else whole
    held, outside = evidence(first), list(_outside(first, whole))
    total = held + sum([evidence_in(text) for texts in outside for text in texts])
    total += number_of_cells(whole) - number_of_cells(first) if outside else 0
    least = words.named_share * total
    if outside and held >= least and not _are_of_text(outside, words):
        return first
    named = _named([one for one in called if one is not first], least, whole, words)
    return named if named is not None else _innermost(whole, total, words)


def remove_chrome(content: Element, names: Names) -> None:
    """Take out of a text what is of the page around it, by name and by tag.

    What has a heading of the text in it is kept, whatever its name: a text to be printed is often
    called so.
    """
    words = page_words()
    around = content.iterdescendants(*words.around)
    for element in [*names.find(words.chrome, content), *around]:
        if not words.heading_line.search(STAMP + text_of(element)):
            remove(element)


def remove_menus(content: Element) -> None:
    """Take out of a text the groups of links in it."""
    words = page_words()
    if number(_LINKS, content) >= words.menu_links:
        for element in list(content.iterdescendants(*_GROUPS)):
            if _is_menu(element, words):
                remove(element)


def _is_menu(element: Element, words: PageWords) -> bool:
    if number(_LINKS, element) < words.menu_links:
        return False
    linked = sum(map(_length, elements(_LINKED, element)))
    return linked >= words.menu_share * _length(element)


def _length(element: Element) -> int:
    return len(_plain(element))


def _named(
    called: Iterable[Element], least: float, whole: Element, words: PageWords
) -> Element | None:
    """The first of the elements that holds so much, with no line of a text outside of it."""
    for element in called:
        if evidence(element) >= least and not _are_of_text(_outside(element, whole), words):
            return element
    return None


def _innermost(whole: Element, total: int, words: PageWords, copies: bool = True) -> Element:
    """The element that is reached by going inward as long as one child holds nearly all.

    Of a text that is there twice, as for large and small screens, one copy is taken out.
    """
    element, held = whole, total
    while held and not _is_closed(element, words):
        children = [(evidence(child), child) for child in element]
        held, inner = max(children, key=itemgetter(0), default=(0, element))
        if copies:
            total -= _take_copy(inner, children, words.copy_share * total, words)
        if held < words.step_share * total or inner.tag not in _FRAMES.union(words.blocks):
            break
        if _are_of_text(_outside(inner, element), words):
            break
        element = inner
    while element.tag in _PARTS_OF_TABLE:
        element = next(element.iterancestors())
    return _in_frame(element) if element.tag == "table" else element


def _take_copy(
    first: Element, beside: list[tuple[int, Element]], least: float, words: PageWords
) -> int:
    """Take out what holds the text of another element again; how much it held of at `least`."""
    for held, other in beside:
        if other is not first and held >= least and _same(first, other, words):
            remove(other)
            return held
    return 0


def _same(first: Element, other: Element, words: PageWords) -> bool:
    """Whether two elements hold the same text, whatever stands around it."""
    if not {first.tag, other.tag} <= words.blocks - words.paragraphs:
        return False
    inner = (_innermost(one, evidence(one), words, copies=False) for one in (first, other))
    one, two = map(_plain, inner)
    return one == two


def _plain(element: Element) -> str:
    return _SPACE.sub("", without_stamps(text_of(element)))


def _in_frame(table: Element) -> Element:
    """A new element in the place of a table, which holds the table alone."""
    parent = table.getparent()
    if parent is None:
        return table
    frame = etree.Element("div")
    parent.replace(table, frame)
    frame.append(table)
    table.tail = None
    return frame


def _is_closed(element: Element, words: PageWords) -> bool:
    """Whether an element is a paragraph, or a table that holds no other."""
    if element.tag == "table":
        return element.find(".//table") is None
    return element.tag in words.paragraphs


def _outside(inner: Element, outer: Element) -> Iterator[tuple[str, str]]:
    """What stands before and after `inner` in each element around it, up to `outer`."""
    element = inner
    while element is not outer:
        parent = element.getparent()
        if parent is None:
            return
        before = [_part(one) for one in element.itersiblings(preceding=True)]
        after = [_part(one) for one in element.itersiblings()]
        yield (
            STAMP.join([parent.text or "", *before]),
            STAMP.join([element.tail or "", *after]),
        )
        element = parent


def _are_of_text(outside: Iterable[tuple[str, str]], words: PageWords) -> bool:
    """Whether a line that only a text has stands before or after an element."""
    return any(
        words.heading_line.search(before) or words.text_line.search(after)
        for before, after in outside
    )


def _part(element: Element) -> str:
    return text_of(element) + (element.tail or "")
