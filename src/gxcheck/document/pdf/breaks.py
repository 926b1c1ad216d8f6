"""Tables that a page end cuts in two: joined where the columns go on.

The first rows of the second part may repeat the header, and its first cells may go on with what
the last cells of the first part began (（四）无 | 法提供).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from gxcheck.document.pdf.drafts import CellDraft, TableDraft

__all__ = ["continues", "joined"]

_SAME = 5.0
_MOST_HEADER = 6
_FIGURE = re.compile(r"[\d.,，．/\s+—–-]*")


def continues(upper: TableDraft, lower: TableDraft) -> bool:
    """Whether a table at the top of a page has the columns of the one at the end of the last.

    The edges of one must all be found in the other; the page may be shifted as a whole.
    """
    if not (upper.ruled and lower.ruled):
        return False
    if abs((upper.across[-1] - upper.across[0]) - (lower.across[-1] - lower.across[0])) > 2 * _SAME:
        return False
    shift = upper.across[0] - lower.across[0]
    few, many = sorted((upper.across, [edge + shift for edge in lower.across]), key=len)
    return all(min(abs(edge - other) for other in many) <= _SAME for edge in few)


def joined(upper: TableDraft, lower: TableDraft, is_mark: Callable[[str], object]) -> TableDraft:
    """Both parts as one table; `is_mark` tells text that opens a numbered item."""
    shift = upper.across[0] - lower.across[0]
    shifted = [edge + shift for edge in lower.across]
    across = _together(upper.across, shifted)
    _recolumn(upper.cells, upper.across, across)
    _recolumn(lower.cells, shifted, across)
    skipped = _repeated(upper, lower)
    cells = [cell for cell in lower.cells if cell.row >= skipped]
    for cell in cells:
        cell.row += upper.height - skipped
    table = TableDraft(
        upper.page, upper.box, across, upper.height + lower.height - skipped, upper.cells
    )
    table.last_page = lower.last_page
    _mend(table, cells, upper.height, is_mark)
    return table


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


def _mend(
    table: TableDraft, below: list[CellDraft], cut: int, is_mark: Callable[[str], object]
) -> None:
    """Add the second part's cells, those at the cut joined with the ones that they go on with."""
    above = {
        (cell.column, cell.column_span): cell
        for cell in table.cells
        if cell.row + cell.row_span == cut
    }
    first = [cell for cell in below if cell.row == cut]
    is_split = _is_split(above, first, is_mark)
    for cell in first:
        upper = above.get((cell.column, cell.column_span))
        if upper and (is_split or _goes_on(upper, cell, is_mark)):
            upper.text += cell.text
            upper.row_span += cell.row_span
            below.remove(cell)
    table.cells += below
    if is_split:
        _drop_row(table, cut)


def _is_split(
    above: dict[tuple[int, int], CellDraft],
    first: Sequence[CellDraft],
    is_mark: Callable[[str], object],
) -> bool:
    """Whether the cut goes through one row: words go on in words, figures stand on one side."""
    pairs = [(above.get((cell.column, cell.column_span)), cell) for cell in first]
    if any(cell.row_span > 1 for cell in first) and not all(upper for upper, _ in pairs):
        return False
    both = [(upper, cell) for upper, cell in pairs if upper and upper.text and cell.text]
    if any(is_mark(cell.text) or _is_figure(cell.text) for _, cell in both):
        return False
    if not any(upper.row_span == cell.row_span == 1 for upper, cell in both):
        return False
    figures = [(upper, cell) for upper, cell in pairs if upper and not (upper.text and cell.text)]
    return bool(figures) and len(figures) + len(both) == len(pairs)


def _goes_on(upper: CellDraft, cell: CellDraft, is_mark: Callable[[str], object]) -> bool:
    """Whether a merged cell at the left goes on below the cut."""
    if upper.row_span == 1 and cell.row_span == 1:
        return False
    if not cell.text:
        return bool(upper.text) and not _is_figure(upper.text)
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
