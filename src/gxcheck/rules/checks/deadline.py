"""Check of the date of a report against the day by which it had to be out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from gxcheck.report.model import Report
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, NotEvaluated, Violation

__all__ = ["deadline"]


def deadline(report: Report, options: Mapping[str, Any], context: Context) -> Iterator[Violation]:
    """The report is dated by its deadline, in the year after the one it is on.

    Options: for an edition, the deadline (month and day, `03-31`) by kind of organ; a kind that is
    not named has none. Not judged without date, or where that is before the year's end: another
    rule tells that. Values: `date`, `deadline`, `days` too late.
    """
    by_kind = options.get(str(report.edition), {})
    if report.organ.kind not in by_kind:
        raise NotApplicable("kind")
    signed = report.signature.date
    if signed is None:
        raise NotApplicable("nothing")
    if report.year is None:
        raise NotEvaluated("unknown-value", names=["year"])
    if signed.date is None:
        raise NotEvaluated("no-such-date")
    if signed.date.year <= report.year:
        raise NotApplicable("dated-early")
    month, day = map(int, by_kind[report.organ.kind].split("-"))
    last = datetime.date(report.year + 1, month, day)
    if signed.date > last:
        yield Violation(
            location=signed.location,
            values={"date": signed.date, "deadline": last, "days": (signed.date - last).days},
            place="signature.date",
        )
