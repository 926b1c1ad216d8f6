"""Maps from one system of coordinates to another: those of forms, and of turned pages."""

from __future__ import annotations

from typing import NamedTuple

from gxcheck.document.pdf.shown.page import Box

__all__ = ["IDENTITY", "Affine", "shown", "turned_back"]


class Affine(NamedTuple):
    """Maps (x, y) to (a·x + c·y + e, b·x + d·y + f), as PDF writes its matrices."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, left: float, top: float, right: float, bottom: float) -> Box:
        """The rectangle around where a rectangle goes."""
        a, b, c, d, e, f = self
        if b == c == 0.0 and a > 0 > d:
            return Box(a * left + e, d * bottom + f, a * right + e, d * top + f)
        corners = [self.point(x, y) for x in (left, right) for y in (top, bottom)]
        across, down = zip(*corners, strict=True)
        return Box(min(across), min(down), max(across), max(down))

    def then(self, other: Affine) -> Affine:
        """The map that does this one, then the other."""
        a, b, c, d, e, f = other
        return Affine(
            a * self.a + c * self.b,
            b * self.a + d * self.b,
            a * self.c + c * self.d,
            b * self.c + d * self.d,
            a * self.e + c * self.f + e,
            b * self.e + d * self.f + f,
        )


IDENTITY = Affine(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def shown(left: float, bottom: float, width: float, height: float, quarters: int) -> Affine:
    """From PDF's space, where y goes up, to the page as shown, turned clockwise by `quarters`.

    `left`, `bottom`, `width` and `height` are those of the visible part before it is turned.
    """
    moved = Affine(1.0, 0.0, 0.0, 1.0, -left, -bottom)
    turn = (
        Affine(1.0, 0.0, 0.0, -1.0, 0.0, height),
        Affine(0.0, 1.0, 1.0, 0.0, 0.0, 0.0),
        Affine(-1.0, 0.0, 0.0, 1.0, width, 0.0),
        Affine(0.0, -1.0, -1.0, 0.0, height, width),
    )[quarters % 4]
    return moved.then(turn)


def turned_back(width: float, height: float, quarters: int) -> Affine:
    """From a page as shown to one whose text runs from left to right.

    `quarters` is 1 where the text as shown runs upward, 2 upside down, 3 downward.
    """
    return (
        IDENTITY,
        Affine(0.0, 1.0, -1.0, 0.0, height, 0.0),
        Affine(-1.0, 0.0, 0.0, -1.0, width, height),
        Affine(0.0, -1.0, 1.0, 0.0, 0.0, width),
    )[quarters % 4]
