"""Words printed level across a page, far larger than its text and over it: they are no part of it.

Slanting ones are left out where characters are read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from gxcheck.document.pdf.page import Glyph

__all__ = ["without_watermark"]

_LARGE = 2.2
_MOST = 200


def without_watermark(glyphs: list[Glyph], em: float) -> list[Glyph]:
    """The characters without those of a watermark; `em` is the size of most of them."""
    least = _LARGE * em
    large = [glyph for glyph in glyphs if glyph[3] - glyph[1] > least and glyph[0] >= "\u2e80"]
    if not 0 < len(large) <= _MOST:
        return glyphs
    small = sorted([glyph for glyph in glyphs if glyph[3] - glyph[1] <= least], key=_base)
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
