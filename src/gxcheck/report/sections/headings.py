"""Headings: the number at their beginning, their title, and the text that runs on after it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache

from msgspec import Struct

from gxcheck.document.model import Paragraph
from gxcheck.document.numerals import DIGITS, FORMAL, FROM_PDF, ROMAN_SIGNS, ordinal_of
from gxcheck.patterns import own_pattern
from gxcheck.report.labels import normal_key
from gxcheck.report.model import Heading
from gxcheck.report.sections.roles import is_known_title, known_role, known_start, may_begin_title
from gxcheck.report.sections.structure import structure
from gxcheck.report.seek import holds_any

__all__ = [
    "LISTED",
    "STYLES",
    "Bounds",
    "Mark",
    "heading_of",
    "may_begin_heading",
    "read_bounds",
    "read_heading",
    "read_mark",
    "rest_of",
    "split_heading",
    "unnumbered_bounds",
]

LISTED = "一是"
"""The style of the items of a list that runs on in a sentence, which are no headings."""
STYLES = ("第一", "一、", "Ⅰ、", "（一）", "1.", "（1）", "①", LISTED, "")
"""The styles of numbering, from the highest level to the lowest, and that of no number."""

_DIVISION, _CHINESE, _ROMAN, _BRACKETED, _DIGIT, _BRACKETED_DIGIT, _CIRCLED, _, _NONE = STYLES
_STYLE_OF_GROUP = {
    "division": _DIVISION,
    "bracketed": _BRACKETED,
    "half": _BRACKETED,
    "chinese": _CHINESE,
    "roman": _ROMAN,
    "bracketed_digit": _BRACKETED_DIGIT,
    "digit": _DIGIT,
    "listed": LISTED,
}
_ENCLOSED = {
    **{chr(0x2460 + value): (_CIRCLED, value + 1) for value in range(20)},
    **{chr(0x2474 + value): (_BRACKETED_DIGIT, value + 1) for value in range(20)},
    **{chr(0x2488 + value): (_DIGIT, value + 1) for value in range(20)},
    **{chr(0x3220 + value): (_BRACKETED, value + 1) for value in range(10)},
}
_ROMAN_MARKS = "IVX" + "".join(ROMAN_SIGNS)
_BULLETS = "#*|•●■◆▲★【"
_FIRST = (
    frozenset(
        f"{DIGITS}{FORMAL}{FROM_PDF}{_ROMAN_MARKS}0123456789第(（{_BULLETS}"
        + "０１２３４５６７８９"
    )
    | _ENCLOSED.keys()
)
_CLOSING = "。;:,、.!?…·—-_~*】 "
_STOP = own_pattern(r"[。;:!?]")
_LEADER = own_pattern(r"(?:[.…·_—-]{2,}|…)\d*$")


class Mark(Struct, frozen=True):
    """The number at the beginning of a paragraph. `start`, `end` are offsets in `normal`.

    `separator` is what stands between the number and the title, such as the comma of 1、 and the
    point of 1. which share their style.
    """

    number: str
    style: str
    ordinal: int | None
    start: int
    end: int
    separator: str = ""


class Bounds(Struct, frozen=True):
    """Where in `normal` a heading begins, its title stands, and the text goes on after it."""

    mark: Mark
    title: str
    end: int
    rest: int


@cache
def _marks() -> re.Pattern[str]:
    """Finds a number with what stands around it; its groups are those of `_STYLE_OF_GROUP`."""
    numeral, sep = f"[{DIGITS}{FORMAL}]{{1,3}}", "[、,.:]"
    divisions = structure().headings.divisions
    return own_pattern(
        rf"[{_BULLETS}]{{0,6}}(?:"
        rf"第(?P<division>{numeral}|\d{{1,2}})(?:(?:{divisions})[、,.:]?|{sep})"
        rf"|\((?P<bracketed>{numeral})\){sep}?"
        rf"|(?P<half>{numeral})\){sep}?"
        rf"|(?P<chinese>{numeral}){sep}(?![{DIGITS}]+[、,])"
        rf"|(?P<roman>[{_ROMAN_MARKS}]{{1,4}}){sep}(?![0-9A-Za-z])"
        rf"|\((?P<bracketed_digit>\d{{1,2}})\){sep}?"
        rf"|(?P<digit>\d{{1,2}})[、,.)](?!\d)"
        rf"|(?P<listed>{numeral})是)"
    )


@cache
def _numbers() -> re.Pattern[str]:
    """Finds a number alone."""
    return own_pattern(
        rf"(?P<chinese>[{DIGITS}{FORMAL}]{{1,3}})|(?P<digit>\d{{1,2}})|(?P<roman>[{_ROMAN_MARKS}]{{1,4}})"
    )


def may_begin_heading(text: str) -> bool:
    """Whether a text as read may begin with a number: a cheap test that misses none."""
    return text[:1] in _FIRST or text.lstrip()[:1] in _FIRST


def read_mark(normal: str) -> Mark | None:
    """The number at the beginning of a text in normal dress."""
    if normal[:1] not in _FIRST:
        return None
    if normal[0] in _ENCLOSED:
        style, ordinal = _ENCLOSED[normal[0]]
        return Mark(normal[0], style, ordinal, 0, 1)
    match = _marks().match(normal)
    if match is None or match.lastgroup is None:
        return None
    number = match[match.lastgroup]
    start = len(normal) - len(normal.lstrip(_BULLETS))
    style = _STYLE_OF_GROUP[match.lastgroup]
    separator = normal[match.end(match.lastgroup) : match.end()]
    return Mark(number, style, ordinal_of(number), start, match.end(), separator)


def read_bounds(paragraph: Paragraph) -> Bounds | None:
    """Where a numbered heading begins and ends in its paragraph; None if it has none."""
    if not may_begin_heading(paragraph.text):
        return None
    normal = paragraph.normal
    mark = read_mark(normal)
    if mark is None:
        return None
    end = _title_end(paragraph, normal, mark.end)
    return _bounds(normal, mark, end) if end is not None else None


def unnumbered_bounds(paragraph: Paragraph, own: Container[str] = ()) -> Bounds | None:
    """The bounds of a paragraph that is, without a number or its separator, a section's title.

    `own` has the keys of titles that none of the shipped forms has.
    """
    normal = paragraph.normal
    if own and normal_key(normal) in own:
        return _bounds(normal, Mark("", _NONE, None, 0, 0), len(normal))
    if may_begin_title(normal, 0):
        known = known_start(normal, 0)
        runs_on = 0 < known < len(normal) and _is_left(paragraph, normal, 0, known)
        end = known if runs_on else len(normal)
        if known_role(normal_key(normal[:end])):
            return _bounds(normal, Mark("", _NONE, None, 0, 0), end)
    elif normal[:1] in _FIRST:
        mark = _unparted_mark(normal)
        if mark and known_role(normal_key(normal[mark.end :])):
            return _bounds(normal, mark, len(normal))
    return None


def _unparted_mark(normal: str) -> Mark | None:
    """The number that nothing parts from a known title after it: 一总体情况, 01总体情况."""
    match = _numbers().match(normal)
    if match is None or match.lastgroup is None or not may_begin_title(normal, match.end()):
        return None
    ordinal = ordinal_of(match[0])
    return Mark(match[0], _STYLE_OF_GROUP[match.lastgroup], ordinal, 0, match.end())


def read_heading(paragraph: Paragraph) -> Heading | None:
    """The heading that a paragraph is, or begins with."""
    split = split_heading(paragraph)
    return split[0] if split else None


def split_heading(paragraph: Paragraph) -> tuple[Heading, Paragraph | None] | None:
    """The heading of a paragraph and the text that runs on after it, each at its place."""
    bounds = read_bounds(paragraph)
    if bounds is None and len(paragraph.text) <= structure().headings.longest:
        bounds = unnumbered_bounds(paragraph)
    if bounds is None:
        return None
    return heading_of(paragraph, bounds), rest_of(paragraph, bounds)


def heading_of(paragraph: Paragraph, bounds: Bounds) -> Heading:
    """The heading within the bounds."""
    mark = bounds.mark
    return Heading(
        text=paragraph.normal[mark.start : bounds.end],
        location=paragraph.locate(mark.start, bounds.end),
        number=mark.number,
        style=mark.style,
        ordinal=mark.ordinal,
        title=bounds.title,
    )


def rest_of(paragraph: Paragraph, bounds: Bounds) -> Paragraph | None:
    """The text that runs on after the heading, None where there is none."""
    length = len(paragraph.normal)
    return paragraph.part(bounds.rest, length) if bounds.rest < length else None


def _bounds(normal: str, mark: Mark, end: int) -> Bounds:
    title = normal[mark.end : end].rstrip(_CLOSING)
    leader = _LEADER.search(title) if title[-1:].isdecimal() else None  # no mark is left there
    if leader:
        title = title[: leader.start()]
    lead = len(title) - len(title.lstrip(_CLOSING))
    rest = end
    while rest < len(normal) and normal[rest] in _CLOSING:
        rest += 1
    return Bounds(mark, title[lead:], mark.end + len(title), rest)


def _title_end(paragraph: Paragraph, normal: str, start: int) -> int | None:
    """Where the title ends that begins at `start`; None where no title can be told there."""
    words = structure().headings
    limit = min(len(normal), start + words.longest + 1)
    stop = _STOP.search(normal, start, limit)
    end = stop.start() if stop else limit
    early = _early_end(paragraph, normal, start, end)
    if early is not None:
        return early
    if end - start < 2 or holds_any(normal[start:end], words.foreign):
        return None
    closed = end == len(normal) if stop is None else _is_title(normal, start, end)
    return end if closed else next(_gaps(paragraph, start, end), None)


def _is_title(normal: str, start: int, end: int) -> bool:
    """Whether what a stop closes is a title rather than a sentence or an item of a list."""
    words = structure().headings
    length, commas = end - start, normal.count(",", start, end)
    if normal[end] == ":":
        return (
            length <= words.label and not commas and not normal.startswith(words.foreign, end + 1)
        )
    if end + 1 < len(normal):
        return length <= words.inline and commas <= 2
    return normal[end] != ";" and length <= words.sentence and commas <= 1


def _early_end(paragraph: Paragraph, normal: str, start: int, end: int) -> int | None:
    """Where a known title ends whose text goes on without a stop, or at a gap before a sentence."""
    if end == len(normal) and is_known_title(normal[start:end].strip(_CLOSING)):
        return None
    known = known_start(normal, start)
    if start < known < len(normal) and _is_left(paragraph, normal, start, known):
        return known
    return next((at for at in _gaps(paragraph, start, end) if _opens(normal, at)), None)


def _is_left(paragraph: Paragraph, normal: str, start: int, known: int) -> bool:
    """Whether a known title is left at `known`, rather than being the beginning of another."""
    follows = normal[known]
    if follows in ",、":
        is_section = known_role(normal_key(normal[start:known])) is not None
        return is_section and _STOP.search(normal, known) is not None
    return follows in _CLOSING or _gap(paragraph, known) or _opens(normal, known)


def _gaps(paragraph: Paragraph, start: int, end: int) -> Iterator[int]:
    """The places within a possible title where white space stood."""
    first, last = paragraph.original(start, end)
    if last - first == end - start:
        return
    for at in range(start + 4, end):
        if _gap(paragraph, at):
            yield at


def _gap(paragraph: Paragraph, at: int) -> bool:
    """Whether white space stood before the character at `at` of the normal text."""
    return paragraph.original(at, at + 1)[0] > paragraph.original(at - 1, at)[1]


def _opens(normal: str, at: int) -> bool:
    return structure().headings.openers.match(normal, at) is not None
