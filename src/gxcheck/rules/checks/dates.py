"""Checks of the dates that a report writes: that they exist, and that periods are of its year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gxcheck.document.model import Location
from gxcheck.patterns import own_pattern
from gxcheck.report.front.dates import calendar_date
from gxcheck.report.model import Report
from gxcheck.report.vocabulary import number
from gxcheck.rules.checks.wordings import at
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, NotEvaluated, Violation
from gxcheck.rules.yielding import overlap

__all__ = ["dates_exist", "period_year"]

_LEAP_YEAR = 2024
_REACH = 6  # characters of a month, or a year
_YEAR_DIGITS = 4
_LEAD = 40


def dates_exist(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Every date exists in the calendar. Value: `text`.

    Without its year a date is wrong that no year has. Options are patterns: `day`, from the sign
    of the month on, with `day`, and `first` where a range begins in the month; `month`, which
    stands before it; `no_month`, from the sign of its year on; `year`, which stands before the
    month of a whole date: that is read elsewhere.
    """
    for date in report.dates:
        if date.date is None:
            yield Violation(date.location, values={"text": date.text})
    text = context.scopes.scope("document").words
    for start, end in (*_impossible_days(text, options), *_impossible_months(text, options)):
        location, quote = _placed(context, start, end)
        yield Violation(location, quote, {"text": quote})


def _impossible_days(text: str, options: Mapping[str, Any]) -> Iterator[tuple[int, int]]:
    before, year = own_pattern(options["month"]), own_pattern(options["year"])
    for found in own_pattern(options["day"]).finditer(text):
        month = before.search(text, max(0, found.start() - _REACH), found.start())
        if not month or _exists(number(month[0]), number(found["day"])):
            continue
        if found["first"] or not year.search(text, max(0, month.start() - _REACH), month.start()):
            yield month.start(), found.end()


def _exists(month: int | None, day: int | None) -> bool:
    """Whether some year has the day."""
    if month is None or day is None:
        return True
    return calendar_date(_LEAP_YEAR, month, day) is not None


def _impossible_months(text: str, options: Mapping[str, Any]) -> Iterator[tuple[int, int]]:
    for found in own_pattern(options["no_month"]).finditer(text):
        yield found.start() - _YEAR_DIGITS, found.end()


def _placed(context: Context, start: int, end: int) -> tuple[Location, str]:
    (passage, _), first, last = at(context, start, end)
    return passage.locate(first, last), passage.quote(first, last)


def period_year(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The period lies in the year of the report, and so does any that is told again in the text.

    Options are patterns: `range`, a period from the sign of its first year on, perhaps with `last`,
    the second year; `again`, the words before it, with `first`, the first year. Values: `period`,
    `year`.
    """
    period, year = report.period, report.year
    if period is None:
        raise NotApplicable("nothing")
    if year is None:
        raise NotEvaluated("unknown-value", names=["year"])
    if any(bound and bound.year != year for bound in (period.start, period.end)):
        yield Violation(
            period.location, values={"period": period.text, "year": year}, place="period"
        )
    text = context.scopes.scope("document").words
    for found in own_pattern(options["range"]).finditer(text):
        lead = own_pattern(options["again"]).search(
            text, max(0, found.start() - _LEAD), found.start()
        )
        if lead and {lead["first"], found["last"]} - {None, str(year)}:
            place, quote = _placed(context, lead.start("first"), found.end())
            if not (period.location and overlap(place, period.location)):
                yield Violation(place, quote, {"period": quote, "year": year})
