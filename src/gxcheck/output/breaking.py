"""Where a line of Chinese may end: between any two signs, but for what must stay together.

A figure, a Latin word or an address stays whole where a line has room for it; a closing mark does
not begin a line, and an opening one does not end it. Rich breaks lines at blanks alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from gxcheck.document.typography import Typography, typography
from gxcheck.patterns import own_pattern

__all__ = ["line_starts"]


def line_starts(text: str, width: int) -> list[int]:
    """The offsets in a text where lines after the first begin, none wider than `width` cells."""
    starts: list[int] = []
    place = used = 0
    for piece in _fitting(text, width):
        if used and used + cell_len(piece.rstrip()) > width:
            starts.append(place)
            used = 0
        used += cell_len(piece)
        place += len(piece)
    return starts


def _fitting(text: str, width: int) -> Iterator[str]:
    """What stays together; what no line has room for, sign by sign."""
    for piece in _PIECES.findall(text):
        signs: Iterable[str] = piece if cell_len(piece.rstrip()) > width else (piece,)
        yield from signs


def _pieces(marks: Typography) -> re.Pattern[str]:
    """Any sign, or signs of one figure or Latin word, with the marks that stay with it."""
    closing = re.escape("".join(sorted(marks.closers | marks.ends | marks.stops | marks.commas)))
    opening = re.escape("".join(sorted(marks.openers)))
    return own_pattern(rf"(?s)\s*[{opening}]*(?:[!-~]+|.)[{closing}]*\s*")


_PIECES = _pieces(typography())
