"""The numbers that prose states, with their hedges and units, and what they can mean.

Dates, ordinals, ranges, telephone numbers and the numbers of documents are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from string import ascii_letters

from msgspec import Struct
from msgspec.structs import replace

from gxcheck.document.model import Passage
from gxcheck.report.prose.numbers.numerals import (
    MOST_FIGURES,
    Number,
    Written,
    decimal_value,
    numeral_value,
    power_value,
    whole,
)
from gxcheck.report.prose.numbers.words import NumberWords, number_words
from gxcheck.report.prose.stated import Hedge

__all__ = ["Quantity", "quantities"]

_ENDLESS = Decimal("Infinity")
_HALF = Decimal("0.5")
_THOUSANDS = 3
_MARK = 2  # figures of a heading's number
_SENTENCE_ENDS = "。;!?\n"
_DOUBTFUL = frozenset({"", ".", "(", *_SENTENCE_ENDS, *ascii_letters})
_PAUSES = ",。;)、"
_FIGURES, _SHARE, _NUMERAL, _NO_QUANTITY, _POWER, _UNIT = 1, 2, 3, 4, 6, 8  # groups
_AROUND = 2  # characters on each side of a numeral that may make it another word


class Quantity(Struct, frozen=True):
    """A number that prose states; spans are of the passage's `normal`.

    `start` and `end` hold it with hedge and unit, `number` alone. `value` has multipliers applied
    (1.17万 is 11700); 万元 is a unit of its own, in which 亿元 is told too. `low` and `high` are
    the least and the most that the words can mean, by hedge and printed precision: 11650, 11750.
    `unit` is "" where there is none, % for a share. `step` is the unit of the last printed figure:
    100 for 1.17万.
    """

    start: int
    end: int
    value: Number
    low: Number
    high: Number
    unit: str
    hedge: Hedge
    number: tuple[int, int]
    step: Number = 1


def quantities(passage: Passage) -> tuple[Quantity, ...]:
    """The quantities of a passage in their order; kept with it."""
    found: tuple[Quantity, ...] | None = passage.__dict__.get("_quantities")
    if found is None:
        found = passage.__dict__["_quantities"] = tuple(_read(passage))
    return found


def _read(passage: Passage) -> Iterator[Quantity]:
    words, text = number_words(), passage.normal
    chained = -1  # where the number before ends, if it was an ordinal
    last = 0
    for found in words.number.finditer(text):
        start = found.start()
        before = text[start - 1] if start else ""
        if before == words.ordinal or (start == chained + 1 and before in words.chain):
            chained = _number_end(found)
        elif found.lastindex != _NO_QUANTITY:
            one = _plain(text, found, before, words) or _quantity(passage, found, before, words)
            if one:
                yield one if one.start >= last else replace(one, start=last)
                last = one.end


def _number_end(found: re.Match[str]) -> int:
    for group in (_FIGURES, _SHARE):
        if found.end(group) >= 0:
            return found.end(group)
    return found.end(_NUMERAL)


def _plain(text: str, found: re.Match[str], before: str, words: NumberWords) -> Quantity | None:
    """The quantity of most numbers: figures and the unit of a count, with nothing about them."""
    unit = found[_UNIT]
    if unit not in words.counted or before in _DOUBTFUL or before in words.apart_from:
        return None
    start, stop = found.span()
    end = stop - len(unit)
    figures = text[start:end]
    if found.end(_FIGURES) != end or not figures.isdecimal() or len(figures) > MOST_FIGURES:
        return None
    if before in words.ends and text.endswith(words.telling, 0, start):
        return None
    if stop < len(text) and text[stop] in words.apart_from:
        return None
    value = int(figures)
    return Quantity(start, stop, value, value, value, unit, "", (start, end))


def _quantity(
    passage: Passage, found: re.Match[str], before: str, words: NumberWords
) -> Quantity | None:
    """The quantity of a number that was found; None where it is none."""
    text, start, end = passage.normal, found.start(), _number_end(found)
    told = before in words.ends and text.endswith(words.telling, 0, start)
    figures, share, _, _, inside, power, more, unit, after = found.groups()
    none = words.not_after if figures is not None else (*words.not_after, *words.vague)
    if told and text.endswith(none, 0, start):
        return None
    read = _written(passage, (start, end), found, words)
    if read is None or not _is_counted(text, (read[0], end), found, words):
        return None
    start, (value, step) = read
    if share:
        unit, power = "%", None
    elif power:
        end = found.end(_POWER)
        factor, unit = _multiplied(power_value(power), unit or "", words)
        value, step = whole(value * factor), whole(step * factor)
    unit = words.same_units.get(unit, unit) if unit else ""
    hedge, begin = _hedge_before(text, start, words) if told else ("", start)
    if not hedge:
        hedge = words.hedges[after] if after else "over" if inside or more else ""
    low = high = value
    if hedge or step != 1 or unit in words.measured:
        low, high = _bounds(value, step, hedge, words, loose=bool(inside or more))
    return Quantity(begin, found.end(), value, low, high, unit, hedge, (start, end), step)


def _written(
    passage: Passage, span: tuple[int, int], found: re.Match[str], words: NumberWords
) -> tuple[int, Written] | None:
    """Where a number begins, and what it says; None where it is of another kind."""
    unit, share = found[_UNIT], found[_SHARE]
    if found[_FIGURES] is not None:
        counted = unit is not None and not found[_POWER] and unit not in words.measured
        return _figures(passage, span, counted=counted)
    written = decimal_value(share) if share else _numeral(passage.normal, span, unit, words)
    return (span[0], written) if written else None


def _is_counted(
    text: str, number: tuple[int, int], found: re.Match[str], words: NumberWords
) -> bool:
    """Whether a number counts something: it is no date, no end of a range, no telephone."""
    start, end = number
    stop = found.end()
    if found[_POWER] and text.startswith(words.not_before, found.end(_POWER)):
        return False
    if not (found[_UNIT] or found[_POWER] or found[_SHARE]):
        written = text[start:end]
        if _is_index(written, words) or _is_marked(text, start, end):
            return False
        if found[_NUMERAL] is not None and written != words.zero:
            return False
    apart = words.apart_from
    if stop + 1 < len(text) and text[stop] in apart and text[stop + 1].isnumeric():
        return False
    return not (start > 1 and text[start - 1] in apart and text[start - 2].isnumeric())


def _is_index(written: str, words: NumberWords) -> bool:
    """Whether figures without unit are a year, a telephone number, a version or a code."""
    if not (written.isascii() and written.isdecimal()):
        return "." in written
    if written in words.hotlines or len(written) >= words.longest_bare:
        return True
    low, high = words.years
    return (written[0] == "0" and len(written) > 1) or low <= int(written) <= high


def _is_marked(text: str, start: int, end: int) -> bool:
    """Whether a number without unit stands alone, in dashes as a page's, or opens a quotation."""
    before, after = _beside(text, start, end)
    return not (before or after) or before in ("-", "“", "‘") or after in ("-", "+")


