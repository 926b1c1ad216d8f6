"""The official forms, loaded from rules/forms/: sections, tables, rows, columns, units."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, TypeAlias, cast

from msgspec import Struct

from gxcheck.lazy import lazy
from gxcheck.patterns import own_pattern
from gxcheck.report.declarations import declaration
from gxcheck.report.labels import label_key
from gxcheck.report.lineage import EDITIONS, Edition
from gxcheck.report.model import TableName

__all__ = [
    "NO_END",
    "Addition",
    "BlockForm",
    "Field",
    "Form",
    "Line",
    "SectionForm",
    "TableForm",
    "annex_form",
    "figure_path",
    "form",
    "load_form",
]

Kind: TypeAlias = Literal["count", "money"]
Label: TypeAlias = Mapping[str, str]
"""Words for people by language: zh, en."""
NO_END = 9999
"""Stands for the last year of a form that is in force."""


class Field(Struct, frozen=True):
    """One figure of a form: its path in the report, its labels, unit and kind."""

    path: str
    row: str
    column: str
    unit: str
    kind: Kind
    signed: bool
    english: str

    @property
    def is_count(self) -> bool:
        """Whether the figure counts things, so that it is whole."""
        return self.kind == "count"


class Line(Struct, frozen=True):
    """A row or a column of a form: its key in paths, official label and the other words for it."""

    key: str
    label: str
    english: str
    keys: tuple[str, ...]  # of its official label first (see `label_key`)
    group: str | None = None
    parent: str | None = None
    unit: str | None = None
    kind: Kind = "count"
    signed: bool = False

    @property
    def official(self) -> str:
        """The official label as it is compared."""
        return self.keys[0]


class BlockForm(Struct, frozen=True):
    """Rows that share their columns, under one header."""

    header: str
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]


def figure_path(table: str, row: str, column: str) -> str:
    """The path in a report of the figure in a row and a column of a table, by their keys."""
    if table == "annex":
        return f"annex.{row}"
    return f"{row}.{column}" if table == "litigation" else f"{table}.{row}.{column}"


class TableForm(Struct, frozen=True, eq=False, dict=True):
    """One table of a form: `label` for people, `title` as printed over it.

    `captions` and `column_groups` are keys of labels, `groups` labels as printed. `unit` is that of
    all its figures that have none of their own; `first_year` the first that reports are on with it.
    """

    name: TableName
    label: Label
    title: Label
    blocks: tuple[BlockForm, ...]
    captions: frozenset[str]
    groups: tuple[str, ...]
    column_groups: frozenset[str]
    unit: str | None
    first_year: int

    def path(self, row: str, column: str) -> str:
        """The path of the figure in a row and a column, by their keys."""
        return figure_path(self.name, row, column)

    @lazy
    def rows(self) -> tuple[Line, ...]:
        """All rows of all blocks."""
        return tuple(row for block in self.blocks for row in block.rows)

    @lazy
    def fields(self) -> Mapping[str, Field]:
        """Every figure of the table by its path."""
        fields = (
            _field(self, row, column)
            for block in self.blocks
            for row in block.rows
            for column in block.columns
        )
        return {field.path: field for field in fields}


class SectionForm(Struct, frozen=True, dict=True):
    """A section that the form requires: its role, title, and how else it is called.

    `official` and `synonyms` are keys of titles, `like` patterns of titles in normal dress; `table`
    is the one that the section holds.
    """

    role: str
    title: str
    official: frozenset[str]
    synonyms: frozenset[str]
    like: tuple[str, ...]
    table: str | None

    @lazy
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """The patterns that tell the section's role from a title in normal dress."""
        return tuple(map(own_pattern, self.like))


class Addition(SectionForm, frozen=True):
    """A section known to be added locally; `belongs_to` names the role whose content it tells."""

    name: Label
    belongs_to: str | None


