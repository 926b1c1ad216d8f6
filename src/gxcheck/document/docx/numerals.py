"""How the number formats of Word are written out: 3 as 三, 叁, 丙, ③, III or c."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from gxcheck.data import read_yaml
from gxcheck.document.numerals import letters, roman

__all__ = ["written"]

_END_OF_ROMAN = 4000  # from which Roman numerals have no signs
_MOST_LETTERS = 26 * 20


def written(number: int, form: str) -> str:
    """A number in one of the formats of `w:numFmt`; in digits where the format has no sign for it.

    Source of the formats: ISO/IEC 29500-1, 17.18.59 (ST_NumberFormat).
    """
    words = _words()
    for kind in ("counted", "counted_in_full"):
        if form in words[kind]:
            return _counted(number, words[kind][form], in_full=kind == "counted_in_full")
    if form in words["positional"]:
        return "".join(words["positional"][form][int(digit)] for digit in str(abs(number)))
    if form in words["listed"]:
        signs = words["listed"][form]
        return signs[number - 1] if 0 < number <= len(signs) else str(number)
    if form in words["framed"]:
        return words["framed"][form].format(number)
    return _latin(number, form)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = read_yaml("word.yml")["numerals"]
    return found


def _counted(number: int, signs: str, *, in_full: bool) -> str:
    """As it is spoken: ten digits, then the signs of ten, hundred and thousand.

    A sign of ten that stands alone has a one before it only `in_full`, as in sums of money.
    """
    digits, units = signs[:10], ("", *signs[10:13])
    if not 0 < number < 10_000:
        return digits[0] if number == 0 else str(number)
    text = ""
    for place, digit in enumerate(reversed(str(number))):
        if digit != "0":
            text = digits[int(digit)] + units[place] + text
        elif text and not text.startswith(digits[0]):
            text = digits[0] + text
    return text[1:] if 10 <= number < 20 and not in_full else text


def _latin(number: int, form: str) -> str:
    """In Roman numerals or letters; in digits for any other format, empty for none."""
    kind = form.removeprefix("upper").removeprefix("lower")
    if kind == "Roman" and 0 < number < _END_OF_ROMAN:
        text = roman(number)
    elif kind == "Letter" and 0 < number <= _MOST_LETTERS:
        text = letters(number)
    else:
        return "" if form == "none" else str(number)
    return text.upper() if form.startswith("upper") else text
