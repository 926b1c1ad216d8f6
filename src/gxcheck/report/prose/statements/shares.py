"""Shares in prose: a part, its whole, and the percentage told of them.

Only where the words leave no doubt which whole is meant is a percentage held against it; where any
number of the paragraph makes it right, that number is taken for the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from gxcheck.document.normalise import dressed
from gxcheck.report.prose.numbers.quantities import Quantity
from gxcheck.report.prose.stated import ToldShare
from gxcheck.report.prose.statements.lists import list_words
from gxcheck.report.prose.statements.sketches import Sketch, filled, statement_words
from gxcheck.report.prose.statements.sums import STOPS, after_last
from gxcheck.report.prose.statements.telling import HUNDRED, as_told, percentages, span, told_number
from gxcheck.report.seek import holds_any

__all__ = [
    "Share",
    "fits",
    "sentence_start",
    "share_words",
    "shares_in",
    "shares_of",
    "told_share",
]

_NEAR = 15  # numbers on each side of a part among which its whole may stand
_REACH = 600  # characters, as well
_SIBLINGS = 8  # shares of one whole in a sentence


class ShareWords(Struct, frozen=True):
    """The words of shares: those of `shares` in rules/statements.yml, by the same names."""

    share: re.Pattern[str]
    between: re.Pattern[str]
    rate: re.Pattern[str]
    respectively: re.Pattern[str]
    takes: str
    each: tuple[str, ...]
    rates: str
    each_takes: str
    total: re.Pattern[str]
    among: re.Pattern[str]
    wholes: tuple[str, ...]
    opinions: Mapping[str, re.Pattern[str]]
    not_rates: tuple[str, ...]


class Share(Struct, frozen=True):
    """A percentage told of a part; places are those of their signs.

    `of` names its whole, which may be `told` with it: 占全部申请20件的45%.
    """

    part: Quantity
    part_place: int
    percent: Quantity
    percent_place: int
    of: str
    told: Quantity | None = None


@cache
def share_words() -> ShareWords:
    """The words and patterns."""
    words = statement_words("shares")
    return ShareWords(
        share=filled(words["share"]),
        between=filled(words["between"]),
        rate=filled(words["rate"]),
        respectively=filled(words["respectively"]),
        takes=words["takes"],
        each=dressed(words["each"]),
        rates=words["rates"],
        each_takes=words["each_takes"],
        total=filled(words["total"]),
        among=filled(words["among"]),
        wholes=dressed(words["wholes"]),
        opinions={stem: filled(form) for stem, form in words["opinions"].items()},
        not_rates=dressed(words["not_rates"]),
    )


def shares_in(sketch: Sketch, told: Sequence[Share]) -> Iterator[ToldShare]:
    """The shares of a passage whose whole it tells, of those that are `told` of a part."""
    for at, one in enumerate(told):
        whole = _whole(sketch, one, told[max(0, at - _NEAR) : at + _NEAR])
        if whole:
            yield told_share(sketch, one, whole)
    yield from _respective(sketch)


def shares_of(sketch: Sketch) -> list[Share]:
    """Every percentage that is told right after a part, in the words 占…."""
    words = share_words()
    return list(_shares(sketch, words)) if words.takes in sketch.text else []


def _shares(sketch: Sketch, words: ShareWords) -> Iterator[Share]:
    """The shares in a sketch that has the words for them."""
    text = sketch.text
    for found in words.share.finditer(text):
        before = sketch.within(0, found.start())
        if not before:
            continue
        place = sketch.places[before[-1]]
        part, share = sketch.at(place), sketch.at(found.start("share"))
        told = part.unit and part.unit != share.unit and not (part.hedge or share.hedge)
        each = text.endswith(words.each, 0, found.start())
        each = each or _is_of_another(text, place, found.start())
        if told and not each and words.between.fullmatch(text, place + 1, found.start()):
            whole = sketch.at(found.start("whole")) if found["whole"] else None
            yield Share(part, place, share, found.start("share"), found["of"], whole)


def _is_of_another(text: str, place: int, start: int) -> bool:
    """Whether a share names a part told before: 网络申请19件，现场4件，网络申请占比55.9%."""
    named = text[place + 1 : start].rpartition(",")[2]
    return len(named) > 1 and text.find(named, sentence_start(text, place), place) >= 0


def told_share(sketch: Sketch, one: Share, whole: Quantity, at: Sketch | None = None) -> ToldShare:
    """The share that is told of a whole; `at` is the passage of the whole where it is another."""
    text, location = span(sketch, one.part_place, one.percent_place + 1)
    least, most = percentages((one.part.low, one.part.high), (whole.low, whole.high)) or (0, 0)
    exact = percentages((one.part.value, one.part.value), (whole.value, whole.value))
    step = one.percent.step
    return ToldShare(
        text=text,
        location=location,
        part=told_number(sketch, one.part, ""),
        whole=told_number(at or sketch, whole, one.of),
        told=one.percent.value,
        exact=as_told(exact[0], step) if exact else 0,
        least=least - step,
        most=most + step,
    )


def fits(part: Quantity, whole: Quantity, share: Quantity) -> bool:
    """Whether a share of a whole is right, at the precision in which all are told."""
    if whole.low <= 0:
        return False
    least, most = share.value - share.step, share.value + share.step
    return least * whole.low < part.high * HUNDRED and part.low * HUNDRED < most * whole.high


def _whole(sketch: Sketch, one: Share, told: Sequence[Share]) -> Quantity | None:
    """The whole of a share: any number near that makes it right, else the one that is meant."""
    if one.told:
        return one.told if one.told.unit == one.part.unit and not one.told.hedge else None
    at = sketch.first_at(one.part_place)
    near = sketch.quantities[max(0, at - _NEAR) : at + _NEAR]
    same = [other for other in near if other.unit == one.part.unit and not other.hedge]
    for other in same:
        if fits(one.part, other, one.percent) and (
            other is not one.part or one.percent.value == HUNDRED
        ):
            return other
    if _fits_sum(sketch, one, told):
        return None
    return _governing(sketch, one) or _of_siblings(sketch, one, told)


def _fits_sum(sketch: Sketch, one: Share, told: Sequence[Share]) -> bool:
    """Whether numbers that are told beside a part add up to a whole that makes its share right."""
    place = one.part_place
    beside = [s.part for s in told if s.part.unit == one.part.unit and _is_near(s, place)]
    start = sentence_start(sketch.text, place)
    before = (sketch.quantities[index] for index in sketch.within(start, place + 1)[-_NEAR:])
    so_far = [part for part in before if part.unit == one.part.unit]
    return any(fits(one.part, _sum(parts), one.percent) for parts in (beside, so_far) if parts)


def _of_siblings(sketch: Sketch, one: Share, told: Sequence[Share]) -> Quantity | None:
    """The whole of the shares that stand with one in its sentence, if it is that of all of them.

    That is so where it makes two of them right, or one and it is their sum or told right before,
    or they are told of all, adding up to 100. Where no number does, their sum may.
    """
    place = one.part_place
    start = sentence_start(sketch.text, place)
    stop = sketch.text.find(STOPS[0], place, place + _REACH)
    end = stop if stop >= 0 else place + _REACH
    members = [s for s in told if start <= s.part_place < end and s.part.unit == one.part.unit]
    others = [s for s in members if s is not one]
    if not 0 < len(others) <= _SIBLINGS:
        return None
    first = sketch.first_at(members[0].part_place)
    before = sketch.quantities[max(0, first - _NEAR) : first]
    same = [q for q in before if q.unit == one.part.unit and not q.hedge]
    of_all = _are_of_all(members)
    for whole in reversed(same):
        right = sum(fits(s.part, whole, s.percent) for s in others)
        likely = of_all or whole is same[-1] or whole.value == _sum([s.part for s in members]).value
        if right > 1 or (right and likely):
            return whole if whole.value >= one.part.value else None
    together = _sum([s.part for s in members])
    return together if sum(fits(s.part, together, s.percent) for s in others) > 1 else None


def _are_of_all(told: Sequence[Share]) -> bool:
    """Whether shares add up to 100, but for their rounding."""
    added = sum((Decimal(one.percent.value) for one in told), Decimal(0))
    return abs(added - HUNDRED) < len(told) * Decimal(told[0].percent.step)


def _is_near(one: Share, place: int) -> bool:
    return -_REACH < one.part_place - place < _REACH


def _sum(parts: Sequence[Quantity]) -> Quantity:
    low, high = sum(part.low for part in parts), sum(part.high for part in parts)
    return replace(parts[0], value=sum(part.value for part in parts), low=low, high=high)


def sentence_start(text: str, place: int, stops: str = STOPS) -> int:
    """Where the sentence of a place begins, or its part after another mark."""
    return after_last(text, stops, place, _REACH)


def _governing(sketch: Sketch, one: Share) -> Quantity | None:
    """The total that 其中 breaks down before the part, or the one total that a sentence has."""
    text, place, words = sketch.text, one.part_place, share_words()
    if one.of and not words.total.fullmatch(one.of):
        return None
    start = sentence_start(text, place)
    among = words.among.search(text, start, place)
    if among:
        whole = sketch.at(among.start())
        return whole if whole.unit == one.part.unit and not whole.hedge else None
    anchor = text.rfind(list_words().anchor, start, place)
    before = sketch.within(start, anchor if anchor >= 0 else place)
    if not before:
        return None
    at, whole = sketch.places[before[-1]], sketch.quantities[before[-1]]
    if anchor < 0:
        named = holds_any(text[start:at], words.wholes)
        if len(before) != 1 or not named or text[at + 1] != ",":
            return None
    elif ";" in text[at:anchor]:
        return None
    usable = whole.unit == one.part.unit and not whole.hedge and whole.value >= one.part.value
    return whole if usable else None


def _respective(sketch: Sketch) -> Iterator[ToldShare]:
    """Shares told after their parts: 网络80件、信函40件，分别占66.7%和33.3%."""
    text, words = sketch.text, share_words()
    if words.each_takes not in text:
        return
    for found in words.respectively.finditer(text):
        shares = [sketch.quantities[index] for index in sketch.within(*found.span("shares"))]
        parts = list(sketch.within(*found.span("parts")))[-len(shares) :]
        if len(parts) == len(shares):
            yield from _paired(sketch, found, parts, shares)


def _paired(
    sketch: Sketch, found: re.Match[str], parts: Sequence[int], shares: Sequence[Quantity]
) -> Iterator[ToldShare]:
    """Each part with its share, where one whole makes all or all but one of them right."""
    numbers = [sketch.quantities[index] for index in parts]
    near = sketch.quantities[max(0, parts[0] - _NEAR) : parts[-1] + _NEAR]
    wholes = [one for one in near if one.unit == numbers[-1].unit and not one.hedge]
    wholes.append(replace(_sum(numbers), unit=numbers[-1].unit))
    right = [[fits(n, whole, s) for n, s in zip(numbers, shares, strict=True)] for whole in wholes]
    best = max(range(len(wholes)), key=lambda index: sum(right[index]))
    if sum(right[best]) < max(1, len(shares) - 1):
        return
    start = found.start("shares")
    places = [sketch.places[index] for index in sketch.within(start, found.end("shares"))]
    for index, share, place in zip(parts, shares, places, strict=True):
        part = sketch.quantities[index]
        yield told_share(sketch, Share(part, sketch.places[index], share, place, ""), wholes[best])
