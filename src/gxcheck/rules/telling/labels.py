"""How the rows, columns and figures of a form are told to people."""

from __future__ import annotations

from functools import lru_cache

from gxcheck.report.forms import Field, Form, Line, TableForm, annex_form
from gxcheck.rules.model import Lang
from gxcheck.rules.telling.phrases import phrase

__all__ = ["column_label", "figure_label", "line_name", "row_label", "short", "table_of"]


@lru_cache(maxsize=4096)
def figure_label(of: Form, path: str, lang: Lang) -> str:
    """A figure's place: 表二“（七）总计”行“自然人”列. A path that is no figure is told as it is."""
    found = _tables_by_path(of).get(path)
    if found is None:
        return path
    table, field = found
    kind = {"annex": "annex_figure", "litigation": "outcome"}.get(table.name, "figure")
    return phrase(
        "places",
        kind,
        lang,
        table=table.label[lang],
        row=short(field.row),
        column=short(field.column),
        figure=field.english,
    )


def row_label(table: TableForm, key: str, lang: Lang) -> str:
    """The label of a row: 表二“（七）总计”行. A key that is no row is told as it is."""
    return _line_label(table, "row", table.rows, key, lang)


def column_label(table: TableForm, key: str, lang: Lang) -> str:
    """The label of a column: 表二“自然人”列. A key that is no column is told as it is."""
    columns = tuple(column for block in table.blocks for column in block.columns)
    return _line_label(table, "column", columns, key, lang)


def _line_label(table: TableForm, kind: str, lines: tuple[Line, ...], key: str, lang: Lang) -> str:
    line = next((line for line in lines if line.key == key), None)
    if line is None:
        return key
    words = short(line.label) if lang == "zh" else line.english
    return phrase("places", kind, lang, table=table.label[lang], **{kind: words})


def short(label: str) -> str:
    """A label without the note in brackets at its end."""
    note = label.find("（", 1)
    return label[:note] if note > 0 and label.endswith("）") else label


def table_of(of: Form, path: str) -> tuple[TableForm, Field] | None:
    """The table of a figure and its field; the annex is known to every edition."""
    return _tables_by_path(of).get(path)


@lru_cache(maxsize=16)
def _tables_by_path(of: Form) -> dict[str, tuple[TableForm, Field]]:
    found: dict[str, tuple[TableForm, Field]] = {}
    for table in (*of.tables.values(), annex_form()):
        for path, field in table.fields.items():
            found.setdefault(path, (table, field))
    return found


def line_name(of: Form, table: str, key: str, axis: str, lang: Lang) -> str:
    """A row or a column that a rule looks at, without its table: “自然人”列."""
    lines = [line for block in of.tables[table].blocks for line in getattr(block, axis)]
    line = next(line for line in lines if line.key == key)
    words = short(line.label) if lang == "zh" else line.english
    return phrase("instances", "row" if axis == "rows" else "column", lang, label=words)
