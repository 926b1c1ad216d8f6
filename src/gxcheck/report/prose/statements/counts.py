"""Counts in prose: how many are told, and how many are named or numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from gxcheck.document.model import Location, Passage
from gxcheck.document.normalise import dressed
from gxcheck.patterns import own_pattern
from gxcheck.report.prose.numbers.numerals import numeral_value
from gxcheck.report.prose.stated import ToldCount
from gxcheck.report.prose.statements.sketches import Sketch, filled, statement_words
from gxcheck.report.prose.statements.telling import span

__all__ = ["announced_in", "count_words", "counts_in", "named_in"]

_SHORTEST = 7  # characters that tell two numbers or names and how many they are
_LEAST = 2  # items that make an enumeration
_FURTHER = 12  # passages among which the items of an enumeration stand
_ANNOUNCING = ":。"
_BEFORE_NAMES = ",。;:()\n"
_ADJACENT = ("》《", "”“")
_BEFORE_MARKS = "\n。;,:!?、)"


class CountWords(Struct, frozen=True):
    """How counts are told: what `counts` in rules/statements.yml has, by the same names.

    `firsts` are the first marks of each of the `series` by which items are numbered.
    """

    ordinals: re.Pattern[str]
    item: re.Pattern[str]
    announced: re.Pattern[str]
    quoted: re.Pattern[str]
    marked: re.Pattern[str]
    listing: tuple[str, ...]
    named: re.Pattern[str]
    series: tuple[tuple[str, ...], ...]
    firsts: tuple[str, ...]
    kinds: tuple[str, ...]
    sorts: tuple[str, ...]
    longest_name: int
    ordinal: str
    open: str
    longest: int


@cache
def count_words() -> CountWords:
    """The words and patterns."""
    words = statement_words("counts")
    series = tuple(dressed(line) for line in words["series"])
    return CountWords(
        ordinals=filled(words["ordinals"]),
        item=own_pattern(words["item"]),
        announced=filled(words["announced"]),
        quoted=filled(words["quoted"]),
        marked=filled(words["marked"]),
        listing=dressed(words["listing"]),
        named=filled(words["named"]),
        series=series,
        firsts=tuple(line[0] for line in series),
        kinds=dressed(words["kinds"]),
        sorts=dressed(words["sorts"]),
        longest_name=words["longest_name"],
        ordinal=words["ordinal"],
        open=words["open"],
        longest=words["longest"],
    )


def counts_in(passage: Passage) -> Iterator[ToldCount]:
    """The counts that a passage tells together with the numbers or the names of what it counts."""
    text, words = passage.normal, count_words()
    if len(text) < _SHORTEST:  # a cell of a table
        return
    if words.ordinal in text:
        for found in words.ordinals.finditer(text):
            items = words.item.findall(found["items"])
            yield from _told(passage, found, items, found["told"])
    if "”" in text:  # a closing quotation mark
        for found in words.quoted.finditer(text):
            items = found["items"].split("、")
            yield from _told(passage, found, items, found["told"])
    for pair in [pair for pair in _ADJACENT if pair in text]:
        place = text.find(pair)
        while place >= 0:
            last = words.marked.match(text, place)
            names = _marked_before(text, place, pair) if last else ()
            if last and names:
                yield from _told(passage, last, names, last["told"])
            place = text.find(pair, place + 1)


def _marked_before(text: str, place: int, pair: str) -> Sequence[str]:
    """All names in “” or 《》 up to the one after `place`; empty where others stand before them.

    So it is where a mark is lost.
    """
    closing, opening = pair[0], pair[1]
    ends = [text.index(closing, place + 1)]
    while text.startswith(closing, place):
        ends.append(place)
        start = text.rfind(opening, 0, place)
        place = start - 1
    if start < 0 or text.startswith(count_words().listing, start - 1):
        return ()
    items = [text[text.rindex(opening, 0, end) : end + 1] for end in reversed(ends)]
    return items if all(item.count(closing) == 1 for item in items) else ()


def named_in(sketch: Sketch) -> Iterator[ToldCount]:
    """Counts with names before 等, where all names are of one kind."""
    words, text = count_words(), sketch.text
    if words.open not in text or not ("、" in text or any(pair in text for pair in _ADJACENT)):
        return
    for found in words.named.finditer(text):
        one = sketch.at(found.start("told"))
        start = 1 + max(text.rfind(mark, 0, found.start()) for mark in _BEFORE_NAMES)
        items = _names(text[start : found.start()])
        alike = _alike(items) or (text.startswith(words.sorts, found.end()) and _even(items))
        if not one.hedge and one.value == int(one.value) and alike:
            yield _count(*span(sketch, start, found.end()), int(one.value), items, is_open=True)


def _names(text: str) -> Sequence[str]:
    """The names of a list; titles and quoted names may follow each other without a mark."""
    for pair in _ADJACENT:
        text = text.replace(pair, "、".join(pair))
    return text.split("、")


def _alike(items: Sequence[str]) -> bool:
    """Whether items are names of one kind: all titles, all quoted, or all ending alike."""
    if all(item.endswith("》") and item.count("《") == 1 for item in items):
        return True
    if all(item.endswith("”") and item.count("“") == 1 for item in items):
        return True
    kinds = count_words().kinds
    last = next((kind for kind in kinds if items[-1].endswith(kind)), None)
    return last is not None and all(item.endswith(last) for item in items)


def _even(items: Sequence[str]) -> bool:
    """Whether items are short names of about one length, the first with what stands before it."""
    first, *others = (len(item) for item in items)
    if len(others) < _LEAST or not all(item.isalpha() for item in items):
        return False
    low, high = min(others), max(others)
    return _LEAST <= low <= high <= min(low + 1, count_words().longest_name) and first >= low


def announced_in(passages: Sequence[Passage]) -> Iterator[ToldCount]:
    """Counts that announce an enumeration: 以下三项：一是…二是…, in this passage or the next."""
    words = count_words()
    for index, passage in enumerate(passages):
        text = passage.normal
        for at in _openings(text, words):
            found = words.announced.search(text, max(0, at - words.longest), at)
            items = _enumerated(passages[index:], at) if found else ()
            if found and items:
                yield from _told(passage, found, items, found["told"] or found["told_too"])


def _openings(text: str, words: CountWords) -> Iterator[int]:
    """Where an enumeration may begin: at the first mark of a series, or in the next passage."""
    for first in [word for word in words.firsts if word in text]:  # mostly none, as `in` tells soon
        at = text.find(first, 1)
        while at >= 0:
            if text[at - 1] in _ANNOUNCING:
                yield at
            at = text.find(first, at + 1)
    if text.endswith(":"):
        yield len(text)


def _enumerated(passages: Sequence[Passage], start: int) -> Sequence[str]:
    """The marks of the items that follow; empty where no series begins, or its end is unsure."""
    text = "\n".join([passages[0].normal[start:], *(one.normal for one in passages[1:_FURTHER])])
    text = f"\n{text.lstrip()}"
    series = next((line for line in count_words().series if text.startswith(line[0], 1)), None)
    if series is None:
        return ()
    found, at = 1, 1
    again = _mark(text, series[0], at + 1)
    while found < len(series):
        at = _mark(text, series[found], at + 1)
        if at < 0 or 0 <= again < at:
            break
        found += 1
    if found < _LEAST:
        return ()
    within = text[: again if again >= 0 else None]
    loose = found < len(series) and series[found] in within
    cut = len(passages) > _FURTHER and again < 0
    return () if loose or cut else series[:found]


def _mark(text: str, mark: str, start: int) -> int:
    """Where a mark opens a clause."""
    at = text.find(mark, start)
    while at >= 0 and text[at - 1] not in _BEFORE_MARKS:
        at = text.find(mark, at + 1)
    return at


def _told(
    passage: Passage, found: re.Match[str], items: Sequence[str], numeral: str
) -> Iterator[ToldCount]:
    """The count that a numeral tells of some items; none where it tells no number."""
    told = int(numeral) if numeral.isdecimal() else numeral_value(numeral)
    if told is not None:
        location = passage.locate(*found.span())
        yield _count(found[0], location, told, items, is_open=False)


def _count(
    words: str, location: Location, told: int, items: Sequence[str], *, is_open: bool
) -> ToldCount:
    return ToldCount(
        text=words,
        location=location,
        told=told,
        found=len(items),
        items=tuple(items),
        open=is_open,
    )
