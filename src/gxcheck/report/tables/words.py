"""The labels of all forms' tables, indexed: which row, column or group a cell names.

Tables are read before the edition is known, so the words of all editions are taken together; a
field has one path in all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from gxcheck.data import read_yaml
from gxcheck.document.normalise import normalise
from gxcheck.report.form_set import FormSet, shipped_forms
from gxcheck.report.forms import BlockForm, Line, TableForm
from gxcheck.report.labels import label_key, normal_key
from gxcheck.report.model import TableName

__all__ = ["RowLine", "TableWords", "table_words"]

_GROUP = 4  # characters by which groups are looked up
_DIGITS = "0123456789"


class RowLine(Struct, frozen=True):
    """A row that a label may mean: the table and the line of the form."""

    table: TableName
    line: Line


class TableWords(Struct, frozen=True):
    """All labels of all forms by their keys (see `report.labels`).

    By label: the `rows` that it may mean, the keys of `columns` by table, the `outcome_groups` of
    reviews and lawsuits. `lines` are the rows of each table by their names. As sets of labels:
    `column_keys` of all columns, `groups` of rows, `column_groups` over columns, `captions` over
    the labels of rows, `proactive_captions` of section two, `over_columns` all that stands above
    columns, `headers` of blocks (as printed), `remarks` of a column beside the figures, `labels`
    all but headers.

    `parents` are the keys of rows that others belong under, `children` the columns under a group.
    `orders` and `column_orders` have the keys of rows and of columns as each form orders them.
    `prefixes` has groups by their first characters, for labels that tell their group too. `texts`
    are all labels in normal dress, a line each.

    `likeness` (0 to 100) is that of a label in other words, `likeness_between` of one between its
    neighbours; `longest` label and `longest_noted`, with notes in brackets, in characters.
    """

    rows: Mapping[str, tuple[RowLine, ...]]
    lines: Mapping[TableName, Mapping[str, RowLine]]
    parents: frozenset[str]
    orders: Mapping[TableName, tuple[tuple[str, ...], ...]]
    columns: Mapping[TableName, Mapping[str, str]]
    column_orders: Mapping[TableName, frozenset[tuple[str, ...]]]
    column_keys: frozenset[str]
    children: Mapping[TableName, frozenset[str]]
    column_groups: frozenset[str]
    groups: frozenset[str]
    prefixes: Mapping[str, tuple[str, ...]]
    outcome_groups: Mapping[str, str]
    labels: frozenset[str]
    captions: frozenset[str]
    proactive_captions: frozenset[str]
    over_columns: frozenset[str]
    headers: frozenset[str]
    remarks: frozenset[str]
    texts: str
    likeness: int
    likeness_between: int
    longest: int
    longest_noted: int

    def key(self, normal: str) -> str:
        """The key of a label, empty where the text is too long to be one.

        A label that tells its group as well (不予公开-1.属于国家秘密) has the key of its own words.
        """
        key = normal_key(normal) if len(normal) <= self.longest else self._noted_key(normal)
        if key[:_GROUP] in self.prefixes and key not in self.labels:
            return self._without_group(key) or key
        return key

    def _noted_key(self, normal: str) -> str:
        """The key of a label that only its notes in brackets make long; empty for prose."""
        if len(normal) > self.longest_noted or "(" not in normal[: self.longest]:
            return ""
        key = normal_key(normal)
        return key if len(key) <= self.longest else ""

    def _without_group(self, key: str) -> str:
        """The own words of a label that begins with those of groups; empty if they are unknown."""
        for group in self.prefixes.get(key[:_GROUP], ()):
            if key.startswith(group):
                rest = key[len(group) :].lstrip(_DIGITS)
                return rest if rest in self.labels else self._without_group(rest)
        return ""

    def is_row(self, normal: str) -> bool:
        """Whether this labels a row of some form."""
        return self.key(normal) in self.rows

    def is_own_row(self, normal: str, *, numbered: bool = False) -> bool:
        """Whether this labels a row of some form, and no column or columns of any.

        Columns are not `numbered`.
        """
        key = self.key(normal)
        heads = (key in self.column_keys and not numbered) or key in self.outcome_groups
        return key in self.rows and not heads

    def rows_with(self, piece: str) -> Iterator[RowLine]:
        """The rows with a label that has the key `piece` in it."""
        for key, lines in self.rows.items():
            if piece in key:
                yield from lines

    def is_row_elsewhere(self, key: str, table: TableName) -> bool:
        """Whether a key is that of a row, but only of other tables than this."""
        lines = self.rows.get(key, ())
        return bool(lines) and all(line.table != table for line in lines)

    def resembles_row(self, key: str) -> bool:
        """Whether a key is like that of a row's label of some form, a slip of the pen aside."""
        from rapidfuzz import fuzz  # slow to import, and most labels are known

        return any(fuzz.ratio(key, known) >= self.likeness for known in self.rows)

    def is_piece(self, normal: str) -> bool:
        """Whether words are a piece of a label, its notes included; one character is the last."""
        return (normal if len(normal) > 1 else f"{normal}\n") in self.texts

    def is_label(self, normal: str) -> bool:
        """Whether this labels a row, a column or a group of some form."""
        return self.key(normal) in self.labels or normal in self.headers


