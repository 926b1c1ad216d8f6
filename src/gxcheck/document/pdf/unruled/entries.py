"""The rows of a table without ruling lines, each with the lines that its label takes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct, field

from gxcheck.document.pdf.unruled.pieces import IsMark, Piece, Row, has_unit, units_of, with_more
from gxcheck.document.pdf.unruled.zones import Zone, zone_at

__all__ = ["Entry", "full_label", "is_one_column", "rows_of"]

_RAGGED = 2.5  # sizes by which full lines of a label may differ in width


class Entry(Struct):
    """A row of the table in the making: its words, and what it has in each column."""

    words: list[Piece]
    figures: dict[int, Piece] = field(default_factory=dict)
    width: int = 0
    whole: bool = False


def rows_of(
    rows: Sequence[Row], zones: Sequence[Zone], full: float, is_mark: IsMark
) -> list[Entry]:
    """The rows below the header; labels less wide than `full` do not go on in another line."""
    return _Rows(rows, zones, full, is_mark).entries()


class _Rows:
    """Puts rows together: words wait for their figures, or go on with those above."""

    def __init__(
        self, rows: Sequence[Row], zones: Sequence[Zone], full: float, is_mark: IsMark
    ) -> None:
        self.rows, self.zones, self.full, self.is_mark = rows, zones, full, is_mark
        self.units = units_of(rows)
        self.bases = [row.line.base for row in rows if row.figures() or has_unit(row, self.units)]
        self.is_top = _is_top_aligned(rows, is_mark)
        self.found: list[Entry] = []
        self.waiting: list[Piece] = []

    def entries(self) -> list[Entry]:
        """The rows of the table."""
        for row in self.rows:
            if row.figures() or row.whole or has_unit(row, self.units):
                self._add_row(row)
            else:
                self._add_words(row)
        self._end_waiting()
        return self.found

    def _add_words(self, row: Row) -> None:
        """Let words wait for the figures below; or they name the row above, or go on there."""
        words = row.words()
        begins = self.is_mark(words[-1].text)
        if self.found and not self.found[-1].words and not self.waiting:
            self.found[-1].words = words
        elif self.waiting and not begins:
            self.waiting = with_more(self.waiting, words)
        elif self.found and not begins and self._goes_on(row):
            self.found[-1].words = with_more(self.found[-1].words, words)
        else:
            self._end_waiting()
            self.waiting = words

    def _goes_on(self, row: Row) -> bool:
        """Whether words go on with the last row: its label is full, and its figures are nearer."""
        if not self.is_top and _is_of_next(row.line.base, self.bases):
            return False
        in_brackets = not row.line.text[0].isalnum()
        label = [piece.box.right - piece.box.left for piece in self.found[-1].words]
        return in_brackets or max(label, default=0.0) >= self.full

    def _add_row(self, row: Row) -> None:
        words = row.words()
        label = words[:-1] if has_unit(row, self.units) else words
        begins = bool(label) and self.is_mark(label[-1].text) and _overlap(self.waiting, label)
        if row.whole or begins:
            self._end_waiting()
        words = with_more(self.waiting, words) if self.waiting else words
        self.waiting = []
        figures = {zone_at(piece, self.zones): piece for piece in row.figures()}
        self.found.append(Entry(words, figures, len(self.zones), row.whole or not figures))

    def _end_waiting(self) -> None:
        """Make a row of words that wait, for there are no figures of theirs."""
        if self.waiting:
            self.found.append(Entry(self.waiting, width=len(self.zones)))
            self.waiting = []


def _is_top_aligned(rows: Sequence[Row], is_mark: IsMark) -> bool:
    """Whether figures stand beside the first line of their labels: others go on with it."""
    more = [row for row in rows if not row.figures()]
    return all(row.words() for row in rows if row.figures()) and not any(
        row.whole or is_mark(row.pieces[-1].text) for row in more
    )


def is_one_column(rows: Sequence[Row], is_mark: IsMark) -> bool:
    """Whether no labels but those of the rows stand in a section."""
    return not any(len(row.words()) > 1 or is_mark(row.line.text) for row in rows)


def full_label(rows: Sequence[Row]) -> float:
    """How wide a label of one column is at least that goes on in another line."""
    labels = [row.words()[0].box for row in rows if row.words()]
    widest = max((box.right - box.left for box in labels), default=0.0)
    return widest - _RAGGED * max((row.line.size for row in rows), default=0.0)


def _overlap(waiting: Sequence[Piece], label: Sequence[Piece]) -> bool:
    """Whether words stand below others, and not beside them as the label of a group does."""
    first, last = label[-1].box.left, label[-1].box.right
    return any(piece.box.left < last and first < piece.box.right for piece in waiting)


def _is_of_next(base: float, bases: Sequence[float]) -> bool:
    """Whether words are nearer to the figures below than to those above; `bases` are of all."""
    place = bisect_right(bases, base)
    return 0 < place < len(bases) and bases[place] - base < base - bases[place - 1]
