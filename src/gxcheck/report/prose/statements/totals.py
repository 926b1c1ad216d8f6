"""Totals told after their parts, and what was done and what was not of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gxcheck.report.prose.numbers.numerals import Number
from gxcheck.report.prose.numbers.quantities import Quantity
from gxcheck.report.prose.stated import ToldSum
from gxcheck.report.prose.statements.lists import Part, list_words
from gxcheck.report.prose.statements.sketches import COUNT, Sketch, filled
from gxcheck.report.prose.statements.sums import STOPS, after_last, told_of
from gxcheck.report.seek import holds_any

__all__ = ["totals_in"]

_LEAST = 2  # parts that make a sum
_MOST = 40  # parts before their total


def totals_in(sketch: Sketch) -> Iterator[ToldSum]:
    """The totals of a passage whose parts no 其中 begins."""
    *plain, bare = list_words().summing
    if holds_any(sketch.text, (*plain, f"{bare}{COUNT}")):
        yield from _after_parts(sketch)
        yield from _of_organs(sketch)
    yield from _halves(sketch)


def _after_parts(sketch: Sketch) -> Iterator[ToldSum]:
    """Totals told after their parts: 甲a件，乙b件，共计c件."""
    for found in filled(list_words().totals).finditer(sketch.text):
        place = found.start("total")
        total = sketch.at(place)
        start = after_last(sketch.text, STOPS + ";", found.start())
        parts = _parts_before(sketch, start, found.start(), total)
        if _sums_up(sketch, found, start, total, parts):
            first = parts[0].end - 1
            ceiling = max(Decimal(total.high), Decimal(_added(parts)))
            yield told_of(sketch, (first, place + 1), total, "", parts, True, ceiling)


def _added(parts: Sequence[Part]) -> Number:
    return sum(part.one.value for part in parts)


def _sums_up(
    sketch: Sketch, found: re.Match[str], start: int, total: Quantity, parts: Sequence[Part]
) -> bool:
    """Whether a total is that of the parts before it, from `start` on, and at least nearly so."""
    text, words = sketch.text, list_words()
    if found["bare"] and "," in text[parts[0].end if parts else start : found.start()]:
        return False
    if found["many"] and sketch.at(found.start("many")).value != len(parts):
        return False
    if len(parts) < _LEAST or total.hedge or any(part.one.hedge for part in parts):
        return False
    before = text[start : found.start()]
    if _sums_up_some(found["of"], before):
        return False
    if found["noun"] not in before and not _sums_up_organs(found["noun"], text, parts):
        return False
    added = _added(parts)
    others = text[parts[0].end : found.start("total")]
    overlap = not found["ways"] and holds_any(others, words.channels)
    if added > total.value and overlap:
        return False
    slip = total.value * Decimal(str(words.slip))
    return bool(-slip <= added - total.value <= slip)


def _of_organs(sketch: Sketch) -> Iterator[ToldSum]:
    """Totals of organs of several kinds, whose units may differ: 23个乡镇、41个部门共64家."""
    words = list_words()
    for found in filled(words.organs_summed).finditer(sketch.text):
        *parts, total = (sketch.quantities[index] for index in sketch.within(*found.span()))
        if any(one.hedge or one.unit not in words.counted_once for one in (*parts, total)):
            continue
        added = sum(part.value for part in parts)
        if abs(Decimal(added - total.value)) <= total.value * Decimal(str(words.slip)):
            told = [Part("", part, found.end()) for part in parts]
            ceiling = max(Decimal(total.high), Decimal(added))
            yield told_of(sketch, found.span(), total, "", told, True, ceiling)


def _halves(sketch: Sketch) -> Iterator[ToldSum]:
    """Totals of what was done and what was not: 收到86条，采纳52条，未采纳34条."""
    if list_words().undone not in sketch.text:
        return
    for found in filled(list_words().halves).finditer(sketch.text):
        total, *parts = (sketch.quantities[index] for index in sketch.within(*found.span()))
        hedged = any(one.hedge or one.unit != total.unit for one in (total, *parts))
        if not hedged and max(part.value for part in parts) <= total.value:
            told = [Part("", part, found.end()) for part in parts]
            yield told_of(sketch, found.span(), total, "", told, True, total.high)


def _sums_up_organs(noun: str, text: str, parts: Sequence[Part]) -> bool:
    """Whether a total sums up organs of several kinds: 部门34个、乡镇13个，共47个单位."""
    words = list_words()
    kinds = all(text.endswith(words.organs, 0, part.end - 1) for part in parts)
    return kinds and noun.startswith(words.entities)


def _sums_up_some(of: str, before: str) -> bool:
    """Whether the total is of some parts: 建议12件，公开9件，提案8件，公开7件，共计公开16件."""
    clause = before.partition(",")[0]
    return bool(of) and of in before and of not in clause


def _parts_before(sketch: Sketch, start: int, end: int, total: Quantity) -> list[Part]:
    """The parts that a total told after them sums up: one a clause, all in its unit.

    Those that 其中 begins are of what is told before it, if any number is.
    """
    text = sketch.text
    anchored = text.rfind(list_words().anchor, start, end)
    if holds_any(text[start:end], list_words().open) or sketch.within(start, max(start, anchored)):
        return []
    numbers = sketch.within(start, end)[-_MOST:]
    places = [sketch.places[index] for index in numbers]
    units = (total.unit, "")
    others = [place for place in places if sketch.at(place).unit not in units]
    if others:  # 培训3期,第一期56人、第二期61人,共计117人
        clause = text.find(",", others[-1], end)
        places = [place for place in places if place > clause >= 0]
    if any(text[place + 1 : place + 2] not in (",", "、", "") for place in places):
        return []
    parts = [Part("", sketch.at(place), place + 1) for place in places]
    added = [sum(part.one.value for part in parts[first:]) for first in range(len(parts) - 1)]
    fitting = [first for first, sum_ in enumerate(added) if sum_ == total.value]
    return parts[fitting[0] :] if fitting else parts
