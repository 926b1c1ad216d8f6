"""Lists of links in a page's source: the menus of a site, which are most of the tags on its pages.

As with plain tables (plain.py), the tags of such a list are not given to the parser; its texts
are, each behind its stamp, and are all that is asked of it outside of a page's text. In the text,
and where it reads like one or may be hidden, it is unfolded: parsed by itself.

A list is one of links if it has but items with links and dressed words, and all its tags are
nested as they should be. None may hide itself, or have a name by which parts of a page are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from gxcheck.document.html.nodes import page_parser
from gxcheck.document.html.signs import SPACE, STAMP, page_of_signs
from gxcheck.document.html.tags import RUNS, innermost
from gxcheck.document.html.words import page_words
from gxcheck.lazy import kept

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["Folded", "LinkList", "are_lists", "link_lists", "unfold", "unfold_readable"]

_LEAST, _MOST = 400, 100_000  # characters of the source of a list
_MOST_ATTRIBUTES = 20
_VALUE, _PLAIN_VALUE = (f"(?:\"[^\"<>{odd}]*\"|'[^'<>{odd}]*')" for odd in ("", "&"))
_ATTRIBUTE = f"(?:(?:class|id)={_PLAIN_VALUE}|(?!class=|id=|style|hidden)[a-z-]+={_VALUE})"
_REST = rf"(?:[{SPACE}]+{_ATTRIBUTE}){{0,{_MOST_ATTRIBUTES}}}[{SPACE}]*>[^<>]*"
_INNER, _OUTER = (
    rf"<(?P<{name}>span|font|b|strong|i|em){_REST}</(?P={name})>[^<>]*"
    for name in ("inner", "outer")
)
_ITEM = f"<li{_REST}(?:<a{_REST}(?:{_INNER})*</a>[^<>]*|{_OUTER})*</li>"
_LIST = re.compile(f"[{SPACE}]*(?:{_ITEM}[{SPACE}]*)*")
_TAG = re.compile("<[^>]*>")
_NAMES = [re.compile(f"{name}=[\"']([^\"']*)") for name in ("class", "id")]


class _Shape(NamedTuple):
    """What is known of a list by its source: its ids and classes, in lower case; its texts.

    These are parted at the runs, and have no tags; `runs` has how far behind the beginning each
    run stands. `readable` is whether a mark of a sentence is in them.
    """

    names: Set[str]
    texts: Sequence[str]
    runs: Sequence[int]
    readable: bool


class LinkList(NamedTuple):
    """A list of links: from where to where what is in it reaches, its source, and its shape."""

    start: int
    end: int
    source: str
    shape: _Shape


class Folded(NamedTuple):
    """A list of links that stands in the tree without its tags, and the stamps of its runs."""

    source: str
    shape: _Shape
    stamps: Sequence[str]


def link_lists(text: str, stretches: Iterable[tuple[int, int]]) -> list[LinkList]:
    """The lists of links in stretches of a page's source, in its order."""
    places = (place for stretch in stretches for place in innermost(text, "ul", *stretch))
    lists = (_link_list(text, start, end) for start, end in places)
    return [one for one in lists if one]


def _link_list(text: str, start: int, end: int) -> LinkList | None:
    source = text[start:end]
    shape = _shape(source) if _LEAST <= len(source) <= _MOST else None
    return LinkList(start, end, source, shape) if shape else None


def _read(source: str) -> _Shape | None:
    """The shape of a list by its source; None if it is not of links."""
    if not _LIST.fullmatch(source):
        return None
    values = {value for name in _NAMES for value in name.findall(source)}
    names = frozenset(name for value in values for name in value.lower().split())
    pieces = RUNS.split(source)
    if len(pieces) == 1 or not names.isdisjoint(page_words().names):
        return None
    bare = _TAG.sub("", f">{STAMP}".join(pieces))
    ends = accumulate(map(len, pieces[:-1]))
    runs = list(map(add, ends, range(1, len(pieces))))
    readable = any(mark in bare for mark in page_words().sentence_marks)
    return _Shape(names, bare.split(STAMP), runs, readable)


# The pages of a site have the same menus.
_shape = kept(_read, most=32)


def are_lists(root: Element, lists: Mapping[str, Folded]) -> bool:
    """Whether all of these are lists of a page's tree too, or nowhere in it, as in a comment."""
    found = len(list(_folded(root, lists)))
    if found == len(lists):
        return True
    return found == len(lists.keys() & set(etree.tostring(root, encoding="unicode")))


def unfold_readable(root: Element, lists: Mapping[str, Folded], hidden: Set[str]) -> None:
    """Unfold what may be of the text, or be hidden by names."""
    for element, folded in list(_folded(root, lists)):
        if folded.shape.readable or not hidden.isdisjoint(folded.shape.names):
            _unfold(element, folded)


def unfold(within: Element, lists: Mapping[str, Folded]) -> None:
    """Make elements of all that are in an element."""
    for element, folded in list(_folded(within, lists)):
        _unfold(element, folded)


def _folded(within: Element, lists: Mapping[str, Folded]) -> Iterator[tuple[Element, Folded]]:
    """The lists in an element that stand there without their tags."""
    if not lists:
        return
    for element in within.iter("ul"):
        folded = lists.get((element.text or "").lstrip(SPACE)[:1])
        if folded and not len(element):
            yield element, folded


def _unfold(element: Element, folded: Folded) -> None:
    first, *pieces = RUNS.split(folded.source)
    runs = [f">{stamp}{piece}" for stamp, piece in zip(folded.stamps, pieces, strict=True)]
    page = page_of_signs("".join(["<ul>", first, *runs, "</ul>"]))
    (unfolded,) = etree.fromstring(page, page_parser()).iter("ul")
    element.text = unfolded.text
    element.extend(list(unfolded))
