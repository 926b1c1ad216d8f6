"""What the names of an expression stand for: the report, a row or column of a table, an item."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple, Protocol, cast

from msgspec import Struct

from gxcheck.report.figures import Figure
from gxcheck.report.forms import TableForm, annex_form, figure_path, form
from gxcheck.report.lineage import EDITIONS, Edition
from gxcheck.report.model import Report, TableName
from gxcheck.rules.language.nodes import FigureAt, Group, ItemFigure, Operand, PathOf
from gxcheck.rules.language.paths import TEXT, Kind, UnknownPathError, fields_of_class, follow
from gxcheck.rules.values import fields_of, paths_of

__all__ = [
    "FigureFacts",
    "ItemScope",
    "Line",
    "LineScope",
    "NotOnFormError",
    "ReportScope",
    "Scope",
    "figure_facts",
    "known_figures",
    "lines_of",
    "section_roles",
]


class NotOnFormError(Exception):
    """A figure that other editions have, or other rows of the table, but not this one."""


class Scope(Protocol):
    """What gives names their meaning."""

    def resolve(self, names: tuple[str, ...]) -> Operand:
        """What a dotted name stands for; raises `UnknownPathError` or `NotOnFormError`."""

    def choices(self) -> Iterable[str]:
        """The names there are."""


@cache
def _index(edition: Edition) -> Mapping[str, int]:
    return {path: index for index, path in enumerate(paths_of(edition))}


@cache
def known_figures() -> frozenset[str]:
    """All paths of figures, of every edition, and the groups above them."""
    known: set[str] = set()
    for edition in EDITIONS:
        for path in paths_of(edition):
            names = path.split(".")
            known.update(".".join(names[:end]) for end in range(1, len(names) + 1))
    return frozenset(known)


def _figure(edition: Edition, path: str, name: str) -> FigureAt | None:
    index = _index(edition).get(path)
    return None if index is None else FigureAt(index, name, path, fields_of(edition)[path].signed)


class ReportScope(Struct, frozen=True):
    """Names are paths of the report."""

    edition: Edition

    def resolve(self, names: tuple[str, ...]) -> Operand:
        """What a path of the report stands for."""
        path = ".".join(names)
        figure = _figure(self.edition, path, path)
        if figure:
            return figure
        kind = follow(Report, names)
        whole = PathOf("report", names, kind, path)
        if kind.sort not in ("figure", "part"):
            return whole
        below = [p for p in paths_of(self.edition) if p.startswith(f"{path}.")]
        found = [_figure(self.edition, p, p) for p in below]
        if found:
            return Group(path, tuple(figure for figure in found if figure), whole)
        if path in known_figures():  # which reads the forms of all editions
            raise NotOnFormError(path)
        return whole

    def choices(self) -> Iterable[str]:
        """The parts of the report."""
        return fields_of_class(Report)


class Line(NamedTuple):
    """A row or a column of a table, looked at by a rule."""

    table: str
    axis: Literal["rows", "columns"]
    key: str


class LineScope(Struct, frozen=True):
    """Names are the cells of one row by column, or of one column by row; else the report's."""

    edition: Edition
    line: Line

    def resolve(self, names: tuple[str, ...]) -> Operand:
        """What the name of a cell, a group of cells, or a path of the report stands for."""
        name = ".".join(names)
        figure = _figure(self.edition, self._path(name), name)
        if figure:
            return figure
        crossing = self._crossing(self.edition)
        below = [key for key in crossing if key.startswith(f"{name}.")]
        found = [_figure(self.edition, self._path(key), key) for key in below]
        figures = tuple(figure for figure in found if figure)
        if figures:
            return Group(name, figures)
        everywhere = {key for edition in EDITIONS for key in self._crossing(edition)}
        if any(key == name or key.startswith(f"{name}.") for key in everywhere):
            raise NotOnFormError(name)
        return self._outside(names, everywhere)

    def _outside(self, names: tuple[str, ...], everywhere: set[str]) -> Operand:
        groups = {key.split(".")[0] for key in everywhere}
        if names[0] in groups:
            raise UnknownPathError(".".join(names), sorted(everywhere))
        try:
            return ReportScope(self.edition).resolve(names)
        except UnknownPathError as error:
            if error.word != names[0]:
                raise
            raise UnknownPathError(names[0], [*everywhere, *groups, *error.choices]) from None

    def choices(self) -> Iterable[str]:
        """The keys of the line's cells."""
        return self._crossing(self.edition)

    def _crossing(self, edition: Edition) -> Sequence[str]:
        axis: Literal["rows", "columns"] = "columns" if self.line.axis == "rows" else "rows"
        return _keys(edition, self.line.table, axis)

    def _path(self, name: str) -> str:
        row, column = (self.line.key, name) if self.line.axis == "rows" else (name, self.line.key)
        return figure_path(self.line.table, row, column)


