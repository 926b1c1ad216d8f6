"""The rows of a table as a reader's eye takes them: labels first, then the cells they label.

Plain text shows tables in many layouts: a row a line, a cell a line, two tables side by side.
What they share is that a label is followed by its figures, so rows are cut by that alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple, Protocol

from gxcheck.document.model import Cell, Table
from gxcheck.patterns import own_pattern
from gxcheck.report.tables.cells import is_unit, is_value

__all__ = ["Row", "Vocabulary", "rows_of"]

_NUMBERED = own_pattern(r"^\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[).、]\D")
_STREAM = 8
_WORDS = 6  # characters from which unknown words in a stream are a label, not a bad figure


class Vocabulary(Protocol):
    """What is known of labels in normal dress."""

    def is_label(self, normal: str) -> bool:
        """Whether this labels a row, a column or a group of some form."""

    def is_row(self, normal: str) -> bool:
        """Whether this labels a row of some form."""

    def is_own_row(self, normal: str) -> bool:
        """Whether this labels a row and can be no column's label."""

    def resembles_row(self, normal: str) -> bool:
        """Whether this is like a row's label, a slip of the pen aside."""


class Row(NamedTuple):
    """One row: the cells before its figures, and the cells of its figures (some blank)."""

    labels: tuple[Cell, ...]
    values: tuple[Cell, ...]

    @property
    def named(self) -> list[Cell]:
        """The label cells that are not blank."""
        return [cell for cell in self.labels if cell.normal]


def rows_of(table: Table, vocabulary: Vocabulary) -> Iterator[Row]:
    """The rows of `table`, each divided into labels and figures."""
    stream = len(table.rows) == 1 and len(table.rows[0]) >= _STREAM
    for cells in table.rows:
        for piece in _pieces(cells, vocabulary, stream):
            yield _divide(piece, vocabulary)


def _pieces(cells: Iterable[Cell], vocabulary: Vocabulary, stream: bool) -> Iterator[list[Cell]]:
    """Cut where a label follows a figure; in a stream of cells long words there are a label.

    Words after a row's label that are no label themselves are a figure, if a bad one; in a stream
    a blank cell there is one that was left blank.
    """
    piece: list[Cell] = []
    seen_value = after_row = False
    for cell in cells:
        normal = cell.normal
        if not normal:
            seen_value = seen_value or (stream and after_row)
        elif is_value(cell):
            seen_value = True
        else:
            label = vocabulary.is_label(normal) or (stream and _may_be_label(normal))
            label = label or (stream and seen_value and vocabulary.resembles_row(normal))
            if label and seen_value:
                yield piece
                piece, seen_value = [], False
            seen_value = seen_value or (after_row and not label and _may_be_figure(normal))
            after_row = vocabulary.is_own_row(normal) or (after_row and is_unit(normal))
        piece.append(cell)
    if piece:
        yield piece


def _may_be_figure(normal: str) -> bool:
    """Whether words beside a row's label look like something in the place of a figure."""
    return not (is_unit(normal) or _NUMBERED.match(normal))


def _may_be_label(normal: str) -> bool:
    """Whether unknown words among figures look like a label."""
    return len(normal) >= _WORDS or _NUMBERED.match(normal) is not None


def _divide(cells: list[Cell], vocabulary: Vocabulary) -> Row:
    """Figures begin after the row's own label; without a known one, after the last words."""
    last_words = last_label = -1
    named = known = 0
    has_row = False
    for place, cell in enumerate(cells):
        normal = cell.normal
        if normal:
            if is_value(cell):
                break
            if last_words < 0 or not is_unit(normal):
                last_words = place
            row = vocabulary.is_row(normal)
            label = row or vocabulary.is_label(normal)
            if label or (has_row and _NUMBERED.match(normal)):
                last_label = place
            has_row = has_row or row
            named += 1
            known += label or is_unit(normal)
    if known < named > 1:
        joined = _with_parts_joined(cells, vocabulary)
        if len(joined) < len(cells):
            return _divide(joined, vocabulary)
    cut = 1 + (last_label if has_row else last_words)
    return Row(tuple(cells[:cut]), tuple(cells[cut:]))


def _with_parts_joined(cells: list[Cell], vocabulary: Vocabulary) -> list[Cell]:
    """Cells, those before the first figure that are one label in several lines put together."""
    values = (place for place, cell in enumerate(cells) if cell.normal and is_value(cell))
    lead = next(values, len(cells))
    joined: list[Cell] = []
    place = 0
    while place < lead:
        parts = [cells[place : min(place + size, lead)] for size in (3, 2)]
        found = next((part for part in parts if _is_parted(part, vocabulary)), None)
        joined.append(_joined(found) if found else cells[place])
        place += len(found) if found else 1
    return [*joined, *cells[lead:]]


def _is_parted(parts: list[Cell], vocabulary: Vocabulary) -> bool:
    words = [cell.normal for cell in parts]
    if len(words) < 2 or not all(any(map(str.isalnum, word)) for word in words):
        return False
    is_note = words[0][0] == "(" and words[0][-1] == ")"
    if is_note or all(map(vocabulary.is_label, words)):
        return False
    return vocabulary.is_label("".join(words))


def _joined(parts: list[Cell]) -> Cell:
    """One cell of several that follow each other; a line end stands between their texts."""
    first, last = parts[0], parts[-1]
    text = "\n".join(cell.text for cell in parts)
    offsets = None
    if first.location.offset is not None:
        offsets = (*(at for cell in parts for at in _offsets(cell)), _offsets(last)[-1])
    location = replace(first.location, end=first.location.start + len(text))
    return Cell(text, location, offsets)


def _offsets(cell: Cell) -> tuple[int, ...]:
    """The offset of each character of a cell and of its end."""
    start = cell.location.offset or 0
    return cell.offsets or tuple(range(start, start + len(cell.text) + 1))
