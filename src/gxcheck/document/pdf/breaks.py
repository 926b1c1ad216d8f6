"""Tables that a page end cuts in two: joined where the columns go on.

The first rows of the second part may repeat the header, and its first cells may go on with what
the last cells of the first part began (（四）无 | 法提供).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf
from typing import TypeAlias

from gxcheck.document.pdf.drafts import CellDraft, TableDraft
from gxcheck.document.pdf.unruled.pieces import IsMark

__all__ = ["continues", "joined"]

_SAME = 5.0  # points between edges that are one
_MOST_HEADER = 6  # rows of a header that may come again
_LEAST_LABELS = 4  # labels beside each other that make a row of a header
_SHORT = 8  # characters of such a label
_UNIT = 2  # characters of a unit among figures
_FULL = 3.0  # characters that a full line may leave free
_NUMBERED = re.compile(r"\d{1,2}[.．、]\D")
_FIGURE = re.compile(r"[\d.,，．/\s+—–-]*")

_Pair: TypeAlias = tuple[CellDraft, CellDraft]
"""A cell that ends at the cut, and the one below it in the same columns."""


def continues(upper: TableDraft, lower: TableDraft) -> bool:
    """Whether a table at the top of a page has the columns of the one at the end of the last.

    The edges of one must all be found in the other; the page may be shifted as a whole.
    """
    if not (upper.ruled and lower.ruled):
        return False
    if abs((upper.across[-1] - upper.across[0]) - (lower.across[-1] - lower.across[0])) > 2 * _SAME:
        return _lacks_first(upper, lower)
    shift = upper.across[0] - lower.across[0]
    few, many = sorted((upper.across, [edge + shift for edge in lower.across]), key=len)
    return all(min(abs(edge - other) for other in many) <= _SAME for edge in few)


def joined(upper: TableDraft, lower: TableDraft, is_mark: IsMark) -> TableDraft:
    """Both parts as one table; `is_mark` tells text that opens a numbered item."""
    narrow = _lacks_first(upper, lower)
    shift = 0.0 if narrow else upper.across[0] - lower.across[0]
    shifted = [edge + shift for edge in lower.across]
    across = _together(upper.across, shifted)
    _recolumn(upper.cells, upper.across, across)
    _recolumn(lower.cells, shifted, across)
    skipped = _repeated(upper, lower)
    cells = [cell for cell in lower.cells if cell.row >= skipped]
    if narrow:
        for cell in _first_at_end(upper):
            cell.row_span += lower.height - skipped
    for cell in cells:
        cell.row += upper.height - skipped
    table = TableDraft(
        upper.page, upper.box, across, upper.height + lower.height - skipped, upper.cells
    )
    _mend(table, cells, upper.height, is_mark)
    return table


def _lacks_first(upper: TableDraft, lower: TableDraft) -> bool:
    """Whether the second part begins to the right of a merged cell that goes on beside it.

    Chromium draws no more of such a cell on a page where it neither begins nor ends.
    """
    edges = upper.across
    if abs(edges[-1] - lower.across[-1]) > _SAME or lower.across[0] < edges[0] + _SAME:
        return False
    found = [min(abs(edge - other) for other in edges) <= _SAME for edge in lower.across]
    if not found[0] or sum(found) < len(found) - 1:
        return False
    ends = [edges[cell.column + cell.column_span] for cell in _first_at_end(upper)]
    return any(abs(end - lower.across[0]) <= _SAME for end in ends)


def _first_at_end(table: TableDraft) -> list[CellDraft]:
    """The cell at the left of the last row."""
    return [
        cell
        for cell in table.cells
        if cell.column == 0 and cell.row + cell.row_span == table.height
    ]


def _together(first: Sequence[float], second: Sequence[float]) -> list[float]:
    edges = list(first)
    edges += [edge for edge in second if min(abs(edge - other) for other in first) > _SAME]
    return sorted(edges)


def _recolumn(cells: Sequence[CellDraft], old: Sequence[float], new: Sequence[float]) -> None:
    """Number the columns of cells anew."""
    places = [min(range(len(new)), key=lambda place: abs(new[place] - edge)) for edge in old]
    for cell in cells:
        last = places[cell.column + cell.column_span]
        cell.column = places[cell.column]
        cell.column_span = last - cell.column


def _repeated(upper: TableDraft, lower: TableDraft) -> int:
    """How many rows at the beginning of the second part repeat those of the first."""
    most = min(_MOST_HEADER, upper.height, lower.height - 1)
    for count in range(most, 0, -1):
        first, second = _head(upper, count), _head(lower, count)
        if first and first == second and not any(_is_figure(text) for _, _, text in first if text):
            return count
    return 0


def _head(table: TableDraft, count: int) -> list[tuple[int, int, str]]:
    """The cells of the first rows, none where one of them reaches further down or all are blank."""
    cells = [cell for cell in table.cells if cell.row < count]
    if any(cell.row + cell.row_span > count for cell in cells) or not any(c.text for c in cells):
        return []
    return [(cell.row, cell.column, cell.text) for cell in cells]


def _mend(table: TableDraft, below: list[CellDraft], cut: int, is_mark: IsMark) -> None:
    """Add the second part's cells, those at the cut joined with the ones that they go on with."""
    above = {
        (cell.column, cell.column_span): cell
        for cell in table.cells
        if cell.row + cell.row_span == cut
    }
    first = [cell for cell in below if cell.row == cut]
    is_split = _is_split(above, first, is_mark)
    last = _last_words(first)
    for cell in first:
        upper = above.get((cell.column, cell.column_span))
        is_left = cell.column < last
        if upper and (is_split or _goes_on(upper, cell, is_left, is_mark)):
            upper.text += cell.text
            upper.row_span += cell.row_span
            below.remove(cell)
    table.cells += below
    if is_split:
        _drop_row(table, cut)


