"""Forms as others change them: a province's own declaration, and more words for what is there.

Changes are made to copies of the declarations under rules/forms/, which are then read as ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from functools import cache
from typing import TypeAlias, cast, get_args

from gxcheck.refusals import RefusedError, nearest
from gxcheck.report.declarations import Declaration, declaration, merged
from gxcheck.report.form_set import FormSet
from gxcheck.report.forms import figure_path, load_form
from gxcheck.report.labels import label_key
from gxcheck.report.lineage import EDITIONS, Edition
from gxcheck.report.model import TableName
from gxcheck.report.tables.build import figure_paths, part_classes

__all__ = ["FormChanges", "FormError"]

Path: TypeAlias = "tuple[str | int, ...]"
_AXES = ("columns", "rows", "groups")


class FormError(RefusedError):
    """A change that cannot be made; `path` leads to it."""

    group = "form"

    def __init__(self, key: str, path: Sequence[str | int], /, **values: object) -> None:
        self.path = tuple(path)
        super().__init__(key, **values)


class FormChanges:
    """Gathers changes to the forms of all editions; the shipped ones stay as they are."""

    def __init__(self) -> None:
        self._declared: dict[Edition, Declaration] = {
            edition: deepcopy(declaration(edition)) for edition in EDITIONS
        }

    def take(self, change: Declaration) -> None:
        """A form of its own, or with `extends` what differs from that edition's.

        Raises `FormError` for a figure that reports do not have, for patterns, which are not
        taken from others, and where something is missing.
        """
        change = deepcopy(change)
        base: Edition | None = change.pop("extends", None)
        edition = cast("Edition", change.setdefault("edition", base))
        _check_sections(change)
        for name, path in _lines_without_figure(change):
            hint = nearest(name, sorted(_rows_of_reports()))
            raise FormError("no_figures", path, name=name, hint=hint)
        if base is not None:
            change = merged(self._declared[base], change)
        _check_lines(change)
        try:
            load_form(change)
        except KeyError as error:
            raise FormError("lacks", (), name=error.args[0]) from None
        self._declared[edition] = change

    def call(self, name: str, words: Sequence[str]) -> None:
        """More words for a row, a column or a section, in every form that has it.

        `name` is `applications.received`, `applications.natural_person`, `sections.overview`…
        Raises `FormError` where there is nothing of that name, and for a word that is empty or
        means something else already.
        """
        found = False
        for declared in self._declared.values():
            named = list(_named(declared))
            for place, word in enumerate(words):
                _check(word, name, named, ("synonyms", name, place))
            for item in (item for other, item in named if other == name):
                found = True
                list_name = "titles" if "titles" in item else "synonyms"
                item[list_name] = [*item.get(list_name, ()), *words]
        if not found:
            choices = {one for each in self._declared.values() for one, _ in _named(each)}
            hint = nearest(name, sorted(choices))
            raise FormError("unknown", ("synonyms", name), name=name, hint=hint)

    def forms(self) -> FormSet:
        """The forms with all changes."""
        return FormSet({edition: load_form(one) for edition, one in self._declared.items()})


def _check_sections(declared: Declaration) -> None:
    for part in ("sections", "additions"):
        for place, item in enumerate(declared.get(part, ())):
            if "like" in item:
                raise FormError("shipped_patterns", (part, place, "like"))


def _check_lines(declared: Declaration) -> None:
    """Refuse a line left out of a form which has not got it, and one that has no figures."""
    for table, item in declared["tables"].items():
        for path, block in _blocks(table, item):
            lines = {axis: _lines(block, axis) for axis in _AXES}
            for axis, key in [
                (a, k) for a in _AXES for k, line in lines[a].items() if line is None
            ]:
                raise FormError("nothing_left_out", (*path, axis, key), name=key)
            rows, columns = (*lines["rows"], *lines["groups"]), lines["columns"]
            for key in columns:
                if not any(_is_figure(table, row, key) for row in rows):
                    raise FormError("no_column", (*path, "columns", key), name=key)
            for key in lines["groups"]:
                if not any(_is_figure(table, key, column) for column in columns):
                    hint = nearest(key, sorted(part_classes))
                    raise FormError("no_figures", (*path, "groups", key), name=key, hint=hint)


def _is_figure(table: str, row: str, column: str) -> bool:
    return figure_path(table, row, column) in _figures_of_reports()


def _lines(block: Declaration, axis: str) -> Declaration:
    lines = block.get(axis)
    return lines if isinstance(lines, dict) else {}


def _check(
    word: str, name: str, named: Iterable[tuple[str, Declaration]], path: Sequence[str | int]
) -> None:
    key = label_key(word)
    if not key:
        raise FormError("no_words", path, word=word)
    kind = name.partition(".")[0]
    for other, item in named:
        same_kind = other.partition(".")[0] == kind and "parent" not in item
        if other != name and same_kind and key in map(label_key, _words_of(item)):
            raise FormError("means_other", path, word=word, other=other)


def _words_of(item: Declaration) -> Iterator[str]:
    for key in ("label", "title"):
        if key in item:
            yield item[key]
    for key in ("official", "synonyms", "titles"):
        yield from item.get(key, ())


def _named(declared: Declaration) -> Iterator[tuple[str, Declaration]]:
    """Everything of a form that has words, by name."""
    for item in (*declared["sections"], *declared.get("additions", ())):
        yield f"sections.{item['role']}", item
    for table, item in declared["tables"].items():
        for block in item.get("blocks", (item,)):
            for axis in _AXES:
                for key, line in _lines(block, axis).items():
                    yield f"{table}.{key}", line


def _lines_without_figure(declared: Declaration) -> Iterator[tuple[str, Path]]:
    """The rows of a declaration that no field of a report could hold, each with its path."""
    for table, item in declared.get("tables", {}).items():
        for path, block in _blocks(table, item):
            for key in block.get("rows") or ():
                if f"{table}.{key}" not in _rows_of_reports():
                    yield f"{table}.{key}", (*path, "rows", key)


def _blocks(table: str, item: Declaration) -> Iterator[tuple[Path, Declaration]]:
    """The blocks of a table, or itself where it has none, each with its path."""
    if "blocks" not in item:
        yield ("tables", table), item
    for place, block in enumerate(item.get("blocks", ())):
        yield ("tables", table, "blocks", place), block


@cache
def _figures_of_reports() -> frozenset[str]:
    """The paths of all figures that a report can have."""
    return frozenset(path for name, one in part_classes.items() for path in figure_paths(one, name))


def _rows_of_reports() -> set[str]:
    """The names of all rows that a report can have figures of."""
    rows = {
        path if path.startswith("annex.") else path.rpartition(".")[0]
        for path in _figures_of_reports()
    }
    tables = get_args(TableName)
    return {row for row in rows if row.partition(".")[0] in tables}
