"""Whether the tables of the form are there, whole, and bear the official words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gxcheck.document.model import Location
from gxcheck.report.forms import Line
from gxcheck.report.model import LabelReading, Report
from gxcheck.rules.checks.found import (
    Found,
    figures_there,
    found_tables,
    is_lost,
    line_words,
)
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, Violation

__all__ = [
    "annex_missing",
    "column_missing",
    "labels",
    "other_handling",
    "row_extra",
    "row_missing",
    "table_missing",
]

_SPLIT = ("other.correction_overdue", "other.fee_overdue", "other.other")
_UNDIVIDED = "applications.other.undivided"


def table_missing(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Each section whose official table is lost, at the section's heading."""
    for section in context.form.sections:
        found = report.section(section.role)
        if section.table is None or found is None:
            continue
        table = context.form.tables[section.table]
        if is_lost(table, context.figures):
            there = figures_there(table, context.figures)
            yield Violation(
                found.heading.location,
                values={
                    "heading": found.heading.text,
                    "table": table.title[context.lang],
                    "found": there,
                    "expected": len(table.fields),
                },
                place=f"sections.{section.role}",
                variant="damaged" if there else "default",
            )


def annex_missing(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The statistical table, from its first year on."""
    annex = context.form.tables["annex"]
    year = report.year
    if year is None or not annex.first_year <= year <= context.form.last_year:
        raise NotApplicable("edition")
    if is_lost(annex, context.figures):
        values = {"year": str(year), "table": annex.title[context.lang]}
        yield Violation(values=values, place="annex")


def row_missing(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Each official row that a table lacks; one finding where most are lost.

    The groups of the table of reviews and lawsuits are its columns.
    """
    for found in found_tables(report, context):
        if found.form.name == "litigation" or found.is_of_another_form:
            continue
        rows = [row for row in found.form.rows if row.key not in found.rows]
        if _undivided(found):
            rows = [row for row in rows if row.key not in _SPLIT]
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
        if found.is_of_another_form:
            yield _missing(found, "other_form", context)
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


def row_extra(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Each row with figures that no row of the form is like."""
    for found in found_tables(report, context):
        for words in found.reading.extra_rows:
            values = {"table": found.form.label[context.lang], "row": words.text}
            yield Violation(words.location, values=values, place=found.form.name)


def labels(report: Report, options: Mapping[str, Any], context: Context) -> Iterator[Violation]:
    """Each label that was recognised by likeness alone, with the official words."""
    for found in found_tables(report, context):
        lines = {line.key: line for line in found.form.rows}
        lines |= {line.key: line for block in found.form.blocks for line in block.columns}
        for label in _similar(found):
            yield Violation(
                label.location,
                values={
                    "table": found.form.label[context.lang],
                    "printed": label.text,
                    "official": label.official,
                    "meaning": _english(lines.get(found.key(label))),
                },
                place=label.field,
            )


def _similar(found: Found) -> list[LabelReading]:
    """The labels in question, each printed wording of a line once: headers come again."""
    seen: set[tuple[str, str]] = set()
    similar: list[LabelReading] = []
    for label in (*found.reading.rows, *found.reading.columns):
        wording = (label.field, label.text)
        if label.likeness == "similar" and wording not in seen:
            seen.add(wording)
            similar.append(label)
    return similar


def _english(line: Line | None) -> str:
    return line.english if line else ""


def other_handling(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The single row of other handling of the older form, where three are asked for."""
    for found in found_tables(report, context):
        if found.form.name == "applications" and _undivided(found):
            values = {"rows": [
                line_words(row, context.lang) for row in found.form.rows if row.key in _SPLIT
            ]}
            yield Violation(_undivided(found), values=values, place="applications.other")


def _undivided(found: Found) -> Location | None:
    """Where the undivided row stands instead of the three that the form has."""
    keys = {row.key for row in found.form.rows}
    if not keys.issuperset(_SPLIT) or not found.rows.isdisjoint(_SPLIT):
        return None
    return next((row.location for row in found.reading.rows if row.field == _UNDIVIDED), None)
