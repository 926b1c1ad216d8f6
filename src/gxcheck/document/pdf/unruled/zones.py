"""The columns that figures form, and which words of a header stand over which of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import chain, pairwise
from math import inf
from statistics import median
from typing import NamedTuple

from msgspec import Struct

from gxcheck.document.pdf.shown.lines import join
from gxcheck.document.pdf.shown.page import Box, union
from gxcheck.document.pdf.unruled.pieces import Piece, Row, piece_of

__all__ = ["Heads", "Zone", "heads", "zone_at", "zones_of"]

_SPLIT = 0.2  # sizes between words of neighbouring columns
_WIDE = 1.3  # times the width of a column, for words of it alone
_ASIDE = 10.0  # points that a figure may stand left of its word
_HOLE = 0.7  # of the usual step between columns, from which there is one between
_MANY = 8  # words of a header's line
_MARGIN = 12.0  # points that columns have between them
_FLUSH = 1.0  # points by which ends that agree may differ


class Zone(Struct, frozen=True):
    """A column: what of the page's width it has for itself."""

    left: float
    right: float

    def holds(self, piece: Piece) -> bool:
        """Whether words stand in the column and in no other."""
        width = piece.box.right - piece.box.left
        inside = self.left <= piece.middle < self.right
        return inside and width <= _WIDE * (self.right - self.left)


def zones_of(rows: Sequence[Row], header: Sequence[Row] = ()) -> list[Zone]:
    """The columns of rows of figures: figures that overlap are in one.

    A column that is blank throughout shows by its word in the header.
    """
    columns = _columns(rows)
    spans = [(column[0].left, max(box.right for box in column)) for column in columns]
    middles = _with_blank([(left + right) / 2 for left, right in spans], rows, header)
    words = max((piece.box.right for row in rows for piece in row.words()[-1:]), default=0.0)
    if len(middles) == 1:
        half = max(spans[0][0] - words, 0.0) + (spans[0][1] - spans[0][0]) / 2
        return [Zone(middles[0] - half, middles[0] + half)]
    if len(middles) == len(spans) and _is_flush_right(columns):
        return _flush_right(spans, words)
    between = [(left + right) / 2 for left, right in pairwise(middles)]
    first = min(2 * middles[0] - between[0], spans[0][0])
    last = max(2 * middles[-1] - between[-1], spans[-1][1])
    return [Zone(*edges) for edges in pairwise([first, *between, last])]


def _flush_right(spans: Sequence[tuple[float, float]], words: float) -> list[Zone]:
    """The columns of figures that stand at their right; labels end at `words`."""
    gaps = [(right, left - right) for (_, right), (left, _) in pairwise(spans)]
    ends = [right + min(_MARGIN, gap) / 2 for right, gap in gaps]
    ends.append(spans[-1][1] + _MARGIN / 2)
    first = max(ends[0] - (ends[1] - ends[0]), min(words, spans[0][0]))
    return [Zone(*edges) for edges in pairwise([first, *ends])]


def _columns(rows: Sequence[Row]) -> list[list[Box]]:
    """The places of figures by their columns, from left to right."""
    columns: list[list[Box]] = []
    edge = -inf
    for box in sorted(piece.box for row in rows for piece in row.figures()):
        if box.left < edge:
            columns[-1].append(box)
        else:
            columns.append([box])
        edge = max(edge, box.right)
    return columns


def _is_flush_right(columns: Sequence[Sequence[Box]]) -> bool:
    """Whether figures of different widths end below each other."""
    ends = [[box.right for box in column] for column in columns]
    begins = [[box.left for box in column] for column in columns]
    uneven = sum(max(lefts) - min(lefts) > _FLUSH for lefts in begins)
    return 2 * uneven >= len(columns) and all(max(e) - min(e) <= _FLUSH for e in ends)


def _with_blank(middles: list[float], rows: Sequence[Row], header: Sequence[Row]) -> list[float]:
    """The middles of columns with those of a header's words that stand over no figure."""
    edge = max((piece.box.right for row in rows for piece in row.words()[-1:]), default=0.0)
    over = [[piece for piece in row.pieces if piece.box.left > edge] for row in header]
    words = _side_by_side(over)
    lefts = [piece.box.left - _ASIDE for piece in words]
    places = [bisect_right(lefts, middle) - 1 for middle in middles]
    if len(set(places)) == len(places) < len(words) and min(places) >= 0:
        blank = [piece.middle for n, piece in enumerate(words) if n not in places]
        return sorted([*middles, *blank])
    steps = [right - left for left, right in pairwise(middles)]
    if not steps:
        return middles
    for piece in chain(*over):
        if min(abs(piece.middle - middle) for middle in middles) > _HOLE * median(steps):
            middles = sorted([*middles, piece.middle])
    return middles


