"""The rows of a table without ruling lines by their headers: below each begin other columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct, field

from gxcheck.document.pdf.unruled.pieces import Row

__all__ = ["Section", "sections_of"]

_FEW = 4  # rows of figures below a header


class Section(Struct):
    """Rows that share their columns, below the lines of their header."""

    header: list[Row] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def sections_of(rows: Sequence[Row]) -> list[Section]:
    """The rows by their headers, whose words stand over figures below them."""
    over = [_is_over(row, near) for row, near in zip(rows, _figures_near(rows), strict=True)]
    heading = [
        is_over or (not row.figures() and any(over[n + 1 : n + 2]))
        for n, (row, is_over) in enumerate(zip(rows, over, strict=True))
    ]
    first = next(n for n, row in enumerate(rows) if row.figures())
    last = max((n for n in range(first) if heading[n]), default=-1)
    sections = [Section(list(rows[: last + 1]))]
    for row, heads_others in zip(rows[last + 1 :], heading[last + 1 :], strict=True):
        if heads_others:
            if sections[-1].rows:
                sections.append(Section())
            sections[-1].header.append(row)
        else:
            sections[-1].rows.append(row)
    return sections


def _figures_near(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """The next few rows of figures below each row, or the last one."""
    filled = [row for row in rows if row.figures()]
    places = accumulate((bool(row.figures()) for row in rows), initial=0)
    last = len(filled) - 1
    return [filled[min(at, last) :][:_FEW] for at, _ in zip(places, rows, strict=False)]


def _is_over(row: Row, near: Sequence[Row]) -> bool:
    """Whether words stand over figures, or all to the right of the labels beside these."""
    if row.figures():
        return False
    last = row.pieces[-1].box
    labels = [other.words()[-1].box.right for other in near if other.words()]
    beside = len(row.pieces) > 1 and len(labels) == len(near) and last.left > max(labels)
    return beside or last.right > min(other.figures()[0].box.left for other in near)
