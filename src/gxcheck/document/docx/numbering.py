"""Automatic numbering: the number that Word sets before a paragraph, as text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lxml.etree import _Element
from msgspec import Struct

from gxcheck.document.docx.markup import flat, is_on, number, value
from gxcheck.document.docx.names import ILVL, NUM_ID, P_STYLE, R_PR, VAL, VANISH, w
from gxcheck.document.docx.numerals import written
from gxcheck.document.docx.styles import NumberedAs
from gxcheck.document.docx.symbols import symbol
from gxcheck.patterns import own_pattern

__all__ = ["Numbering"]

_ABSTRACT, _ABSTRACT_ID, _NUM = w("abstractNum"), w("abstractNumId"), w("num")
_STYLE_LINK, _NUM_STYLE_LINK = w("styleLink"), w("numStyleLink")
_LEVEL, _OVERRIDE, _START_OVERRIDE = w("lvl"), w("lvlOverride"), w("startOverride")
_START, _FORMAT, _TEXT, _SUFFIX = w("start"), w("numFmt"), w("lvlText"), w("suff")
_RESTART, _LEGAL, _FONTS, _ASCII = w("lvlRestart"), w("isLgl"), w("rFonts"), w("ascii")
_LEVELS = 9  # of a list
_LONGEST = 64  # characters of what a number is set in
_PLACEHOLDER = own_pattern(r"%([1-9])")


class _Level(Struct, frozen=True):
    """One level of a list. `text` has %1 … %9 where the numbers of the levels stand."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    gap: str = " "
    restart: int | None = None
    legal: bool = False
    style: str | None = None


class _List(NamedTuple):
    """A list that paragraphs name: whose count it goes on, its levels, where it starts anew."""

    counted: str
    levels: Mapping[int, _Level]
    starts: Mapping[int, int]


class Numbering:
    """The lists of a file, and how far each has been counted."""

    def __init__(self, root: _Element | None) -> None:
        self._abstract: dict[str, _Element] = {}
        self._linked: dict[str, str] = {}
        self._nums: dict[str, _Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        if root is not None:
            self._index(root)

    def _index(self, root: _Element) -> None:
        for child in root.iterchildren(_ABSTRACT, _NUM):
            if child.tag == _NUM:
                self._nums[child.get(NUM_ID, "")] = child
                continue
            key = child.get(_ABSTRACT_ID, "")
            self._abstract[key] = child
            style = value(child, _STYLE_LINK)
            if style:
                self._linked[style] = key

    def label(self, place: NumberedAs) -> str:
        """The number of the next paragraph at a place, and the gap after it; counts it.

        Empty where the place is in no list.
        """
        found = self._list(place.list) if place.list else None
        if found is None:
            return ""
        at = _level_of(found, place)
        level = found.levels.get(at)
        if level is None:
            return ""
        self._count(found, at, level)
        label = _PLACEHOLDER.sub(lambda mark: self._part(found, at, int(mark[1]) - 1), level.text)
        return label + level.gap if label else ""

    def _count(self, found: _List, at: int, level: _Level) -> None:
        counts = self._counts[found.counted]
        count = counts[at]
        counts[at] = found.starts.get(at, level.start) if count is None else count + 1
        for deeper in range(at + 1, _LEVELS):
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or at < restart:
                counts[deeper] = None

    def _part(self, found: _List, at: int, place: int) -> str:
        """The number of one level within the label of a paragraph at level `at`."""
        level = found.levels.get(place)
        if level is None or place > at:
            return ""
        count = self._counts[found.counted][place]
        if count is None:
            count = found.starts.get(place, level.start)
        legal = found.levels[at].legal and level.form != "decimalZero"
        return written(count, "decimal" if legal else level.form)

    def _list(self, key: str) -> _List | None:
        if key not in self._lists:
            self._lists[key] = self._make(key)
        return self._lists[key]

    def _make(self, key: str) -> _List | None:
        """A list with what it changes of the one that it is made of; None where it is none."""
        num = self._nums.get(key)
        counted = "" if num is None else value(num, _ABSTRACT_ID) or ""
        abstract = self._abstract.get(counted)
        if num is None or abstract is None:
            return None
        linked = self._linked.get(value(abstract, _NUM_STYLE_LINK) or "")
        if linked is not None:
            counted, abstract = linked, self._abstract[linked]
        levels = {_depth(child): _level(child) for child in abstract.iterchildren(_LEVEL)}
        counts = self._counts.setdefault(counted, [None] * _LEVELS)
        starts: dict[int, int] = {}
        for override in num.iterchildren(_OVERRIDE):
            at = _depth(override)
            for child in override.iterchildren(_LEVEL):
                levels[at] = _level(child)
            start = value(override, _START_OVERRIDE)
            if start is not None and 0 <= at < _LEVELS:
                starts[at] = number(start, 1)
                counts[at] = None
        return _List(counted, levels, starts)


def _depth(element: _Element) -> int:
    return number(element.get(ILVL), 0)


def _level_of(found: _List, place: NumberedAs) -> int:
    """The level of a place: named, or that which the list gives to the style."""
    if place.level is None and place.style:
        by_style = (at for at, level in found.levels.items() if level.style == place.style)
        return next(by_style, 0)
    return min(max(number(place.level, 0), 0), _LEVELS - 1)


def _level(element: _Element) -> _Level:
    """What the file tells of a level, with the values that Word takes where it tells nothing."""
    children = {child.tag: child for child in flat(element)}

    def told(tag: str) -> str | None:
        child = children.get(tag)
        return None if child is None else child.get(VAL)

    properties = children.get(R_PR)
    text, form = (told(_TEXT) or "")[:_LONGEST], told(_FORMAT) or "decimal"
    if properties is not None and is_on(next(properties.iterchildren(VANISH), None)):
        text = ""
    if form == "bullet":
        text = _bullet(text, properties)
    restart = told(_RESTART)
    return _Level(
        start=number(told(_START), 0),
        form=form,
        text=text,
        gap="" if told(_SUFFIX) == "nothing" else " ",
        restart=None if restart is None else number(restart, 0),
        legal=is_on(children.get(_LEGAL)),
        style=told(P_STYLE),
    )


def _bullet(text: str, properties: _Element | None) -> str:
    fonts = None if properties is None else next(properties.iterchildren(_FONTS), None)
    font = "" if fonts is None else fonts.get(_ASCII, "")
    return "".join(symbol(ord(mark), font) for mark in text)
