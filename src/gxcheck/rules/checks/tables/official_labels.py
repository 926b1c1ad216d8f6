"""Whether rows, columns and their groups bear the official words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from os.path import commonprefix
from typing import Any

from msgspec import Struct

from gxcheck.document.model import Cell, Location, Table
from gxcheck.document.normalise import normalise
from gxcheck.report.labels import label_key, label_number
from gxcheck.report.model import LabelReading, Report
from gxcheck.report.tables.senses import Senses, senses_of
from gxcheck.report.tables.words import TableWords
from gxcheck.rules.checks.tables.found import Found, found_tables
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation

__all__ = ["labels"]


class _Altered(Struct, frozen=True):
    """A label in other than the official words."""

    printed: str
    official: str
    english: str
    place: str
    location: Location


def labels(report: Report, options: Mapping[str, Any], context: Context) -> Iterator[Violation]:
    """Each label that was recognised by likeness alone, with the official words."""
    for found in found_tables(report, context):
        groups = _groups(found, report, senses_of(context.forms))
        for altered in (*_lines(found), *_headers(found, report), *groups):
            yield Violation(
                altered.location,
                values={
                    "table": found.form.label[context.lang],
                    "printed": altered.printed,
                    "official": altered.official,
                    "meaning": altered.english,
                },
                place=altered.place,
            )


def _lines(found: Found) -> Iterator[_Altered]:
    """The rows and columns in question, each wording once: headers come again, or are cut alike."""
    lines = {line.key: line for line in found.form.rows}
    lines |= {line.key: line for block in found.form.blocks for line in block.columns}
    told: dict[str, dict[str, LabelReading]] = {}
    for label in _all_labels(found):
        if label.likeness == "similar":
            told.setdefault(label.text, {}).setdefault(label.field, label)
    for printed, labels in told.items():
        first = next(iter(labels.values()))
        meant = (lines.get(found.key(label)) for label in labels.values())
        yield _Altered(
            printed,
            "”“".join(
                label.official for label in labels.values()
            ),  # the message has the outer ones
            ", ".join(line.english for line in meant if line) or first.official,
            first.field,
            first.location,
        )


def _headers(found: Found, report: Report) -> Iterator[_Altered]:
    """The header of a block that names another item of its article than the form does there.

    The first may stand above the table; where several differ, rows are lost.
    """
    headers = {normalise(block.header).text: block.header for block in found.form.blocks}
    start = commonprefix(list(headers))  # noqa: RUF071  # of words, not of paths
    if not start:
        return
    cells = (cell for block in _blocks(found, report) for row in block.rows for cell in row)
    printed = [cell for cell in cells if cell.normal.startswith(start)]
    pairs = zip(reversed(printed), reversed(headers.items()), strict=False)
    other = [(cell, header) for cell, (official, header) in pairs if cell.normal != official]
    if len(other) == 1 and len(headers) - len(printed) in (0, 1):
        (cell, header) = other[0]
        yield _Altered(cell.normal, header, header, found.form.name, cell.location)


def _groups(found: Found, report: Report, senses: Senses) -> Iterator[_Altered]:
    """The groups of the table of applications that only a cell of like words stands for."""
    if found.form.name != "applications":
        return
    keyed = [(senses.of(cell).key, cell) for cell in _cells(found, report)]
    missing = list(_missing_groups(found, {key for key, _ in keyed}))
    cells = _unknown_cells(found, keyed, senses.words) if missing else []
    if not cells:
        return
    from rapidfuzz import fuzz

    least = senses.words.likeness
    for group in missing:
        key = label_key(group)
        number = label_number(normalise(group).text)
        scored = [(fuzz.ratio(known, key), at) for at, (known, _) in enumerate(cells)]
        score, at = max(scored, default=(0.0, 0))
        if score < least:
            numbered = (at for at, (_, one) in enumerate(cells) if _number(one) == number)
            at = next(numbered, -1) if number else -1
        if at >= 0:
            cell = cells.pop(at)[1]
            yield _Altered(cell.normal, group, group, "applications", cell.location)


def _number(cell: Cell) -> str:
    return label_number(cell.normal)


def _unknown_cells(
    found: Found, keyed: Sequence[tuple[str, Cell]], words: TableWords
) -> list[tuple[str, Cell]]:
    """The words of the table's cells that are no label of such a table, with their keys."""
    taken = {_spot(label.location) for label in _all_labels(found)}
    taken |= {_spot(extra.location) for extra in found.reading.extra_rows}
    return [
        (key, cell)
        for key, cell in keyed
        if key
        and (key not in words.labels or words.is_row_elsewhere(key, found.form.name))
        and not cell.normal[:1].isdigit()
        and _spot(cell.location) not in taken
    ]


def _missing_groups(found: Found, there: AbstractSet[str]) -> Iterator[str]:
    """The groups that the form has and no cell names; `there` are the keys of the cells."""
    for group in found.form.groups:
        if label_key(group) not in there:
            yield group
    if there.isdisjoint(found.form.column_groups):
        columns = found.form.blocks[0].columns
        yield from dict.fromkeys(column.group for column in columns if column.group)


def _cells(found: Found, report: Report) -> Iterator[Cell]:
    """The cells of the table, over all the pieces that it is broken into.

    Lines of text that show no blank cells do not show either where the words of a group end.
    """
    for block in _blocks(found, report):
        if block.blanks_shown or block.spans_known:
            for row in block.rows:
                yield from row


def _blocks(found: Found, report: Report) -> Iterator[Table]:
    """The pieces of the table."""
    for index in sorted({label.location.block for label in _all_labels(found)}):
        block = report.document.blocks[index]
        if isinstance(block, Table):
            yield block


def _all_labels(found: Found) -> tuple[LabelReading, ...]:
    return (*found.reading.rows, *found.reading.columns)


def _spot(location: Location) -> tuple[int, int | None, int | None]:
    return location.block, location.row, location.cell
