"""Rates in prose of what is done: 共274项，可实现172项，实现率63%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from gxcheck.report.prose.numbers.quantities import Quantity
from gxcheck.report.prose.stated import ToldShare
from gxcheck.report.prose.statements.shares import (
    Share,
    fits,
    sentence_start,
    share_words,
    told_share,
)
from gxcheck.report.prose.statements.sketches import Sketch
from gxcheck.report.prose.statements.sums import STOPS
from gxcheck.report.prose.statements.telling import HUNDRED

__all__ = ["rates_in"]

_PAIR = 2  # the whole and its part
_STEM = 2  # characters of what a rate is named after: 实现 of 实现率
_NEAR = 15  # numbers before a rate


def rates_in(sketch: Sketch) -> Iterator[ToldShare]:
    """The rates of a passage whose whole and part are told right before."""
    words = share_words()
    if words.rates not in sketch.text:
        return
    for found in words.rate.finditer(sketch.text):
        one = _rate(sketch, found)
        if one:
            yield one


def _rate(sketch: Sketch, found: re.Match[str]) -> ToldShare | None:
    """The share that a rate tells; None where its whole and part are not plain."""
    text, words = sketch.text, share_words()
    share = sketch.at(found.start("share"))
    of_told = text.startswith("(", found.end())  # which tells what it is the rate of
    stem = text[found.start() - _STEM : found.start()]
    same = _counted(sketch, found, stem)
    if of_told or share.hedge or share.value == HUNDRED or len(same) != _PAIR:
        return None
    whole, part = (sketch.quantities[index] for index in same)
    place = sketch.places[same[1]]
    clause = text[sentence_start(text, place, f"{STOPS},;") : found.start() - _STEM]
    if stem not in clause and stem[::-1] not in clause:
        return None
    due = text.endswith(words.not_rates, 0, found.start() - _STEM)
    opinion = words.opinions.get(stem)
    if opinion and not opinion.fullmatch(clause.partition(text[place])[0]):
        return None
    right = part.unit == whole.unit and part.value <= whole.value
    known = right and not (due or stem.startswith(words.not_rates))
    if not known or part.hedge or whole.hedge or _is_of_rest(part, whole, share):
        return None
    return told_share(sketch, Share(part, place, share, found.start("share"), ""), whole)


def _counted(sketch: Sketch, found: re.Match[str], stem: str) -> Sequence[int]:
    """The numbers of the unit before a rate, which must be two that nothing stands between.

    What opinions are of may stand before a semicolon, and beside a rate of its own.
    """
    told_before = stem in share_words().opinions
    stops = STOPS if told_before else f"{STOPS};"
    start = sentence_start(sketch.text, found.start(), stops)
    before = list(sketch.within(start, found.start())[-_NEAR:])
    if told_before:
        before = [index for index in before if sketch.quantities[index].unit != "%"][-_PAIR:]
    unit = sketch.quantities[before[-1]].unit if before else ""
    same = [index for index in before if sketch.quantities[index].unit == unit]
    return same if same == before[-_PAIR:] else []


def _is_of_rest(part: Quantity, whole: Quantity, share: Quantity) -> bool:
    """Whether a rate is that of what is gone: 98个网站整合为31个，整合率68.4%."""
    low, high = whole.low - part.high, whole.high - part.low
    rest = replace(part, value=whole.value - part.value, low=low, high=high)
    return fits(rest, whole, share)
