"""What the labels of a row may mean: groups of outcomes, a header, a row of figures."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from gxcheck.report.model import TableName
from gxcheck.report.tables.outcomes import Group
from gxcheck.report.tables.rows import Row
from gxcheck.report.tables.words import RowLine, TableWords

__all__ = ["Reading", "ends_header", "names_groups"]


class Reading(Struct, frozen=True):
    """What a row with labels may be.

    `filled`: it has values; `line`: its last label is that of a row; `header`: the labels before
    that one are a table's columns; `whole`: all of them are; `groups`: of outcomes, among them.
    """

    row: Row
    filled: bool
    line: RowLine | None
    header: TableName | None
    whole: TableName | None
    groups: Sequence[Group]


def names_groups(row: Row, words: TableWords) -> bool:
    """Whether a row has the words of several groups of outcomes, and not one figure."""
    return not row.figures and all(sense.key in words.over_columns for sense in row.senses)


def ends_header(name: TableName, row: Row, words: TableWords) -> bool:
    """Whether the last label of a row is that of a column: known, or one that comes again."""
    *above, last = [sense.key for sense in row.senses]
    return last in words.columns[name] or last in above
