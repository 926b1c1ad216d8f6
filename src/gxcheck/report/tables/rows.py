"""The rows of a table as a reader's eye takes them: labels first, then the cells they label.

Plain text shows tables in many layouts: a row a line, a cell a line, two tables side by side.
What they share is that a label is followed by its figures, so rows are cut by that alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from gxcheck.document.model import Cell, Table
from gxcheck.lazy import kept
from gxcheck.report.tables.senses import BLANK, VALUE, Sense, Senses
from gxcheck.report.tables.words import TableWords

__all__ = ["Row", "joined_cell", "offsets_in", "rows_of"]

_STREAM = 8  # cells of the only row of a source that is a mere stream
_WIDE = 32  # cells of the widest row whose shape is kept


class Row(Struct, frozen=True):
    """One row: its label cells that are not blank, and those of its figures, with their senses.

    `values` may be blank; `filled` tells whether one of them is not, `figures` how many are figures
    or marks for none.
    """

    labels: tuple[Cell, ...]
    senses: tuple[Sense, ...]
    values: tuple[Cell, ...]
    told: tuple[Sense, ...]
    filled: bool
    figures: int


class _Shape(Struct, frozen=True):
    """How cells are one row: the places of its labels, and from where to where its figures are.

    It begins at `first`. The rest is as in `Row`. Where it is `parted`, some of its labels may be
    one in several cells.
    """

    first: int
    labels: tuple[int, ...]
    cut: int
    end: int
    senses: tuple[Sense, ...]
    told: tuple[Sense, ...]
    filled: bool
    figures: int
    parted: bool


def rows_of(table: Table, senses: Senses, in_one_row: bool) -> Iterator[Row]:
    """The rows of `table`, each divided into labels and figures.

    `in_one_row` tells that all cells are in one row of the source.
    """
    for cells in table.rows:
        told = senses.of_all(cells)
        if in_one_row and len(cells) >= _STREAM:
            shapes = _shapes(told, senses.words)
        else:
            shapes = (_kept_shapes if len(told) <= _WIDE else _shapes)(told)
        for shape in shapes:
            if shape.parted:
                yield _joined_row(cells[shape.first : shape.end], senses)
            else:
                yield _row(cells, shape)


def _row(cells: Sequence[Cell], shape: _Shape) -> Row:
    labels, values = cells[shape.first : shape.cut], tuple(cells[shape.cut : shape.end])
    if len(shape.labels) < len(labels):  # blank cells are among them
        labels = [cells[place] for place in shape.labels]
    return Row(tuple(labels), shape.senses, values, shape.told, shape.filled, shape.figures)


def _joined_row(cells: Sequence[Cell], senses: Senses) -> Row:
    """One row, those of its labels that were parted put together."""
    while True:
        told = senses.of_all(cells)
        shape = _shape(told, 0, len(cells))
        joined = _with_parts_joined(cells, told, senses.words) if shape.parted else cells
        if len(joined) == len(cells):
            return _row(cells, shape)
        cells = joined


def _shapes(senses: tuple[Sense, ...], stream: TableWords | None = None) -> tuple[_Shape, ...]:
    """How cells are divided into rows; `stream` are the words where they are a mere stream."""
    shapes: list[_Shape] = []
    first = 0
    for end in _ends(senses, stream):
        shapes.append(_shape(senses, first, end))
        first = end
    return tuple(shapes)


# Most rows have the shape of another: the same label in another report, and as many figures.
_kept_shapes = kept(_shapes)


def _ends(senses: Sequence[Sense], stream: TableWords | None) -> Iterator[int]:
    """Cut where a label follows a figure; in a stream of cells long words there are a label.

    Words after a row's label that are no label themselves are a figure, if a bad one; in a stream
    a blank cell there is one that was left blank, and a row ends where another label
    follows its own.
    """
    seen_value = after_row = False
    for place, sense in enumerate(senses):
        if sense is BLANK:
            seen_value = seen_value or (stream is not None and after_row)
        elif sense is VALUE:
            seen_value = True
        else:
            label = sense.label or (stream is not None and (sense.long or sense.numbered))
            blank_row = stream is not None and after_row and sense.label
            if blank_row or (
                seen_value and (label or (stream and stream.resembles_row(sense.key)))
            ):
                yield place
                label, seen_value = True, False
            may_be_figure = not (sense.unit or sense.numbered)
            seen_value = seen_value or (after_row and not label and may_be_figure)
            after_row = sense.own_row or (after_row and sense.unit)
    if senses:
        yield len(senses)


def _shape(senses: Sequence[Sense], first: int, end: int) -> _Shape:
    """Figures begin after the row's own label; without a known one, after the last words."""
    last_words = last_label = first - 1
    named = known = 0
    has_row = False
    for place in range(first, end):
        sense = senses[place]
        if sense is VALUE:
            break
        if sense is not BLANK:
            if last_words < first or not sense.unit:
                last_words = place
            label = sense.row or sense.label
            if label or (has_row and sense.numbered):
                last_label = place
            has_row = has_row or sense.row
            named += 1
            known += label or sense.unit
    cut = 1 + (last_label if has_row else last_words)
    labels = tuple(place for place in range(first, cut) if senses[place] is not BLANK)
    told = tuple(senses[cut:end])
    return _Shape(
        first,
        labels,
        cut,
        end,
        senses=tuple(senses[place] for place in labels),
        told=told,
        filled=any(sense is not BLANK for sense in told),
        figures=sum(sense is VALUE for sense in told),
        parted=known < named > 1,
    )


def _with_parts_joined(
    cells: Sequence[Cell], senses: Sequence[Sense], words: TableWords
) -> Sequence[Cell]:
    """Cells, those before the first figure that are one label in several lines put together."""
    lead = senses.index(VALUE) if VALUE in senses else len(cells)
    joined: list[Cell] = []
    place = 0
    while place < lead:
        parts = [cells[place : min(place + size, lead)] for size in (3, 2)]
        found = next((part for part in parts if _is_parted(part, words)), None)
        joined.append(joined_cell(found) if found else cells[place])
        place += len(found) if found else 1
    return [*joined, *cells[lead:]]


def _is_parted(parts: Sequence[Cell], words: TableWords) -> bool:
    texts = [cell.normal for cell in parts]
    if len(texts) < 2 or not all(any(map(str.isalnum, text)) for text in texts):
        return False
    is_note = texts[0][0] == "(" and texts[0][-1] == ")"
    if is_note or all(map(words.is_label, texts)):
        return False
    if words.is_label(texts[-1]) and words.is_label("".join(texts[:-1])):
        return False
    return words.is_label("".join(texts))


def joined_cell(parts: Sequence[Cell]) -> Cell:
    """One cell of several that follow each other; a line end stands between their texts."""
    first, last = parts[0], parts[-1]
    text = "\n".join(cell.text for cell in parts)
    offsets = None
    if first.location.offset is not None:
        offsets = (*(at for cell in parts for at in offsets_in(cell)), offsets_in(last)[-1])
    location = replace(first.location, end=first.location.start + len(text))
    return Cell(text, location, offsets)


def offsets_in(cell: Cell) -> tuple[int, ...]:
    """The offset of each character of a cell and of its end."""
    start = cell.location.offset or 0
    return cell.offsets or tuple(range(start, start + len(cell.text) + 1))
