"""The complete dates that a report writes, in figures or in Chinese numerals.

Numbers of documents, versions and figures are no dates. A date that the calendar does not have
(30 February, month 13) is read as written, with `date` None.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import chain

from gxcheck.report.front.anchors import DATE_MARKS
from gxcheck.report.front.flow import Flow
from gxcheck.report.front.vocabulary import number, pattern
from gxcheck.report.model import DateMention

__all__ = ["calendar_date", "read_date", "read_dates", "read_month"]

_YEAR_DIGITS = 4


def read_dates(flow: Flow) -> tuple[DateMention, ...]:
    """Every complete date, in reading order."""
    found = [*_dates_in_words(flow), *_dates_in_figures(flow)]
    return tuple(mention for _, mention in sorted(found, key=lambda one: one[0]))


def read_date(flow: Flow) -> DateMention | None:
    """The first date, one in words before any in figures."""
    found = chain(_dates_in_words(flow), _dates_in_figures(flow))
    return next((mention for _, mention in found), None)


def read_month(flow: Flow) -> DateMention | None:
    """A date without a day, as 2024年1月."""
    found = pattern("date_month").search(flow.text)
    if found is None:
        return None
    year, month = number(found["year"]), number(found["month"])
    if year is None or month is None:
        return None
    words, location = found.group(), flow.locate(*found.span())
    return DateMention(text=words, location=location, year=year, month=month, day=None, date=None)


def calendar_date(year: int, month: int, day: int) -> datetime.date | None:
    """The date, None where the calendar does not have it."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _dates_in_words(flow: Flow) -> Iterator[tuple[int, DateMention]]:
    """Dates such as 2018年1月25日, and the second of a range that leaves its year out."""
    carried = pattern("date_carried")
    for rest in pattern("date_rest").finditer(flow.text):
        year = _year_before(flow.text, rest.start())
        if year is None:
            continue
        first = rest.start() - _YEAR_DIGITS
        mention = _mention(flow, first, rest.end(), year, rest)
        if mention:
            yield first, mention
        second = carried.match(flow.text, rest.end())
        if second:
            mention = _mention(flow, *second.span("whole"), year, second)
            if mention:
                yield second.start("whole"), mention


def _dates_in_figures(flow: Flow) -> Iterator[tuple[int, DateMention]]:
    """Dates such as 2018-1-25, 2018.01.25 or 2018/1/25."""
    figures = pattern("date_figures")
    for at in flow.places(*DATE_MARKS):
        rest = figures.match(flow.text, at)
        year = _year_before(flow.text, at) if rest else None
        if rest and year is not None:
            first = at - _YEAR_DIGITS
            mention = _mention(flow, first, rest.end(), year, rest)
            if mention:
                yield first, mention


def _year_before(text: str, at: int) -> int | None:
    found = pattern("date_year").search(text, max(0, at - _YEAR_DIGITS - 1), at)
    return number(found["year"]) if found else None


def _mention(
    flow: Flow, start: int, end: int, year: int, found: re.Match[str]
) -> DateMention | None:
    month, day = number(found["month"]), number(found["day"])
    if month is None or day is None:
        return None
    return DateMention(
        text=flow.text[start:end],
        location=flow.locate(start, end),
        year=year,
        month=month,
        day=day,
        date=calendar_date(year, month, day),
    )
