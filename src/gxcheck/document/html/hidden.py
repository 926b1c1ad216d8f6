"""Takes out of a page's tree what its readers do not see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from lxml import etree

from gxcheck.document.html.nodes import Names, evidence, remove, strings
from gxcheck.document.html.signs import without_stamps
from gxcheck.document.html.words import page_words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from gxcheck.document.html.source import PageSource

__all__ = ["hidden_names", "hiding_words", "remove_hidden"]

_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SHOWING = re.compile(r"(?:^|;)\s*display\s*:", re.IGNORECASE)
_HIDING_WORDS = (
    (b"display", re.compile(rb"\s*:\s*none")),
    (b"visibility", re.compile(rb"\s*:\s*hidden")),
)
_MARKED = re.compile(rb"\shidden[\s=>]")
_STYLE = b"<style"
_WITH_SPACE = len(" hidden")
_SHEETS = etree.XPath("//style/text()", smart_strings=False)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_AT_RULE = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_HIDING_RULE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SELECTOR = re.compile(r"\w*[.#][\w-]+")


def remove_hidden(root: Element, names: Names, source: PageSource) -> None:
    """Take out hidden elements.

    Hidden are: tags whose content is no text, the attribute `hidden`, a style of the element
    that hides it, and simple rules of the page's own style sheets (a class or an id). Rules that
    would hide most of the text are not believed: a script shows it again.
    """
    low, hiding = source.low, source.hiding
    marked = (at for at in _places(low, b"hidden") if _MARKED.match(low, at - _WITH_SPACE))
    hidden = _hidden(root) if any(_is_in_tag(low, at) for at in chain(marked, hiding)) else []
    by_sheets = _hidden_by_sheets(root, names) if hiding and _STYLE in low else []
    etree.strip_elements(root, *page_words().unseen, with_tail=False)
    for element in hidden:
        remove(element)
    if by_sheets and 2 * sum(map(evidence, _outermost(by_sheets))) <= evidence(root):
        for element in by_sheets:
            remove(element)


def hidden_names(root: Element, source: PageSource) -> frozenset[str]:
    """The classes and ids, in lower case, that a page's own style sheets may hide."""
    if not source.hiding or _STYLE not in source.low:
        return frozenset()
    return _names(_selectors(root))


def hiding_words(low: bytes) -> list[int]:
    """Where a page's source, in lower case, says that something be hidden."""
    return [
        at for word, value in _HIDING_WORDS for at in _places(low, word) if value.match(low, at)
    ]


def _hidden(root: Element) -> list[Element]:
    """The elements that hide themselves."""
    return [
        element
        for element in root.iter(etree.Element)
        if element.get("hidden") is not None
        or ((style := element.get("style")) and _HIDING.search(style))
    ]


def _outermost(elements: Iterable[Element]) -> Iterator[Element]:
    """The elements that are inside no other one of them."""
    every = set(elements)
    return (element for element in every if every.isdisjoint(element.iterancestors()))


def _places(low: bytes, word: bytes) -> Iterator[int]:
    """Where each occurrence of a word ends."""
    at = low.find(word)
    while at >= 0:
        yield at + len(word)
        at = low.find(word, at + 1)


def _is_in_tag(low: bytes, place: int) -> bool:
    """Whether a tag's end comes before a rule's end."""
    tag, rule = low.find(b">", place), low.find(b"}", place)
    return 0 <= tag < rule or rule < 0


def _hidden_by_sheets(root: Element, names: Names) -> list[Element]:
    """What simple rules hide, where no style of the element's own shows it again."""
    selectors = _selectors(root)
    called = names.find(_names(selectors))
    return [
        element
        for element in called
        if not selectors.isdisjoint(_selectors_of(element))
        and not _SHOWING.search(element.get("style", ""))
    ]


def _selectors(root: Element) -> frozenset[str]:
    sheets = strings(_SHEETS, root)
    return frozenset(selector for sheet in sheets for selector in _hiding(sheet))


def _names(selectors: Iterable[str]) -> frozenset[str]:
    """The class or id of each selector."""
    return frozenset(re.split("[.#]", selector)[1].lower() for selector in selectors)


def _selectors_of(element: Element) -> Iterator[str]:
    names = [f".{name}" for name in element.get("class", "").split()]
    for named in (f"#{element.get('id')}", *names):
        yield from (named, f"{element.tag}{named}")


def _hiding(sheet: str) -> Iterator[str]:
    """The classes and ids that a style sheet hides wherever they are."""
    plain = _AT_RULE.sub("", _COMMENT.sub("", without_stamps(sheet)))
    for found in _HIDING_RULE.finditer(plain):
        begin = max(plain.rfind("{", 0, found.start()), 0)
        selectors = plain[plain.rfind("}", 0, begin) + 1 : begin]
        yield from filter(_SELECTOR.fullmatch, map(str.strip, selectors.split(",")))
