"""Sums in prose: a total and the parts it is broken down into.

Whether parts must make up their total is decided with care: a list that names some parts only, or
parts that overlap, are told apart by their words, and by how far their sum is from the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from gxcheck.patterns import own_pattern
from gxcheck.report.prose.numbers.numerals import Number
from gxcheck.report.prose.numbers.quantities import Quantity
from gxcheck.report.prose.stated import ToldSum
from gxcheck.report.prose.statements.exhaustive import (
    Breakdown,
    goes_beyond,
    is_after_open,
    is_exhaustive,
    without_ways,
)
from gxcheck.report.prose.statements.lists import Part, list_words, read_list
from gxcheck.report.prose.statements.sketches import COUNT, SIGNS, Sketch, filled
from gxcheck.report.prose.statements.telling import span, told_number, told_sum
from gxcheck.report.seek import holds_any

__all__ = ["STOPS", "after_last", "breakdowns", "made_up", "sums_in", "told_of"]

STOPS = "。!?\n"
"""What ends a sentence."""
_PAUSES = ",:;。 ("
_BRACKETS = own_pattern(r"\([^()]*\)")
_NO_SIGNS = dict.fromkeys(map(ord, SIGNS))
_REACH = 1000  # characters of a sentence that are looked at on each side
_BRACKET = 300  # characters of a list that no 其中 begins
_OTHERS = 8  # numbers before a total that may be meant instead
_GAP = 16  # characters between a total and its 其中
_LEAST = 2  # parts that make a sum
_MANY = 4  # halves of a sentence that are a list
_COLONS = (":", "(")
_GOING_ON = (",", "。")


def sums_in(sketch: Sketch) -> Iterator[ToldSum]:
    """The sums of a passage."""
    for one in breakdowns(sketch):
        told = made_up(sketch, one)
        if told:
            yield told


def breakdowns(sketch: Sketch) -> Iterator[Breakdown]:
    """The totals of a passage with the lists of their parts, nested ones too."""
    text, words = sketch.text, list_words()
    place = text.find(words.anchor)
    while place >= 0:
        one = _anchored(sketch, place)
        if one:
            yield one
        place = text.find(words.anchor, place + 1)
    for place in sketch.places:
        one, follows = None, text[place + 1 : place + 2]
        if follows in _COLONS and not text.startswith(words.anchor, place + 2):
            one = _opened(sketch, place)
        elif follows in _GOING_ON and text.startswith(words.including, place + 2):
            one = _including(sketch, place)
        if one:
            yield one
    divided = {found.start(): found for found in filled(words.divided).finditer(text)}
    for found in filled(words.answered).finditer(text):
        one = _answered(sketch, found)
        if one:
            divided.pop(found.start(), None)
            yield one
    yield from filter(None, (_divided(sketch, found) for found in divided.values()))


def _anchored(sketch: Sketch, place: int) -> Breakdown | None:
    """The list that 其中 begins, and the total before it."""
    text, words = sketch.text, list_words()
    nearest = _nearest(sketch, place)
    if nearest is None:
        return None
    gap = _BRACKETS.sub("", text[nearest + 1 : place])
    stop = max(map(gap.rfind, STOPS))
    own_half = gap == ";" and (
        text.startswith(":", place + len(words.anchor)) or _is_only(sketch, nearest)
    )
    if (";" in gap and not own_half) or 0 <= stop < len(gap.rstrip(_PAUSES)):
        return None
    start = place + len(words.anchor)
    colon = text.startswith((":", ",:"), start)
    start += text.startswith((",", ":"), start)
    bracket = text[place - 1 : place] == "("
    end = _end(text, start, bracket=bracket, across=colon)
    if not colon and not bracket and text.startswith(";", end):
        whole = _end(text, start, bracket=False, across=True)
        if _has_share(sketch, start, end) or _by_halves(sketch, nearest, (start, whole)):
            end = whole
    return _breakdown(sketch, nearest, (start, end), anchored=stop < 0)


def _is_only(sketch: Sketch, place: int) -> bool:
    """Whether no number stands before one in its sentence."""
    return not sketch.within(after_last(sketch.text, STOPS, place), place)


def _has_share(sketch: Sketch, start: int, end: int) -> bool:
    """Whether a list goes item by item, each with its share: 网络80件，占66.7%；信函…."""
    units = [sketch.quantities[index].unit for index in sketch.within(start, end)]
    return len(units) == _LEAST and units[1] == "%" != units[0]


def _by_halves(sketch: Sketch, total: int, span: tuple[int, int]) -> bool:
    """Whether each of many halves of a sentence ends with a part of a total: 政务59条；教育8条；….

    A deed or a number above the total says that the halves after the first tell of something else.
    """
    halves, words = sketch.text[slice(*span)].split(";"), list_words()
    parts = [sketch.quantities[index] for index in sketch.within(*span)]
    whole = sketch.at(total)
    return (
        len(parts) == len(halves) >= _MANY
        and all(half.endswith(COUNT) for half in halves)
        and not any(half.startswith((*words.deeds, *words.topics)) for half in halves[1:])
        and all(part.unit == whole.unit and part.value <= whole.value for part in parts)
    )


def _divided(sketch: Sketch, found: re.Match[str]) -> Breakdown | None:
    """The list after the words that divide a total; one of the same kind alone is a part too."""
    text, start = sketch.text, found.end()
    if found["noun"] and found["same"] is not None:  # 42个部门中,有45个部门建立了制度
        return _breakdown(sketch, found.start(), (start, start + 1), anchored=True)
    end = _end(text, start, bracket=False, across=False)
    if text[start - 1] == ":" and len(sketch.within(start, end)) < _LEAST:
        end = _end(text, start, bracket=False, across=True)
    one = _breakdown(sketch, found.start(), (start, end), anchored=False)
    some = found["seen"] or found["noun"] is not None
    return replace(one, after_open=True) if one and some else one


def _answered(sketch: Sketch, found: re.Match[str]) -> Breakdown | None:
    """The list of what became of all that were answered."""
    end = _end(sketch.text, found.end(), bracket=False, across=True)
    one = _breakdown(sketch, found.start(), (found.end(), end), anchored=False)
    return replace(one, whole=True) if one else None


def _nearest(sketch: Sketch, place: int) -> int | None:
    """The place of the last number shortly before 其中; one in brackets is none."""
    text, shut, near = sketch.text, 0, 0
    for at in range(place - 1, max(-1, place - _REACH), -1):
        sign = text[at]
        if sign == ")":
            shut += 1
        elif sign == "(":
            shut = max(0, shut - 1)
        elif not shut:
            if sign in SIGNS and sketch.at(at).unit != "%":
                if not _is_change(text, at):
                    return at
                near = 0
            near += 1
            if near > _GAP:
                return None
    return None


def _is_change(text: str, place: int) -> bool:
    """Whether a number tells by how much another rose or fell: 58个，较上年减少7个."""
    start, changed = after_last(text, ",;(。", place), list_words().changed
    return text.startswith(changed, start) or text.endswith(changed, start, place)


def _opened(sketch: Sketch, place: int) -> Breakdown | None:
    """The list that stands after a total's colon or in brackets."""
    text = sketch.text
    bracket = text[place + 1] == "("
    start = place + 2
    if text.startswith(list_words().not_parts, start):
        return None
    end = min(_end(text, start, bracket=bracket, across=not bracket), start + _BRACKET)
    if len(sketch.within(start, end)) < _LEAST:
        return None
    return _breakdown(sketch, place, (start, end), anchored=False)


