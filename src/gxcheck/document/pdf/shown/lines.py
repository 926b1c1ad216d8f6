"""Characters put together to lines, and lines to running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter, eq

from msgspec import Struct

from gxcheck.document.pdf.shown.page import FIRST_IDEOGRAPH, Box, Glyph
from gxcheck.document.pdf.shown.references import without_lines_of_references, without_references

__all__ = ["Line", "em_of", "join", "lines_of", "text_of"]

_LEFT, _BASE = attrgetter("left"), attrgetter("base")
_WIDE = 0.8  # of its height, as wide as a full character is taken to be
_SAME_LINE = 0.4  # em by which the feet of a line may differ
_SPACE = 0.16  # em of a space
_WIDE_SPACE = 0.8  # em of one between ideographs
_MOST_TRACKING = 0.35  # em by which letters may be set apart
_DOUBLED = 0.25  # of its width, by which a character printed twice is shifted
_SHADOW = 0.1  # of its width, by which a shadow is
_MOSTLY = 0.9  # of the characters of a line that is printed twice
_LONGEST = 200  # characters of an address
_ADDRESS = re.compile(r"(?:://|www\.|@)[!-~]*\Z")


class Line(Struct):
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
    sizes = [glyph.right - glyph.left for glyph in glyphs if glyph.text >= FIRST_IDEOGRAPH]
    if not sizes:
        sizes = [(glyph.bottom - glyph.top) * _WIDE for glyph in glyphs]
    sizes.sort()
    return (sizes[len(sizes) // 2] or 1.0) if sizes else 1.0


def lines_of(glyphs: Sequence[Glyph], em: float | None = None) -> list[Line]:
    """The lines that characters form, from top to bottom; `em` is the size of most of them."""
    if not glyphs:
        return []
    reach = (em or em_of(glyphs)) * _SAME_LINE
    ordered = sorted(glyphs, key=_BASE)
    first = last = ordered[0].base
    if ordered[-1].base == first:
        return [_line(ordered)]
    line = list[Glyph]()
    lines = [line]
    for glyph in ordered:
        base = glyph.base
        if base != last and (base - last > reach or base - first > 2 * reach):
            line, first = [], base
            lines.append(line)
        line.append(glyph)
        last = base
    return [_line(line) for line in without_lines_of_references(lines)]


def _line(glyphs: list[Glyph]) -> Line:
    """The line that characters make, once each and without references to notes."""
    is_level = glyphs[0].base == glyphs[-1].base
    glyphs.sort(key=_LEFT)
    if len(glyphs) > 1:
        glyphs = _once(glyphs)
        if not is_level:
            glyphs = without_references(glyphs)
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
    pieces = [glyph.text for glyph in glyphs]
    tracking = -1.0
    for place in [place for place, glyph in enumerate(glyphs) if glyph.spaced and place]:
        before, glyph = glyphs[place - 1], glyphs[place]
        gap = glyph.left - before.right
        if before.text >= FIRST_IDEOGRAPH and glyph.text >= FIRST_IDEOGRAPH:
            parted = gap > _WIDE_SPACE * size
        elif gap > _SPACE * size:
            parted = True
            if before.text.isdecimal() and glyph.text.isdecimal():
                tracking = tracking if tracking >= 0 else _tracking(glyphs, size)
                parted = gap - tracking > _SPACE * size
        else:
            parted = False
        if parted:
            pieces[place] = " " + glyph.text
    return "".join(pieces)


def _tracking(glyphs: Sequence[Glyph], size: float) -> float:
    """By how much all characters of a line are set apart."""
    gaps = sorted([glyph.left - before.right for before, glyph in pairwise(glyphs)])
    usual = gaps[len(gaps) // 4]
    return max(usual, 0.0) if usual <= _MOST_TRACKING * size else 0.0


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """A line that is printed twice, a hair apart, to look bold: each character once.

    So it is with a shadow; of one that PDFium left out in part, what lies right upon another.
    """
    texts = [glyph.text for glyph in glyphs]
    if not any(map(eq, texts, texts[1:])):
        return glyphs
    for apart in (_DOUBLED, _SHADOW):
        kept = [glyphs[0]]
        for glyph in glyphs[1:]:
            before = kept[-1]
            shift, width = glyph.left - before.left, glyph.right - glyph.left
            if glyph.text != before.text or not 0 <= shift < apart * width:
                kept.append(glyph)
        if apart == _SHADOW or (len(glyphs) - len(kept)) * 2 >= _MOSTLY * len(glyphs):
            break
    return kept


def join(texts: Iterable[str], full: bool = False) -> str:
    """Lines as running text: a space only where two Latin words or numbers meet.

    Lines that are `full` may end inside a number or the address of a website.
    """
    joined = ""
    for text in texts:
        if joined and text and _is_word(joined[-1]) and _is_word(text[0]):
            joined += "" if full and _is_cut(joined, text) else " "
        joined += text
    return joined


def _is_cut(upper: str, lower: str) -> bool:
    is_number = upper[-1].isdecimal() and lower[0].isdecimal()
    return is_number or _ADDRESS.search(upper, max(len(upper) - _LONGEST, 0)) is not None


def _is_word(mark: str) -> bool:
    return mark.isascii() and mark.isalnum()
