"""Check for words written twice: 的的, 进行进行, and for items listed twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate
from typing import Any

from gxcheck.report.model import Report
from gxcheck.rules.checks.wording.halves import lower_halves
from gxcheck.rules.checks.wording.listings import listed_twice
from gxcheck.rules.checks.wordings import at, pattern, whole, words
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation

__all__ = ["repeated_word"]

_PERIODS = (1, 2, 3, 4, 6)  # characters
_AROUND = 4
_MANY = 64  # characters that are compared at once
_FIRST = "\u4e00"


def repeated_word(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """No word stands twice in a row, and no item in an enumeration (`listed`). Value: `word`."""
    text = context.scopes.scope("document").words
    end = 0
    for start, stop, period in sorted(_repeated(text, context.once(lower_halves))):
        if start < end:
            continue
        (passage, place), first, last = at(context, start, stop)
        if whole(passage, first, last):
            end = stop
            yield Violation(
                passage.locate(first, last),
                quote=passage.quote(first, last),
                values={"word": text[start : start + period]},
                place=place,
            )
    for start, stop in listed_twice(text):
        (passage, place), first, last = at(context, start, stop)
        yield Violation(
            passage.locate(first, last),
            quote=passage.quote(first, last),
            values={"word": text[start:stop]},
            place=place,
            variant="listed",
        )


def _repeated(text: str, halves: bytes) -> Iterator[tuple[int, int, int]]:
    """What follows itself: its span, and the length of the word.

    A pattern with a reference back would take a hundred times as long.
    """
    for period in _PERIODS:
        stop = 0
        spots = _agreeing(halves, period)
        for spot in [s for s in spots if text[s] == text[s + period] >= _FIRST]:
            if spot >= stop:
                start, stop = _stretch(text, spot, period)
                length = stop - start
                if length >= period and text[start] >= _FIRST and _is_slip(text, start, period):
                    yield start, stop + period - length % period, period


def _agreeing(halves: bytes, period: int) -> list[int]:
    """Where a character may be the one that stands `period` after it, of so many the first each.

    A word of that length that stands twice has one of these. They are laid over themselves, moved
    by one, and are equal where nothing is left between them. Only their lower halves are compared,
    so what agrees must be looked at again.
    """
    firsts = halves[::period]
    number = int.from_bytes(firsts, "little")
    apart = (number ^ (number >> 8)).to_bytes(len(firsts), "little")
    before = accumulate(map(len, apart[:-1].split(b"\0")[:-1]))
    return [period * (place + zeros) for zeros, place in enumerate(before)]


def _stretch(text: str, spot: int, period: int) -> tuple[int, int]:
    """The characters around a spot that are all equal to those which stand `period` after them."""
    start = stop = spot
    while start > 0 and text[start - 1] == text[start - 1 + period]:
        start -= 1
    while text[stop : stop + _MANY] == text[stop + period : stop + period + _MANY]:
        stop += _MANY
    while text.startswith(text[stop], stop + period):
        stop += 1
    return start, stop


def _is_slip(text: str, start: int, period: int) -> bool:
    if period == 1:
        return _is_doubled(text, start)
    word = text[start : start + period]
    end = start + 2 * period
    if not pattern("chinese_words").fullmatch(word) or pattern("numeral_words").fullmatch(word):
        return False
    if text.startswith(words("reduplicated"), start) or word == word[0] * period:
        return False
    if period > len("AB"):
        return True
    if word in _set("compounding") or text.startswith(words("compound_ends"), end):
        return False
    return not _covered(text, start, end, "compounded")


def _is_doubled(text: str, start: int) -> bool:
    """A character that comes twice in no word, or a word that begins twice."""
    if text[start] in _set("doubled") and not _covered(text, start, start + 2, "doubled_right"):
        return True
    word = text[start : start + 3]
    return word in _set("doubled_word") and not _covered(
        text, start, start + 3, "doubled_word_right"
    )


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(words(name))


def _covered(text: str, start: int, end: int, name: str) -> bool:
    """Whether the span lies in one of the words in which it is right."""
    around = text[max(0, start - _AROUND) : end + _AROUND]
    return any(text[start:end] in word and word in around for word in words(name))
