"""Figures that stand a cell too far, or in two cells: found by the one move that mends all sums."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from gxcheck.report.figures import Figure
from gxcheck.report.forms import TableForm
from gxcheck.report.model import Report
from gxcheck.rules.checks.figures.handled import Count, Grid, adds_up, grid_of
from gxcheck.rules.checks.tables.found import line_words
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation

__all__ = ["Move", "cells_shifted", "move_between"]


class Move(Struct, frozen=True):
    """How a row became what it is: the kind of move, and the column where it begins."""

    kind: str
    column: int


def cells_shifted(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The row of applications that one move of neighbouring cells mends, with all sums."""
    table = context.form.tables["applications"]
    grid = context.once(grid_of)
    if grid.is_sound:
        return
    moves = {
        key: found for key, found in _moves(grid).items() if not _has_words(table, key, context)
    }
    failing = {key: found for key, found in moves.items() if not adds_up(grid.rows[key])}
    candidates = failing or moves
    if len(candidates) == 1:
        ((key, (move, repaired)),) = candidates.items()
        yield _violation(table, key, move, grid.rows[key], repaired, context)


def _has_words(table: TableForm, key: str, context: Context) -> bool:
    """Whether words stand in a cell of a row, so that none can have been lost there."""
    paths = (table.path(key, column.key) for column in table.blocks[0].columns)
    return any(context.figures[path].state == "text" for path in paths)


def _moves(grid: Grid) -> dict[str, tuple[Move, list[int]]]:
    """The rows that a move would mend: what the columns ask for, where that adds up as well."""
    moves: dict[str, tuple[Move, list[int]]] = {}
    for key, row in grid.rows.items():
        expected = grid.expected(key)
        if expected is None or expected == row or min(expected) < 0 or not adds_up(expected):
            continue
        move = move_between(row, expected)
        if move and grid.adds_up_with(key, expected):
            moves[key] = (move, expected)
    return moves


def move_between(row: list[Count], right: list[int]) -> Move | None:
    """The single move that made `row` of `right`, if there is one.

    Two neighbours changed places; a figure was parted over two cells; a cell was lost, so that
    those after it moved left; a cell was put in, so that those after it moved right.
    """
    for kind, is_made in _KINDS.items():
        for column in range(len(row) - 1):
            if row[:column] == right[:column] and is_made(row, right, column):
                return Move(kind, column)
    return None


def _swapped(row: list[Count], right: list[int], at: int) -> bool:
    return row[at] != row[at + 1] and (
        [row[at + 1], row[at], *row[at + 2 :]] == right[at:] and None not in row
    )


def _parted(row: list[Count], right: list[int], at: int) -> bool:
    first, second, rest = row[at], row[at + 1], row[at + 2 :]
    if not first or second is None:
        return False
    together = int(f"{first}{second}")
    in_place = ([together, 0, *rest], [0, together, *rest])
    return right[at:] in in_place or [together, *rest] == right[at:-1]


def _lost(row: list[Count], right: list[int], at: int) -> bool:
    return not row[-1] and [0, *row[at:-1]] == right[at:]


def _inserted(row: list[Count], right: list[int], at: int) -> bool:
    return row[at] == 0 and row[at + 1 :] == right[at:-1]


_KINDS: Mapping[str, Callable[[list[Count], list[int], int], bool]] = {
    "swapped": _swapped,
    "parted": _parted,
    "lost": _lost,
    "inserted": _inserted,
}
"""The kinds of moves, which are the variants of the message, in the order they are tried."""


def _violation(
    table: TableForm,
    key: str,
    move: Move,
    row: Sequence[Count],
    repaired: Sequence[int],
    context: Context,
) -> Violation:
    columns = table.blocks[0].columns
    changed = [n for n, value in enumerate(row) if value != repaired[n]]
    figures = [context.figures[table.path(key, columns[n].key)] for n in changed]
    places = [figure.location for figure in figures if figure.location]
    line = next(line for line in table.rows if line.key == key)
    return Violation(
        places[0] if places else None,
        values={
            "table": table.label[context.lang],
            "row": line_words(line, context.lang),
            "read": _told([context.figures[table.path(key, c.key)] for c in columns]),
            "repaired": " ".join(map(str, repaired)),
            "column": line_words(columns[move.column], context.lang),
            "next": line_words(columns[move.column + 1], context.lang),
        },
        related=tuple(places[1:]),
        place=f"applications.{key}",
        variant=move.kind,
    )


def _told(figures: Sequence[Figure]) -> str:
    return " ".join(figure.raw.strip() or "□" for figure in figures)
