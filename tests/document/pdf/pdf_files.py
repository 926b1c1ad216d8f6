"""PDF files of our own, drawn for the tests."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from io import BytesIO
from itertools import pairwise

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONT, OTHER_FONT = "Squares", "Bold squares"
WIDTH, HEIGHT = A4
LEFT, RIGHT = 80.0, 515.0
PITCH = 24.0
SIZE = 12.0


@cache
def _font() -> None:
    """Fonts with one sign for all ideographs, as wide as they are: no Chinese one is needed."""
    for name, shapes in ((FONT, "Vera.ttf"), (OTHER_FONT, "VeraBd.ttf")):
        font = TTFont(name, shapes)
        sign = font.face.charToGlyph[ord("H")]
        for code in (
            *range(0x2018, 0x201E),
            *range(0x2E80, 0xA000),
            *range(0xF900, 0xFB00),
            *range(0xFF00, 0xFFF0),
        ):
            font.face.charToGlyph[code] = sign
            font.face.charWidths[code] = 1000
        pdfmetrics.registerFont(font)


def nameless(data: bytes) -> bytes:
    """A file that is not compressed, whose last font no longer says what its characters are."""
    head, mark, rest = data.rpartition(b"/ToUnicode ")
    return head + b" " * len(mark) + re.sub(rb"\A\d+ 0 R", lambda one: b" " * len(one[0]), rest)


class Sheets:
    """Draws pages; heights count from the top."""

    def __init__(self, compressed: bool = True, **options: object) -> None:
        _font()
        self.file = BytesIO()
        self.canvas = Canvas(self.file, pagesize=A4, pageCompression=int(compressed), **options)
        self.canvas.setLineWidth(0.5)
        self.font()

    def font(self, size: float = SIZE, name: str = FONT) -> None:
        self.canvas.setFont(name, size)
        self.size = size

    def text(self, x: float, y: float, text: str) -> None:
        self.canvas.drawString(x, HEIGHT - y, text)

    def spread(self, x: float, y: float, text: str, pitch: float | None = None) -> None:
        """Text whose characters stand each at its place, all equally wide."""
        for place, mark in enumerate(text):
            self.text(x + place * (pitch or self.size), y, mark)

    def upright(self, x: float, y: float, text: str) -> None:
        for place, mark in enumerate(text):
            self.text(x, y + place * self.size * 1.1, mark)

    def prose(self, y: float, paragraph: str, indent: int = 2) -> float:
        """A paragraph set full over the page; the height below it."""
        text = "　" * indent + paragraph
        most = int((RIGHT - LEFT) // self.size)
        for start in range(0, len(text), most):
            line = text[start : start + most]
            bare = line.lstrip("　")
            self.spread(LEFT + (len(line) - len(bare)) * self.size, y, bare)
            y += PITCH
        return y

    def line(self, x: float, y: float, to_x: float, to_y: float) -> None:
        self.canvas.line(x, HEIGHT - y, to_x, HEIGHT - to_y)

    def rectangle(self, x: float, y: float, to_x: float, to_y: float, fill: bool = False) -> None:
        self.canvas.rect(x, HEIGHT - to_y, to_x - x, to_y - y, stroke=not fill, fill=fill)

    def grid(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        rows: Iterable[Sequence[str]],
        ruled: bool = True,
        skip: Callable[[str, int], bool] = lambda side, place: False,
    ) -> None:
        """A table without merged cells; `skip` tells the border lines that are left out."""
        if ruled:
            for place, y in enumerate(ys):
                if not skip("row", place):
                    self.line(xs[0], y, xs[-1], y)
            for place, x in enumerate(xs):
                if not skip("column", place):
                    self.line(x, ys[0], x, ys[-1])
        for (top, bottom), row in zip(pairwise(ys), rows, strict=True):
            for x, words in zip(xs, row, strict=False):
                self.text(x + 4, (top + bottom) / 2 + self.size * 0.35, words)

    def next_page(self) -> None:
        size = self.size
        self.canvas.showPage()
        self.canvas.setLineWidth(0.5)
        self.font(size)

    def bytes(self) -> bytes:
        self.canvas.showPage()
        self.canvas.save()
        return self.file.getvalue()
