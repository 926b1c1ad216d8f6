"""A page that is a picture with its words laid over it: a scan that went through recognition.

Its tables have no lines but those in the picture. So the page is drawn in shades of grey, and
what is dark for longer than a stroke of a character is a line. A page that lay askew is set
straight, words and lines. Only called in the child process.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import string_at
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium
from msgspec import Struct
from msgspec.structs import replace

from gxcheck.document.pdf.shown.page import Box, Glyph, Page, Stroke

__all__ = ["is_recognised_scan", "read_scan"]

_COVERED = 0.5  # of a page by its pictures, from which it is a scan
_FEW = 12  # characters below which no words are laid over it
_DRAWN = 12  # lines of its own with which a page needs none of the picture's
_PIXELS = 1684  # of the longer side of a page as it is drawn: 144 to the inch of A4
_WHITE = 0xFFFFFFFF
_DARKER = 0.8  # of the paper's grey, below which a pixel is dark
_SAMPLE = 16  # of so many pixels one is asked for the paper's grey
_RUN = re.compile(rb"\x01{16,}")
_MOST_RUNS = 30_000  # beyond them a picture is a photograph, or noise
_SAME = 1.5  # rows from one run of a line to the next
_GAP = 3.0  # pixels by which such runs may miss each other
_LONG = 3.0  # em, longer than any stroke of a character
_TOUCHING = 4.0  # pixels between lines that meet
_THICK = 10.0  # pixels: the edge of the sheet or a dark ground
_FEWEST_CUT, _MOST_CUT = 3, 0.02  # digits that lines go through, and their share of all
_EDGE = 0.15  # of a digit's width on either side, which a line may touch
_PART = 16  # pixels of a run that are held against a slope at once
_STEPS, _STEP = 30, 0.001  # the slopes that are tried, up and down
_STRAIGHT = 0.0008  # a slope that shifts no word into another line
_PLAINLY = 1.3  # times sharper than without a slope
_LEAST_STEPS = 40  # from a character to the next, by which the slope of words is told


class _Run(NamedTuple):
    """Dark pixels beside (or below) each other: in which row (column), from where to where."""

    at: float
    start: float
    end: float


def is_recognised_scan(page: Page) -> bool:
    """Whether pictures cover most of a page that has words and hardly a line of its own."""
    if not page.pictures or len(page.glyphs) < _FEW or len(page.across) + len(page.down) > _DRAWN:
        return False
    covered = sum(_area_within(picture, page) for picture in page.pictures)
    return covered > _COVERED * page.width * page.height


def _area_within(box: Box, page: Page) -> float:
    width = min(box.right, page.width) - max(box.left, 0.0)
    height = min(box.bottom, page.height) - max(box.top, 0.0)
    return max(width, 0.0) * max(height, 0.0)


def read_scan(handle: Any, page: Page) -> None:
    """Add the lines in its picture to a page, open in PDFium as `handle`, and set it straight."""
    scale = _PIXELS / max(page.width, page.height)
    across, down = _runs(handle, round(page.width * scale), round(page.height * scale), page.turns)
    if len(across) + len(down) > _MOST_RUNS:
        across, down = [], []
    across = [run for line in _lines(across) for run in line.runs]
    slope = _slope(across) or _slope_of_words(page.glyphs)
    if abs(slope) > _STRAIGHT:
        x, y = page.width / 2, page.height / 2
        across = [_straight(run, -slope, x * scale, y * scale) for run in across]
        down = [_straight(run, slope, y * scale, x * scale) for run in down]
        page.glyphs = [_moved(glyph, slope, x, y) for glyph in page.glyphs]
    levels, uprights = ([line.as_run() for line in _lines(runs)] for runs in (across, down))
    least = _LONG * page.em * scale
    across, down = _drawn(levels, uprights, least), _drawn(uprights, levels, least)
    lines = [_stroke(run, scale) for run in down]
    page.misplaced = _cuts_numbers(lines, page.glyphs)
    if not page.misplaced:
        page.across += [_stroke(run, scale) for run in across]
        page.down += lines


def _stroke(run: _Run, scale: float) -> Stroke:
    return Stroke(run.at / scale, run.start / scale, run.end / scale)


def _runs(handle: Any, width: int, height: int, turns: int) -> tuple[list[_Run], list[_Run]]:
    """The long dark runs across and down a page, in pixels of it as it is read."""
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        flags = pdfium.FPDF_GRAYSCALE
        pdfium.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, turns, flags)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        greys = string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    sample = greys[::_SAMPLE]
    paper = max(range(256), key=lambda grey: sample.count(bytes((grey,))))
    data = greys.translate(bytes(grey < _DARKER * paper for grey in range(256)))
    rows = (data[stride * y : stride * y + width] for y in range(height))
    columns = (data[x::stride] for x in range(width))
    return list(_dark(rows)), list(_dark(columns))


def _dark(rows: Iterator[bytes]) -> Iterator[_Run]:
    for number, row in enumerate(rows):
        for found in _RUN.finditer(row):
            yield _Run(number + 0.5, *found.span())


def _slope(runs: Sequence[_Run]) -> float:
    """By how much lines fall, a pixel: at their slope the parts of runs fall into fewest rows.

    0 where no slope is plainly better than none.
    """
    parts = [(at, x) for at, start, end in runs for x in range(int(start), int(end), _PART)]

    def sharpness(step: int) -> int:
        slope = step * _STEP
        rows = Counter([int(at - slope * x) for at, x in parts])
        return sum([count * count for count in rows.values()])

    found = {step: sharpness(step) for step in range(-_STEPS, _STEPS + 1)}
    best = max(found, key=found.__getitem__)
    return best * _STEP if found[best] > _PLAINLY * found[0] else 0.0


def _slope_of_words(glyphs: Sequence[Glyph]) -> float:
    """By how much lines of words fall: from a character to the next one in its line."""
    steps = [
        (glyph.base - before.base) / (glyph.left - before.left)
        for before, glyph in pairwise(glyphs)
        if 0 < glyph.left - before.left < 2 * (before.right - before.left)
        and abs(glyph.base - before.base) < (before.right - before.left) / 4
    ]
    slope = median(steps) if len(steps) >= _LEAST_STEPS else 0.0
    return slope if abs(slope) <= _STEPS * _STEP else 0.0


def _straight(run: _Run, slope: float, along: float, aside: float) -> _Run:
    """A run where it would be had the page lain straight; the page's middle stays where it is."""
    shift = -slope * (run.at - aside)
    at = run.at + slope * ((run.start + run.end) / 2 - along)
    return _Run(at, run.start + shift, run.end + shift)


