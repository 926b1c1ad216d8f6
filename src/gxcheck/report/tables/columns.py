"""The columns of a table, found by their labels in a header of one or several rows.

A column that belongs under a group (商业企业 … 其他 under 法人或其他组织) stands where the group
stands among the others, whichever way the source shows merged cells. Words that are no column of
the form keep their place, so that the columns beside them are not shifted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from gxcheck.document.model import Cell, Table
from gxcheck.report.model import TableName
from gxcheck.report.tables.senses import Sense
from gxcheck.report.tables.words import TableWords

__all__ = ["Column", "Header", "assign", "header_of", "most_like"]


_BLANK_AND_TOTAL = 2
_ORDERED = 3  # columns from which their order tells which one bears another label


class Column(Struct, frozen=True):
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
        words = self._words
        row: list[Column | None] = []
        for cell in cells:
            key = words.key(cell.normal)
            if key in words.column_groups:
                row.append(None)
            elif key and not (key in words.over_columns or cell.normal in words.headers):
                row.append(Column(cell, self._known.get(key)))
        for place, column in enumerate(row):
            if column is None:
                self._grouped = True
            elif self._grouped and self._is_child(row, place):
                self._children.append(column)
            else:
                (self._after if self._grouped else self._before).append(column)

    def _is_child(self, row: Sequence[Column | None], place: int) -> bool:
        """Whether a column belongs under the group; unknown words go with the next one known."""
        sides = (*row[place:], *reversed(row[:place]))
        key = next((column.key for column in sides if column and column.key), None)
        return key in self._child_keys

    def resolved(self) -> list[Column]:
        """The columns, unknown words taken for the missing column that they are most like.

        Words that stay unknown before the first column head the rows' labels, not figures.
        """
        columns = self._joined()
        for place, column in enumerate(columns):
            if column.key is None:
                missing = self._missing(columns, place)
                key = self._cut_short(columns[place:], missing) or most_like(
                    column.cell, missing, self._words, self._words.likeness_between
                )
                key = key or self._only_open(columns, place, missing)
                if key:
                    columns[place] = Column(column.cell, key, similar=True)
        of_figures = (bool(one.key or self._begun(one, self._known)) for one in columns)
        first = next((place for place, known in enumerate(of_figures) if known), 0)
        return columns[first:]

    def _only_open(
        self, columns: Sequence[Column], place: int, missing: Mapping[str, str]
    ) -> str | None:
        """The one column missing, where all others stand around `place` in the form's order.

        Unknown words before all others may head the rows' labels.
        """
        order = list(dict.fromkeys(self._known.values()))
        if len(set(missing.values())) != 1 or len(order) < _ORDERED:
            return None
        (key,) = set(missing.values())
        told = [key if at == place else column.key for at, column in enumerate(columns)]
        first = next((at for at, one in enumerate(columns) if one.key), 0)
        return key if place > first and told[first:] == order else None

    def _missing(self, columns: Sequence[Column], place: int) -> dict[str, str]:
        """The labels of the columns that are lost from the group of the one at `place`."""
        keys = set(self._known.values())
        size = len(keys) if len(columns) % len(keys) == 0 else len(columns)
        first = place - place % size
        beside = {column.key for column in columns[first : first + size]}
        return {label: key for label, key in self._known.items() if key not in beside}

    def _cut_short(self, columns: Sequence[Column], missing: Mapping[str, str]) -> str | None:
        """The missing column of whose label only the first words are left, by some web pages.

        Where they begin several labels (本年新制作数量, 本年新公开数量), as many columns must be so
        called; these are in the form's order.
        """
        words = self._words.key(columns[0].cell.normal)
        begun = self._begun(columns[0], missing)
        same = [one for one in columns if self._words.key(one.cell.normal) == words]
        return begun[0] if len(set(begun)) == len(same) else None

    def _begun(self, column: Column, labels: Mapping[str, str]) -> list[str]:
        """The keys of the labels that begin with the words of a column."""
        words = self._words.key(column.cell.normal)
        return [key for label, key in labels.items() if words and label.startswith(words)]

    def _joined(self) -> list[Column]:
        """The columns, words that a line end parted in two cells put together again."""
        columns: list[Column] = []
        for column in self.columns:
            if column.key is None and columns and columns[-1].key is None:
                first = columns[-1].cell
                parted = self._words.key(first.normal + column.cell.normal)
                if parted in self._known:
                    columns[-1] = Column(first, self._known[parted])
                    continue
            columns.append(column)
        return columns


def header_of(senses: Iterable[Sense], words: TableWords) -> TableName | None:
    """The table whose header these cells are, None where they are no header."""
    keys = {sense.key for sense in senses}
    if keys.isdisjoint(words.column_keys):
        return None
    grouped = not keys.isdisjoint(words.column_groups)
    counts = {table: len(keys & columns.keys()) for table, columns in words.columns.items()}
    if counts["litigation"] >= 2 and counts["litigation"] > counts["applications"]:
        return "litigation"
    if counts["applications"] + grouped >= 2:
        return "applications"
    if counts["proactive"]:
        return "proactive"
    if counts["annex"] and keys & words.captions:
        return "annex"
    return None


def most_like(
    cell: Cell, candidates: Mapping[str, str], words: TableWords, least: float
) -> str | None:
    """The key among `candidates` (label key → key) whose label the cell's words are most like.

    None where none is at least `least` like them, or two are as much.
    """
    from rapidfuzz import fuzz  # slow to import, and most labels are known

    label = words.key(cell.normal)
    scored = [(fuzz.ratio(label, known), key) for known, key in candidates.items()]
    score, key = max(scored, default=(0.0, ""))
    if not label or score < least:
        return None
    return key if all(other == key for like, other in scored if like == score) else None


def assign(
    columns: Sequence[Column], values: Sequence[Cell], table: Table
) -> Iterator[tuple[Column, Cell]]:
    """The cell of each column in a row of `table`; a column without a cell is left out.

    Where the source is a mere stream of cells, or shows no blank ones, and a row has too few of
    them, none can be placed.
    """
    if len(values) < len(columns) and len(values) == sum(bool(column.key) for column in columns):
        columns = [column for column in columns if column.key]
    elif len(columns) == 1 < len(values):
        values = [next((cell for cell in values if cell.normal), values[0])]
    elif not table.spans_known and columns and values:
        values = _without_padding(_beside_label(columns, values), len(columns))
    if len(values) == len(columns):
        yield from zip(columns, values, strict=True)
    elif _is_total_alone(columns, values, table):
        yield from ((column, values[0]) for column in columns[:-1])
        yield columns[-1], values[1]
    elif table.spans_known:
        yield from _by_place(columns, values)
    elif len(table.rows) > 1 and table.blanks_shown and len(values) < len(columns):
        yield from zip(columns, values, strict=False)


def _is_total_alone(columns: Sequence[Column], values: Sequence[Cell], table: Table) -> bool:
    """Whether a source that hides spans shows one blank cell for all columns but the total's.

    Then no row of the table has a label and a cell for each column.
    """
    if table.spans_known or len(values) != _BLANK_AND_TOTAL or values[0].normal:
        return False
    return columns[-1].key == "total" and max(map(len, table.rows)) <= len(columns)


def _beside_label(columns: Sequence[Column], values: Sequence[Cell]) -> Sequence[Cell]:
    """Figures without the blank cells of a merged label, which stand before the first column.

    Where the header is that of another table of pages, which counts its columns by itself, places
    say nothing.
    """
    header, first = columns[0].cell.location, values[0].location
    if first.page is not None and header.block != first.block:
        return values
    merged = columns[0].cell.column - values[0].column
    blanks = next((place for place, cell in enumerate(values) if cell.normal), len(values))
    return values[max(0, min(merged, blanks)) :]


def _without_padding(values: Sequence[Cell], count: int) -> Sequence[Cell]:
    """At least `count` figures, without the blank cells that end rows in some sources.

    They follow the row's figures; those before the first are of the row above.
    """
    while len(values) > count and not values[-1].normal:
        values = values[:-1]
    while len(values) > count and not values[0].normal:
        values = values[1:]
    return values


def _by_place(columns: Sequence[Column], values: Sequence[Cell]) -> Iterator[tuple[Column, Cell]]:
    """The cell below each column in a grid whose spans are known."""
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
