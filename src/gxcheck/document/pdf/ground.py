"""What lies under words: one page, or several that are read as one long page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf

from gxcheck.document.pdf.lines import Line
from gxcheck.document.pdf.page import Box, Page, Stroke

__all__ = ["Ground", "lowered"]


@dataclass(slots=True)
class Ground:
    """Level ruling lines and filled rectangles, and where the pages begin and how low they lie."""

    across: list[Stroke] = field(default_factory=list)
    tiles: list[Box] = field(default_factory=list)
    _pages: list[tuple[float, float, Page]] = field(default_factory=list)

    @classmethod
    def of(cls, page: Page) -> Ground:
        """The ground that one page is."""
        return cls(page.across, page.tiles, [(-inf, 0.0, page)])

    def add(self, page: Page, start: float, by: float) -> None:
        """Lay a page, lowered `by` so many points, below those before it, which end at `start`."""
        self.across += [stroke._replace(at=stroke.at + by) for stroke in page.across]
        self.tiles += [_lower(tile, by) for tile in page.tiles]
        self._pages.append((start, by, page))

    def place(self, box: Box) -> tuple[int, Box]:
        """The number of the page on which a rectangle begins, and where it shows it."""
        _, by, page = next(one for one in reversed(self._pages) if one[0] <= box.top)
        return page.number, page.turned(_lower(box, -by))


def lowered(lines: Sequence[Line], by: float) -> list[Line]:
    """Lines with all their characters as they stand on a lowered page."""
    return [
        Line(
            line.text,
            line.left,
            line.top + by,
            line.right,
            line.bottom + by,
            line.base + by,
            line.size,
            [
                one._replace(top=one.top + by, bottom=one.bottom + by, base=one.base + by)
                for one in line.glyphs
            ],
        )
        for line in lines
    ]


def _lower(box: Box, by: float) -> Box:
    return Box(box.left, box.top + by, box.right, box.bottom + by)
