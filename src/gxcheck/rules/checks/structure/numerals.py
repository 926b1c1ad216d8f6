"""Numbers of headings, written in the manner of others."""

from __future__ import annotations

from gxcheck.report.numerals import DIGITS, ROMAN

__all__ = ["numeral_like"]

_TEN = len(DIGITS)
_ONE = "Ⅰ"


def numeral_like(sample: str, value: int) -> str:
    """`value` (1 to 99) in the manner of `sample`: 十一 like 三, XI like Ⅰ, 11 like 3."""
    if sample[:1] == _ONE and value <= len(ROMAN):
        return ROMAN[value - 1]
    if not any(mark in DIGITS for mark in sample):
        return str(value)
    tens, ones = divmod(value, _TEN)
    head = (DIGITS[tens - 1] if tens > 1 else "") + DIGITS[_TEN - 1] if tens else ""
    return head + (DIGITS[ones - 1] if ones else "")
