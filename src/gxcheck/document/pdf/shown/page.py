"""What a page shows, as plain values: characters, ruling lines and pictures, each with its place.

Lengths are points. The origin is the upper left corner of the page as it is looked at, so that
`top` is less than `bottom`; a page that is shown turned, or whose text runs upward, is turned
back before anything else is done with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct, field

__all__ = ["FIRST_IDEOGRAPH", "UNKNOWN", "Box", "Glyph", "Page", "Stroke", "union"]

UNKNOWN = "\ufffd"
"""What stands for a character whose font does not say what it is."""


FIRST_IDEOGRAPH = "\u2e80"
"""Characters from this on are as wide as high: ideographs, and all that is set among them."""


class Box(NamedTuple):
    """A rectangle on a page."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def encloses(self, other: Box) -> bool:
        """Whether another rectangle lies inside."""
        return self.holds(other.left, other.top) and self.holds(other.right, other.bottom)

    @property
    def area(self) -> float:
        """Width by height."""
        return (self.right - self.left) * (self.bottom - self.top)


class Glyph(Struct, frozen=True, gc=False):
    """One character. `base` is the height of its line, `spaced` whether a space stands before."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    spaced: bool


class Stroke(NamedTuple):
    """A ruling line: at `at` across (or down) the page, from `start` to `end`."""

    at: float
    start: float
    end: float


class Page(Struct):
    """One page. `number` counts from 1; `turns` says how many quarters it was turned back.

    `em` is the width of most full characters.
    `pale` are characters that may be a watermark, once they are put apart from the others.
    `across` are the level ruling lines, `down` the upright ones, `tiles` the filled rectangles.
    `unmapped` counts characters whose font does not say what they are; `misplaced` tells that the
    words over the picture of a scan do not stand in their places.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    pale: list[Glyph] = field(default_factory=list)
    across: list[Stroke] = field(default_factory=list)
    down: list[Stroke] = field(default_factory=list)
    tiles: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    drawings: int = 0
    unmapped: int = 0
    misplaced: bool = False
    turns: int = 0
    em: float = 1.0

    def turned(self, box: Box) -> Box:
        """A rectangle as the page shows it, where its text was turned back to be read."""
        left, top, right, bottom = box
        if self.turns == 1:
            return Box(top, self.width - right, bottom, self.width - left)
        if self.turns == 2:
            return Box(
                self.width - right, self.height - bottom, self.width - left, self.height - top
            )
        if self.turns == 3:
            return Box(self.height - bottom, left, self.height - top, right)
        return box


def union(boxes: Sequence[Box | Glyph]) -> Box:
    """The smallest rectangle that holds all."""
    return Box(
        min([box.left for box in boxes]),
        min([box.top for box in boxes]),
        max([box.right for box in boxes]),
        max([box.bottom for box in boxes]),
    )
