"""Characters put together to lines, and lines to running text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from gxcheck.document.pdf.page import Box, Glyph

__all__ = ["Line", "em_of", "join", "lines_of", "text_of"]

_LEFT, _BASE = itemgetter(1), itemgetter(5)
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
    sizes = [glyph[3] - glyph[1] for glyph in glyphs if glyph[0] >= "\u2e80"]
    if not sizes:
        sizes = [(glyph.bottom - glyph.top) * 0.8 for glyph in glyphs]
    sizes.sort()
    return (sizes[len(sizes) // 2] or 1.0) if sizes else 1.0


def lines_of(glyphs: Sequence[Glyph], em: float | None = None) -> list[Line]:
    """The lines that characters form, from top to bottom; `em` is the size of most of them."""
    if not glyphs:
        return []
    reach = (em or em_of(glyphs)) * _SAME_LINE
    ordered = sorted(glyphs, key=_BASE)
    line = [ordered[0]]
    lines = [line]
    first = last = line[0].base
    for glyph in ordered[1:]:
        base = glyph.base
        if base != last and (base - last > reach or base - first > 2 * reach):
            line, first = [], base
            lines.append(line)
        line.append(glyph)
        last = base
    return [_line(line) for line in lines]


def _line(glyphs: list[Glyph]) -> Line:
    glyphs.sort(key=_LEFT)
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
        if glyph[6]:
            gap = glyph.left - before.right
            ideographs = before.text >= "\u2e80" and glyph.text >= "\u2e80"
            if gap > (_WIDE_SPACE if ideographs else _SPACE) * size:
                pieces.append(" ")
        pieces.append(glyph[0])
    return "".join(pieces)


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """A line that is printed twice, a hair apart, to look bold: each character once."""
    if all(before[0] != glyph[0] for before, glyph in pairwise(glyphs)):
        return glyphs
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
