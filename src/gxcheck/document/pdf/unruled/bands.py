"""Rows of a table that only level lines, or the shades of its rows, part from each other.

What stands between two of them is one row, however many lines its label takes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby
from statistics import median

from gxcheck.document.pdf.unruled.ground import Ground
from gxcheck.document.pdf.unruled.pieces import Piece, Row, with_more

__all__ = ["banded"]

_LEAST = 3  # lines that part rows
_NEAR = 3.0  # points between edges of one line
_LIFT = 0.35  # sizes from the foot of a line up to where it is taken to stand


def banded(ground: Ground, rows: Sequence[Row]) -> list[Row]:
    """Rows with those between two lines as one, from the first one with figures on.

    Lines between which several rows of figures stand part no rows.
    """
    levels = _levels(ground, rows)
    if len(levels) < _LEAST:
        return list(rows)
    places = [bisect_right(levels, row.line.base - _LIFT * row.line.size) for row in rows]
    edge = min(row.figures()[0].box.left for row in rows if row.figures())
    first = next(place for place, row in zip(places, rows, strict=True) if row.figures())
    found: list[Row] = []
    for place, pairs in groupby(zip(places, rows, strict=True), key=lambda pair: pair[0]):
        band = [row for _, row in pairs]
        if first <= place and 0 < place < len(levels) and _is_one(band, edge):
            found.append(_one(band))
        else:
            found += band
    return found


def _is_one(band: Sequence[Row], edge: float) -> bool:
    """Whether lines are one row: one of figures, which begin at `edge`, the others of its label."""
    words = [row for row in band if not row.figures()]
    return len(band) - len(words) <= 1 and all(row.pieces[-1].box.right <= edge for row in words)


def _levels(ground: Ground, rows: Sequence[Row]) -> list[float]:
    """The heights of the lines and shades' edges at the last column, those that are near once."""
    at = median([row.figures()[-1].middle for row in rows if row.figures()])
    edges = [level.at for level in ground.levels if level.start <= at <= level.end]
    levels: list[float] = []
    for edge in sorted(edges):
        if not levels or edge - levels[-1] > _NEAR:
            levels.append(edge)
    return levels


def _one(band: Sequence[Row]) -> Row:
    """The lines of a row as one."""
    words: list[Piece] = []
    for row in band:
        words = with_more(words, row.words())
    figures = next((row for row in band if row.figures()), band[0])
    return Row(figures.line, [*words, *figures.figures()], whole=True)
