"""Check of the date of a report against the day by which it had to be out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from gxcheck.report.front.dates import calendar_date
from gxcheck.report.lineage import told_for
from gxcheck.report.model import Report
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, NotEvaluated, Violation

__all__ = ["deadline"]

_YEAR_END = "12-31"


def deadline(report: Report, options: Mapping[str, Any], context: Context) -> Iterator[Violation]:
    """The report is dated by its deadline, in the year after the one it is on.

    Options: for an edition, the deadline (month and day, `03-31`) by kind of organ; a kind that is
    not named has none, but for the end of that year. Of a date that tells only the month its first
    day counts. Not judged without date, or where that is before the year's end: another rule tells
    that. Values: `date`, `deadline`, `days` too late, `year` of the date. Variants: `default`, and
    `years` where only a later year is wrong.
    """
    due = told_for(report.edition, options, {}).get(report.organ.kind)
    signed = report.signature.date
    if due is None and not _is_years_late(report):
        raise NotApplicable("kind")
    if signed is None:
        raise NotApplicable("nothing")
    if report.year is None:
        raise NotEvaluated("unknown-value", names=["year"])
    told = signed.date if signed.day else calendar_date(signed.year, signed.month, 1)
    if told is None:
        raise NotEvaluated("no-such-date")
    if told.year <= report.year:
        raise NotApplicable("dated-early")
    month, day = map(int, (due or _YEAR_END).split("-"))
    last = datetime.date(report.year + 1, month, day)
    if told > last:
        yield Violation(
            location=signed.location,
            values={"date": told, "deadline": last, "days": (told - last).days, "year": told.year},
            place="signature.date",
            variant="default" if due else "years",
        )


def _is_years_late(report: Report) -> bool:
    """Whether a report is dated in a later year than the one after its own."""
    signed = report.signature.date
    return signed is not None and report.year is not None and signed.year > report.year + 1
