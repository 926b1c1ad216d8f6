"""Checks on the title: that there is one, and that its year is that of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gxcheck.document.model import Location, Paragraph
from gxcheck.report.front.years import YearVoices
from gxcheck.report.model import Report
from gxcheck.rules.checks.matching import first_match
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

    Where more of the report speaks for the title's year, the slip is in the period, which is told
    of the period alone. Variant `report`: there is no period, and most of what else tells the year
    (the openings of the text, the date) names another than the title. The pattern `year` finds a
    year that no report can be on.
    """
    title, period = report.title, report.period
    bounds = [bound for bound in (period.start, period.end) if bound] if period else []
    year = (title.year or _year_in(title.text, options["year"])) if title else None
    if title is None or year is None or not (bounds or report.year):
        raise NotApplicable("nothing")
    told = bounds[0].year if bounds else report.year
    if year in {told, *(bound.year for bound in bounds)}:
        return
    voices = YearVoices.of(report)
    if bounds and voices.weight(year) > voices.weight(bounds[0].year):
        return
    yield Violation(
        title.location,
        values={"year": year, "period": told},
        related=(period.location,) if period and bounds else (),
        place="title",
        variant="default" if bounds else "report",
    )


def _year_in(title: str, pattern: str) -> int | None:
    found = first_match(pattern, title)
    return int(found.groups["year"] or 0) if found else None


def _beginning(report: Report) -> Location | None:
    """The empty place before the first paragraph of the running text."""
    blocks = report.preamble.blocks if report.preamble else report.document.blocks
    first = next((block for block in blocks if isinstance(block, Paragraph)), None)
    return first.place(0, 0) if first else None
