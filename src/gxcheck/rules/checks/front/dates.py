"""Checks of the dates that a report writes: that they exist, and that periods are of its year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gxcheck.report.front.dates import calendar_date
from gxcheck.report.front.vocabulary import number
from gxcheck.report.model import Report
from gxcheck.rules.checks.matching import first_match, matches
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, NotEvaluated, Violation
from gxcheck.rules.search.searching import Match
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
    month of a whole date: that is read elsewhere; `odd_year`, a date whose year is none of ours.
    """
    for date in report.dates:
        if date.date is None:
            yield Violation(date.location, values={"text": date.text})
    for match in matches(context, "document", {"day": options["day"]}):
        start = _impossible_day(match, options)
        if start is not None:
            yield _told(match, start)
    for match in matches(context, "document", {"month": options["no_month"]}):
        yield _told(match, match.start - _YEAR_DIGITS)
    for match in matches(context, "document", {"year": options["odd_year"]}):
        yield _told(match, match.start)


def _told(match: Match, start: int) -> Violation:
    passage = match.placed.passage
    quote = passage.quote(start, match.end)
    return Violation(passage.locate(start, match.end), quote, {"text": quote})


def _impossible_day(match: Match, options: Mapping[str, Any]) -> int | None:
    """Where a date begins that no year has, if a match is the day of one."""
    text = match.placed.passage.normal
    low = max(0, match.start - _REACH)
    month = first_match(options["month"], text[low : match.start])
    if not month:
        return None
    start = low + month.start
    if _exists(number(text[start : match.start]), number(match.values["day"])):
        return None
    whole = first_match(options["year"], text[max(0, start - _REACH) : start])
    return start if match.values["first"] or not whole else None


def _exists(month: int | None, day: int | None) -> bool:
    """Whether some year has the day."""
    if month is None or day is None:
        return True
    return calendar_date(_LEAP_YEAR, month, day) is not None


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
    for match in matches(context, "document", {"range": options["range"]}):
        passage, _ = match.placed
        before = passage.normal[max(0, match.start - _LEAD) : match.start]
        lead = first_match(options["again"], before)
        if lead and {lead.groups["first"], match.values["last"]} - {"", str(year)}:
            start = match.start - _YEAR_DIGITS
            place, quote = passage.locate(start, match.end), passage.quote(start, match.end)
            if not (period.location and overlap(place, period.location)):
                yield Violation(place, quote, {"period": quote, "year": year})