def _moved(glyph: Glyph, slope: float, x: float, y: float) -> Glyph:
    """A character where it would be had the page lain straight; (`x`, `y`) is its middle."""
    right = slope * ((glyph.top + glyph.bottom) / 2 - y)
    down = -slope * ((glyph.left + glyph.right) / 2 - x)
    return replace(
        glyph,
        left=glyph.left + right,
        right=glyph.right + right,
        top=glyph.top + down,
        bottom=glyph.bottom + down,
        base=glyph.base + down,
    )


class _Line(Struct, eq=False):
    """Runs that touch, and those of them that the next one may touch."""

    runs: list[_Run]
    last: list[_Run]

    def touches(self, run: _Run) -> bool:
        """Whether a run goes on with it."""
        self.last = [one for one in self.last if run.at - one.at <= _SAME]
        return any(one.start <= run.end + _GAP and run.start <= one.end + _GAP for one in self.last)

    def as_run(self) -> _Run:
        """The line as one run, where most of it lies."""
        at = sum(run.at * (run.end - run.start) for run in self.runs) / self._area()
        return _Run(at, *self._ends())

    def is_thick(self) -> bool:
        """Whether it is none, but the edge of the sheet or a dark ground."""
        start, end = self._ends()
        return self._area() > _THICK * (end - start)

    def _area(self) -> float:
        return sum(run.end - run.start for run in self.runs)

    def _ends(self) -> tuple[float, float]:
        return min(run.start for run in self.runs), max(run.end for run in self.runs)


def _lines(runs: Sequence[_Run]) -> list[_Line]:
    """Runs that touch as lines."""
    opened: list[_Line] = []
    ended: list[_Line] = []
    for run in sorted(runs):
        touching = [line for line in opened if line.touches(run)]
        apart = [line for line in opened if line not in touching]
        whole = max(touching, key=lambda line: len(line.runs), default=_Line([], []))
        for part in [_Line([run], [run]), *touching]:
            if part is not whole:
                whole.runs += part.runs
                whole.last += part.last
        ended += [line for line in apart if not line.last]
        opened = [line for line in apart if line.last] + [whole]
    return [line for line in ended + opened if not line.is_thick()]


def _drawn(lines: Sequence[_Run], others: Sequence[_Run], least: float) -> list[_Run]:
    """The lines that are no strokes of characters: long ones, and short ones between such."""
    long = [other for other in others if other.end - other.start >= least]
    return [
        line
        for line in lines
        if line.end - line.start >= least
        or (_ends_at(line.start, line.at, long) and _ends_at(line.end, line.at, long))
    ]


def _ends_at(end: float, at: float, lines: Sequence[_Run]) -> bool:
    """Whether a line that ends at `end` meets one of those that run the other way."""
    return any(
        abs(line.at - end) <= _TOUCHING and line.start - _TOUCHING <= at <= line.end + _TOUCHING
        for line in lines
    )


def _cuts_numbers(lines: Sequence[Stroke], glyphs: Sequence[Glyph]) -> bool:
    """Whether upright lines go through digits: words do not stand where the picture has them."""
    digits = [glyph for glyph in glyphs if glyph.text.isdecimal()]
    cut = sum(any(_goes_through(line, digit) for line in lines) for digit in digits)
    return cut >= _FEWEST_CUT and cut > _MOST_CUT * len(digits)


def _goes_through(line: Stroke, glyph: Glyph) -> bool:
    edge = (glyph.right - glyph.left) * _EDGE
    inside = glyph.left + edge < line.at < glyph.right - edge
    return inside and line.start < (glyph.top + glyph.bottom) / 2 < line.end
