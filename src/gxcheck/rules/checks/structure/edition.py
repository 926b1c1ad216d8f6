"""Check of the form that a report uses against the year it is on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gxcheck.report.model import Report
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, Violation

__all__ = ["edition_of_year"]


def edition_of_year(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The form is the one in force for the report's year. Values: `year`, `edition`, `right`.

    Not judged where the report shows no form or tells no year.
    """
    if not report.form_found or report.year is None:
        raise NotApplicable("nothing")
    right = context.forms.of_year(report.year).edition
    if report.edition != right:
        values = {"year": report.year, "edition": report.edition, "right": right}
        yield Violation(location=None, values=values)