class Form(Struct, frozen=True, eq=False, dict=True):
    """The form of one edition: the norm that issued it, and the years that reports are on with it.

    `last_year` is `NO_END` while it is in force.
    """

    edition: Edition
    norm: str
    first_year: int
    last_year: int
    sections: tuple[SectionForm, ...]
    additions: tuple[Addition, ...]
    tables: Mapping[str, TableForm]

    @lazy
    def fields(self) -> Mapping[str, Field]:
        """Every figure of the form by its path in the report."""
        return {
            path: field for table in self.tables.values() for path, field in table.fields.items()
        }


@cache
def form(edition: Edition) -> Form:
    """The shipped form of an edition."""
    return load_form(declaration(edition))


@cache
def annex_form() -> TableForm:
    """The 统计表 of 2008, whose parts stand in reports of later editions too."""
    return form(EDITIONS[0]).tables["annex"]


def load_form(data: Mapping[str, Any]) -> Form:
    """A form from its declaration."""
    years = data["years"]
    return Form(
        edition=data["edition"],
        norm=data["norm"],
        first_year=years["from"],
        last_year=years.get("to", NO_END),
        sections=tuple(SectionForm(**_section(item)) for item in data["sections"]),
        additions=tuple(_addition(item) for item in data.get("additions", ())),
        tables={
            name: _table(cast("TableName", name), item) for name, item in data["tables"].items()
        },
    )


def _section(item: Mapping[str, Any]) -> dict[str, Any]:
    titles = [item["title"], *item.get("official", ())]
    return {
        "role": item["role"],
        "title": item["title"],
        "official": frozenset(map(label_key, titles)),
        "synonyms": frozenset(map(label_key, item.get("synonyms", ()))),
        "like": tuple(item.get("like", ())),
        "table": item.get("table"),
    }


def _addition(item: Mapping[str, Any]) -> Addition:
    first, *others = item["titles"]
    section = _section({**item, "title": first, "synonyms": others})
    return Addition(**section, name=item["name"], belongs_to=item.get("belongs_to"))


def _table(name: TableName, item: Mapping[str, Any]) -> TableForm:
    groups = item.get("groups")
    return TableForm(
        name=name,
        label=item["label"],
        title=item["name"],
        blocks=tuple(_blocks(item)),
        captions=frozenset(map(label_key, item.get("captions", ()))),
        groups=tuple(groups) if isinstance(groups, list) else (),
        column_groups=frozenset(map(label_key, item.get("column_groups", ()))),
        unit=item.get("unit"),
        first_year=item.get("from", 0),
    )


def _blocks(item: Mapping[str, Any]) -> list[BlockForm]:
    if "blocks" not in item:
        rows = item["rows"] if "rows" in item else item["groups"]
        return [BlockForm("", _lines(rows), _lines(item["columns"]))]
    return [
        BlockForm(block["header"], _lines(block["rows"]), _lines(block["columns"]))
        for block in item["blocks"]
    ]


def _lines(items: Mapping[str, Mapping[str, Any]]) -> tuple[Line, ...]:
    return tuple(_line(key, item) for key, item in items.items())


def _line(key: str, item: Mapping[str, Any]) -> Line:
    words = [item["label"], *item.get("synonyms", ())]
    return Line(
        key=key,
        label=item["label"],
        english=item["en"],
        keys=tuple(map(label_key, words)),
        group=item.get("group"),
        parent=item.get("parent"),
        unit=item.get("unit"),
        kind=item.get("kind", "count"),
        signed=item.get("signed", False),
    )


def _field(table: TableForm, row: Line, column: Line) -> Field:
    money = "money" in (row.kind, column.kind)
    return Field(
        path=table.path(row.key, column.key),
        row=row.label,
        column=column.label,
        unit=row.unit or column.unit or table.unit or "",
        kind="money" if money else "count",
        signed=column.signed,
        english=row.english if table.name == "annex" else f"{row.english}, {column.english}",
    )
