"""The ink of words: some are set so that nobody sees them, some so pale that they are a watermark.

Words that are white or not painted at all are no part of what a page says, unless something lies
under them: a picture of a scan, or a dark ground. Only called in the child process.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import Literal, TypeAlias

from gxcheck.document.pdf.shown.native import Handle, address, bounds_of, colors_of
from gxcheck.document.pdf.shown.page import Box, Glyph, Page

__all__ = ["Ink", "part_by_ink"]

Tone: TypeAlias = Literal["pale", "white", "unpainted"]

_STROKED = frozenset((1, 2, 5, 6))
_UNPAINTED = frozenset((3, 7))
_WHITE, _PALE = 750, 450  # of 765, red, green and blue together
_CLEAR, _THIN = 8, 140  # of 255, up to which what is painted is clear, or lets others through
_MOST_GROUNDS = 200
_FEW = 60  # pale characters that may be most of a page
_SQUARE = 3.0  # points: a shadow stands in the same square or in the next one


class Ink:
    """The text objects of a page in their order, those that are not dark, and filled paths."""

    def __init__(self) -> None:
        self.texts: list[Handle] = []
        self.tones: dict[int, Tone] = {}
        self.fills: list[tuple[Handle, Box]] = []

    def note(self, texts: Sequence[Handle], modes: Sequence[int]) -> None:
        """Take note of text objects, each with the way in which it is drawn."""
        self.texts += texts
        tones = _tones(texts)
        if any(tones) or not _UNPAINTED.isdisjoint(modes):
            for text, mode, tone in zip(texts, modes, tones, strict=True):
                if mode in _UNPAINTED:
                    self.tones[address(text)] = "unpainted"
                elif tone and mode not in _STROKED:
                    self.tones[address(text)] = tone

    def grounds(self) -> Iterator[Box]:
        """The paths that are filled with a color on which white words can be seen."""
        tones = _tones([item for item, _ in self.fills])
        for (_, box), tone in zip(self.fills, tones, strict=True):
            if tone in (None, "pale"):
                yield box


def _tones(items: Sequence[Handle]) -> list[Tone | None]:
    """How pale the fillings of objects are; None for a dark one, or none."""
    colors = colors_of(items)
    tones = {color: color and _tone(*color) for color in set(colors)}
    return [tones[color] for color in colors]


def _tone(red: int, green: int, blue: int, cover: int) -> Tone | None:
    if cover <= _CLEAR:
        return "unpainted"
    if red + green + blue >= _WHITE:
        return "white"
    return "pale" if red + green + blue >= _PALE or cover <= _THIN else None


def part_by_ink(page: Page, owners: Sequence[int | None], ink: Ink) -> None:
    """Leave out the words of a page that nobody sees, and put its pale ones apart.

    `owners` are the text objects that its characters come from. Where most words are like that,
    something else is the matter: then all stay.
    """
    unseen = _unseen(page, owners, ink)
    if 0 < 2 * sum(unseen) <= len(unseen):
        seen = [not one for one in unseen]
        page.glyphs, owners = list(compress(page.glyphs, seen)), list(compress(owners, seen))
    pale = [ink.tones.get(owner or 0) == "pale" for owner in owners]
    if 0 < sum(pale) <= max(_FEW, len(pale) // 2):
        page.pale = list(compress(page.glyphs, pale))
        page.glyphs = list(compress(page.glyphs, [not one for one in pale]))


def _unseen(page: Page, owners: Sequence[int | None], ink: Ink) -> list[bool]:
    pictures = _largest(page.pictures)
    grounds = _largest([*pictures, *ink.grounds()])
    shown = _with_shadow(owners, ink)
    under = {"unpainted": pictures, "white": grounds}
    return [
        owner is not None
        and owner not in shown
        and (tone := ink.tones.get(owner)) in under
        and not _lies_on(glyph, under[tone])
        for glyph, owner in zip(page.glyphs, owners, strict=True)
    ]


def _largest(boxes: Sequence[Box]) -> list[Box]:
    return sorted(boxes, key=lambda box: -box.area)[:_MOST_GROUNDS]


def _lies_on(glyph: Glyph, grounds: Sequence[Box]) -> bool:
    x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
    return any(ground.holds(x, y) for ground in grounds)


def _with_shadow(owners: Sequence[int | None], ink: Ink) -> set[int]:
    """White words whose dark ones PDFium took for their shadow, and left out."""
    texts = {address(text): text for text in ink.texts}
    dropped = {_place(texts[at]) for at in texts.keys() - ink.tones.keys() - set(owners)}
    return {at for at in ink.tones if dropped and not dropped.isdisjoint(_around(texts[at]))}


def _place(item: Handle) -> tuple[int, int]:
    """Where on a page of wide squares an object begins."""
    left, bottom, _, _ = bounds_of(item) or (0.0, 0.0, 0.0, 0.0)
    return round(left / _SQUARE), round(bottom / _SQUARE)


def _around(item: Handle) -> Iterator[tuple[int, int]]:
    """The squares of an object and those beside it."""
    x, y = _place(item)
    return ((x + right, y + up) for right in (-1, 0, 1) for up in (-1, 0, 1))