def _figures(
    passage: Passage, span: tuple[int, int], *, counted: bool
) -> tuple[int, Written] | None:
    """Where a number in figures begins, and what it says; None for one of another kind.

    `counted` says that the unit of a count follows: 1.12家 is item one, 12家.
    """
    (start, end), text = span, passage.normal
    written = text[start:end]
    before, after = _beside(text, start, end)
    if before.isascii() and (before.isalpha() or before == "."):
        return None
    if after.isascii() and (after.isalpha() or after in ("_", "@", "/")):
        return None
    if "," in written or " " in written:
        if not _is_one_number(passage, start, end):
            return None
        written = written.replace(",", "").replace(" ", "")
    left, point, right = written.partition(".")
    if (not before or before in _SENTENCE_ENDS) and len(left) <= _MARK:
        if point and counted:
            start, written, point = start + len(left) + 1, right, ""
        elif after in ("、", ")"):
            return None
    if not point and after == "." and len(left) <= _MARK and end + 1 < len(text):
        return None
    if len(written) > MOST_FIGURES or (before == "(" and after == ")"):
        return None
    if not point:
        return start, (int(written), 1)
    return start, (Decimal(written), Decimal((0, (1,), -len(right))))


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The characters before and after a span; empty where there is none."""
    return text[start - 1] if start else "", text[end] if end < len(text) else ""


def _is_one_number(passage: Passage, start: int, end: int) -> bool:
    """Whether commas part thousands, and white space is a thousands' space or a line end."""
    original = passage.quote(start, end)
    commas = passage.normal[start:end].partition(".")[0].split(",")
    if len(commas) > 1:
        return len(commas[0]) <= _THOUSANDS and ("，" not in original or not _has_ascii(original))
    groups = commas[0].split(" ")
    thousands = len(groups[0]) <= _THOUSANDS and all(len(g) == _THOUSANDS for g in groups[1:])
    return thousands or (len(groups) == 2 and "\n" in original)


def _has_ascii(text: str) -> bool:
    return any(sign.isascii() for sign in text)


def _numeral(
    text: str, span: tuple[int, int], unit: str | None, words: NumberWords
) -> Written | None:
    """What a Chinese numeral says; None where it belongs to another word."""
    start, end = span
    sign = text[start:end]
    if sign == words.zero and not unit:
        stops = end == len(text) or text[end] in _PAUSES
        if not (stops and text.endswith(words.zero_after, 0, start)):
            return None
    if end - start == 1 and words.idioms.search(text, max(0, start - _AROUND), end + _AROUND + 1):
        return None
    value = numeral_value(sign)
    return None if value is None else (value, 1)


def _multiplied(factor: int, unit: str, words: NumberWords) -> tuple[int, str]:
    """A multiplier and the unit after it; of money, what is left of it before 万元."""
    money = words.money
    if unit != money.unit or factor < money.power:
        return factor, unit
    return factor // money.power, money.with_power


def _hedge_before(text: str, start: int, words: NumberWords) -> tuple[Hedge, int]:
    """The kind of hedge before a number, and where it begins."""
    if not text.endswith(words.apart, 0, start):
        for word in words.before:
            if text.endswith(word, 0, start):
                return words.hedges[word], start - len(word)
    return "", start


def _bounds(
    value: Number, step: Number, hedge: Hedge, words: NumberWords, *, loose: bool
) -> tuple[Number, Number]:
    """What a number can mean: by its hedge, else by the precision that it is printed in."""
    if loose:
        return value, value + _last_step(value, step)
    if hedge == "over":
        return value, _ENDLESS
    if hedge:
        low, high = words.bounds[hedge]
        return value * low, value * high
    return value - step * _HALF, value + step * _HALF


def _last_step(value: Number, step: Number) -> Number:
    """The power of ten of the last figure that is not zero: 100 of 5500, 10 of 80."""
    count = int(value / step)
    while count and count % 10 == 0:
        count, step = count // 10, step * 10
    return step
