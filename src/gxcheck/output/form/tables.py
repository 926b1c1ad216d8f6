"""The tables of the official forms as grids: which cells there are, and how they are merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from gxcheck.output.form.words import layout
from gxcheck.report.forms import Line, TableForm

__all__ = ["Cell", "Grid", "table_grid"]

Kind: TypeAlias = Literal["label", "head", "band", "figure"]
Figures: TypeAlias = Mapping[str, str]


class Cell(Struct, frozen=True):
    """A cell of so many columns and rows. A band is shaded, a head centred."""

    text: str
    kind: Kind = "label"
    columns: int = 1
    rows: int = 1


class Grid(Struct, frozen=True):
    """A table: the widths of its columns, in each row the cells that begin there.

    Its first `header` rows are repeated on every page; `small` ones are set in smaller type, and
    a `whole` one goes to the next page where this one has no room for all of it.
    """

    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header: int = 0
    small: bool = False
    whole: bool = True


def table_grid(table: TableForm, figures: Figures) -> Grid:
    """A table of a form; `figures` has what is filled in already, by the paths of the figures."""
    return {
        "proactive": _proactive,
        "applications": _applications,
        "litigation": _litigation,
        "annex": _annex,
    }[table.name](table, figures)


def _widths(table: TableForm) -> tuple[int, ...]:
    return tuple(layout(table.name)["widths"])


def _figures(
    table: TableForm, row: Line, columns: Sequence[Line], figures: Figures
) -> Iterator[Cell]:
    for column in columns:
        yield Cell(figures.get(table.path(row.key, column.key), ""), "figure")


def _proactive(table: TableForm, figures: Figures) -> Grid:
    """A band for each item of the article, its columns below; the last one takes the rest."""
    widths = _widths(table)
    rows: list[tuple[Cell, ...]] = []
    for block in table.blocks:
        rows.append((Cell(block.header, "band", len(widths)),))
        rest = len(widths) - len(block.columns)
        heads = [Cell(layout("proactive")["content"], "head")]
        heads += [Cell(column.label, "head") for column in block.columns]
        rows.append(_stretched(heads, rest))
        for row in block.rows:
            cells = [Cell(row.label, "head"), *_figures(table, row, block.columns, figures)]
            rows.append(_stretched(cells, rest))
    return Grid(widths, tuple(rows))


def _stretched(cells: list[Cell], columns: int) -> tuple[Cell, ...]:
    """The cells, the last one as wide as so many columns."""
    return (*cells[:-1], replace(cells[-1], columns=columns))


def _applications(table: TableForm, figures: Figures) -> Grid:
    words = layout("applications")
    (block,) = table.blocks
    labels = len(_widths(table)) - len(block.columns)
    rows = list(_applicants(block.columns, words["note"], words["applicants"], labels))
    header = len(rows)
    results = sum(1 for row in block.rows if row.key not in words["apart"])
    begun: set[str] = set()
    for row in block.rows:
        cells: list[Cell] = []
        if row.key in words["apart"]:
            cells.append(Cell(row.label, columns=labels))
        else:
            if words["results"] not in begun:
                cells.append(Cell(words["results"], "head", rows=results))
            if row.group and row.group not in begun:
                size = sum(1 for other in block.rows if other.group == row.group)
                cells.append(Cell(row.group, "head", rows=size))
            cells.append(Cell(row.label, columns=1 if row.group else labels - 1))
            begun |= {words["results"], row.group or words["results"]}
        rows.append((*cells, *_figures(table, row, block.columns, figures)))
    return Grid(_widths(table), tuple(rows), header, small=True)


def _applicants(
    columns: Sequence[Line], note: str, applicants: str, labels: int
) -> Iterator[tuple[Cell, ...]]:
    """The three rows of the header: the note, all applicants, those in groups, each kind."""
    yield Cell(note, "label", labels, 3), Cell(applicants, "head", len(columns))
    second: list[Cell] = []
    for place, column in enumerate(columns):
        if column.group is None:
            second.append(Cell(column.label, "head", rows=2))
        elif place == 0 or columns[place - 1].group != column.group:
            size = sum(1 for other in columns if other.group == column.group)
            second.append(Cell(column.group, "head", size))
    yield tuple(second)
    lines = layout("applications")["lines"]
    grouped = (column.label for column in columns if column.group)
    yield tuple(Cell(lines.get(label, label), "head") for label in grouped)


def _litigation(table: TableForm, figures: Figures) -> Grid:
    """Reviews beside the two kinds of suits, all of the same outcomes, in one row of figures."""
    (block,) = table.blocks
    first, *suits = block.rows
    outcomes = [column.label for column in block.columns]
    size = len(outcomes)
    rows = (
        (
            Cell(first.label, "head", size),
            Cell(layout("litigation")["suits"], "head", size * len(suits)),
        ),
        (
            *(Cell(label, "head", rows=2) for label in outcomes),
            *(Cell(suit.label, "head", size) for suit in suits),
        ),
        tuple(Cell(label, "head") for _ in suits for label in outcomes),
        tuple(c for row in block.rows for c in _figures(table, row, block.columns, figures)),
    )
    return Grid(_widths(table), rows, len(rows) - 1, small=True)


def _annex(table: TableForm, figures: Figures) -> Grid:
    words = layout("annex")
    (block,) = table.blocks
    rows = [tuple(Cell(label, "head") for label in words["header"])]
    for row in block.rows:
        heading = words["headings"].get(row.key)
        if heading:
            rows.append((Cell(heading), Cell("", "head"), Cell(words["none"], "head")))
        unit = Cell(row.unit or "", "head")
        rows.append((Cell(row.label), unit, *_figures(table, row, block.columns, figures)))
    return Grid(_widths(table), tuple(rows), 1, whole=False)
