"""Numerals, Chinese, Roman or in letters, as they number headings and items: read and written."""

from __future__ import annotations

from gxcheck.data import read_yaml
from gxcheck.lazy import kept

__all__ = [
    "DIGITS",
    "FORMAL",
    "FROM_PDF",
    "ROMAN",
    "ROMAN_SIGNS",
    "chinese",
    "letters",
    "ordinal_of",
    "roman",
]

_WORDS = read_yaml("text.yml")
DIGITS: str = _WORDS["numerals"]
FORMAL: str = _WORDS["numerals_formal"]
FROM_PDF: str = _WORDS["numerals_from_pdf"]
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
ROMAN_SIGNS = tuple(chr(0x2160 + place) for place in range(len(ROMAN)))
"""The same as one character each."""
_VALUES = {mark: value for value, mark in enumerate(DIGITS, 1)} | {_WORDS["numeral_two"]: 2}
_ROMAN = {mark: value for marks in (ROMAN, ROMAN_SIGNS) for value, mark in enumerate(marks, 1)}
_PLAIN = str.maketrans(FORMAL, DIGITS)
_TEN = DIGITS[-1]
_ROMAN_SIZES = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LETTERS = 26


@kept
def ordinal_of(numeral: str) -> int | None:
    """The value of a numeral below a hundred: 十二, 拾贰, XII and 12 are 12. None if it is none."""
    if numeral.isdecimal():
        return int(numeral)
    if numeral in _ROMAN:
        return _ROMAN[numeral]
    numeral = numeral.translate(_PLAIN)
    tens, ten, ones = numeral.rpartition(_TEN)
    if not ten:
        return _VALUES.get(ones)
    high = _VALUES.get(tens) if tens else 1
    low = _VALUES.get(ones) if ones else 0
    if high is None or low is None or high > 9:
        return None
    return high * 10 + low


def chinese(number: int) -> str:
    """A number from 1 to 99 in Chinese: 12 is 十二."""
    tens, ones = divmod(number, 10)
    head = DIGITS[tens - 1] if tens > 1 else ""
    return head + (_TEN if tens else "") + (DIGITS[ones - 1] if ones else "")


def roman(number: int) -> str:
    """A number from 1 on in small Roman numerals: 12 is xii."""
    text = ""
    for size, sign in _ROMAN_SIZES:
        count, number = divmod(number, size)
        text += sign * count
    return text


def letters(number: int) -> str:
    """A number from 1 on in small letters, which are doubled after z: 1 is a, 27 is aa."""
    times, place = divmod(number - 1, _LETTERS)
    return chr(ord("a") + place) * (times + 1)
