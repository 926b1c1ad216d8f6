"""Characters put together to lines, and lines to running text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from statistics import median

from gxcheck.document.pdf.page import Box, Glyph

__all__ = ["Line", "em_of", "join", "lines_of", "text_of"]

_SAME_LINE = 0.4
_SPACE = 0.16
_WIDE_SPACE = 0.8
_DOUBLED = 0.25
_MOSTLY = 0.9


@dataclass(slots=True)
class Line:
    """One line of text; `size` is the width of a full character."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    glyphs: Sequence[Glyph]

    @property
    def box(self) -> Box:
        """Its outline."""
        return Box(self.left, self.top, self.right, self.bottom)


def em_of(glyphs: Sequence[Glyph]) -> float:
    """The width of a full character: that of the ideographs, else as their height tells."""
    wide = [glyph.right - glyph.left for glyph in glyphs if glyph.text >= "\u2e80"]
    if not wide:
        wide = [(glyph.bottom - glyph.top) * 0.8 for glyph in glyphs]
    return median(wide) or 1.0 if wide else 1.0


def lines_of(glyphs: Sequence[Glyph], em: float | None = None) -> list[Line]:
    """The lines that characters form, from top to bottom; `em` is the size of most of them."""
    if not glyphs:
        return []
    reach = (em or em_of(glyphs)) * _SAME_LINE
    ordered = sorted(glyphs, key=attrgetter("base"))
    lines = [[ordered[0]]]
    for upper, lower in pairwise(ordered):
        if lower.base - upper.base > reach or lower.base - lines[-1][0].base > 2 * reach:
            lines.append([])
        lines[-1].append(lower)
    return [_line(line) for line in lines]


def _line(glyphs: list[Glyph]) -> Line:
    glyphs.sort(key=attrgetter("left"))
    if len(glyphs) > 1:
        glyphs = _once(glyphs)
    size = em_of(glyphs)
    return Line(
        text_of(glyphs, size),
        glyphs[0].left,
        min([glyph.top for glyph in glyphs]),
        max([glyph.right for glyph in glyphs]),
        max([glyph.bottom for glyph in glyphs]),
        glyphs[len(glyphs) // 2].base,
        size,
        glyphs,
    )


def text_of(glyphs: Sequence[Glyph], size: float) -> str:
    """The text of characters that stand in one line; letters set apart are not parted."""
    pieces = [glyphs[0].text] if glyphs else []
    for before, glyph in pairwise(glyphs):
        if glyph.spaced:
            gap = glyph.left - before.right
            ideographs = before.text >= "\u2e80" and glyph.text >= "\u2e80"
            if gap > (_WIDE_SPACE if ideographs else _SPACE) * size:
                pieces.append(" ")
        pieces.append(glyph.text)
    return "".join(pieces)


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """A line that is printed twice, a hair apart, to look bold: each character once."""
    kept = [glyphs[0]]
    for glyph in glyphs[1:]:
        before = kept[-1]
        shift = glyph.left - before.left
        width = glyph.right - glyph.left
        if glyph.text == before.text and 0 < shift < _DOUBLED * width:
            continue
        kept.append(glyph)
    doubled = (len(glyphs) - len(kept)) * 2 >= _MOSTLY * len(glyphs)
    return kept if doubled else glyphs


def join(texts: Iterable[str]) -> str:
    """Lines as running text: a space only where two Latin words or numbers meet."""
    joined = ""
    for text in texts:
        if joined and text and _is_word(joined[-1]) and _is_word(text[0]):
            joined += " "
        joined += text
    return joined


def _is_word(mark: str) -> bool:
    return mark.isascii() and mark.isalnum()
