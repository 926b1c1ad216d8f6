"""Growth in prose: a value, the one of the year before, and the change told between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from msgspec import Struct

from gxcheck.document.normalise import dressed
from gxcheck.report.prose.numbers.numerals import Number
from gxcheck.report.prose.numbers.quantities import Quantity
from gxcheck.report.prose.stated import ToldGrowth
from gxcheck.report.prose.statements.sketches import Sketch, filled, statement_words
from gxcheck.report.prose.statements.telling import HUNDRED, as_told, percentages, span

__all__ = ["growth_words", "growths_in"]

_REACH = 300  # characters before a rate in which its whole may stand


class GrowthWords(Struct, frozen=True):
    """How growth is told, from rules/statements.yml.

    No text that tells growth is without one of `hints`.
    """

    patterns: tuple[re.Pattern[str], ...]
    down: frozenset[str]
    hints: tuple[re.Pattern[str], ...]


class _Range(Struct, frozen=True):
    """A number told, or worked out, and what it can be."""

    value: Number
    low: Number
    high: Number


@cache
def growth_words() -> GrowthWords:
    """The words and patterns."""
    words = statement_words("growth")
    down = dressed(words["down"])
    verbs = "|".join(sorted((*words["up"], *down), key=len, reverse=True))
    patterns = tuple(
        filled(source.replace("{gap}", words["gap"]), verbs=f"(?:{verbs})")
        for source in words["patterns"]
    )
    hints = tuple(filled(source, verbs=verbs) for source in words["hints"])
    return GrowthWords(patterns, frozenset((*down, *words["also_down"])), hints)


def growths_in(sketch: Sketch) -> Iterator[ToldGrowth]:
    """The growth told in a passage."""
    words, text = growth_words(), sketch.text
    if not any(hint.search(text) for hint in words.hints):
        return
    taken: set[int] = set()
    for pattern in words.patterns:
        for found in pattern.finditer(text):
            if found.start("now") not in taken:
                told = list(_read(sketch, found))
                if told:
                    taken.add(found.start("now"))
                yield from told


def _read(sketch: Sketch, found: re.Match[str]) -> Iterator[ToldGrowth]:
    """What a match tells; nothing where a number is hedged or counts something else."""
    places = found.groupdict()
    numbers: Mapping[str, Quantity] = {
        name: sketch.at(found.start(name))
        for name in ("now", "before", "change", "rate", "multiple")
        if places.get(name)
    }
    if any(one.hedge for one in numbers.values()):
        return
    values = {numbers[name].unit for name in ("now", "before", "change") if name in numbers}
    if len(values) != 1 or "" in values:
        return
    if places.get("year_now") and found["year_now"] <= found["year_before"]:
        return
    falls = bool(places.get("verb")) and found["verb"] in growth_words().down
    sign = -1 if falls else 1
    now, before, change = (_range(numbers.get(name)) for name in ("now", "before", "change"))
    if now and before and change:
        yield _change(sketch, found, (now, before), numbers["change"], sign)
    if now and before is None and change:
        low, high = now.low - sign * change.value, now.high - sign * change.value
        before = _Range(now.value - sign * change.value, low, high)
    rate = numbers.get("rate") or numbers.get("multiple")
    if now and before and rate and before.low > 0:
        told = _rate(rate, sign, multiple="multiple" in numbers)
        if not _is_of_whole(sketch, found, before, told):
            yield _growth(sketch, found, (now, before), *told)


def _is_of_whole(
    sketch: Sketch, found: re.Match[str], before: _Range, told: tuple[Number, Number]
) -> bool:
    """Whether a rate after the last of some parts is that of their whole, told before them."""
    place = found.start("now")
    start = max(0, place - _REACH, sketch.text.rfind("。", 0, place))
    unit = sketch.at(place).unit
    earlier = (sketch.quantities[index] for index in sketch.within(start, place))
    return any(one.unit == unit and _is_grown(one.value, before.value, told) for one in earlier)


def _is_grown(value: Number, before: Number, told: tuple[Number, Number]) -> bool:
    rate, step = told
    exact = percentages((value, value), (before, before))
    return exact is not None and abs(exact[0] - HUNDRED - Decimal(rate)) < step


def _range(one: Quantity | None) -> _Range | None:
    return _Range(one.value, one.low, one.high) if one else None


def _rate(rate: Quantity, sign: int, *, multiple: bool) -> tuple[Number, Number]:
    """The growth told in percent, and the unit of its last figure: 2倍 is 100% more."""
    if rate.unit == "%":
        return sign * rate.value, rate.step
    return (rate.value - multiple) * HUNDRED, rate.step * HUNDRED


def _growth(
    sketch: Sketch, found: re.Match[str], values: tuple[_Range, _Range], told: Number, step: Number
) -> ToldGrowth:
    now, before = values
    exact = percentages((now.value, now.value), (before.value, before.value)) or (0, 0)
    ends = percentages((now.low, now.high), (before.low, before.high)) or (0, 0)
    return _told(
        sketch,
        found,
        values,
        told=told,
        unit="%",
        exact=as_told(Decimal(exact[0]) - HUNDRED, step),
        least=ends[0] - HUNDRED - step,
        most=ends[1] - HUNDRED + step,
    )


def _change(
    sketch: Sketch,
    found: re.Match[str],
    values: tuple[_Range, _Range],
    change: Quantity,
    sign: int,
) -> ToldGrowth:
    now, before = values
    return _told(
        sketch,
        found,
        values,
        told=sign * change.value,
        unit=change.unit,
        exact=now.value - before.value,
        least=now.low - before.high - change.step,
        most=now.high - before.low + change.step,
    )


def _told(
    sketch: Sketch,
    found: re.Match[str],
    values: tuple[_Range, _Range],
    *,
    told: Number,
    unit: str,
    exact: Number,
    least: Number,
    most: Number,
) -> ToldGrowth:
    text, location = span(sketch, *found.span())
    return ToldGrowth(
        text=text,
        location=location,
        now=values[0].value,
        before=values[1].value,
        told=told,
        unit=unit,
        exact=exact,
        least=least,
        most=most,
    )
