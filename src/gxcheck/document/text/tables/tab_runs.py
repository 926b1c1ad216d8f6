"""How many tabs stand between two cells of a row: mostly one, more where tabs pad the columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from math import gcd

from msgspec import Struct

from gxcheck.document.text.lines import Span
from gxcheck.patterns import own_pattern

__all__ = ["TabRuns", "tab_runs"]

_RUN = own_pattern(r"(\t+)")
_LEAST_GAPS = 4
_LEAST_FIGURES = 12


class TabRuns(Struct, frozen=True):
    """`size` tabs stand between two cells; `loose` where labels are padded by other numbers.

    There blank cells do not show.
    """

    size: int = 1
    loose: bool = False

    def cells(self, pieces: Sequence[Span]) -> list[Span]:
        """The cells of a row, of what stands between its single tabs."""
        if self.size == 1:
            return list(pieces)
        if self.loose:
            return [piece for piece in pieces if piece.end > piece.start]
        cells: list[Span] = []
        for blank, run in groupby(pieces, key=lambda piece: piece.end == piece.start):
            same = list(run)
            if blank:
                inside = bool(cells) and same[-1] is not pieces[-1]
                same = same[: (len(same) + inside) // self.size - inside]
            cells += same
        return cells


def tab_runs(lines: Iterable[str], is_figure: Callable[[str], bool]) -> TabRuns:
    """What parts the cells of rows: all gaps tell it, or at least those between figures."""
    gaps: list[int] = []
    figures: list[int] = []
    for line in lines:
        pieces = _RUN.split(line.strip())
        for left, tabs, right in zip(pieces[::2], pieces[1::2], pieces[2::2], strict=False):
            gaps.append(len(tabs))
            if is_figure(left.strip()) and is_figure(right.strip()):
                figures.append(len(tabs))
    if len(gaps) >= _LEAST_GAPS and min(gaps) == gcd(*gaps) > 1:
        return TabRuns(min(gaps))
    if len(figures) >= _LEAST_FIGURES and min(figures) == gcd(*figures) > 1:
        return TabRuns(min(figures), loose=True)
    return TabRuns()
