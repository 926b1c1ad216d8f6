"""Tables without ruling lines: figures that stand below each other, with words to their left.

Only what is plainly a table is taken for one: figures in the same columns, in rows or under words
for each. Lines of words between them are labels that wrap, and go with the figures beside them.
Where words of a header stand over figures again, other columns begin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, pairwise

from gxcheck.document.pdf.drafts import CellDraft, TableDraft
from gxcheck.document.pdf.shown.lines import Line
from gxcheck.document.pdf.shown.page import union
from gxcheck.document.pdf.unruled.bands import banded
from gxcheck.document.pdf.unruled.entries import Entry, full_label, is_one_column, rows_of
from gxcheck.document.pdf.unruled.ground import Ground
from gxcheck.document.pdf.unruled.pieces import (
    IsMark,
    Piece,
    Row,
    row_of,
    stray_labels_gathered,
)
from gxcheck.document.pdf.unruled.sections import Section, sections_of
from gxcheck.document.pdf.unruled.zones import heads, zone_at, zones_of

__all__ = ["aligned_tables"]

_NEAR = 4.2  # sizes from one line of a table to the next
_LEAST_ROWS = 2
_LEAST_FIGURES = 4
_STACKED = 1.45  # sizes from one line of a label to the next
_SPACED = 2.4  # sizes from words above a header to it
_LABEL = 40  # characters of a label alone in its line
_TITLE = 20  # characters of a header's words alone in their line
_MOST_HEADER = 9  # lines
_LARGER = 1.25  # times the size of the lines above
_WITHIN = 3  # lines above
_MOST_BLANK = 0.5  # share of cells with figures, below which columns are in doubt
_MOSTLY = 0.8  # share of a row's columns that have figures
_WIDE = 8  # columns of a table that one row may show


def aligned_tables(
    ground: Ground, lines: Sequence[Line], is_mark: IsMark
) -> Iterator[Line | TableDraft]:
    """Lines from top to bottom, those that form a table as that table."""
    rows = [row_of(line) for line in lines]
    place = 0
    while place < len(rows):
        end = _end(rows, place, is_mark)
        table = _table(ground, rows[place:end], is_mark) if end > place else None
        if table:
            yield table
            place = end
        else:
            yield rows[place].line
            place += 1


def _end(rows: Sequence[Row], start: int, is_mark: IsMark) -> int:
    """Where a table that begins at `start` ends; `start` itself where none begins there."""
    if len(rows[start].pieces) < 2 and not _opens(rows, start, is_mark):
        return start
    end, figures, edge = start, 0, 0
    while end < len(rows):
        row = rows[end]
        if end > start:
            apart = row.line.base - rows[end - 1].line.base
            if apart > _NEAR * max(row.line.size, rows[end - 1].line.size):
                break
            if _is_heading(rows, end, is_mark):
                break
        if row.figures() and (row.words() or len(row.pieces) > 1):
            figures += len(row.figures())
            edge = end + 1
        elif len(row.pieces) == 1 and len(row.line.text) > _LABEL:
            break
        end += 1
    if figures < _LEAST_ROWS:
        return start
    last = rows[edge - 1]
    while edge < end and _is_tail(rows, edge, last, is_mark):
        edge += 1
    return edge


def _opens(rows: Sequence[Row], start: int, is_mark: IsMark) -> bool:
    """Whether a line heads a table: a few of a word or two, a header's, then figures."""
    has_header = False
    for above, row in pairwise(rows[start : start + _MOST_HEADER]):
        single = len(above.pieces) == 1 and len(above.line.text) <= _TITLE
        has_header |= _is_header(above)
        if is_mark(above.line.text) or not (single or _is_header(above)):
            return False
        most = _NEAR if _is_header(above) else _SPACED
        if row.line.base - above.line.base > most * max(row.line.size, above.line.size):
            return False
        if row.figures():
            return has_header
    return False


def _is_heading(rows: Sequence[Row], place: int, is_mark: IsMark) -> bool:
    """Whether a numbered line stands between two tables, and is no label of the first."""
    row = rows[place]
    if len(row.pieces) > 1 or not is_mark(row.line.text):
        return False
    size = max(above.line.size for above in rows[:place][-_WITHIN:])
    return row.line.size > _LARGER * size or _opens(rows, place + 1, is_mark)


def _is_header(row: Row) -> bool:
    return len(row.pieces) > 1 and not row.figures()


