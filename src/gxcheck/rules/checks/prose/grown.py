"""Growth told in prose: against the two values told, or against last year's report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct

from gxcheck.document.model import Paragraph
from gxcheck.document.normalise import normalise
from gxcheck.report.figures import Figure
from gxcheck.report.model import Claim, Report
from gxcheck.rules.checks.matching import first_match
from gxcheck.rules.checks.years.last_year import last_year_of
from gxcheck.rules.context import Context
from gxcheck.rules.language.intervals import Number
from gxcheck.rules.model import Abstention, NotApplicable, Violation
from gxcheck.rules.search.passages import passage_at
from gxcheck.rules.values import figures_of

__all__ = ["prose_growth"]

_AFTER = 60  # characters after a figure in which its growth is told
_ALL = 100


class _Told(Struct, frozen=True):
    """What is told after a figure: a change in percent or by number, or last year's value."""

    value: Decimal
    step: Decimal
    unit: str


def prose_growth(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The growth that is not that of its values.

    Where only the growth is told, last year's report has the other value; `change` and `before` are
    the patterns by which it is told after a figure: `number` with `percent` and the verb of a
    `fall` or a rise, or the value of the year before. A `year` is the one compared with.
    """
    if not report.growths and context.previous is None:
        raise NotApplicable("nothing")
    for one in report.growths:
        if not one.least < one.told < one.most:
            values = {"now": one.now, "before": one.before, "exact": one.exact}
            quote = passage_at(report.document, one.location).text
            yield Violation(
                one.location,
                quote,
                {**values, "told": one.told, "unit": one.unit},
                variant="default",
            )
    yield from _against_last_year(report, options, context)


def _against_last_year(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    try:
        before = figures_of(last_year_of(report, context))
    except Abstention:
        return
    for claim in report.claims:
        if claim.kind != "number" or claim.extent != "whole" or claim.hedge or not claim.fields:
            continue
        told = _told_after(claim, report, options)
        last = _sums(claim, context.figures, before) if told else []
        if told and last and not any(_fits(claim.value, value, told) for value in last):
            yield _violation(claim, told, last[0])


def _told_after(claim: Claim, report: Report, options: Mapping[str, Any]) -> _Told | None:
    """The growth that is told right after a claim, if any; a fall is negative."""
    place = claim.location
    block = report.document.blocks[place.block] if report.document.blocks else None
    if not isinstance(block, Paragraph):
        return None
    end = place.end - block.location.start
    after = normalise(block.text[end : end + _AFTER]).text
    stated = _at_start(options["before"], after)
    found = stated or _at_start(options["change"], after)
    if found is None or (found["year"] and int(found["year"]) + 1 != report.year):
        return None
    value = Decimal(found["number"] or 0)
    if stated:
        return _Told(value, Decimal(0), "")
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    return _Told(-value if found["fall"] else value, step, "%" if found["percent"] else claim.unit)


def _at_start(pattern: str, text: str) -> Mapping[str, str | None] | None:
    """The named groups of a pattern where a text begins with it."""
    found = first_match(pattern, text)
    return found.groups if found and found.start == 0 else None


def _sums(
    claim: Claim, now: Mapping[str, Figure], before: Mapping[str, Figure]
) -> Sequence[Number]:
    """What last year's report has for a claim that this year's figures bear out."""
    ways = (claim.fields, *claim.readings)
    if claim.value not in [_sum(paths, now) for paths in ways]:
        return []
    return [value for paths in ways if (value := _sum(paths, before)) is not None]


def _sum(paths: Sequence[str], figures: Mapping[str, Figure]) -> Number | None:
    values = [figures[path].value if path in figures else None for path in paths]
    return None if None in values else sum(value for value in values if value is not None)


def _fits(now: Number, before: Number, told: _Told) -> bool:
    if not told.unit:
        return told.value == before
    if told.unit != "%":
        return now - before == told.value
    if not before:
        return True
    return abs(Decimal(now) * _ALL / Decimal(before) - _ALL - told.value) < told.step


def _violation(claim: Claim, told: _Told, last: Number) -> Violation:
    values = {"now": claim.value, "before": last, "told": told.value, "unit": told.unit}
    if not told.unit:
        return Violation(claim.location, claim.quote, values, variant="value")
    change = Decimal(claim.value) - Decimal(last)
    exact = change * _ALL / Decimal(last) if told.unit == "%" else change
    values["exact"] = exact.quantize(told.step)
    return Violation(claim.location, claim.quote, values, variant="last")