def _including(sketch: Sketch, place: int) -> Breakdown | None:
    """The list after a total's 包含, which begins no list of its own: 207条,包含甲11条,….

    As a sentence of its own it has a colon: 57条。包括:甲11条;….
    """
    text, start = sketch.text, place + 2
    opened = start + next(len(w) for w in list_words().including if text.startswith(w, start))
    colon = text.startswith(":", opened)
    if text[place + 1] in STOPS and not colon:
        return None
    end = _end(text, start, bracket=False, across=colon)
    return _breakdown(sketch, place, (start, end), anchored=False)


def _breakdown(
    sketch: Sketch, place: int, region: tuple[int, int], *, anchored: bool
) -> Breakdown | None:
    """The total at a place with the parts in a region; None where there are none."""
    text, total = sketch.text, sketch.at(place)
    if not total.unit or total.unit == "%":
        return None
    words = list_words()
    opening = next((word for word in words.including if text.startswith(word, region[0])), "")
    found = read_list(sketch, region[0] + len(opening), region[1], total.unit)
    if not found.parts:
        return None
    start = after_last(text, STOPS, place)
    before = (sketch.places[index] for index in sketch.within(start, place)[-_OTHERS:])
    meant = (sketch.at(at) for at in before if not text.endswith(words.of_year, start, at))
    others = tuple(one for one in meant if one.unit == total.unit)
    clause = max(start, after_last(text, ",;", place))
    label = text[clause:place].translate(_NO_SIGNS)
    some = text.startswith(words.partial, region[0]) and not text.startswith(words.plain, region[0])
    some = some and not (opening and _has_rest(found.parts))
    after_open = is_after_open(text[start:clause], text[clause:place], found.parts)
    label = without_ways(label)
    return Breakdown(clause, total, others, label, found, anchored, some, after_open)


