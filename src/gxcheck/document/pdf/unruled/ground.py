"""What lies under words: one page, or several that are read as one long page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from msgspec import Struct, field
from msgspec.structs import replace

from gxcheck.document.pdf.shown.lines import Line
from gxcheck.document.pdf.shown.page import Box, Page, Stroke

__all__ = ["Ground", "lowered"]


class Ground(Struct):
    """Its level lines and the edges of its shades; where pages begin and how low they lie."""

    levels: list[Stroke] = field(default_factory=list)
    _pages: list[tuple[float, float, Page]] = field(default_factory=list)

    @classmethod
    def of(cls, page: Page) -> Ground:
        """The ground that one page is."""
        return cls(list(_levels(page)), [(-inf, 0.0, page)])

    def add(self, page: Page, top: float, bottom: float, by: float) -> None:
        """Lay what a page has from `top` to `bottom` below the pages before it, lowered `by`.

        What is drawn beyond, at the end of a page, does not part rows.
        """
        self.levels += [
            level._replace(at=level.at + by) for level in _levels(page) if top <= level.at <= bottom
        ]
        self._pages.append((top + by, by, page))

    def place(self, box: Box) -> tuple[int, Box]:
        """The number of the page on which a rectangle begins, and where it shows it."""
        _, by, page = next(one for one in reversed(self._pages) if one[0] <= box.top)
        return page.number, page.turned(_lower(box, -by))


def _levels(page: Page) -> Iterator[Stroke]:
    yield from page.across
    for left, top, right, bottom in page.tiles:
        yield Stroke(top, left, right)
        yield Stroke(bottom, left, right)


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
                replace(one, top=one.top + by, bottom=one.bottom + by, base=one.base + by)
                for one in line.glyphs
            ],
        )
        for line in lines
    ]


def _lower(box: Box, by: float) -> Box:
    return Box(box.left, box.top + by, box.right, box.bottom + by)
