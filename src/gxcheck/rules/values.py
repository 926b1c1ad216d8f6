"""All figures of a report in one flat row, in the order of the form.

The annex may come with reports of every edition, so its fields follow those of the form.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, TypeAlias, cast

from gxcheck.report.figures import Figure
from gxcheck.report.forms import Field, form
from gxcheck.report.model import Edition, Report

__all__ = ["MaybeFigure", "fields_of", "figure_row", "figures_of", "paths_of"]

MaybeFigure: TypeAlias = "Figure | None"


@cache
def fields_of(edition: Edition) -> Mapping[str, Field]:
    """Every field that a report of the edition may have, by path, in the order of the form."""
    return {**form(edition).fields, **form(2008).tables["annex"].fields}


@cache
def paths_of(edition: Edition) -> tuple[str, ...]:
    """The paths of the fields, in order: the places in `figure_row`."""
    return tuple(fields_of(edition))


def figures_of(report: Report) -> Mapping[str, Figure]:
    """Every figure that the report's form has, by path; absent ones too."""
    row = zip(paths_of(report.edition), figure_row(report), strict=True)
    return {path: figure for path, figure in row if figure is not None}


def figure_row(report: Report) -> list[MaybeFigure]:
    """The figures of a report in the order of `paths_of`; None for a field that it has not."""
    row: list[MaybeFigure] = []
    for name, parts in _tables(report.edition):
        table = getattr(report, name)
        for part in parts:
            row += _figures(part, table)
    return row


def _figures(part: _Part, table: object) -> Sequence[MaybeFigure]:
    try:
        return part.figures(table)
    except AttributeError:
        return _gently(table, part.paths)


class _Part(NamedTuple):
    """Figures that share a parent: how to get all of them, and their paths below the table."""

    figures: Callable[[object], tuple[Figure, ...]]
    paths: tuple[str, ...]


@cache
def _tables(edition: Edition) -> tuple[tuple[str, tuple[_Part, ...]], ...]:
    split = [path.partition(".") for path in paths_of(edition)]
    return tuple(
        (name, tuple(_parts([path for _, _, path in paths])))
        for name, paths in groupby(split, key=lambda path: path[0])
    )


def _parts(paths: list[str]) -> list[_Part]:
    parts = []
    for parent, group in groupby(paths, key=lambda path: path.rpartition(".")[0]):
        below = tuple(group)
        parts.append(_Part(_getter(parent, [path.rpartition(".")[2] for path in below]), below))
    return parts


def _getter(parent: str, names: list[str]) -> Callable[[object], tuple[Figure, ...]]:
    several = attrgetter(*names)
    if len(names) == 1:
        only = several
        several = cast("attrgetter[tuple[Figure, ...]]", lambda item: (only(item),))
    if not parent:
        return several
    owner = attrgetter(parent)
    return lambda table: several(owner(table))


def _gently(table: object, paths: tuple[str, ...]) -> list[MaybeFigure]:
    """The same where a part of the report is missing."""
    row: list[MaybeFigure] = []
    for path in paths:
        item: object | None = table
        for name in path.split("."):
            item = getattr(item, name, None)
        row.append(item if isinstance(item, Figure) else None)
    return row
