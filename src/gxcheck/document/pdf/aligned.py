"""Tables without ruling lines: figures that stand below each other, with words to their left.

Only what is plainly a table is taken for one: two rows or more whose figures stand in the same
columns. Lines of words between them are labels that wrap, and go with the figures beside them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from gxcheck.document.pdf.drafts import CellDraft, TableDraft
from gxcheck.document.pdf.lines import Line, join, text_of
from gxcheck.document.pdf.page import Box, Glyph, Page, union

__all__ = ["aligned_tables"]

_GAP = 0.95
_FIGURE = re.compile(r"[-+−]?\d[\d,.]*[%％]?|[/／—–-]+|[无零]")
_NEAR = 2.6
_LEAST_ROWS = 2
_LEAST_FIGURES = 4
_STACKED = 1.45
_LABEL = 40


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that stand apart from others in their line."""

    text: str
    box: Box

    @property
    def is_figure(self) -> bool:
        """Whether it is a number or a mark for none."""
        return _FIGURE.fullmatch(self.text) is not None


@dataclass(slots=True)
class _Row:
    """A line, taken apart."""

    line: Line
    pieces: list[_Piece]

    def figures(self) -> list[_Piece]:
        """The figures at its right end."""
        found: list[_Piece] = []
        for piece in reversed(self.pieces):
            if not piece.is_figure:
                break
            found.insert(0, piece)
        return found

    def words(self) -> list[_Piece]:
        """What stands before them."""
        return self.pieces[: len(self.pieces) - len(self.figures())]


@dataclass(slots=True)
class _Entry:
    """A row of the table in the making: its words, and its figure in each column."""

    words: list[_Piece]
    figures: dict[int, _Piece] = field(default_factory=dict)


def aligned_tables(
    page: Page, lines: Sequence[Line], is_mark: Callable[[str], object]
) -> Iterator[Line | TableDraft]:
    """The lines of a page, those that form a table as that table."""
    rows = [_Row(line, _pieces(line)) for line in lines]
    place = 0
    while place < len(rows):
        end = _end(rows, place, is_mark)
        table = _table(page, rows[place:end], is_mark) if end > place else None
        if table:
            yield table
            place = end
        else:
            yield rows[place].line
            place += 1


def _pieces(line: Line) -> list[_Piece]:
    groups: list[list[Glyph]] = [[line.glyphs[0]]]
    for before, glyph in pairwise(line.glyphs):
        if glyph.left - before.right > _GAP * line.size:
            groups.append([])
        groups[-1].append(glyph)
    return [
        _Piece(text_of(group, line.size), union([Box(*glyph[1:5]) for glyph in group]))
        for group in groups
    ]


def _end(rows: Sequence[_Row], start: int, is_mark: Callable[[str], object]) -> int:
    """Where a table that begins at `start` ends; `start` itself where none begins there."""
    if len(rows[start].pieces) < 2:
        return start
    end, figures, edge = start, 0, 0
    while end < len(rows):
        row = rows[end]
        if end > start:
            apart = row.line.base - rows[end - 1].line.base
            if apart > _NEAR * max(row.line.size, rows[end - 1].line.size):
                break
        if row.figures() and (row.words() or len(row.pieces) > 1):
            figures += 1
            edge = end + 1
        elif len(row.pieces) == 1 and len(row.line.text) > _LABEL:
            break
        end += 1
    if figures < _LEAST_ROWS:
        return start
    last = rows[edge - 1]
    while edge < end and _is_tail(rows[edge], rows[edge - 1], last, is_mark):
        edge += 1
    return edge


def _is_tail(row: _Row, above: _Row, last: _Row, is_mark: Callable[[str], object]) -> bool:
    """Whether a line goes on with the label of the last row, which is right `above` or near it."""
    return (
        row.line.base - above.line.base <= _STACKED * row.line.size
        and len(row.pieces) == 1
        and abs(row.line.left - last.line.left) < row.line.size / 2
        and row.line.right <= last.figures()[0].box.left
        and not is_mark(row.line.text)
    )


def _table(page: Page, rows: Sequence[_Row], is_mark: Callable[[str], object]) -> TableDraft | None:
    columns = _columns([piece.box for row in rows for piece in row.figures()])
    filled = [row for row in rows if row.figures()]
    most = max(len(row.figures()) for row in filled)
    figures = sum(len(row.figures()) for row in filled)
    if len(columns) != most or figures < _LEAST_FIGURES:
        return None
    first = next(place for place, row in enumerate(rows) if row.figures())
    while first and not rows[first].words() and _is_label(rows[first - 1], columns):
        first -= 1
    entries = [_Entry(pieces) for pieces in _stacked(rows[:first])]
    entries += _entries(rows[first:], columns, is_mark)
    return _draft(page, entries, columns)


def _is_label(row: _Row, columns: Sequence[tuple[float, float]]) -> bool:
    return len(row.pieces) == 1 and row.line.right <= columns[0][0]


