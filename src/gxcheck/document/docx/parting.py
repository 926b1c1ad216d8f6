"""Paragraphs parted at the line ends within them that do not stand in a sentence, and from tables.

A report pasted from elsewhere, or written by somebody who ends lines with Shift and Enter, has
its headings and its text in one paragraph; another is one table from its title to its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from gxcheck.document.docx.drafts import Draft, Grid, GridCell, Line, Piece
from gxcheck.document.line_ends import goes_on
from gxcheck.document.text_rows import text_rows
from gxcheck.document.typography import typography

__all__ = ["between", "parted"]


def parted(drafts: Iterable[Draft]) -> list[Draft]:
    """The paragraphs that those of the body are, tables with those that they hold."""
    return [part for draft in drafts for part in _parted(draft)]


def _parted(draft: Draft) -> Sequence[Draft]:
    if isinstance(draft, Grid):
        return _without_text(draft)
    if "\n" not in draft.text:
        return (draft,)
    edges = [0, *_ends(draft.text)]
    return [between(draft, start, end) for start, end in pairwise(edges)]


def _without_text(grid: Grid) -> Sequence[Draft]:
    """A table without its rows of text, which stand as paragraphs before or between its parts."""
    texts = text_rows(_told(grid)) if any(len(row) == 1 for row in grid.rows) else ()
    if not texts:
        return (grid,)
    found: list[Draft] = []
    first = 0
    for number in (*sorted(texts), len(grid.rows)):
        if first < number:
            found.append(Grid([_moved(row, first) for row in grid.rows[first:number]]))
        if number in texts:
            found += parted(grid.rows[number][0].lines)
        first = number + 1
    return found


def _told(grid: Grid) -> list[list[str]]:
    """The texts of each row's cells; one that leaves room beside it has a blank one there."""
    width = max((cell.column + cell.column_span for row in grid.rows for cell in row), default=0)
    return [
        [row[0].text.strip()]
        if len(row) == 1 and row[0].column_span == width
        else [cell.text.strip() for cell in row] + [""] * (len(row) == 1)
        for row in grid.rows
    ]


def _moved(row: Sequence[GridCell], up: int) -> list[GridCell]:
    """A row's cells as they stand in a table that begins so many rows later."""
    return [replace(cell, row=cell.row - up) for cell in row]


def _ends(text: str) -> Iterator[int]:
    """Where each paragraph ends; the line end belongs to the one before it."""
    words = typography()
    lines = text.split("\n")
    end = 0
    for upper, lower in pairwise(lines):
        end += len(upper) + 1
        if not goes_on(upper, lower, words):
            yield end
    yield len(text)


def between(line: Line, start: int, end: int) -> Line:
    """What of a line stands between two characters of its text."""
    return Line(line.paragraph, list(_pieces(line.pieces, start, end)))


def _pieces(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    place = 0
    for piece in pieces:
        first, last = max(start - place, 0), min(end - place, len(piece.text))
        if first < last:
            yield Piece(piece.text[first:last], piece.run, piece.at + first)
        place += len(piece.text)
