"""The statistical period, in all the wordings that reports use.

Of several ranges of dates the one that is called the period counts; a range without that name
only if it is a whole year. Nothing is put right: a reversed period, or one of another year, is
returned as written, and a bound that the calendar does not have is None.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from gxcheck.patterns import own_pattern
from gxcheck.report.front.dates import calendar_date
from gxcheck.report.front.flow import Flow
from gxcheck.report.front.vocabulary import number, pattern, words
from gxcheck.report.model import Period

__all__ = ["read_period"]

_REACH = 34  # characters on each side of what joins two dates
_LEAD = 3  # characters before that in which the first date ends
_LABEL_REACH = 40  # characters around a range that tell what it is
_MONTHS = 12
_LABELLED, _HINTED, _PLAIN = 3, 2, 1  # ranks: called the period, said to be so, a whole year
_DIGITS = own_pattern(r"\d+")


class _Range(Struct, frozen=True):
    """A range of dates: its span in the flow, its first and last day, and its rank."""

    start: int
    end: int
    first: datetime.date | None
    last: datetime.date | None
    rank: int


def read_period(flow: Flow, year: int | None = None) -> Period | None:
    """The period that the report says it covers; None where it says none.

    `year` is that of its title, which counts where the period names none.
    """
    best: _Range | None = None
    for found in _ranges(flow, year):
        if found.rank > (best.rank if best else 0):
            best = found
        if found.rank == _LABELLED:
            break
    if best is None or best.rank < _LABELLED:
        best = _told_otherwise(flow) or best
    return _period(flow, best) if best else None


def _ranges(flow: Flow, year: int | None) -> Iterator[_Range]:
    """Every range of dates that may be the period, with its rank."""
    done = 0
    for start, end in _joins(flow):
        if start < done:
            continue
        window = max(done, flow.text.rfind("\n", 0, start) + 1, start - _REACH)
        found = _range_in(flow.text, window, end + _REACH, start)
        if found is None:
            continue
        done = found.end()
        first, last = _bounds(found, year or 0)
        rank = _rank(flow, found, first, last)
        if rank:
            yield _Range(found.start(), found.end(), first, last, rank)


def _joins(flow: Flow) -> Iterator[tuple[int, int]]:
    """The spans that may join two dates: 日至, 月份—, with the end of the first of them."""
    text = flow.text
    for at in flow.places(*words("joins")):
        join = pattern("range_join").match(text, at)
        lead = pattern("range_lead").search(text, max(0, at - _LEAD), at) if join else None
        if join and lead:
            yield lead.start(), join.end()


def _range_in(text: str, start: int, end: int, join: int) -> re.Match[str] | None:
    """The range of dates whose join is at `join`."""
    for name in ("range", "range_lost"):
        for found in pattern(name).finditer(text, start, end):
            if found.start() <= join < found.end():
                return found
    return None


def _bounds(found: re.Match[str], year: int) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and the last day. A year left out is the other bound's, or that of the title."""
    years = [number(found[name]) if found[name] else None for name in ("y1", "y2")]
    parts = found.groupdict()
    first_year = years[0] or years[1] or year
    last_year = years[1] or first_year + bool(parts.get("next"))
    if "r1" in parts:
        return _lost(first_year, found["r1"]), _lost(last_year, found["r2"])
    return (
        _day(first_year, parts["m1"], parts["d1"], last=False),
        _day(last_year, parts["m2"], parts["d2"], last=True),
    )


def _day(year: int, month: str | None, day: str | None, *, last: bool) -> datetime.date | None:
    """A bound; where no day is told, the first or the last of the month, without one the year's."""
    month_number = number(month) if month else _MONTHS
    if not year or month_number is None or not 1 <= month_number <= _MONTHS:
        return None
    if day is None:
        days = calendar.monthrange(year, month_number)[1] if last else 1
        return datetime.date(year, month_number, days)
    day_number = number(day)
    return calendar_date(year, month_number, day_number) if day_number is not None else None


def _lost(year: int, digits: str) -> datetime.date | None:
    """A bound whose 月 is lost: 11 can only be 1 January, 1231 only 31 December."""
    half = len(digits) // 2
    run_together = digits[:half], digits[half:]
    month, day = run_together if digits.isdecimal() else _DIGITS.findall(digits)
    return calendar_date(year, int(month), int(day))


def _rank(
    flow: Flow, found: re.Match[str], first: datetime.date | None, last: datetime.date | None
) -> int:
    """How surely a range is the statistical period; 0 if it is something else."""
    start, end = flow.sentence(found.start())
    before = flow.text[max(start, found.start() - _LABEL_REACH) : found.start()]
    after = flow.text[found.end() : min(end, found.end() + _LABEL_REACH)]
    if pattern("period_other").search(before) and not pattern("period_data").search(before):
        return 0
    whole_year, told = _whole_year(first, last), found["y1"] or found["y2"]
    if pattern("period_label").search(before):
        sure = told or whole_year or pattern("period_sure").search(before)
        return _LABELLED if sure else 0
    if not told:
        return 0
    if whole_year and pattern("period_hint").search(before + "," + after):
        return _HINTED
    if pattern("period_limit").search(before) and pattern("period_hint").search(before):
        return _HINTED
    return _PLAIN if whole_year else 0


def _whole_year(first: datetime.date | None, last: datetime.date | None) -> bool:
    return bool(
        first
        and last
        and first.year == last.year
        and (first.month, first.day) == (1, 1)
        and (last.month, last.day) == (12, 31)
    )


def _told_otherwise(flow: Flow) -> _Range | None:
    """A period told as a year, by its end alone, or by its end before its start."""
    labels = flow.places(*words("period_words"))
    found = _first(flow.text, "period_turned", labels)
    if found:
        return _Range(found.start(), found.end(), *_bounds(found, 0), _LABELLED)
    found = _first(flow.text, "period_year", labels)
    if found:
        year = number(found["year"]) or 0
        first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        return _Range(found.start("year"), found.end(), first, last, _LABELLED)
    found = _first(flow.text, "period_until", labels)
    if found:
        last_day = _day(number(found["year"]) or 0, found["month"], found["day"], last=True)
        return _Range(found.start("year"), found.end(), None, last_day, _LABELLED)
    return None


def _first(text: str, name: str, starts: Iterable[int]) -> re.Match[str] | None:
    """The first match of a pattern that begins at one of the places."""
    matches = (pattern(name).match(text, start) for start in starts)
    return next(filter(None, matches), None)


def _period(flow: Flow, found: _Range) -> Period:
    return Period(
        text=flow.text[found.start : found.end],
        location=flow.locate(found.start, found.end),
        start=found.first,
        end=found.last,
    )