def _columns(boxes: Sequence[Box]) -> list[tuple[float, float]]:
    """The stretches that figures stand in, those that overlap as one."""
    found: list[tuple[float, float]] = []
    for box in sorted(boxes):
        if found and box.left < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], box.right))
        else:
            found.append((box.left, box.right))
    return found


def _stacked(rows: Sequence[_Row]) -> list[list[_Piece]]:
    """The header's rows; words close below others in the same place go on with them."""
    found: list[list[_Piece]] = []
    last: _Row | None = None
    for row in rows:
        close = last and row.line.base - last.line.base <= _STACKED * row.line.size
        if close and all(_above(piece, found[-1]) is not None for piece in row.pieces):
            for piece in row.pieces:
                place = _above(piece, found[-1])
                if place is not None:
                    upper = found[-1][place]
                    box = union([upper.box, piece.box])
                    found[-1][place] = _Piece(upper.text + piece.text, box)
        else:
            found.append(list(row.pieces))
        last = row
    return found


def _above(piece: _Piece, pieces: Sequence[_Piece]) -> int | None:
    """Which of `pieces` alone stands over `piece`."""
    over = [
        place
        for place, other in enumerate(pieces)
        if other.box.left < piece.box.right and piece.box.left < other.box.right
    ]
    return over[0] if len(over) == 1 else None


def _entries(
    rows: Sequence[_Row], columns: Sequence[tuple[float, float]], is_mark: Callable[[str], object]
) -> list[_Entry]:
    """The rows below the header, each with the lines that its label takes."""
    entries: list[_Entry] = []
    waiting: list[_Piece] = []
    for row in rows:
        words, figures = row.words(), row.figures()
        if not figures:
            if len(words) > 1 or words[0].box.right > columns[0][0]:
                entries += [_Entry(waiting)] if waiting else []
                entries.append(_Entry(words))
                waiting = []
            elif waiting and not is_mark(row.line.text):
                waiting = _with(waiting, words)
            elif entries and not waiting and not is_mark(row.line.text) and len(words) == 1:
                entries[-1].words = _with(entries[-1].words, words)
            else:
                entries += [_Entry(waiting)] if waiting else []
                waiting = words
            continue
        if waiting and words and is_mark(words[0].text):
            entries.append(_Entry(waiting))
        elif waiting:
            words = _with(waiting, words) if words else waiting
        waiting = []
        placed = {_column(piece, columns): piece for piece in figures}
        entries.append(_Entry(words, placed))
    return entries + ([_Entry(waiting)] if waiting else [])


def _with(words: list[_Piece], more: Sequence[_Piece]) -> list[_Piece]:
    """Words whose last piece goes on in those of another line."""
    if not words or not more:
        return [*words, *more]
    last = words[-1]
    text = join([last.text, *(piece.text for piece in more)])
    return [*words[:-1], _Piece(text, union([last.box, *(piece.box for piece in more)]))]


def _column(piece: _Piece, columns: Sequence[tuple[float, float]]) -> int:
    middle = (piece.box.left + piece.box.right) / 2
    return min(
        range(len(columns)),
        key=lambda place: max(columns[place][0] - middle, middle - columns[place][1], 0.0),
    )


def _draft(
    page: Page, entries: Sequence[_Entry], columns: Sequence[tuple[float, float]]
) -> TableDraft:
    """The table: words at the left in as many columns as they take, then the figures'."""
    left = columns[0][0]
    wide = max([1, *(len(entry.words) for entry in entries if entry.figures)])
    table = TableDraft(page.number, Box(0, 0, 0, 0), [], len(entries), [], page.number, ruled=False)
    for number, entry in enumerate(entries):
        if entry.figures:
            placed = _label_cells(entry.words, wide)
            blank = Box(left, *union([p.box for p in entry.figures.values()])[1:])
            placed += [
                (entry.figures.get(place) or _Piece("", blank), wide + place, 1)
                for place in range(len(columns))
            ]
        else:
            placed = _header_cells(entry.words, columns, wide)
        table.cells += [
            CellDraft(piece.text, number, column, 1, span, page.number, page.turned(piece.box))
            for piece, column, span in placed
        ]
    table.box = union([cell.box for cell in table.cells])
    return table


def _label_cells(words: Sequence[_Piece], wide: int) -> list[tuple[_Piece, int, int]]:
    """Label cells, the last one over all columns that are left."""
    last = len(words) - 1
    return [
        (piece, place, wide - place if place == last else 1) for place, piece in enumerate(words)
    ]


def _header_cells(
    words: Sequence[_Piece], columns: Sequence[tuple[float, float]], wide: int
) -> list[tuple[_Piece, int, int]]:
    """The words of a header above the columns that they stand over."""
    placed: list[tuple[_Piece, int, int]] = []
    for piece in words:
        if (piece.box.left + piece.box.right) / 2 < columns[0][0] - 1:
            place = min(len(placed), wide - 1)
            placed.append((piece, place, 1))
            continue
        over = [
            place
            for place, (start, end) in enumerate(columns)
            if piece.box.left < end and start < piece.box.right
        ] or [_column(piece, columns)]
        placed.append((piece, wide + over[0], over[-1] - over[0] + 1))
    return placed
