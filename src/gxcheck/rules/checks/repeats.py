"""Check for words written twice: 的的, 进行进行."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from gxcheck.report.model import Report
from gxcheck.rules.checks.wordings import at, pattern, whole, words
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation

__all__ = ["repeated_word"]

_PERIODS = (1, 2, 3, 4, 6)  # characters
_UNIT = 2  # bytes of a character
_AROUND = 4


def repeated_word(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """No word stands twice in a row. Value: `word`, once."""
    text = context.scopes.scope("document").words
    end = 0
    for start, stop, period in sorted(_repeated(text)):
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


def _repeated(text: str) -> Iterator[tuple[int, int, int]]:
    """What follows itself: its span, and the length of the word.

    The text is laid over itself, moved by that length: where both agree over it, the word stands
    twice. That takes a hundredth of what a pattern with a reference back would take.
    """
    number = int.from_bytes(_units(text), "little")
    for period in _PERIODS:
        moved = number ^ (number >> (8 * _UNIT * period))
        equal = moved.to_bytes(_UNIT * len(text), "little")
        same = bytes(_UNIT * period)
        start = equal.find(same)
        while start >= 0:
            first, half = divmod(start, _UNIT)
            if half:
                start = equal.find(same, start + 1)
                continue
            stop = first + 2 * period
            while text[stop : stop + period] == text[first : first + period]:
                stop += period
            if _is_slip(text, first, period):
                yield first, stop, period
            start = equal.find(same, (stop - period) * _UNIT)


def _units(text: str) -> bytes:
    """The text in units of two bytes; rarer characters, which take four, as a gap."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) == _UNIT * len(text):
        return units
    plain = "".join(char if char <= "\uffff" else "\ufffd" for char in text)
    return plain.encode("utf-16-le", "surrogatepass")


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
    return word not in _set("compounding") and not text.startswith(words("compound_ends"), end)


def _is_doubled(text: str, start: int) -> bool:
    """A character that comes twice in no word, or a word that begins twice."""
    if text[start] in _set("doubled"):
        return not _covered(text, start, start + 2, "doubled_right")
    if text[start : start + 3] in _set("doubled_word"):
        return not _covered(text, start, start + 3, "doubled_word_right")
    return False


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(words(name))


def _covered(text: str, start: int, end: int, name: str) -> bool:
    """Whether the span lies in one of the words in which it is right."""
    around = text[max(0, start - _AROUND) : end + _AROUND]
    return any(text[start:end] in word and word in around for word in words(name))
