"""The lines of a table without ruling lines, taken apart where their words stand apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from msgspec import Struct

from gxcheck.data import read_yaml
from gxcheck.document.pdf.shown.lines import Line, join, text_of
from gxcheck.document.pdf.shown.page import Box, Glyph, union

__all__ = [
    "IsMark",
    "Piece",
    "Row",
    "has_unit",
    "is_figure",
    "piece_of",
    "row_of",
    "stray_labels_gathered",
    "units_of",
    "with_more",
]

IsMark: TypeAlias = Callable[[str], object]
"""Tells whether words open a numbered item, as a pattern's `match` does."""
_GAP = 0.95  # sizes between words of two cells
_SLIT = 0.2  # sizes, where something else tells as well
_SHORT = 6  # characters of a figure with a word
_OPEN = 20  # labels of groups, begun last
_UNIT = 3  # characters
_MOST_ROWS = 0.6  # share of rows with a unit
_FIGURE = re.compile(r"[-+−]?\d[\d,.]*[%％]?|[/／—–-]+")


@cache
def _none_marks() -> frozenset[str]:
    return frozenset(read_yaml("figures.yml")["none_marks"])


def is_figure(text: str) -> bool:
    """Whether words are a number or a mark for none."""
    return _FIGURE.fullmatch(text) is not None or text in _none_marks()


class Piece(Struct, frozen=True):
    """Words that stand apart from others in their line."""

    text: str
    box: Box
    glyphs: Sequence[Glyph] = ()

    @property
    def is_figure(self) -> bool:
        """Whether it is a number or a mark for none."""
        return is_figure(self.text)

    @property
    def is_near_figure(self) -> bool:
        """Whether it is a number with a word or two."""
        return len(self.text) <= _SHORT and any(map(str.isdecimal, self.text))

    @property
    def middle(self) -> float:
        """Its middle, from the left."""
        return (self.box.left + self.box.right) / 2


class Row(Struct):
    """A line, taken apart; `whole` tells one that is known to be a row of a table by itself."""

    line: Line
    pieces: list[Piece]
    whole: bool = False

    def figures(self) -> list[Piece]:
        """The figures at its right end, with what stands for one among them (约30)."""
        found: list[Piece] = []
        for piece in reversed(self.pieces):
            if not (piece.is_figure or piece.is_near_figure):
                break
            found.insert(0, piece)
        while found and not found[0].is_figure:
            del found[0]
        return found

    def words(self) -> list[Piece]:
        """What stands before them."""
        return self.pieces[: len(self.pieces) - len(self.figures())]


def row_of(line: Line) -> Row:
    """A line taken apart at its wide gaps."""
    glyphs, wide = line.glyphs, _GAP * line.size
    gaps = [n for n, (a, b) in enumerate(pairwise(glyphs), 1) if b.left - a.right > wide]
    if not gaps:
        return Row(line, [Piece(line.text, line.box, glyphs)])
    ends = pairwise([0, *gaps, len(glyphs)])
    return Row(line, [piece_of(glyphs[first:last], line.size) for first, last in ends])


def piece_of(glyphs: Sequence[Glyph], size: float) -> Piece:
    """The piece that some characters of a line are."""
    return Piece(text_of(glyphs, size), union(glyphs), glyphs)


def units_of(rows: Sequence[Row]) -> tuple[float, float] | None:
    """From where to where units stand, such as 件: a short word before the figures of most rows."""
    filled = [row.words() for row in rows if row.figures()]
    units = [words[-1] for words in filled if len(words) > 1 and len(words[-1].text) <= _UNIT]
    if not units or len(units) < _MOST_ROWS * len(filled):
        return None
    return min(piece.box.left for piece in units), max(piece.box.right for piece in units)


def has_unit(row: Row, units: tuple[float, float] | None) -> bool:
    """Whether the words of a row end in a unit: then it is a row, even if its figure is blank."""
    words = row.words()
    if not (units and words) or len(words[-1].text) > _UNIT:
        return False
    return units[0] - 1 <= words[-1].middle <= units[1] + 1


def with_more(words: Sequence[Piece], more: Sequence[Piece]) -> list[Piece]:
    """Words that go on in those of another line: each in what stands above or below it."""
    found = list(words)
    for piece in more:
        left, _, right, _ = piece.box
        near = [n for n, one in enumerate(found) if one.box.left < right and left < one.box.right]
        if near:
            found[near[-1]] = _joined(found[near[-1]], piece)
        else:
            found.append(piece)
    return sorted(found, key=lambda piece: piece.box.left)


def _joined(upper: Piece, lower: Piece) -> Piece:
    return Piece(join([upper.text, lower.text]), union([upper.box, lower.box]))


def stray_labels_gathered(rows: Sequence[Row], is_mark: IsMark) -> list[Row]:
    """The rows with each label of a group whole, that runs down beside the labels of its rows.

    Such labels stand to the left of others; a piece of one that opens no item goes on the last
    one there that did.
    """
    size = max(row.line.size for row in rows)
    lefts = sorted(row.pieces[0].box.left for row in rows if row.words())
    if not lefts:
        return list(rows)
    usual = lefts[len(lefts) // 2]
    for row in rows:
        row.pieces[:] = [
            part for piece in row.pieces for part in _cut(piece, usual, row.line.size, is_mark)
        ]
    begun: list[tuple[Row, int]] = []
    for row in rows:
        kept: list[Piece] = []
        for piece in row.pieces:
            opens = is_mark(piece.text) and piece.box.left <= usual - size
            upper = None if opens else _begun(begun, piece, usual, size)
            if upper:
                above, place = upper
                above.pieces[place] = _joined(above.pieces[place], piece)
            else:
                kept.append(piece)
            if opens:
                begun.append((row, len(kept) - 1))
        row.pieces[:] = kept
    return [row for row in rows if row.pieces]


def _cut(piece: Piece, place: float, size: float, is_mark: IsMark) -> list[Piece]:
    """Words parted where others begin at a place, or an item, with next to nothing between them."""
    for number, (before, glyph) in enumerate(pairwise(piece.glyphs), 1):
        if glyph.left - before.right > _SLIT * size:
            rest = piece_of(piece.glyphs[number:], size)
            if abs(glyph.left - place) < size / 4 or is_mark(rest.text):
                return [piece_of(piece.glyphs[:number], size), rest]
    return [piece]


def _begun(
    begun: Sequence[tuple[Row, int]], piece: Piece, usual: float, size: float
) -> tuple[Row, int] | None:
    """The last label that was begun at the place of a piece, or is centred above it.

    Figures have none, nor what reaches over to the labels of rows.
    """
    if piece.is_figure or piece.box.left > usual - size or piece.box.right > usual + size:
        return None
    for row, place in reversed(begun[-_OPEN:]):
        upper = row.pieces[place]
        is_centred = upper.box.right <= usual and abs(upper.middle - piece.middle) < size / 2
        if is_centred or abs(upper.box.left - piece.box.left) < size:
            return row, place
    return None
