"""Rows whose label is no known one, taken for the missing row that they are most like.

Two things speak for a row: its words, and its place between two rows that are known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from gxcheck.document.model import Cell
from gxcheck.document.normalise import normalise
from gxcheck.report.labels import label_number
from gxcheck.report.model import TableName
from gxcheck.report.tables.columns import Column, most_like
from gxcheck.report.tables.placing import Placing
from gxcheck.report.tables.rows import Row
from gxcheck.report.tables.words import RowLine, TableWords

__all__ = ["LikelyRow", "ReadRow", "likely_rows", "may_be_row"]

_PIECE = 4  # characters of a label's piece that tells it from the others


class ReadRow(Struct, frozen=True):
    """A row as it was read: `key` is the form's, None where its label is unknown.

    An unknown row keeps the columns over it and how they are placed in its table.
    """

    name: TableName
    label: Cell
    values: Sequence[Cell]
    key: str | None
    columns: Sequence[Column] = ()
    placing: Placing | None = None


class LikelyRow(Struct, frozen=True):
    """An unknown row with the line of a form it stands for, None for a stranger.

    It is `cut` where its label is but one of the lines that the official one is broken into.
    """

    row: ReadRow
    line: RowLine | None
    cut: bool


def may_be_row(row: Row, words: TableWords) -> bool:
    """Whether unknown words over blank cells alone may label a row of figures."""
    sense = row.senses[-1]
    if not row.values or sense.label:
        return False
    return sense.numbered or words.resembles_row(sense.key)


def likely_rows(rows: Sequence[ReadRow], words: TableWords) -> Iterator[LikelyRow]:
    """What each unknown row of `rows` is likely to be."""
    taken = {(row.name, row.key) for row in rows}
    for place, row in enumerate(rows):
        if row.key is None:
            whole = _cut(row, taken, words)
            line = whole or _line(rows, place, taken, words)
            if line:
                taken.add((row.name, line.line.key))
            yield LikelyRow(row, line, cut=whole is not None)


def _cut(
    row: ReadRow, taken: set[tuple[TableName, str | None]], words: TableWords
) -> RowLine | None:
    """The one missing row whose label holds that of a row in a table that lines of text show."""
    key = words.key(row.label.normal)
    if row.placing is None or row.placing.table.blanks_shown or len(key) < _PIECE:
        return None
    lines = {
        line.line.key: line
        for line in words.rows_with(key)
        if line.table == row.name and (row.name, line.line.key) not in taken
    }
    return next(iter(lines.values())) if len(lines) == 1 else None


def _line(
    rows: Sequence[ReadRow], place: int, taken: set[tuple[TableName, str | None]], words: TableWords
) -> RowLine | None:
    """The missing row that a label is like, or that is the only one between its neighbours."""
    row = rows[place]
    lines = {
        name: line
        for name, line in words.lines.get(row.name, {}).items()
        if (row.name, name) not in taken
    }
    labels: dict[str, str] = {}
    for line in lines.values():
        for known in line.line.keys:
            labels.setdefault(known, line.line.key)  # of two with one label the upper comes first
    key = most_like(row.label, labels, words, words.likeness)
    if key:
        return lines[key]
    between = _between(rows, place, words) & lines.keys()
    if len(between) != 1:
        return None
    only = lines[between.pop()]
    own = {label: one for label, one in labels.items() if one == only.line.key}
    like = most_like(row.label, own, words, words.likeness_between)
    return only if like or _has_number_of(only, row.label) else None


def _has_number_of(line: RowLine, label: Cell) -> bool:
    """Whether a label begins with the number of a form's row."""
    number = label_number(label.normal)
    return number != "" and number == label_number(normalise(line.line.label).text)


def _between(rows: Sequence[ReadRow], place: int, words: TableWords) -> set[str]:
    """The rows that some form has between the known neighbours of the row at `place`."""
    name = rows[place].name
    sides = (reversed(rows[:place]), rows[place + 1 :])
    before, after = (next((row.key for row in side if row.name == name), "") for side in sides)
    found: set[str] = set()
    for order in words.orders[name]:
        if (before == "" or before in order) and (after == "" or after in order):
            first = order.index(before) + 1 if before else 0
            found.update(order[first : order.index(after) if after else len(order)])
    return found
