"""Last year's report, where it is at hand."""

from __future__ import annotations

from gxcheck.report.front.organ_names import same_organ
from gxcheck.report.model import Report
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, NotEvaluated

__all__ = ["last_year_of"]


def last_year_of(report: Report, context: Context) -> Report:
    """The organ's report on the year before.

    Raises `NotApplicable` where none is at hand, and `NotEvaluated` where another report is: who
    gave it is to hear that nothing was compared.
    """
    previous = context.previous
    if previous is None:
        raise NotApplicable("no-previous")
    if report.year is None or previous.year is None or previous.year != report.year - 1:
        raise NotEvaluated("other-year", year=previous.year)
    if same_organ(report.organ.name or "", previous.organ.name or "") is False:
        raise NotEvaluated("other-organ", organ=previous.organ.name)
    return previous
