"""Checks on the title: that there is one, and that its year is that of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gxcheck.document.model import Location, Paragraph
from gxcheck.report.model import Report
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, Violation

__all__ = ["title_missing", "title_year"]


def title_missing(
    report: Report,
    options: Mapping[str, Any],
    context: Context,
) -> Iterator[Violation]:
    """The report has a title; the finding stands where the text begins."""
    if report.title is None:
        yield Violation(_beginning(report), place="title")


def title_year(
    report: Report,
    options: Mapping[str, Any],
    context: Context,
) -> Iterator[Violation]:
    """The year in the title is that of the period.

    Where the rest of the text speaks for the title's year, the slip is in the period, which is
    told of the period alone.
    """
    title, period = report.title, report.period
    bounds = [bound for bound in (period.start, period.end) if bound] if period else []
    if title is None or title.year is None or period is None or not bounds:
        raise NotApplicable("nothing")
    years = [bound.year for bound in bounds]
    if title.year in years:
        return
    text = context.scopes.scope("document").words
    for_title = text.count(str(title.year)) - title.text.count(str(title.year))
    for_period = text.count(str(years[0])) - period.text.count(str(years[0]))
    if for_title <= for_period:
        values = {"year": title.year, "period": years[0]}
        yield Violation(title.location, values=values, related=(period.location,), place="title")


def _beginning(report: Report) -> Location | None:
    """The empty place before the first paragraph of the running text."""
    blocks = report.preamble.blocks if report.preamble else report.document.blocks
    first = next((block for block in blocks if isinstance(block, Paragraph)), None)
    return first.place(0, 0) if first else None
