"""The rows of a table ruled on all sides, whose merged cells interrupt the rules and borders."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from gxcheck.document.text.borders import BARS, CORNERS, UPRIGHT
from gxcheck.document.text.lines import Span
from gxcheck.document.text.tables.canvas import FILLED, Canvas, IsValue, are_rows, column_of
from gxcheck.patterns import own_pattern

__all__ = ["MARKS", "Grid", "is_rule"]

_CORNERS = frozenset(f"+{CORNERS}")
MARKS = frozenset(f"|{UPRIGHT}") | _CORNERS
_MARK = f"[|+{UPRIGHT}{CORNERS}]"
_RULE = own_pattern(rf"{_MARK}(?:[-={BARS}{FILLED}]+{_MARK})+")
_UPRIGHT = MARKS - _CORNERS
_LEAST_RULES = 1
_LEAST_BORDERS = 3


def is_rule(text: str) -> bool:
    """Whether a line is a rule from end to end, with a corner in it: one of pipes may be a row."""
    return text[:1] in MARKS and _RULE.fullmatch(text) is not None and _has_corner(text)


def _has_corner(rule: str) -> bool:
    return not _CORNERS.isdisjoint(rule)


class _Row(Struct, frozen=True):
    """The lines of a row, and the columns that a rule parts from the row above.

    Where a rule leaves some out, it is the first line, and cells from above go on there.
    """

    lines: Sequence[int]
    ruled: Collection[int]


class Grid:
    """A table by its lines and the columns in which its rules show the borders."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._rules = list(map(_rules_of, canvas.lines))
        self._bounds = self._borders()
        self._columns = range(len(self._bounds) - 1)
        self._cuts = self._cut_up() if len(self._bounds) >= _LEAST_BORDERS else {}

    def rows(self, is_value: IsValue) -> list[list[Span]]:
        """The whole grid: of a merged cell all is at its first place, others are blank.

        No rows where the lines do not have their borders where the rules have them.
        """
        if not self._cuts or sum(map(bool, self._rules)) < _LEAST_RULES:
            return []
        rows = list(self._ruled_off())
        if any(are_rows(self._columns_of(row.lines), is_value) for row in rows):
            rows = list(self._a_line_each(rows))
        return [row for row in self._grid(rows) if any(cell.end > cell.start for cell in row)]

    def _borders(self) -> list[int]:
        """The columns of all borders that the rules have."""
        marks = {
            column
            for line, rules in zip(self._canvas.lines, self._rules, strict=True)
            for start, end in rules
            for column in range(start, end)
            if line[column] in MARKS
        }
        return sorted(marks)

    def _cut_up(self) -> Mapping[int, Sequence[int]]:
        """Where the borders of each line with text stand; none where they do not fit the rules."""
        bounds, ends = set(self._bounds), (self._bounds[0], self._bounds[-1])
        marks = {
            line: [at for at, mark in enumerate(text) if mark in (MARKS if rules else _UPRIGHT)]
            for line, (text, rules) in enumerate(zip(self._canvas.lines, self._rules, strict=True))
            if rules != [(ends[0], ends[1] + 1)]
        }
        if all(bounds.issuperset(at) and ends == (at[0], at[-1]) for at in marks.values()):
            return dict.fromkeys(marks, self._bounds)
        counted = all(len(found) == len(self._bounds) for found in marks.values())
        return marks if counted else {}

    def _ruled_off(self) -> Iterator[_Row]:
        """The rows between the rules."""
        lines: list[int] = []
        ruled: Collection[int] = self._columns
        for line, rules in enumerate(self._rules):
            if not rules:
                lines.append(line)
                continue
            if lines:
                yield _Row(lines, ruled)
            lines = [line] if line in self._cuts else []
            ruled = self._covered(rules)
        if lines:
            yield _Row(lines, ruled)

    def _covered(self, rules: Sequence[tuple[int, int]]) -> Collection[int]:
        """The columns that the parts of a rule cover."""
        inside = {at for start, end in rules for at in range(start + 1, end)}
        return {column for column in self._columns if self._bounds[column] + 1 in inside}

    def _columns_of(self, lines: Iterable[int]) -> Iterator[Sequence[Span]]:
        """What stands in the columns of each of these lines that is no rule."""
        for line in lines:
            if not self._rules[line]:
                yield [self._piece(line, column, column + 1) for column in self._columns]

    def _a_line_each(self, rows: Sequence[_Row]) -> Iterator[_Row]:
        for row in rows:
            for line in row.lines:
                yield _Row((line,), row.ruled if line == row.lines[0] else self._columns)

    def _piece(self, line: int, first: int, last: int) -> Span:
        """What stands in a line from one column up to another."""
        cuts = self._cuts[line]
        return self._canvas.span(line, cuts[first] + 1, cuts[last])

    def _grid(self, rows: Sequence[_Row]) -> Iterator[list[Span]]:
        """Every place of the grid, with what belongs to its cell where that begins there."""
        owners = list(self._owners(rows))
        pieces: dict[int, list[Span]] = {}
        for row, cells in zip(rows, owners, strict=True):
            for line in row.lines:
                for cell, piece in self._pieces(line, row, cells):
                    pieces.setdefault(cell, []).append(piece)
        for row, cells in zip(rows, owners, strict=True):
            yield [
                column_of(pieces.pop(cell)) if cell in pieces else self._blank(row, column)
                for column, cell in enumerate(cells)
            ]

    def _owners(self, rows: Sequence[_Row]) -> Iterator[list[int]]:
        """For each row the numbers of the cells at its places."""
        above: list[int] = []
        count = 0
        for row in rows:
            cells: list[int] = []
            for column in self._columns:
                if above and column not in row.ruled:
                    cells.append(above[column])
                elif column and not self._is_parted(row, column):
                    cells.append(cells[-1])
                else:
                    cells.append(count)
                    count += 1
            yield cells
            above = cells

    def _is_parted(self, row: _Row, column: int) -> bool:
        """Whether a border stands before a column in any line of a row."""
        canvas = self._canvas.lines
        return any(
            canvas[line][self._cuts[line][column]] in MARKS
            for line in row.lines
            if not self._rules[line]
        )

    def _pieces(self, line: int, row: _Row, cells: Sequence[int]) -> Iterator[tuple[int, Span]]:
        """The cells of a line, each with what it has there; nothing where a rule stands."""
        ruled = row.ruled if self._rules[line] else ()
        for cell, columns in groupby(self._columns, key=cells.__getitem__):
            own = [column for column in columns if column not in ruled]
            if own:
                yield cell, self._piece(line, own[0], own[-1] + 1)

    def _blank(self, row: _Row, column: int) -> Span:
        piece = self._piece(row.lines[0], column, column + 1)
        return replace(piece, end=piece.start)


def _rules_of(line: str) -> list[tuple[int, int]]:
    """Where the parts of a line begin and end that are a rule."""
    return [found.span() for found in _RULE.finditer(line) if _has_corner(found[0])]
