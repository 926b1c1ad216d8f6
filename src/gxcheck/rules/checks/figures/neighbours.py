"""Figures with a digit too many, where their own row and column or the prose show it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from gxcheck.report.model import Report
from gxcheck.rules.checks.figures.handled import adds_up, grid_of
from gxcheck.rules.checks.prose.claimed import against
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation

__all__ = ["is_too_long", "neighbours"]


class _Suspect(Struct, frozen=True):
    """A figure, and what the others of its sum suggest."""

    path: str
    value: int
    suggested: int


def neighbours(report: Report, options: Mapping[str, Any], context: Context) -> Iterator[Violation]:
    """Each figure that only its excess digit keeps from fitting its sums."""
    suspects = [_in_applications(context)] if "applications" in context.form.tables else []
    suspects += [_in_sum(total, parts, context) for total, parts in options["sums"].items()]
    told = {suspect.path for suspect in suspects if suspect}
    suspects += [one for one in _in_prose(report, context) if one.path not in told]
    for suspect in suspects:
        if suspect:
            yield Violation(
                context.figures[suspect.path].location,
                values={
                    "cell": context.label(suspect.path),
                    "value": suspect.value,
                    "suggested": suspect.suggested,
                },
                place=suspect.path,
            )


def is_too_long(value: int, suggested: int) -> bool:
    """Whether a figure is one digit more than another, or a hundred times it."""
    if suggested < 1:
        return False
    digits, shorter = str(value), str(suggested)
    dropped = len(digits) == len(shorter) + 1 and any(
        digits[:place] + digits[place + 1 :] == shorter for place in range(len(digits))
    )
    return dropped or value == suggested * 100


def _in_applications(context: Context) -> _Suspect | None:
    """The one cell whose right value follows both from its row and from its column."""
    table = context.form.tables["applications"]
    grid = context.once(grid_of)
    found: list[_Suspect] = []
    for key, row in grid.rows.items():
        if None in row or adds_up(row):
            continue
        right = grid.expected(key)
        if right is None or not adds_up(right) or not grid.adds_up_with(key, right):
            continue
        changed = [n for n, value in enumerate(row) if value != right[n]]
        if len(changed) == 1:
            (n,) = changed
            value = row[n] or 0
            if is_too_long(value, right[n]):
                path = table.path(key, table.blocks[0].columns[n].key)
                found.append(_Suspect(path, value, right[n]))
    return found[0] if len(found) == 1 else None


def _in_prose(report: Report, context: Context) -> Iterator[_Suspect]:
    """The figures that are too long for what the prose tells of them, where no sum bears them."""
    seen: set[str] = set()
    for claim in report.claims:
        exact = claim.kind == "number" and not claim.hedge and claim.extent == "whole"
        if not exact or len(claim.fields) != 1 or claim.fields[0] in seen:
            continue
        (path,) = claim.fields
        figure = context.figures.get(path)
        if figure is None or not isinstance(figure.value, int):
            continue
        if not isinstance(claim.value, int) or _is_borne(path, context):
            continue
        if is_too_long(figure.value, claim.value) and against(claim, context):
            seen.add(path)
            yield _Suspect(path, figure.value, claim.value)


def _is_borne(path: str, context: Context) -> bool:
    """Whether the sum of its row bears a figure out."""
    if "applications" not in context.form.tables or not path.startswith("applications."):
        return False
    grid = context.once(grid_of)
    row = grid.rows.get(path.removeprefix("applications.").rpartition(".")[0])
    return row is not None and None not in row and adds_up(row)


def _in_sum(total: str, parts: Sequence[str], context: Context) -> _Suspect | None:
    """The one figure of a sum that is too long for the others."""
    paths = [total, *parts]
    values = [figure.value for path in paths if (figure := context.figures.get(path))]
    if len(values) < len(paths) or not all(isinstance(value, int) for value in values):
        return None
    whole, *rest = (int(value or 0) for value in values)
    excess = sum(rest) - whole
    if not excess:
        return None
    suggested = [whole + excess, *(value - excess for value in rest)]
    found = [
        _Suspect(path, int(value or 0), right)
        for path, value, right in zip(paths, values, suggested, strict=True)
        if is_too_long(int(value or 0), right)
    ]
    return found[0] if len(found) == 1 else None
