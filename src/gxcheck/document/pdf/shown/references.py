"""Small raised digits behind words refer to notes: they are no part of words and figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from gxcheck.document.pdf.shown.page import Glyph

__all__ = ["without_lines_of_references", "without_references"]

_LEFT = attrgetter("left")
_SMALL = 0.75  # of the height of a character beside it
_RAISED = (0.15, 0.9)  # of that height, at least and at most
_ASIDE = 0.6  # of that height, behind the word
_MOST = 3  # digits in a line of their own


def without_references(line: list[Glyph]) -> list[Glyph]:
    """The characters of a line, from left to right, without such digits."""
    kept = [line[0]]
    for glyph in line[1:]:
        if not _refers(glyph, kept[-1]):
            kept.append(glyph)
    return kept


def without_lines_of_references(lines: Sequence[list[Glyph]]) -> Iterator[list[Glyph]]:
    """Lines from top to bottom without those of nothing but digits raised from the next line."""
    for upper, lower in pairwise(lines):
        if len(upper) > _MOST or not _all_refer(upper, lower):
            yield upper
    yield lines[-1]


def _all_refer(marks: Sequence[Glyph], line: Sequence[Glyph]) -> bool:
    words = [
        max((glyph for glyph in line if glyph.left < mark.left), key=_LEFT, default=None)
        for mark in marks
    ]
    return all(word and _refers(mark, word) for mark, word in zip(marks, words, strict=True))


def _refers(mark: Glyph, word: Glyph) -> bool:
    """Whether a digit is small and raised behind a character; not if that may have an exponent."""
    height = word.bottom - word.top
    if not mark.text.isdecimal() or mark.bottom - mark.top > _SMALL * height:
        return False
    least, most = _RAISED
    is_raised = least * height < word.base - mark.base < most * height
    is_latin = word.text.isascii() and word.text.isalpha()
    return is_raised and mark.left - word.right < _ASIDE * height and not is_latin