def _is_tail(rows: Sequence[Row], place: int, last: Row, is_mark: IsMark) -> bool:
    """Whether a line goes on with the label of the `last` row, which is right above or near it."""
    row, above = rows[place], rows[place - 1]
    label = next((r.pieces[0].box for r in reversed(rows[:place][-_WITHIN:]) if r.words()), None)
    if label is None or len(row.pieces) > 1 or is_mark(row.line.text):
        return False
    aside = (label.left + label.right - row.line.left - row.line.right) / 2
    return (
        row.line.base - above.line.base <= _STACKED * row.line.size
        and min(abs(row.line.left - label.left), abs(aside)) < row.line.size / 2
        and row.line.right <= last.figures()[0].box.left
    )


def _table(ground: Ground, rows: Sequence[Row], is_mark: IsMark) -> TableDraft | None:
    """The table that rows make; None where they are not plainly one."""
    lines = [row.line for row in rows]
    rows = banded(ground, rows)
    figures = [piece for row in rows for piece in row.figures()]
    sections = sections_of(rows)
    for section in sections:
        section.rows = stray_labels_gathered(section.rows, is_mark)
    single = [is_one_column(section.rows, is_mark) for section in sections]
    full = full_label([row for section in compress(sections, single) for row in section.rows])
    found = [
        _entries_of(section, full if one else 0.0, is_mark)
        for section, one in zip(sections, single, strict=True)
    ]
    entries = [entry for some in found if some for entry in some]
    if not all(found) or not _is_plain(sections, entries, len(figures)):
        return None
    table = _draft(ground, entries)
    table.lines = lines
    return table


def _is_plain(sections: Sequence[Section], entries: Sequence[Entry], figures: int) -> bool:
    """Whether it is plainly a table: several rows, or one under a word for each figure.

    Figures may be missing under a header of many words.
    """
    rows = sum(bool(row.figures()) for section in sections for row in section.rows)
    if rows >= _LEAST_ROWS:
        return figures >= _LEAST_FIGURES
    full = [e for e in entries if len(e.figures) >= _MOSTLY * e.width]
    wide = any(len(e.figures) == e.width >= _WIDE for e in full)
    return figures > _LEAST_FIGURES and (wide or len(full) > 1)


def _entries_of(section: Section, full: float, is_mark: IsMark) -> list[Entry] | None:
    """The entries of a section; None where its figures stand in no clear columns."""
    filled = [row for row in section.rows if row.figures()]
    if not filled:
        return None
    zones = zones_of(filled, section.header)
    for row in filled:
        if len({zone_at(piece, zones) for piece in row.figures()}) < len(row.figures()):
            return None
    lines, beside, columns = heads(section.header, zones)
    blank = sum(len(row.figures()) for row in filled) < _MOST_BLANK * len(zones) * len(filled)
    if blank and (len(filled) > 1 or len(columns) < max(len(zones), _WIDE)):
        return None
    entries = [Entry(line, width=len(zones)) for line in lines]
    if columns:
        entries.append(Entry(beside, columns, len(zones)))
    elif beside:
        entries.append(Entry(beside, width=len(zones)))
    return entries + rows_of(section.rows, zones, full, is_mark)


def _draft(ground: Ground, entries: Sequence[Entry]) -> TableDraft:
    """The table: words at the left in as many columns as they take, then the figures'."""
    wide = max([1, *(len(entry.words) for entry in entries if entry.figures)])
    cells: list[CellDraft] = []
    for number, entry in enumerate(entries):
        placed = _label_cells(entry.words, wide)
        if entry.figures or (entry.whole and entry.words):
            beside = list(entry.figures.values()) or entry.words
            blank = union([piece.box for piece in beside])
            placed += [
                (entry.figures.get(place) or Piece("", blank), wide + place, 1)
                for place in range(entry.width)
            ]
        cells += [
            CellDraft(piece.text, number, column, 1, span, *ground.place(piece.box))
            for piece, column, span in placed
        ]
    page = min(cell.page for cell in cells)
    box = union([cell.box for cell in cells if cell.page == page])
    return TableDraft(page, box, [], len(entries), cells, ruled=False)


def _label_cells(words: Sequence[Piece], wide: int) -> list[tuple[Piece, int, int]]:
    """Label cells, the last one over all columns that are left."""
    last = len(words) - 1
    return [
        (piece, place, max(wide - place, 1) if place == last else 1)
        for place, piece in enumerate(words)
    ]