def _has_rest(parts: Sequence[Part]) -> bool:
    """Whether all parts are told: the others, 其他12条, among them."""
    return any(part.label.startswith(list_words().exhaustive) for part in parts[1:])


def after_last(text: str, marks: str, place: int, reach: int = _REACH) -> int:
    """The place after the last of some marks before a place, not too far back."""
    start = max(0, place - reach)
    for mark in marks:
        at = text.rfind(mark, start, place)
        if at >= 0:
            start = at + 1
    return start


def _end(text: str, start: int, *, bracket: bool, across: bool) -> int:
    """Where a list that begins at `start` must end: its bracket, its sentence, its half of one."""
    marks = ")" if bracket else "。" if across else ";。"
    last = min(len(text), start + _REACH)
    ends = [place for mark in (*marks, "\n") if (place := text.find(mark, start, last)) >= 0]
    return min(ends, default=last)


def made_up(sketch: Sketch, one: Breakdown, *, own_end: bool = True) -> ToldSum | None:
    """The sum that a breakdown tells; None where nothing can be said of it.

    `own_end` is False where the parts stand in other passages than the total.
    """
    parts = one.found.parts
    falls = [holds_any(part.label, list_words().down) for part in parts]
    if any(falls) and not all(falls):
        return None
    total = _total(one)
    exhaustive = len(parts) >= _LEAST and is_exhaustive(one, total)
    if not one.anchored and not exhaustive:
        return None
    highest = max(other.high for other in (*one.others, one.total))
    ceiling = Decimal("Infinity") if goes_beyond(one) else highest
    end = parts[-1].end if own_end else len(sketch.text)
    return told_of(sketch, (one.start, end), total, one.label, parts, exhaustive, ceiling)


def _total(one: Breakdown) -> Quantity:
    """The total that the parts make up: the nearest, unless another one before it fits."""
    added = sum(part.one.value for part in one.found.parts)
    fits = (other for other in one.others if other.value == added)
    return one.total if one.total.value == added else next(fits, one.total)


def told_of(
    sketch: Sketch,
    place: tuple[int, int],
    total: Quantity,
    label: str,
    parts: Sequence[Part],
    exhaustive: bool,
    ceiling: Number,
) -> ToldSum:
    """The sum that a total and its parts tell, between two places of a passage."""
    text, location = span(sketch, *place)
    return told_sum(
        text,
        location,
        told_number(sketch, total, label),
        [told_number(sketch, part.one, part.label) for part in parts],
        exhaustive=exhaustive,
        ceiling=ceiling,
    )
