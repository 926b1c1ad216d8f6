"""What stands in the cells of the tables where figures belong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from gxcheck.data import read_yaml
from gxcheck.document.normalise import normalise
from gxcheck.report.forms import TableForm
from gxcheck.report.model import Report
from gxcheck.rules.checks.tables.found import Found, found_tables
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, Violation

__all__ = ["all_zero", "blank", "cells_told", "none_mark", "not_a_number", "not_whole"]

_NAMED = 4
"""So many cells are named in a message; the rest is counted."""
_QUOTED = 30
"""A cell's text is quoted up to so many characters."""


def blank(report: Report, options: Mapping[str, Any], context: Context) -> Iterator[Violation]:
    """Each table with figures left blank or without a cell, its cells named."""
    for found in found_tables(report, context, any_year=True):
        cells = _open_cells(found)
        if not cells:
            continue
        unfilled = len(cells) == len(found.slots)
        places = [place for path in cells if (place := found.figures[path].location)]
        row = next(slot.row.key for slot in found.slots if slot.path == cells[0])
        yield Violation(
            places[0] if places else found.near(row),
            values=cells_told(found.form, cells, context),
            related=() if unfilled else tuple(places[1:]),
            place=cells[0] if len(cells) == 1 else found.form.name,
            variant="unfilled" if unfilled else _amount(cells),
        )


def _open_cells(found: Found) -> list[str]:
    """The paths of the cells that are blank, or lost though their row and column are there."""
    blanks = found.in_state("blank")
    if not blanks and not found.absent:
        return []
    lost = {(slot.block, slot.column.key) for slot in found.missing_columns}
    return [
        slot.path
        for slot in found.slots
        if slot.path in blanks
        or (
            slot.path in found.absent
            and slot.row.key in found.rows
            and (slot.block, slot.column.key) not in lost
        )
    ]


def cells_told(table: TableForm, paths: Sequence[str], context: Context) -> dict[str, object]:
    """The values of a message about cells of one table: how many, and the first by name."""
    label = table.label[context.lang]
    names = [context.label(path).removeprefix(label).lstrip(": ") for path in paths[:_NAMED]]
    return {"table": label, "count": len(paths), "cells": names}


def _amount(items: Sequence[object]) -> str:
    if len(items) == 1:
        return "default"
    return "few" if len(items) <= _NAMED else "many"


def not_a_number(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Each cell of a figure that holds words, or a number that cannot be read."""
    for path, figure in context.by_state["text"].items():
        words = " ".join(figure.raw.split())
        first_line = figure.raw.strip().split("\n")[0]
        yield Violation(
            figure.location,
            quote=first_line[:_QUOTED],
            values={
                "cell": context.label(path),
                "text": words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…",
            },
            place=path,
        )


def not_whole(report: Report, options: Mapping[str, Any], context: Context) -> Iterator[Violation]:
    """Each count that is no whole number."""
    for path, figure in context.by_state["number"].items():
        value = figure.value
        if value is not None and value % 1 and context.fields[path].is_count:
            yield Violation(
                figure.location, values={"cell": context.label(path), "value": value}, place=path
            )


def none_mark(report: Report, options: Mapping[str, Any], context: Context) -> Iterator[Violation]:
    """A report that writes "none" in several ways, once."""
    marked = context.by_state["none_mark"]
    if not marked:
        raise NotApplicable("nothing")
    ways = {_mark(figure.raw) for figure in marked.values()}
    zeros = sum(figure.value == 0 for figure in context.figures.values())
    if len(ways) + bool(zeros) < 2:
        return
    places = [figure.location for figure in marked.values() if figure.location]
    yield Violation(
        places[0] if places else None,
        values={
            "marks": sorted(f"“{way}”" for way in ways),
            "count": len(marked),
            "zeros": zeros,
            "cell": context.label(next(iter(marked))),
        },
        related=tuple(places[1:]),
        place="figures",
        variant="default" if zeros else "without_zero",
    )


def _mark(raw: str) -> str:
    """A mark for none; dashes of all lengths are one."""
    mark = normalise(raw).text
    return "-" if mark in _dashes() else mark


@cache
def _dashes() -> frozenset[str]:
    return frozenset(normalise(mark).text for mark in read_yaml("figures.yml")["dashes"])


def all_zero(report: Report, options: Mapping[str, Any], context: Context) -> Iterator[Violation]:
    """A report whose figures are all 0; one that is not filled in yet has few figures as it is."""
    figures = context.by_state
    numbers = [figure.value for figure in figures["number"].values()]
    if len(numbers) < max(options["least"], len(figures["blank"])):
        raise NotApplicable("nothing")
    if not any(numbers) and not figures["text"]:
        yield Violation(values={"count": len(numbers)}, place="figures")