def table_words(forms: FormSet | None = None) -> TableWords:
    """The words of the forms; without any of those shipped."""
    return (forms or shipped_forms()).once(_table_words)


def _table_words(forms: FormSet) -> TableWords:
    tables = [table for form in forms.forms for table in form.tables.values()]
    settings = read_yaml("figures.yml")
    rows = _rows(tables)
    columns = {table.name: _columns(tables, table.name) for table in tables}
    groups = _union(frozenset(map(label_key, table.groups)) for table in tables)
    captions = _union(table.captions for table in tables)
    column_groups = _union(table.column_groups for table in tables)
    return TableWords(
        rows=rows,
        lines=_lines(rows),
        parents=frozenset(line.parent for t in tables for line in t.rows if line.parent),
        orders={name: _orders(tables, name) for name in columns},
        columns=columns,
        column_orders={name: _column_orders(tables, name) for name in columns},
        column_keys=frozenset().union(*columns.values()),
        children={table.name: _children(table) for table in tables},
        column_groups=column_groups,
        groups=groups,
        prefixes=_prefixes(groups | column_groups),
        outcome_groups=_outcome_groups(rows),
        labels=frozenset(rows).union(groups, captions, column_groups, *columns.values()) - {""},
        captions=captions,
        proactive_captions=_union(t.captions for t in tables if t.name == "proactive"),
        over_columns=captions.union(_outcome_groups(rows)),
        headers=frozenset(normalise(b.header).text for b in _blocks(tables) if b.header),
        remarks=frozenset(map(label_key, settings["remarks"])),
        texts=_texts(tables),
        likeness=settings["likeness"]["label"],
        likeness_between=settings["likeness"]["between"],
        longest=settings["longest_label"],
        longest_noted=settings["longest_noted_label"],
    )


def _texts(tables: Iterable[TableForm]) -> str:
    """The labels of rows and columns and of their groups in normal dress, each on a line."""
    lines = [line for t in tables for line in (*t.rows, *(c for b in t.blocks for c in b.columns))]
    groups = {group for table in tables for group in (*table.groups, *table.column_groups)}
    labels = {line.label for line in lines} | {line.group for line in lines if line.group}
    return "\n".join(normalise(label).text for label in sorted(labels | groups)) + "\n"


def _prefixes(groups: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The keys of groups by their first characters, the longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for group in sorted(filter(None, groups), key=len, reverse=True):
        found[group[:_GROUP]] = (*found.get(group[:_GROUP], ()), group)
    return found


def _orders(tables: Iterable[TableForm], name: TableName) -> tuple[tuple[str, ...], ...]:
    """The keys of a table's rows in their official order, one for each form that has it."""
    return tuple(tuple(line.key for line in table.rows) for table in tables if table.name == name)


def _outcome_groups(rows: Mapping[str, tuple[RowLine, ...]]) -> dict[str, str]:
    return {
        key: line.line.key
        for key, lines in rows.items()
        for line in lines
        if line.table == "litigation"
    }


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _blocks(tables: Iterable[TableForm]) -> list[BlockForm]:
    return [block for table in tables for block in table.blocks]


def _rows(tables: Iterable[TableForm]) -> dict[str, tuple[RowLine, ...]]:
    found: dict[str, dict[tuple[str, str], RowLine]] = {}
    for table in tables:
        for line in table.rows:
            for key in line.keys:
                found.setdefault(key, {}).setdefault(
                    (table.name, line.key), RowLine(table.name, line)
                )
    return {key: tuple(lines.values()) for key, lines in found.items()}


def _lines(rows: Mapping[str, Sequence[RowLine]]) -> dict[TableName, dict[str, RowLine]]:
    """The rows of each table by what they are called in a report."""
    found: dict[TableName, dict[str, RowLine]] = {}
    for one in chain.from_iterable(rows.values()):
        found.setdefault(one.table, {})[one.line.key] = one
    return found


def _columns(tables: Iterable[TableForm], name: TableName) -> dict[str, str]:
    return {
        key: column.key
        for block in _blocks(table for table in tables if table.name == name)
        for column in block.columns
        for key in column.keys
    }


def _column_orders(tables: Iterable[TableForm], name: TableName) -> frozenset[tuple[str, ...]]:
    """The keys of the columns of a table's blocks in their official order."""
    blocks = _blocks(table for table in tables if table.name == name)
    return frozenset(tuple(column.key for column in block.columns) for block in blocks)


def _children(table: TableForm) -> frozenset[str]:
    return frozenset(c.key for block in table.blocks for c in block.columns if c.group)
