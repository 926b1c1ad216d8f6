"""Numerals below a hundred, Chinese or Roman, as they number headings and count parts."""

from __future__ import annotations

__all__ = ["DIGITS", "FORMAL", "RADICALS", "ROMAN", "ordinal_of"]

DIGITS = "一二三四五六七八九十"
FORMAL = "壹贰叁肆伍陆柒捌玖拾"
"""The same as they are written on cheques."""
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
"""Roman numerals in letters; each has a sign of its own as well, from U+2160 on."""
RADICALS = "\u2f00\u2f06\u2f0b\u2f17\uf9d1"
"""一, 二, 八, 十 as radicals and 六 likewise, which text out of a PDF may have in their stead."""
_VALUES = {mark: value for value, mark in enumerate(DIGITS, 1)} | {"两": 2}
_ROMAN = {mark: value for value, mark in enumerate(ROMAN, 1)}
_ROMAN |= {chr(0x215F + value): value for value in _ROMAN.values()}
_PLAIN = str.maketrans(FORMAL, DIGITS)
_TEN = DIGITS[-1]


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
