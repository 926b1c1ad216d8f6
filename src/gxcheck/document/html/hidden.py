"""Takes out of a page's tree what its readers do not see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from gxcheck.document.html.nodes import elements, remove, strings
from gxcheck.document.html.words import page_words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["remove_hidden"]

_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SHOWING = re.compile(r"(?:^|;)\s*display\s*:", re.IGNORECASE)
_STYLED = etree.XPath(
    "//*[contains(@style,'isplay') or contains(@style,'ISPLAY')"
    " or contains(@style,'isibility') or contains(@style,'ISIBILITY')]"
)
_MARKED = etree.XPath("//*[@hidden]")
_WITH_ID = etree.XPath("//*[@id=$name]")
_WITH_CLASS = etree.XPath("//*[contains(@class,$name)]")
_SHEETS = etree.XPath("//style/text()", smart_strings=False)
_ASIDE = re.compile(r"/\*.*?\*/|@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", re.DOTALL)
_HIDING_RULE = re.compile(r"([^{}]*)\{[^{}]*display\s*:\s*none", re.IGNORECASE)
_SELECTOR = re.compile(r"([.#])([\w-]+)")


def remove_hidden(root: Element, low: bytes) -> None:
    """Take out hidden elements; `low` is the page's source in lower case.

    Hidden are: tags whose content is no text, the attribute `hidden`, a style of the element
    that hides it, and simple rules of the page's own style sheets (a class or an id).
    """
    hidden = list(_hidden(root, low))
    etree.strip_elements(root, *page_words().unseen, with_tail=False)
    for element in hidden:
        remove(element)


def _hidden(root: Element, low: bytes) -> Iterator[Element]:
    if b"hidden" in low:
        yield from elements(_MARKED, root)
    styles = b"display" in low or b"visibility" in low
    if styles:
        yield from (one for one in elements(_STYLED, root) if _HIDING.search(one.get("style", "")))
    if styles and b"<style" in low:
        yield from _hidden_by_sheets(root)


def _hidden_by_sheets(root: Element) -> Iterator[Element]:
    """What simple rules hide, where no style of the element's own shows it again."""
    for sheet in strings(_SHEETS, root):
        for rule in _HIDING_RULE.finditer(_ASIDE.sub("", sheet)):
            for selector in rule[1].split(","):
                found = _SELECTOR.fullmatch(selector.strip())
                if found:
                    yield from _selected(root, found[1], found[2])


def _selected(root: Element, kind: str, name: str) -> Iterator[Element]:
    attribute, path = ("id", _WITH_ID) if kind == "#" else ("class", _WITH_CLASS)
    for element in elements(path, root, name=name):
        own = element.get("style", "")
        if name in element.get(attribute, "").split() and not _SHOWING.search(own):
            yield element