def _side_by_side(lines: Sequence[Sequence[Piece]]) -> list[Piece]:
    """The words of the line that has most, and those of others that stand between them."""
    words = max(map(list, lines), key=len, default=[])
    widest = max((piece.box.right - piece.box.left for piece in words), default=0.0)
    for piece in chain(*lines) if len(words) >= _MANY else ():
        if piece.box.right - piece.box.left > widest:
            continue
        if all(piece.box.right <= w.box.left or w.box.right <= piece.box.left for w in words):
            words.append(piece)
    return sorted(words, key=lambda piece: piece.box.left)


def zone_at(piece: Piece, zones: Sequence[Zone]) -> int:
    """The number of the column that words stand in, or nearest to."""
    return min(
        range(len(zones)),
        key=lambda n: max(zones[n].left - piece.middle, piece.middle - zones[n].right, 0.0),
    )


class Heads(NamedTuple):
    """A header's words: lines of those over several columns, those beside, and by column."""

    lines: list[list[Piece]]
    beside: list[Piece]
    columns: dict[int, Piece]


def heads(rows: Sequence[Row], zones: Sequence[Zone]) -> Heads:
    """What the lines of a header say of each column.

    The lines with most words name the columns. What stands above such a name, or fits no column,
    heads several of them.
    """
    if len(rows) > 1 and len(rows[0].pieces) == 1:
        below = heads(rows[1:], zones)
        return below._replace(lines=[list(rows[0].pieces), *below.lines])
    placed = [_placed(row, zones) for row in rows]
    most = max((len(columns) for _, columns in placed), default=0)
    main = [n for n, (_, columns) in enumerate(placed) if 2 * len(columns) >= most > 0]
    named = {zone for n in main for zone in placed[n][1]}
    lines, found = list[list[Piece]](), dict[int, list[Piece]]()
    for number, (over, columns) in enumerate(placed):
        above = bool(main) and number < main[0]
        for zone, piece in columns.items():
            if above and zone in named:
                over.append(piece)
            else:
                found.setdefault(zone, []).append(piece)
        if over:
            lines.append(sorted(over, key=lambda piece: piece.box.left))
    beside = [piece for row in rows for piece in row.pieces if piece.box.right <= zones[0].left]
    return Heads(lines, _one(beside), {zone: _one(parts)[0] for zone, parts in found.items()})


def _placed(row: Row, zones: Sequence[Zone]) -> tuple[list[Piece], dict[int, Piece]]:
    """The words of a line over the columns: those of several, and those of one."""
    pieces = [piece for piece in row.pieces if piece.box.right > zones[0].left]
    if len(pieces) == len(zones):
        return [], dict(enumerate(pieces))
    over: list[Piece] = []
    columns: dict[int, Piece] = {}
    for piece in pieces:
        for part in _parts(piece, zones, row.line.size):
            zone = next((n for n, one in enumerate(zones) if one.holds(part)), None)
            if zone is None or zone in columns:
                over.append(part)
            else:
                columns[zone] = part
    return over, columns


def _one(pieces: Sequence[Piece]) -> list[Piece]:
    """Words below each other as one."""
    if len(pieces) < 2:
        return list(pieces)
    box = union([piece.box for piece in pieces])
    return [Piece(join([piece.text for piece in pieces]), box)]


def _parts(piece: Piece, zones: Sequence[Zone], size: float) -> list[Piece]:
    """Words of neighbouring columns that stand close, parted where a gap is between columns."""
    parts = []
    start = 0
    for number, (before, glyph) in enumerate(pairwise(piece.glyphs), 1):
        if glyph.left - before.right > _SPLIT * size and any(
            before.right - size < zone.right < glyph.left + size for zone in zones[:-1]
        ):
            parts.append(piece_of(piece.glyphs[start:number], size))
            start = number
    return [*parts, piece_of(piece.glyphs[start:], size)] if parts else [piece]
