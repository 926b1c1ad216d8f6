"""The columns of a table, found by their labels in a header of one or several rows.

A column that belongs under a group (商业企业 … 其他 under 法人或其他组织) stands where the group
stands among the others, whichever way the source shows merged cells. Words that are no column of
the form keep their place, so that the columns beside them are not shifted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from gxcheck.document.model import Cell
from gxcheck.report.model import TableName
from gxcheck.report.table_words import TableWords

__all__ = ["Column", "Header", "assign", "header_of", "most_like"]


@dataclass(frozen=True)
class Column:
    """One column as printed: the cell of its label and the form's key, None where unknown."""

    cell: Cell
    key: str | None
    similar: bool = False


class Header:
    """The columns of one table, gathered row by row from its header."""

    def __init__(self, table: TableName, words: TableWords) -> None:
        self.table = table
        self._words = words
        self._known = words.columns[table]
        self._child_keys = words.children[table]
        self._before: list[Column] = []
        self._children: list[Column] = []
        self._after: list[Column] = []
        self._grouped = False

    @property
    def columns(self) -> list[Column]:
        """The columns in the order of the cells below them."""
        return [*self._before, *self._children, *self._after]

    def add(self, cells: Iterable[Cell]) -> None:
        """Take one more row of the header."""
        words, known = self._words, self._known
        keyed = [(cell, words.key(cell.normal)) for cell in cells]
        below = self._grouped and any(known.get(key) in self._child_keys for _, key in keyed)
        for cell, key in keyed:
            if key in words.column_groups:
                self._grouped = True
            elif key and key not in words.captions and cell.normal not in words.headers:
                self._place(Column(cell, known.get(key)), below)

    def _place(self, column: Column, below_group: bool) -> None:
        if below_group or (self._grouped and column.key in self._child_keys):
            self._children.append(column)
        else:
            (self._after if self._grouped else self._before).append(column)

    def resolved(self) -> list[Column]:
        """The columns, unknown words taken for the missing column that they are most like.

        Words that stay unknown before the first column head the rows' labels, not figures.
        """
        missing = set(self._known.values()) - {column.key for column in self.columns}
        columns = self.columns
        for place, column in enumerate(columns):
            if column.key is None:
                candidates = {k: key for k, key in self._known.items() if key in missing}
                key = most_like(column.cell, candidates, self._words, self._words.likeness_between)
                if key:
                    missing.discard(key)
                    columns[place] = Column(column.cell, key, similar=True)
        first = next((place for place, column in enumerate(columns) if column.key), 0)
        return columns[first:]


def header_of(cells: Iterable[Cell], words: TableWords) -> TableName | None:
    """The table whose header these cells are, None where they are no header."""
    keys = {words.key(cell.normal) for cell in cells}
    if keys.isdisjoint(words.column_keys):
        return None
    counts = {table: len(keys & columns.keys()) for table, columns in words.columns.items()}
    if counts["litigation"] >= 2 and counts["litigation"] > counts["applications"]:
        return "litigation"
    if counts["applications"] >= 2:
        return "applications"
    if counts["proactive"]:
        return "proactive"
    if counts["annex"] and keys & words.captions:
        return "annex"
    return None


def most_like(
    cell: Cell, candidates: Mapping[str, str], words: TableWords, least: float
) -> str | None:
    """The key among `candidates` (label key → key) whose label the cell's words are most like."""
    label = words.key(cell.normal)
    scored = ((fuzz.ratio(label, known), key) for known, key in candidates.items())
    score, key = max(scored, default=(0.0, ""))
    return key if label and score >= least else None


def assign(
    columns: Sequence[Column], values: Sequence[Cell], spans_known: bool
) -> Iterator[tuple[Column, Cell]]:
    """The cell of each column in a row; a column without a cell is left out."""
    if len(values) > len(columns) == 1:
        values = [next((cell for cell in values if cell.normal), values[0])]
    if len(values) == len(columns) or not spans_known:
        yield from zip(columns, values, strict=False)
        return
    for column in columns:
        first = column.cell.column
        below = [
            cell
            for cell in values
            if cell.column < first + column.cell.column_span
            and first < cell.column + cell.column_span
        ]
        if below:
            yield column, next((cell for cell in below if cell.normal), below[0])
