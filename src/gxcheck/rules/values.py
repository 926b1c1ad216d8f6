"""All figures of a report in one flat row, in the order of the form.

The annex may come with reports of every edition, so its fields follow those of the form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeAlias

from msgspec import Struct

from gxcheck.report.figures import ByApplicant, Figure
from gxcheck.report.fixed import Fixed
from gxcheck.report.forms import Field, annex_form, form
from gxcheck.report.lineage import Edition
from gxcheck.report.model import Report

__all__ = [
    "MaybeFigure",
    "fields_of",
    "figure_row",
    "figures_at",
    "figures_of",
    "paths_of",
    "row_for_sums",
]

MaybeFigure: TypeAlias = "Figure | None"


@cache
def fields_of(edition: Edition) -> Mapping[str, Field]:
    """Every field that a report of the edition may have, by path, in the order of the form."""
    return {**form(edition).fields, **annex_form().fields}


@cache
def paths_of(edition: Edition) -> tuple[str, ...]:
    """The paths of the fields, in order: the places in `figure_row`."""
    return tuple(fields_of(edition))


def figures_of(report: Report, row: Sequence[MaybeFigure] | None = None) -> Mapping[str, Figure]:
    """Every figure that the report's form has, by path; absent ones too. `row` is `figure_row`."""
    pairs = zip(paths_of(report.edition), row or figure_row(report), strict=True)
    return {path: figure for path, figure in pairs if figure is not None}


def figures_at(report: Report, paths: Iterable[str]) -> Mapping[str, Figure]:
    """The figures of a report at some paths, those that it has a field for."""
    found: dict[str, Figure] = {}
    for path in paths:
        value: object = report
        for name in path.split("."):
            value = getattr(value, name, None)
        if isinstance(value, Figure):
            found[path] = value
    return found


def figure_row(report: Report) -> list[MaybeFigure]:
    """The figures of a report in the order of `paths_of`; None for a field that it has not."""
    row: list[MaybeFigure] = []
    for form_table in _tables(report.edition):
        table: Fixed | None = getattr(report, form_table.name)
        if table is None:
            row += form_table.nothing
            continue
        own = table.__dict__
        for part in form_table.parts:
            row += part(own)
    return row


def row_for_sums(report: Report, row: list[MaybeFigure]) -> list[MaybeFigure]:
    """The figures as sums take them.

    Where a report leaves （六）其他处理 undivided, though its form divides it (since 2021), that
    figure stands for the three rows that are not there.
    """
    undivided = report.applications.other.undivided if report.applications else None
    if undivided is None or _DIVIDED_TOTAL not in fields_of(report.edition):
        return row
    row = list(row)
    paths = paths_of(report.edition)
    for column in ByApplicant.model_fields:
        parts = [f"applications.other.{name}.{column}" for name in _DIVIDED]
        places = [paths.index(path) for path in parts]
        if all((figure := row[place]) and figure.state == "absent" for place in places):
            for place in places[1:]:
                row[place] = Figure(0, state="number")
            row[places[0]] = getattr(undivided, column)
    return row


_DIVIDED = ("other", "correction_overdue", "fee_overdue")
_DIVIDED_TOTAL = f"applications.other.{_DIVIDED[0]}.total"
_Taker: TypeAlias = Callable[[Mapping[str, Any]], "Iterable[MaybeFigure]"]


class _Table(Struct, frozen=True):
    """A table of the report: its name, how to take its figures, and the row without it.

    Figures are taken from the instances' dictionaries: the attributes of a model cost thrice that.
    """

    name: str
    parts: tuple[_Taker, ...]
    nothing: tuple[None, ...]


@cache
def _tables(edition: Edition) -> tuple[_Table, ...]:
    split = [path.partition(".") for path in paths_of(edition)]
    tables = []
    for name, group in groupby(split, key=lambda path: path[0]):
        paths = [path for _, _, path in group]
        tables.append(_Table(name, tuple(_parts(paths)), (None,) * len(paths)))
    return tuple(tables)


def _parts(paths: list[str]) -> Iterator[_Taker]:
    for parent, group in groupby(paths, key=lambda path: path.rpartition(".")[0]):
        names = [path.rpartition(".")[2] for path in group]
        yield _taker(parent.split(".") if parent else [], names)


def _taker(parents: list[str], names: list[str]) -> _Taker:
    """What takes the figures `names` below `parents`; None for each that is not there."""
    several: _Taker = itemgetter(*names) if len(names) > 1 else lambda own: (own[names[0]],)

    def take(fields: Mapping[str, Any]) -> Iterable[MaybeFigure]:
        for parent in parents:
            inner = fields.get(parent)
            if inner is None:
                return (None,) * len(names)
            fields = inner.__dict__
        return several(fields)

    return take