class FigureFacts(Struct, frozen=True):
    """What the form says of a figure, for rules that look at each figure."""

    path: str
    label: str
    kind: Literal["count", "money"]
    signed: bool
    official_unit: str
    table: TableName


@cache
def figure_facts(edition: Edition) -> tuple[FigureFacts, ...]:
    """The facts of every figure, in the order of the flat row."""
    tables = {
        path: table.name
        for table in (*form(edition).tables.values(), annex_form())
        for path in table.fields
    }
    return tuple(
        FigureFacts(path, field.row, field.kind, field.signed, field.unit, tables[path])
        for path, field in fields_of(edition).items()
    )


class ItemScope(Struct, frozen=True):
    """Names are the fields of the item at hand, else the report's.

    `part` is the item's class; None for the figures and for the paragraphs.
    """

    edition: Edition
    each: str
    part: type[object] | None = None

    def resolve(self, names: tuple[str, ...]) -> Operand:
        """What a field of the item, or a path of the report, stands for."""
        own = self._own()
        if names[0] not in own:
            try:
                return ReportScope(self.edition).resolve(names)
            except UnknownPathError as error:
                raise UnknownPathError(error.word, [*own, *error.choices]) from None
        if self.part is not None:
            return PathOf("item", names, follow(self.part, names), ".".join(names))
        if len(names) > 1:
            raise UnknownPathError(names[1], ())
        return own[names[0]]

    def choices(self) -> Iterable[str]:
        """The fields of the item."""
        return self._own()

    def _own(self) -> Mapping[str, Operand]:
        if self.each == "figures":
            return _figure_names()
        if self.each == "paragraphs":
            roles = ("", "title", "preamble", "signature", *section_roles())
            return {
                "text": PathOf("item", (0, "normal"), TEXT, "text"),
                "section": PathOf("item", (1,), Kind("text", choices=roles), "section"),
            }
        fields = fields_of_class(cast("Hashable", self.part)) if self.part else {}
        return {name: PathOf("item", (name,), kind, name) for name, kind in fields.items()}


@cache
def _figure_names() -> Mapping[str, Operand]:
    names: dict[str, Operand] = {"value": ItemFigure("value")}
    for position, owner in enumerate((Figure, FigureFacts)):
        for name, kind in fields_of_class(owner).items():
            if name not in ("value", "location"):
                names[name] = PathOf("item", (position, name), kind, name)
    return names


@cache
def section_roles() -> tuple[str, ...]:
    """The roles of sections in any edition."""
    roles = [s.role for e in EDITIONS for s in (*form(e).sections, *form(e).additions)]
    return tuple(dict.fromkeys(roles))


def lines_of(each: str, edition: Edition) -> list[Line] | None:
    """The rows or columns that `each` names; None where it names no rows or columns."""
    table, _, axis = each.partition(".")
    if axis not in ("rows", "columns") or table not in ("proactive", "applications", "litigation"):
        return None
    which: Literal["rows", "columns"] = "rows" if axis == "rows" else "columns"
    return [Line(table, which, key) for key in _keys(edition, table, which)]


@cache
def _keys(edition: Edition, table: str, axis: Literal["rows", "columns"]) -> tuple[str, ...]:
    found: TableForm | None = form(edition).tables.get(table)
    blocks = found.blocks if found else ()
    return tuple(dict.fromkeys(line.key for block in blocks for line in getattr(block, axis)))
