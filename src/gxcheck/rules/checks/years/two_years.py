"""What last year's figures say of this year's: carried over, rolled forward, jumped, unchanged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from gxcheck.report.figures import Figure
from gxcheck.report.model import Report
from gxcheck.rules.checks.years.last_year import last_year_of
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, NotEvaluated, Violation
from gxcheck.rules.values import figures_of

__all__ = ["carried_over", "figures_jumped", "figures_unchanged", "rolled_forward"]


def carried_over(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The columns where what last year carried forward is not what this year carried over."""
    before, now = figures_of(last_year_of(report, context)), context.figures
    last, this = options["last"], options["this"]
    columns = [path.rpartition(".")[2] for path in now if path.rpartition(".")[0] == this]
    known = False
    for column in columns:
        earlier, later = _number(before, f"{last}.{column}"), _number(now, f"{this}.{column}")
        if earlier is None or later is None:
            continue
        known = True
        if earlier != later:
            yield _violation(context, f"{this}.{column}", earlier=earlier, later=later)
    if not known:
        raise NotEvaluated("nothing")


def rolled_forward(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The rows where last year's in force + issued - repealed is not what is in force now."""
    before, now = figures_of(last_year_of(report, context)), context.figures
    known = False
    for row in options["rows"]:
        earlier = _number(before, f"{row}.in_force")
        issued, repealed, later = (
            _number(now, f"{row}.{name}") for name in ("issued", "repealed", "in_force")
        )
        if earlier is None or issued is None or repealed is None or later is None:
            continue
        known = True
        expected = earlier + issued - repealed
        if expected != later:
            yield _violation(
                context,
                f"{row}.in_force",
                earlier=earlier,
                issued=issued,
                repealed=repealed,
                expected=expected,
                later=later,
            )
    if not known:
        raise NotEvaluated("nothing")


def figures_jumped(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The figures that are many times, or a small part of, last year's; small ones aside."""
    before, now = figures_of(last_year_of(report, context)), context.figures
    for path in options["figures"]:
        earlier, later = _number(before, path), _number(now, path)
        if earlier is None or later is None:
            continue
        small, large = sorted((earlier, later))
        if large >= options["least"] and large > options["times"] * max(small, 1):
            yield _violation(context, path, earlier=earlier, later=later)


def figures_unchanged(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """That every figure is last year's, where enough of them are not zero."""
    before, now = figures_of(last_year_of(report, context)), context.figures
    pairs = [(_number(before, path), _number(now, path)) for path in now]
    both = [pair for pair in pairs if None not in pair]
    if sum(bool(later) for _, later in both) < options["least"]:
        raise NotApplicable("nothing")
    if all(earlier == later for earlier, later in both):
        yield Violation(values={"count": len(both)}, place="document")


def _number(figures: Mapping[str, Figure], path: str) -> int | Decimal | None:
    figure = figures.get(path)
    return figure.value if figure else None


def _violation(context: Context, path: str, **values: object) -> Violation:
    return Violation(
        context.figures[path].location,
        values={"cell": context.label(path), **values},
        place=path,
    )
