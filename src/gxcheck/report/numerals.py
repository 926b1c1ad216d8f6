"""Numerals below a hundred, Chinese or Roman, as they number headings and count parts."""

from __future__ import annotations

from gxcheck.data import read_yaml
from gxcheck.lazy import kept

__all__ = ["DIGITS", "FORMAL", "FROM_PDF", "ROMAN", "ROMAN_SIGNS", "ordinal_of"]

_WORDS = read_yaml("text.yml")
DIGITS: str = _WORDS["numerals"]
FORMAL: str = _WORDS["numerals_formal"]
FROM_PDF: str = _WORDS["numerals_from_pdf"]
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
ROMAN_SIGNS = tuple(chr(0x2160 + place) for place in range(len(ROMAN)))
"""The same as one character each."""
_VALUES = {mark: value for value, mark in enumerate(DIGITS, 1)} | {"两": 2}
_ROMAN = {mark: value for marks in (ROMAN, ROMAN_SIGNS) for value, mark in enumerate(marks, 1)}
_PLAIN = str.maketrans(FORMAL, DIGITS)
_TEN = DIGITS[-1]


@kept
def ordinal_of(numeral: str) -> int | None:
    """The value of a numeral: 十二, 拾贰, XII and 12 are 12. None if it is none."""
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
