"""Edits of tables that seed a fault: cells, rows and columns, found by the figures' own places.

tests/test_reports.py holds the reading of the clean reports, whose places these are, to the truth.
"""

import re
from typing import Any

from clean_reports import review_of, text_of
from drafts import Draft, NotHereError
from gxcheck.document.model import Cell, Table
from gxcheck.rules.values import figures_of


def cells(draft: Draft, edit: dict[str, Any]) -> None:
    """{cells: {path: n to add, or words to put there}, least: what must stand there}."""
    figures = figures_of(review_of(draft.name).report)
    changes = []
    for path, change in edit["cells"].items():
        figure = figures.get(path)
        if figure is None or figure.state != "number" or figure.value < edit.get("least", 0):
            raise NotHereError
        digits = re.search(r"[-+]?[\d.]+", figure.raw)
        assert digits
        new = change if isinstance(change, str) else str(figure.value + change)
        start = figure.location.offset + digits.start()
        assert draft.text.startswith(digits[0], start), path
        changes.append((start, start + len(digits[0]), new))
    for start, end, new in sorted(changes, reverse=True):
        draft.put(start, end, new)
    draft.at = min(start for start, _, _ in changes)


def _rows(draft: Draft, path: str) -> tuple[Table, int, int]:
    """The table, its row and the place in the row where a figure stands."""
    report = review_of(draft.name).report
    figure = figures_of(report).get(path)
    if figure is None or figure.location is None or draft.text != text_of(draft.name):
        raise NotHereError
    table = report.document.blocks[figure.location.block]
    assert isinstance(table, Table)
    row = figure.location.row or 0
    return table, row, [c.location.cell for c in table.rows[row]].index(figure.location.cell)


def _begin(draft: Draft, offset: int) -> int:
    """The start of the line, where only marks of the table stand before."""
    line = draft.text.rfind("\n", 0, offset) + 1
    before = re.sub(r"\[bookmark:[^\]]*\]", "", draft.text[line:offset])
    return line if not before.strip("| \t　") else offset


def drop_row(draft: Draft, edit: dict[str, Any]) -> None:
    """{drop_row: path of any of its figures}: with its label."""
    table, row, _ = _rows(draft, edit["drop_row"])
    cells = table.rows[row]
    if len(table.rows) > 1:
        first, after = cells[0], table.rows[row + 1][0] if row + 1 < len(table.rows) else None
    else:  # a cell a line: where rows end is not marked
        figures = _indices(draft, edit["drop_row"], cells)
        first = cells[min(figures) - (2 if edit["drop_row"].startswith("annex.") else 1)]
        after = cells[max(figures) + 1] if max(figures) + 1 < len(cells) else None
    last = cells[-1]
    end = (last.location.offset or 0) + len(last.text)
    end = re.compile(r"[ |]*\n?").match(draft.text, end).end()
    if after:
        end = _begin(draft, after.location.offset or 0)
    draft.put(_begin(draft, first.location.offset or 0), end, "")


def _indices(draft: Draft, told: str, cells: tuple[Cell, ...]) -> list[int]:
    """Where in a table whose cells are all in one row the figures of one of its rows stand."""
    prefix, row = told.rpartition(".")[0], not told.startswith("annex.")
    own = {
        figure.location.cell
        for path, figure in figures_of(review_of(draft.name).report).items()
        if figure.location and (path.startswith(prefix + ".") if row else path == told)
    }
    return [index for index, cell in enumerate(cells) if cell.location.cell in own]


def drop_column(draft: Draft, edit: dict[str, Any]) -> None:
    """{drop_column: column of table three, label: its words}: never the last column."""
    figures = figures_of(review_of(draft.name).report)
    spans = []
    for path, figure in figures.items():
        own = path.startswith("applications.") and path.endswith(edit["drop_column"])
        if own and figure.state != "absent":
            table, row, at = _rows(draft, path)
            spans.append([cell.location.offset for cell in table.rows[row][at : at + 2]])
    if not spans:
        raise NotHereError
    cells = [cell for row in table.rows for cell in row]
    label = next(n for n, cell in enumerate(cells) if cell.normal == edit["label"])
    spans.append([cell.location.offset for cell in cells[label : label + 2]])
    for start, end in sorted(spans, reverse=True):
        bookmark = draft.text.rfind("[bookmark", start, end)
        draft.put(start, end if bookmark < 0 else bookmark, "")


def drop_table(draft: Draft, edit: dict[str, Any]) -> None:
    """{drop_table: path of any of its figures}."""
    table, _, _ = _rows(draft, edit["drop_table"])
    start = _begin(draft, table.rows[0][0].location.offset or 0)
    last = table.rows[-1][-1]
    end = (last.location.offset or 0) + len(last.text)
    draft.put(start, re.compile(r"[ |]*").match(draft.text, end).end(), "")


def zero(draft: Draft, edit: dict[str, Any]) -> None:
    """{zero: true}: every figure of the report is 0."""
    figures = figures_of(review_of(draft.name).report).values()
    told = [figure for figure in figures if figure.state == "number" and figure.value]
    if not told:
        raise NotHereError
    for figure in sorted(told, key=lambda f: -f.location.offset):
        draft.put(figure.location.offset, figure.location.offset + len(figure.raw), "0")
