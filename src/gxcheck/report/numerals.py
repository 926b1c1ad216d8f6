"""Chinese numerals below a hundred, as they number headings and count parts."""

from __future__ import annotations

__all__ = ["DIGITS", "RADICALS", "ordinal_of"]

DIGITS = "一二三四五六七八九十"
RADICALS = "\u2f00\u2f06\u2f0b\u2f17"
"""一, 二, 八 and 十 as radicals, which text out of a PDF may have in their stead."""
_VALUES = {mark: value for value, mark in enumerate(DIGITS, 1)} | {"两": 2}
_TEN = DIGITS[-1]


def ordinal_of(numeral: str) -> int | None:
    """The value of a numeral, Chinese or in digits: 十二 and 12 are 12. None if it is neither."""
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.rpartition(_TEN)
    if not ten:
        return _VALUES.get(numeral)
    high = _VALUES.get(tens) if tens else 1
    low = _VALUES.get(ones) if ones else 0
    if high is None or low is None or high > 9:
        return None
    return high * 10 + low
