"""The columns of a table, found by their labels in a header of one or several rows.

A column that belongs under a group (商业企业 … 其他 under 法人或其他组织) stands where the group
stands among the others, whichever way the source shows merged cells. Words that are no column of
the form keep their place, so that the columns beside them are not shifted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from gxcheck.document.model import Cell, Table
from gxcheck.lazy import lazy
from gxcheck.report.model import TableName
from gxcheck.report.tables.cells import unit_in_label
from gxcheck.report.tables.senses import Sense
from gxcheck.report.tables.words import TableWords

__all__ = ["Column", "Header", "comes_again", "fills_spans", "header_of", "most_like"]

_SEVERAL = 3  # cells of one that is merged


class Column(Struct, frozen=True, dict=True):
    """One column as printed: the cell of its label and the form's key, None where unknown."""

    cell: Cell
    key: str | None
    similar: bool = False

    @lazy
    def unit(self) -> str | None:
        """The unit that its label tells in brackets."""
        return unit_in_label(self.cell.normal)


class Header:
    """The columns of one table, gathered row by row from its header.

    Where its source `fills_spans`, a label over several columns stands over each of them.
    """

    def __init__(self, table: TableName, words: TableWords, fills_spans: bool) -> None:
        self.table = table
        self._fills_spans = fills_spans
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
        """Whether a column belongs under the group; unknown words go with the next one known.

        Where the row has all columns of the group, unknown words are none of them.
        """
        column = row[place]
        keys = {other.key for other in row if other}
        if column and column.key is None and self._child_keys <= keys:
            return False
        sides = (*row[place:], *reversed(row[:place]))
        key = next((column.key for column in sides if column and column.key), None)
        return key in self._child_keys

    def resolved(self, below: Sequence[Cell] = ()) -> list[Column]:
        """The columns, unknown words taken for the missing column that they are most like.

        Words that stay unknown before the first column head the rows' labels, not figures; the
        cells of figures `below` tell where one of them heads these.
        """
        columns = self._in_order(self._joined(), below)
        for place, column in enumerate(columns):
            if column.key is None:
                missing = self._missing(columns, place)
                key = self._cut_short(columns[place:], missing) or most_like(
                    column.cell, missing, self._words, self._words.likeness_between
                )
                if key:
                    columns[place] = Column(column.cell, key, similar=True)
        of_figures = (bool(one.key or self._begun(one, self._known)) for one in columns)
        first = next((place for place, known in enumerate(of_figures) if known), 0)
        return columns[first:]

    def _in_order(self, columns: list[Column], below: Sequence[Cell]) -> list[Column]:
        """The columns, unknown or doubled ones taken for those missing at their places.

        Most of the others must stand around them in the order of some form. Unknown words before
        all others may head the rows' labels.
        """
        keys = [column.key for column in columns]
        every = self._words.column_orders[self.table]
        if self._are_told(keys, every):
            return columns
        first = next((place for place, key in enumerate(keys) if key), len(keys))
        if first and _from_first_figure(below) == len(keys) - first + 1:
            first -= 1
        lead, told = columns[:first], columns[first:]
        if any(self._words.key(column.cell.normal) in self._words.remarks for column in told):
            return columns
        official = _only_order(told, every)
        return [*lead, *map(_called, told, official)] if official else columns

    def _are_told(
        self, keys: Sequence[str | None], every: Collection[Sequence[str | None]]
    ) -> bool:
        """Whether all columns are known, and none comes twice that should not."""
        if None in keys:
            return False
        if len(set(keys)) == len(keys) or _is_repeated(keys, every):
            return True
        return self._fills_spans and tuple(key for key, _ in groupby(keys)) in every

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

    def _without_groups(self) -> list[Column]:
        """The columns without cells of unknown words that span others, which stand below them."""
        columns = self.columns
        groups = [one for one in columns if one.key is None and _heads_others(one.cell, columns)]
        if not groups:
            return columns
        kept = [one for one in columns if one not in groups]
        return sorted(kept, key=lambda one: one.cell.column)

    def _joined(self) -> list[Column]:
        """The columns, words that a line end parted in two cells put together again."""
        columns: list[Column] = []
        for column in self._without_groups():
            if column.key is None and columns and columns[-1].key is None:
                first = columns[-1].cell
                parted = self._words.key(first.normal + column.cell.normal)
                if parted in self._known:
                    columns[-1] = Column(first, self._known[parted])
                    continue
            columns.append(column)
        return columns


def _only_order(
    columns: Sequence[Column], orders: Iterable[tuple[str, ...]]
) -> tuple[str, ...] | None:
    """The order that columns are in, once or several times; None where several may be meant."""
    found = {
        order * (len(columns) // len(order))
        for order in orders
        if len(columns) % len(order) == 0 and _are_like(columns, order)
    }
    return found.pop() if len(found) == 1 else None


def _called(column: Column, key: str) -> Column:
    """A column as that of a key, in other words if it is known as none."""
    return column if column.key == key else Column(column.cell, key, similar=True)


def _from_first_figure(cells: Sequence[Cell]) -> int:
    """How many cells there are from the first with text to the last."""
    places = [place for place, cell in enumerate(cells) if cell.normal]
    return places[-1] - places[0] + 1 if places else len(cells)


def _is_repeated(keys: Sequence[str | None], orders: Iterable[Sequence[str | None]]) -> bool:
    """Whether keys are those of an order, several times."""
    return any(list(keys) == [*order] * (len(keys) // len(order)) for order in orders)


def _are_like(columns: Sequence[Column], order: Sequence[str]) -> bool:
    """Whether columns stand in an order, or several times in it, but for some that are misnamed."""
    size = len(order)
    groups = (columns[first : first + size] for first in range(0, len(columns), size))
    return all(_is_like([column.key for column in group], order) for group in groups)


def _is_like(keys: Sequence[str | None], order: Sequence[str]) -> bool:
    """Whether keys are those of an order, but for the lesser part: unknown ones, or doubled."""
    right = {key for key, known in zip(keys, order, strict=True) if key == known}
    others = [key for key, known in zip(keys, order, strict=True) if key != known]
    doubled = [key for key in others if key]
    return right.issuperset(doubled) and len(others) <= len(right) > len(doubled)


def _heads_others(cell: Cell, columns: Iterable[Column]) -> bool:
    """Whether a cell spans columns of the form."""
    if cell.column_span == 1:
        return False
    last = cell.column + cell.column_span
    return any(one.key and cell.column <= one.cell.column < last for one in columns)


def fills_spans(table: Table) -> bool:
    """Whether a table's source shows a merged cell as several with its text.

    There is a row then, the title of others, whose cells all have the same words.
    """
    return any(
        len(row) >= _SEVERAL
        and row[0].text == row[1].text != ""
        and len({cell.text for cell in row}) == 1
        and not row[0].text.isdigit()
        for row in table.rows
    )


def comes_again(columns: Sequence[Column]) -> bool:
    """Whether some column stands among others twice."""
    return len(columns) > len({column.key for column in columns})


def header_of(senses: Iterable[Sense], words: TableWords) -> TableName | None:
    """The table whose header these cells are, None where they are no header."""
    keys = {sense.key for sense in senses}
    if keys.isdisjoint(words.column_keys):
        return "proactive" if len(keys) > 1 and keys & words.proactive_captions else None
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
