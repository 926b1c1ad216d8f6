"""Parts against the totals that they belong to, where the sum itself cannot be judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from gxcheck.report.forms import Form
from gxcheck.report.model import Report
from gxcheck.rules.checks.figures.handled import OUTSIDE
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation

__all__ = ["Total", "part_exceeds", "totals_of"]

_SUMMED = ("number", "blank", "none_mark")
"""The states of parts whose sum can be judged, so that the rules on sums speak."""


class Total(NamedTuple):
    """A total and its parts, by path."""

    total: str
    parts: tuple[str, ...]


def part_exceeds(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Each total that a part of it exceeds, where lost parts keep the sum from being judged."""
    figures = context.figures
    for total, parts in totals_of(context.form):
        whole = figures[total].value
        if whole is None or all(figures[path].state in _SUMMED for path in parts):
            continue
        above = [path for path in parts if (figures[path].value or 0) > whole]
        if above:
            places = (figures[path].location for path in above)
            yield Violation(
                figures[total].location,
                values={
                    "cell": context.label(total),
                    "total": whole,
                    "part": context.label(above[0]),
                    "value": figures[above[0]].value,
                    "count": len(above),
                },
                related=tuple(place for place in places if place),
                place=total,
                variant="default" if len(above) == 1 else "several",
            )


@lru_cache(maxsize=16)
def totals_of(of: Form) -> tuple[Total, ...]:
    """All totals of a form's tables of applications, reviews and lawsuits."""
    tables = of.tables
    found: list[Total] = []
    if "applications" in tables:
        table = tables["applications"]
        columns = [column.key for column in table.blocks[0].columns]
        rows = [row.key for row in table.rows]
        results = [row for row in rows if row not in OUTSIDE]
        for column in columns:
            parts = tuple(table.path(row, column) for row in results)
            found.append(Total(table.path("closed", column), parts))
        for row in rows:
            parts = tuple(table.path(row, column) for column in columns if column != "total")
            found.append(Total(table.path(row, "total"), parts))
    if "litigation" in tables:
        table = tables["litigation"]
        outcomes = [column.key for column in table.blocks[0].columns if column.key != "total"]
        for group in table.rows:
            parts = tuple(table.path(group.key, outcome) for outcome in outcomes)
            found.append(Total(table.path(group.key, "total"), parts))
    return tuple(found)
