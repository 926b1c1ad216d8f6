"""Whether the tables of the form are there, with all their rows and columns and no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gxcheck.document.model import Location
from gxcheck.report.forms import Line
from gxcheck.report.model import Report
from gxcheck.rules.checks.tables.found import (
    Found,
    figures_there,
    found_tables,
    is_lost,
    line_words,
)
from gxcheck.rules.checks.tables.unread import picture_in
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, Violation

__all__ = [
    "annex_missing",
    "column_missing",
    "other_handling",
    "row_extra",
    "row_missing",
    "table_missing",
]

_SPLIT = ("other.correction_overdue", "other.fee_overdue", "other.other")
_UNDIVIDED = "other.undivided"


def table_missing(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Each section whose official table is lost, at the section's heading."""
    for section in context.form.sections:
        found = report.section(section.role)
        if section.table is None or found is None:
            continue
        table = context.form.tables[section.table]
        if is_lost(table, context):
            there = figures_there(table, context)
            picture = None if there else picture_in(report, found)
            yield Violation(
                found.heading.location,
                values={
                    "heading": found.heading.text,
                    "table": table.title[context.lang],
                    "found": there,
                    "expected": len(table.fields),
                    "where": context.place_label(picture.location) if picture else "",
                },
                related=(picture.location,) if picture else (),
                place=f"sections.{section.role}",
                variant="damaged" if there else "picture" if picture else "default",
            )


def annex_missing(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The statistical table, from its first year on."""
    annex = context.form.tables["annex"]
    year = report.year
    if year is None or not annex.first_year <= year <= context.form.last_year:
        raise NotApplicable("edition")
    if is_lost(annex, context):
        values = {"year": str(year), "table": annex.title[context.lang]}
        yield Violation(values=values, place="annex")


def row_missing(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Each official row that a table lacks; one finding where most are lost.

    The groups of the table of reviews and lawsuits are its columns.
    """
    for found in found_tables(report, context):
        if found.form.name == "litigation":
            continue
        rows = [row for row in found.form.rows if not _is_there(row, found)]
        if len(rows) * 2 > len(found.form.rows):
            yield _many(found, [line_words(row, context.lang) for row in rows], context)
            continue
        for row in rows:
            yield Violation(
                found.near(row.key),
                values={
                    "table": found.form.label[context.lang],
                    "row": line_words(row, context.lang),
                },
                place=f"{found.form.name}.{row.key}",
            )


def _is_there(row: Line, found: Found) -> bool:
    """Whether a row is there, or what another edition's form has in its stead."""
    if row.key in found.rows:
        return True
    labels = {found.key(label) for label in found.reading.rows}
    if row.key in _SPLIT:
        return _UNDIVIDED in labels
    return row.key == _UNDIVIDED and not labels.isdisjoint(_SPLIT)


def _many(found: Found, lines: list[str], context: Context) -> Violation:
    return Violation(
        found.reading.location,
        values={
            "table": found.form.label[context.lang],
            "count": len(lines),
            "rows": lines[:3],
        },
        place=found.form.name,
        variant="many",
    )


def column_missing(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Each official column that a table lacks, a lost group of columns as one."""
    for found in found_tables(report, context):
        if found.form.name == "annex":
            continue
        if found.form.name == "litigation":
            for group in found.form.rows:
                if group.key not in found.rows:
                    yield _missing(found, "group", context, column=group, place=group.key)
        for slot in found.missing_columns:
            several = found.form.name != "applications"
            yield _missing(
                found,
                "block" if several else "default",
                context,
                column=slot.column,
                row=slot.row,
                place=slot.path if several else f"applications.{slot.column.key}",
            )


def _missing(
    found: Found,
    variant: str,
    context: Context,
    *,
    column: Line | None = None,
    row: Line | None = None,
    place: str = "",
) -> Violation:
    return Violation(
        found.near_column(row, column),
        values={
            "table": found.form.label[context.lang],
            "column": line_words(column, context.lang) if column else "",
            "row": line_words(row, context.lang) if row else "",
        },
        place=place or found.form.name,
        variant=variant,
    )


def row_extra(report: Report, options: Mapping[str, Any], context: Context) -> Iterator[Violation]:
    """Each row with figures that no row of the form is like, or that stands there before."""
    for found in found_tables(report, context):
        for words in found.reading.extra_rows:
            known = any(row.location == words.location for row in found.reading.rows)
            yield Violation(
                words.location,
                values={"table": found.form.label[context.lang], "row": words.text},
                place=found.form.name,
                variant="twice" if known else "default",
            )


def other_handling(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The single row of other handling of the older form, where three are asked for."""
    for found in found_tables(report, context):
        if found.form.name == "applications" and _undivided(found):
            values = {
                "rows": [
                    line_words(row, context.lang) for row in found.form.rows if row.key in _SPLIT
                ]
            }
            yield Violation(_undivided(found), values=values, place="applications.other")


def _undivided(found: Found) -> Location | None:
    """Where the undivided row stands instead of the three that the form has."""
    keys = {row.key for row in found.form.rows}
    if not keys.issuperset(_SPLIT) or not found.rows.isdisjoint(_SPLIT):
        return None
    rows = (row for row in found.reading.rows if found.key(row) == _UNDIVIDED)
    return next((row.location for row in rows), None)
