"""Check for words written twice: 的的, 进行进行, and for items listed twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import Any

from gxcheck.patterns import own_pattern
from gxcheck.report.model import Report
from gxcheck.rules.checks.wording.halves import lower_halves
from gxcheck.rules.checks.wording.listings import listed_twice
from gxcheck.rules.checks.wordings import at, pattern, whole, words
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation
from gxcheck.rules.search.word_index import WordIndex

__all__ = ["repeated_word"]

_PERIODS = (2, 3, 4, 6)  # characters
_PAIR = 2  # characters of a word that may stand twice in a compound
_AROUND = 4
_FIRST = "\u4e00"
_ZEROS = {period: own_pattern("\0" * period + "\0*") for period in _PERIODS}


def repeated_word(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """No word stands twice in a row, and no item in an enumeration (`listed`). Value: `word`."""
    index = context.scopes.scope("document").index
    text, end = index.text, 0
    repeated = _repeated(text, context.once(lower_halves))
    for start, stop, period in sorted([*_doubled(index), *repeated]):
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


def _doubled(index: WordIndex) -> Iterator[tuple[int, int, int]]:
    """A character that stands twice or more often, as `_repeated` has words."""
    text = index.text
    starts = {start for word in index.held(_doubled_words()) for start in index.spots(word)}
    for start in starts:
        char = text[start]
        if not text.endswith(char, 0, start) and _is_doubled(text, start):
            stop = start + 1
            while text.startswith(char, stop):
                stop += 1
            yield start, stop, 1


@cache
def _doubled_words() -> frozenset[str]:
    return frozenset([*(2 * char for char in words("doubled")), *words("doubled_word")])


def _repeated(text: str, halves: bytes) -> Iterator[tuple[int, int, int]]:
    """A word that follows itself: its span, and the length of the word.

    The text is laid over itself, moved by that length: where both agree over it, the word stands
    twice. That takes a hundredth of what a pattern with a reference back would take, and only the
    lower halves of the characters need to be laid so: of what agrees, all is looked at again.
    """
    number = int.from_bytes(halves, "little")
    for period in _PERIODS:
        moved = number ^ (number >> (8 * period))
        apart = moved.to_bytes(len(text), "little")
        if bytes(period) not in apart:
            continue
        for start, end in _stretches(text, apart, period):
            length = end - start
            if length >= period and text[start] >= _FIRST and _is_slip(text, start, period):
                yield start, end + period - length % period, period


def _stretches(text: str, apart: bytes, period: int) -> Iterator[tuple[int, int]]:
    """Where a text agrees with itself, moved; `apart` is zero where its lower halves do."""
    for zeros in _ZEROS[period].finditer(apart.decode("latin-1")):
        start, end = zeros.span()
        if text[start:end] == text[start + period : end + period]:
            yield start, end
        elif end - start > period:  # else too short to hold another
            yield from _equal(text, start, end, period)


def _equal(text: str, start: int, end: int, period: int) -> Iterator[tuple[int, int]]:
    """The same within a span, character by character."""
    agreeing = [at for at in range(start, end) if text.startswith(text[at], at + period)]
    for _, group in groupby(enumerate(agreeing), lambda pair: pair[1] - pair[0]):
        (_, first), *others = group
        yield first, first + 1 + len(others)


def _is_slip(text: str, start: int, period: int) -> bool:
    word = text[start : start + period]
    end = start + 2 * period
    if not pattern("chinese_words").fullmatch(word) or pattern("numeral_words").fullmatch(word):
        return False
    if text.startswith(words("reduplicated"), start) or word == word[0] * period:
        return False
    if period > _PAIR:
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
