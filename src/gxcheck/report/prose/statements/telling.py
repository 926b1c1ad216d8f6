"""Makes the parts of statements: numbers with their words and places."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from math import isfinite
from typing import cast

from gxcheck.document.model import Location
from gxcheck.report.prose.numbers.numerals import Number, whole
from gxcheck.report.prose.numbers.quantities import Quantity
from gxcheck.report.prose.stated import ToldNumber, ToldSum
from gxcheck.report.prose.statements.sketches import Sketch

__all__ = ["HUNDRED", "as_told", "number_text", "percentages", "span", "told_number", "told_sum"]

HUNDRED = 100
"""Percent of a whole."""
_EXACT = Context(prec=60)


def span(sketch: Sketch, start: int, end: int) -> tuple[str, Location]:
    """The words of a span of a sketch, and their place."""
    first, last = sketch.normal(start), sketch.normal(end, end=True)
    return sketch.passage.normal[first:last], sketch.passage.locate(first, last)


def told_number(sketch: Sketch, one: Quantity, label: str) -> ToldNumber:
    """The number that a quantity tells."""
    passage = sketch.passage
    return ToldNumber(
        text=passage.normal[one.start : one.end],
        location=passage.locate(one.start, one.end),
        label=label,
        value=one.value,
        low=one.low,
        high=one.high if isfinite(one.high) else one.value,
        unit=one.unit,
    )


def told_sum(
    text: str,
    location: Location,
    total: ToldNumber,
    parts: Sequence[ToldNumber],
    *,
    exhaustive: bool,
    ceiling: Number,
) -> ToldSum:
    """The sum of some parts beside their total; a `ceiling` without end is one above all parts."""
    largest = max(part.low for part in parts)
    added: Number = sum(part.value for part in parts)
    return ToldSum(
        text=text,
        location=location,
        total=total,
        parts=tuple(parts),
        terms=" + ".join(number_text(part.value) for part in parts),
        added=added,
        gap=cast("Number", abs(added - total.value)),
        least=sum(part.low for part in parts),
        most=sum(part.high for part in parts),
        exhaustive=exhaustive,
        largest=largest,
        ceiling=ceiling if isfinite(ceiling) else max(largest, total.value),
    )


def number_text(value: Number) -> str:
    """A value without exponent."""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def percentages(
    part: tuple[Number, Number], base: tuple[Number, Number]
) -> tuple[Decimal, Decimal] | None:
    """The least and the most percent that a part is of a base, of which each lies in a range."""
    if base[0] <= 0:
        return None
    ends = [_EXACT.divide(_EXACT.multiply(one, HUNDRED), of) for one in part for of in base]
    return min(ends), max(ends)


def as_told(value: Decimal, step: Number) -> Number:
    """A value at the precision of a number that is told."""
    return whole(value.quantize(Decimal(step), ROUND_HALF_UP, _EXACT))
