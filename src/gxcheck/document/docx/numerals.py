"""How the number formats of Word are written out: 3 as 三, 叁, 丙, ③, III or c."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from gxcheck.data import read_yaml

__all__ = ["written"]

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LONGEST_ROMAN = 4000
_LONGEST_LETTERS = 26 * 20


def written(number: int, form: str) -> str:
    """A number in one of the formats of `w:numFmt`; in digits where the format has no sign for it.

    Source of the formats: ISO/IEC 29500-1, 17.18.59 (ST_NumberFormat).
    """
    words = _words()
    if form in words["counted"]:
        return _counted(number, words["counted"][form])
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


def _counted(number: int, signs: str) -> str:
    """As it is spoken: ten digits, then the signs of ten, hundred and thousand.

    A sign of ten that stands alone has no one before it, unless the signs end with an exclamation
    mark, as those of sums of money do.
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
    if number < 20 and number >= 10 and not signs.endswith("!"):
        return text[1:]
    return text


def _latin(number: int, form: str) -> str:
    lower = form.removeprefix("upper").removeprefix("lower")
    if lower == "Roman" and 0 < number < _LONGEST_ROMAN:
        text = _roman(number)
    elif lower == "Letter" and 0 < number <= _LONGEST_LETTERS:
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    else:
        return "" if form == "none" else str(number)
    return text.upper() if form.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for size, sign in _ROMAN:
        text += sign * (number // size)
        number %= size
    return text