def _last_words(row: Sequence[CellDraft]) -> float:
    """Left of which column blank cells of a row may belong to merged ones: that of its words.

    All of them may in a row of a header.
    """
    words = [cell.column for cell in row if cell.text and not _is_figure(cell.text)]
    is_header = len(words) > 1 and not any(_is_figure(cell.text) for cell in row)
    return inf if is_header or not words else max(words)


def _is_split(
    above: dict[tuple[int, int], CellDraft],
    first: Sequence[CellDraft],
    is_mark: IsMark,
) -> bool:
    """Whether the cut goes through one row: words go on in words, figures stand on one side.

    Or there are only words, as in a header: no form has two rows of short labels alone. Where
    figures are missing, words go on only if their line is full.
    """
    pairs = [(above.get((cell.column, cell.column_span)), cell) for cell in first]
    if any(cell.row_span > 1 for cell in first) and not all(upper for upper, _ in pairs):
        return False
    known = [(upper, cell) for upper, cell in pairs if upper]
    is_whole = not any(cell.text for upper, cell in pairs if not upper)
    if is_whole and (_figures_go_on(known, is_mark) or _label_stands_below(known)):
        return True
    all_known = len(known) == len(pairs)
    return all_known and (_words_fill_each_other(known) or _words_go_on(known, is_mark))


def _words_go_on(pairs: Sequence[_Pair], is_mark: IsMark) -> bool:
    """Whether words stand on both sides of a cut, and figures beside them on one."""
    both = [(upper, cell) for upper, cell in pairs if upper.text and cell.text]
    if any(is_mark(cell.text) or _is_figure(cell.text) for _, cell in both):
        return False
    if not any(upper.row_span == cell.row_span == 1 for upper, cell in both):
        return False
    if len(both) == len(pairs) >= _LEAST_LABELS:
        return max(len(upper.text) for upper, _ in both) <= _SHORT
    beside = [upper for upper, cell in pairs if not (upper.text and cell.text)]
    is_above = all(_is_figure(one.text) or (one.text and one.row_span > 1) for one in beside)
    is_full = all(upper.room <= _FULL for upper, _ in both)
    return bool(beside) and (is_above or is_full)


def _label_stands_below(pairs: Sequence[_Pair]) -> bool:
    """Whether a row is left with its figures and units, and its label went to the next page."""
    single = [(upper, cell) for upper, cell in pairs if upper.row_span == cell.row_span == 1]
    above = [upper.text for upper, _ in single if upper.text]
    below = [cell.text for _, cell in single if cell.text]
    apart = not any(upper.text and cell.text for upper, cell in single)
    short = all(_is_figure(text) or len(text) <= _UNIT for text in above)
    return apart and len(below) == 1 and short and any(map(_is_figure, above))


def _words_fill_each_other(pairs: Sequence[_Pair]) -> bool:
    """Whether some words of a header stand above a cut and all others below it."""
    texts = [(upper.text, cell.text) for upper, cell in pairs]
    above, below = (sum(map(bool, part)) for part in zip(*texts, strict=True))
    apart = all(bool(upper) != bool(lower) for upper, lower in texts)
    return apart and min(above, below) > 0 and not any(_is_figure(u or c) for u, c in texts)


def _figures_go_on(pairs: Sequence[_Pair], is_mark: IsMark) -> bool:
    """Whether the figures below a cut are of the row above it: no row is without a label.

    They stand there where numbers are too wide for their cells, or cells hold blank lines: all
    that go on are as long. The label may go on as well: that of a numbered item, some of whose
    numbers do not.
    """
    single = [(upper, cell) for upper, cell in pairs if upper.row_span == cell.row_span == 1]
    figures = [(upper.text, cell.text) for upper, cell in single if _is_figure(cell.text)]
    words = [(upper.text, cell.text) for upper, cell in single if not _is_blank(cell.text)]
    if not figures or not all(_is_blank(upper) for upper, _ in figures):
        return False
    if not _are_full(figures):
        return False
    if not words:
        return any(upper.text for upper, _ in single)
    label, more = words[0]
    ends = any(_is_figure(upper.text) and not cell.text for upper, cell in single)
    goes_on = bool(_NUMBERED.match(label)) and not (_NUMBERED.match(more) or is_mark(more))
    return len(words) == 1 and ends and goes_on


def _are_full(figures: Sequence[tuple[str, str]]) -> bool:
    """Whether the figures above a cut that go on below it may all fill their cells' width."""
    lengths = {len(upper) for upper, _ in figures if upper}
    return len(lengths) <= 1 and 1 not in lengths


def _is_blank(text: str) -> bool:
    return not text or _is_figure(text)


def _goes_on(upper: CellDraft, cell: CellDraft, is_left: bool, is_mark: IsMark) -> bool:
    """Whether a merged cell goes on below the cut; a blank one only where `is_left` of words."""
    if upper.row_span == 1 and cell.row_span == 1:
        return False
    if not cell.text:
        return bool(upper.text) and not _is_figure(upper.text) and is_left
    if not upper.text:
        return cell.row_span > 1 and upper.row_span > 1 and not _is_figure(cell.text)
    return not (is_mark(cell.text) or _is_figure(cell.text) or _is_figure(upper.text))


def _is_figure(text: str) -> bool:
    return bool(text) and _FIGURE.fullmatch(text) is not None


def _drop_row(table: TableDraft, cut: int) -> None:
    """Take out the row at the cut, whose cells all belong to the row above."""
    for cell in table.cells:
        if cell.row >= cut:
            cell.row -= 1
        elif cell.row + cell.row_span > cut:
            cell.row_span -= 1
    table.height -= 1
