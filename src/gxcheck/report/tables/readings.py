"""What was read of each table beside its figures: labels, printed units, rows of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from msgspec import Struct

from gxcheck.report.form_set import FormSet, shipped_forms
from gxcheck.report.forms import Field, Line
from gxcheck.report.lineage import EDITIONS, Edition
from gxcheck.report.model import (
    LabelReading,
    Likeness,
    TableName,
    TableReading,
    UnitReading,
    Words,
)
from gxcheck.report.tables.found import FoundLabel, FoundTable, FoundTables
from gxcheck.report.tables.senses import Senses, senses_of

__all__ = ["table_readings"]


def table_readings(
    edition: Edition, found: FoundTables, forms: FormSet | None = None
) -> tuple[TableReading, ...]:
    """The readings of all tables found, their labels compared with the form of `edition`."""
    lines = (forms or shipped_forms()).once(_all_lines)
    return tuple(
        _reading(name, table, lines[name, edition], found) for name, table in found.tables.items()
    )


def _reading(name: TableName, table: FoundTable, lines: _Lines, found: FoundTables) -> TableReading:
    return TableReading.model_construct(
        table=name,
        location=table.location,
        rows=tuple(_labels(table.rows, lines.rows, name, lines.senses)),
        columns=tuple(_labels(table.columns, lines.columns, name, lines.senses)),
        units=tuple(_units(lines.fields, found)),
        extra_rows=tuple(
            Words(text=cell.normal, location=cell.location) for cell in table.beyond_form
        ),
    )


class _Lines(Struct, frozen=True):
    """The rows and columns of a table by key, and its fields: the edition's own words first.

    `senses` are by the words of all forms, by which the labels of the document were found.
    """

    rows: Mapping[str, Line]
    columns: Mapping[str, Line]
    fields: Mapping[str, Field]
    senses: Senses


def _all_lines(forms: FormSet) -> Mapping[tuple[TableName, Edition], _Lines]:
    return {
        (name, edition): _lines(name, edition, forms)
        for name in get_args(TableName)
        for edition in EDITIONS
    }


def _lines(name: TableName, edition: Edition, forms: FormSet) -> _Lines:
    editions = sorted(EDITIONS, key=lambda one: one == edition)
    rows: dict[str, Line] = {}
    columns: dict[str, Line] = {}
    fields: dict[str, Field] = {}
    for table in (forms[one].tables.get(name) for one in editions):
        if table:
            rows |= {line.key: line for line in table.rows}
            columns |= {line.key: line for block in table.blocks for line in block.columns}
            fields |= table.fields
    return _Lines(rows, rows | columns, fields, senses_of(forms))


def _labels(
    labels: Iterable[FoundLabel], lines: Mapping[str, Line], name: TableName, senses: Senses
) -> Iterator[LabelReading]:
    for label in labels:
        line = lines[label.key]
        yield LabelReading(
            text=label.cell.normal,
            location=label.cell.location,
            field=label.key if name == "litigation" else f"{name}.{label.key}",
            official=line.label,
            likeness=_likeness(label, line, senses),
        )


def _likeness(label: FoundLabel, line: Line, senses: Senses) -> Likeness:
    if label.similar:
        return "similar"
    return "official" if senses.of(label.cell).key == line.official else "synonym"


def _units(fields: Mapping[str, Field], found: FoundTables) -> Iterator[UnitReading]:
    for path, (unit, cell) in found.units.items():
        if path in fields:
            yield UnitReading(
                text=unit, location=cell.location, field=path, official=fields[path].unit
            )
