"""Numbers as they are written, in figures or in Chinese numerals, and their values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import TypeAlias, cast

from gxcheck.data import read_yaml
from gxcheck.report.prose.stated import Number

__all__ = [
    "MOST_FIGURES",
    "Number",
    "Written",
    "decimal_value",
    "numeral_value",
    "power_value",
    "whole",
]

Written: TypeAlias = "tuple[Number, Number]"
"""A value, and the unit of its last printed figure: 117 and 1, 1.17 and 0.01."""
MOST_FIGURES = 15
"""What is written with more figures is no number that a report tells."""
_ESTIMATED = (1, 2)  # by how much the second digit of an estimate is more than the first


def numeral_value(text: str) -> int | None:
    """The value of a Chinese numeral: 三千四百五十六, 二〇二四, 两万; None if it is none.

    A 万 or 亿 that nothing stands before multiplies nothing: it is part of a unit (万元). Nor are
    two digits that follow each other a number, but an estimate: 两三件, 三五个.
    """
    digits, tens, powers = (_values(name) for name in ("digits", "tens", "powers"))
    if len(text) > 1 and all(sign in digits for sign in text):
        return _read_singly([digits[sign] for sign in text])
    total = section = digit = 0
    for sign in text:
        if sign in digits:
            if digit:
                return None
            digit = digits[sign]
        elif sign in tens:
            section, digit = section + (digit or 1) * tens[sign], 0
        elif sign in powers and (total or section or digit):
            total, section, digit = (total + section + digit) * powers[sign], 0, 0
        else:
            return None
    return total + section + digit if text else None


def _read_singly(digits: Sequence[int]) -> int | None:
    """The value of digits that are written one after the other; None for an estimate."""
    if len(digits) > MOST_FIGURES:
        return None
    first, second, *more = digits
    if first and not more and second - first in _ESTIMATED:
        return None
    return int("".join(map(str, digits)))


def decimal_value(text: str) -> Written | None:
    """The value and step of a number in figures, or in Chinese numerals with 点 as its point."""
    if len(text) > MOST_FIGURES:
        return None
    if text.isascii():
        value = Decimal(text)
        exponent = cast("int", value.as_tuple().exponent)
        return (value, Decimal((0, (1,), exponent))) if exponent else (int(text), 1)
    left, point, right = text.partition(cast("str", _facts()["point"]))
    first, second = numeral_value(left), _figures_value(right) if point else 0
    if first is None or second is None:
        return None
    step = Decimal((0, (1,), -len(right))) if point else 1
    return (first + second * step, step) if point else (first, 1)


def power_value(signs: str) -> int:
    """What a multiplier such as 万, 千万 or 亿 stands for."""
    powers = {**_values("tens"), **_values("powers")}
    value = 1
    for sign in signs:
        value *= powers[sign]
    return value


def whole(value: Number) -> Number:
    """A number as int where it is whole."""
    if isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else value


def _figures_value(text: str) -> int | None:
    """The value of numerals that stand for one figure each, as after a point."""
    digits = _values("digits")
    figures = "".join(str(digits.get(sign, "")) for sign in text)
    return int(figures) if text and len(figures) == len(text) else None


@cache
def _facts() -> Mapping[str, object]:
    return cast("Mapping[str, object]", read_yaml("quantities.yml"))


@cache
def _values(name: str) -> Mapping[str, int]:
    return cast("Mapping[str, int]", _facts()[name])
