"""Words printed over a page that are no part of it: those far larger than its text, or paler.

They lie over the text. Slanting ones are left out where characters are read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from gxcheck.document.pdf.shown.page import FIRST_IDEOGRAPH, Glyph, Page

__all__ = ["drop_watermarks"]

_LARGE = 2.2  # times the width of most characters
_MOST = 200  # characters of a watermark
_MOST_PALE = 2_000  # pale characters of a page that are looked at


def drop_watermarks(pages: Sequence[Page]) -> None:
    """Leave out the characters of watermarks, and put the other pale ones among the rest.

    A pale character that is part of one on a page is so on all of them.
    """
    for page in pages:
        page.glyphs = _without_large(page.glyphs, page.em)
    marks = {mark for page in pages if page.pale for mark in _marks(page.pale, page.glyphs)}
    for page in pages:
        if page.pale:
            page.glyphs = page.glyphs + [one for one in page.pale if _mark(one) not in marks]


def _marks(pale: Sequence[Glyph], glyphs: Sequence[Glyph]) -> set[tuple[str, int]]:
    """The pale characters of each size in which one lies over another character of a page."""
    ordered = sorted(glyphs, key=_base)
    bases = [glyph.base for glyph in ordered]
    reach = max((glyph.bottom - glyph.top for glyph in ordered), default=0.0)
    sizes = {_size(one) for one in pale[:_MOST_PALE] if _meets(one, ordered, bases, reach)}
    return {_mark(one) for one in pale if _size(one) in sizes}


def _mark(glyph: Glyph) -> tuple[str, int]:
    return glyph.text, _size(glyph)


def _meets(glyph: Glyph, others: Sequence[Glyph], bases: Sequence[float], reach: float) -> bool:
    """Whether the middle of a character lies on another one, or the other's on it."""
    first = bisect_left(bases, glyph.top - reach)
    last = bisect_right(bases, glyph.bottom + reach)
    return any(_holds(glyph, other) or _holds(other, glyph) for other in others[first:last])


def _holds(glyph: Glyph, other: Glyph) -> bool:
    x, y = (other.left + other.right) / 2, (other.top + other.bottom) / 2
    return glyph.left < x < glyph.right and glyph.top < y < glyph.bottom


def _without_large(glyphs: list[Glyph], em: float) -> list[Glyph]:
    least = _LARGE * em
    large = [
        glyph
        for glyph in glyphs
        if glyph.right - glyph.left > least and glyph.text >= FIRST_IDEOGRAPH
    ]
    if not 0 < len(large) <= _MOST:
        return glyphs
    small = sorted([glyph for glyph in glyphs if glyph.right - glyph.left <= least], key=_base)
    bases = [glyph.base for glyph in small]
    sizes = {_size(glyph) for glyph in large if _lies_over(glyph, small, bases)}
    return [glyph for glyph in glyphs if _size(glyph) not in sizes] if sizes else glyphs


def _base(glyph: Glyph) -> float:
    return glyph.base


def _size(glyph: Glyph) -> int:
    return round(glyph.bottom - glyph.top)


def _lies_over(glyph: Glyph, small: Sequence[Glyph], bases: Sequence[float]) -> bool:
    """Whether a large character has small ones inside its outline, down to the foot of its line."""
    first = bisect_left(bases, glyph.top + (glyph.bottom - glyph.top) / 8)
    last = bisect_right(bases, glyph.base + 1)
    return any(glyph.left < (g.left + g.right) / 2 < glyph.right for g in small[first:last])
