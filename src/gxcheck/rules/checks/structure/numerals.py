"""Numbers of headings, written in the manner of others."""

from __future__ import annotations

from gxcheck.document.numerals import DIGITS, FORMAL, ROMAN, ROMAN_SIGNS

__all__ = ["numeral_like"]

_TEN = len(DIGITS)
_FORMAL = str.maketrans(DIGITS, FORMAL)


def numeral_like(sample: str, value: int) -> str:
    """`value` (1 to 99) in the manner of `sample`: 十一 like 三, 拾壹 like 叁, XI like V, 11 for 3.

    Roman numerals end with twelve.
    """
    first = sample[:1]
    for signs in (ROMAN_SIGNS, ROMAN):
        if first in signs and value <= len(signs):
            return signs[value - 1]
    if any(mark in FORMAL for mark in sample):
        return _chinese(value).translate(_FORMAL)
    return _chinese(value) if any(mark in DIGITS for mark in sample) else str(value)


def _chinese(value: int) -> str:
    tens, ones = divmod(value, _TEN)
    head = (DIGITS[tens - 1] if tens > 1 else "") + DIGITS[_TEN - 1] if tens else ""
    return head + (DIGITS[ones - 1] if ones else "")
