"""Paragraphs parted at the line ends within them that do not stand in a sentence.

A report pasted from elsewhere, or written by somebody who ends lines with Shift and Enter, has
its headings and its text in one paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gxcheck.document.docx.drafts import Draft, Grid, Line, Piece, Text
from gxcheck.document.line_ends import goes_on
from gxcheck.document.typography import typography

__all__ = ["parted"]


def parted(draft: Draft) -> Sequence[Draft]:
    """The paragraphs that one of the body is; any other block as it is."""
    if isinstance(draft, Grid) or draft.role != "body":
        return (draft,)
    line = draft.line
    if not any("\n" in piece.text for piece in line.pieces):
        return (draft,)
    edges = [0, *_ends("".join(piece.text for piece in line.pieces))]
    return [
        Text(Line(line.paragraph, list(_between(line.pieces, start, end))))
        for start, end in pairwise(edges)
    ]


def _ends(text: str) -> Iterator[int]:
    """Where each paragraph ends; the line end belongs to the one before it."""
    words = typography()
    lines = text.split("\n")
    end = 0
    for upper, lower in pairwise(lines):
        end += len(upper) + 1
        if not goes_on(upper, lower, words):
            yield end
    yield len(text)


def _between(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    """What of the pieces stands between two characters of their text."""
    place = 0
    for piece in pieces:
        first, last = max(start - place, 0), min(end - place, len(piece.text))
        if first < last:
            yield Piece(piece.text[first:last], piece.run, piece.at + first)
        place += len(piece.text)
