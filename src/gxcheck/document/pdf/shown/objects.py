"""The drawn objects of a page, through PDFium: ruling lines, pictures, and forms with their maps.

PDFium gives the characters of a form in the page's space, but not those that come from an
ActualText (Chrome writes one for 二, 十, 行): their boxes lack the form's matrix. So it is kept
here which text object stands in which form. Only called in the child process.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import compress
from math import inf
from typing import Any

import pypdfium2_raw as pdfium

from gxcheck.document.pdf.shown.affine import IDENTITY, Affine
from gxcheck.document.pdf.shown.ink import Ink
from gxcheck.document.pdf.shown.native import (
    Handle,
    Slots,
    address,
    bounds_of,
    draw_mode_of,
    is_closed,
    kind_of,
    matrix_of,
    mode_of,
    objects_in_form,
    objects_of,
    point_of,
    segment_at,
    segment_kind_of,
    segments_in,
)
from gxcheck.document.pdf.shown.page import Box, Page, Stroke

__all__ = ["Objects"]

_THIN = 2.5  # points: what is no thicker is a line
_LEVEL = 0.8  # points by which a level line may rise
_SHORT = 2.0  # points, below which a line is a dot
_DEEPEST = 12  # forms within forms
_MOST_SEGMENTS = 4000
_RECTANGLE = 5  # segments
_RING = 2  # figures of a border
_NOTHING = 0.05  # points: a border of none
_SPARSE = 3.0  # points between the dots of a line
_LEAST = 8.0  # points of a dotted line


class Objects:
    """Reads the objects of one page into `page`; `to_page` maps PDF's space to that of `page`."""

    def __init__(self, page: Page, to_page: Affine) -> None:
        self.page = page
        self.to_page = to_page
        self.forms: dict[int, tuple[Handle, Affine]] = {}
        self.ink = Ink()
        self._point, self._modes = Slots("f", 2), Slots("i", 2)
        self._dots: list[Box] = []

    def read(self, handle: Any) -> None:
        """Go through all objects of the page that PDFium has open as `handle`."""
        self._read_all(objects_of(handle), IDENTITY, 0)
        self.page.across += _dotted(
            [(top + bottom, left, right) for left, top, right, bottom in self._dots]
        )
        self.page.down += _dotted(
            [(left + right, top, bottom) for left, top, right, bottom in self._dots]
        )

    def _read_all(self, groups: Iterable[list[Handle]], form: Affine, depth: int) -> None:
        for items in groups:
            modes = list(map(mode_of, items))
            are_texts = [mode >= 0 for mode in modes]
            texts = list(compress(items, are_texts))
            self.ink.note(texts, list(compress(modes, are_texts)))
            if form is not IDENTITY:
                self.forms.update((address(text), (text, form)) for text in texts)
            for item in compress(items, [not is_text for is_text in are_texts]):
                self._read(item, form, depth)

    def _read(self, item: Handle, form: Affine, depth: int) -> None:
        kind = kind_of(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            if depth < _DEEPEST:
                inner = self._matrix(item).then(form)
                inner = IDENTITY if inner == IDENTITY else inner
                self._read_all(objects_in_form(item), inner, depth + 1)
            return
        to_page = form.then(self.to_page) if depth else self.to_page
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(item, to_page)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self._picture(item, to_page)

    def _picture(self, item: Handle, to_page: Affine) -> None:
        """Note a picture; one as thin as a line is drawn for one."""
        bounds = bounds_of(item)
        if bounds:
            box = to_page.box(*bounds)
            width, height = box.right - box.left, box.bottom - box.top
            if min(width, height) <= _THIN:
                self._line(box, width, height)
            else:
                self.page.pictures.append(box)

    def _matrix(self, item: Handle) -> Affine:
        matrix = matrix_of(item)
        return Affine(*matrix) if matrix else IDENTITY

    def _path(self, item: Handle, to_page: Affine) -> None:
        """Note what a path draws: a line, the sides of figures, a filled rectangle."""
        draw_mode_of(item, *self._modes.places)
        fill, stroke = self._modes.values
        bounds = bounds_of(item) if fill or stroke else None
        if bounds is None:
            return
        box = to_page.box(*bounds)
        self.page.drawings += 1
        width, height = box.right - box.left, box.bottom - box.top
        if height <= _THIN or width <= _THIN:
            self._line(box, width, height)
            return
        if fill:
            self.ink.fills.append((item, box))
        if stroke:
            self._segments(item, to_page)
        elif segments_in(item) > _RECTANGLE:
            self._figures(item, to_page)
        else:
            self.page.tiles.append(box)

    def _line(self, box: Box, width: float, height: float) -> None:
        if max(width, height) < _SHORT:
            self._dots.append(box)
            return
        if width >= height:
            self.page.across.append(Stroke((box.top + box.bottom) / 2, box.left, box.right))
        else:
            self.page.down.append(Stroke((box.left + box.right) / 2, box.top, box.bottom))

    def _points(self, item: Handle, to_page: Affine) -> list[tuple[int, bool, tuple[float, float]]]:
        """The segments of a path: kind, whether it closes the figure, and its end on the page."""
        whole = self._matrix(item).then(to_page)
        points = []
        for index in range(min(segments_in(item), _MOST_SEGMENTS)):
            segment = segment_at(item, index)
            point_of(segment, *self._point.places)
            end = whole.point(*self._point.values)
            points.append((segment_kind_of(segment), bool(is_closed(segment)), end))
        return points

    def _segments(self, item: Handle, to_page: Affine) -> None:
        """The level and upright lines of a path that is drawn with a pen."""
        start = last = (0.0, 0.0)
        for kind, closes, point in self._points(item, to_page):
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                start = point
            elif kind == pdfium.FPDF_SEGMENT_LINETO:
                self._segment(last, point)
            if closes:
                self._segment(point, start)
            last = point

    def _segment(self, first: tuple[float, float], last: tuple[float, float]) -> None:
        (x, y), (u, v) = first, last
        if abs(y - v) <= _LEVEL < abs(x - u):
            self.page.across.append(Stroke((y + v) / 2, min(x, u), max(x, u)))
        elif abs(x - u) <= _LEVEL < abs(y - v):
            self.page.down.append(Stroke((x + u) / 2, min(y, v), max(y, v)))

    def _figures(self, item: Handle, to_page: Affine) -> None:
        """The lines among the figures of a path that is filled: thin ones, and a cell's border.

        Such a border is a figure with a hole, as wide as the border on each side.
        """
        boxes: list[Box] = []
        figure: list[tuple[float, float]] = []
        for kind, _, point in [*self._points(item, to_page), (pdfium.FPDF_SEGMENT_MOVETO, 0, None)]:
            if kind == pdfium.FPDF_SEGMENT_MOVETO and figure:
                across, down = zip(*figure, strict=True)
                boxes.append(Box(min(across), min(down), max(across), max(down)))
                figure = []
            if point:
                figure.append(point)
        if len(boxes) == _RING:
            inner, outer = sorted(boxes, key=lambda box: box.area)
            if outer.encloses(inner):
                self._border(outer, inner)
                return
        for box in boxes:
            width, height = box.right - box.left, box.bottom - box.top
            if min(width, height) <= _THIN:
                self._line(box, width, height)

    def _border(self, outer: Box, inner: Box) -> None:
        """The sides of a rectangle with a hole that are thin enough to be lines."""
        sides = (
            outer._replace(right=inner.left),
            outer._replace(left=inner.right),
            outer._replace(bottom=inner.top),
            outer._replace(top=inner.bottom),
        )
        for side in sides:
            width, height = side.right - side.left, side.bottom - side.top
            if _NOTHING < min(width, height) <= _THIN:
                self._line(side, width, height)


def _dotted(dots: Iterable[tuple[float, float, float]]) -> Iterator[Stroke]:
    """The lines that dots form: of each twice its height, and from where to where it goes."""
    rows: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for at, start, end in dots:
        rows[round(at)].append((start, end))
    for at, ends in rows.items():
        ends.sort()
        first, last = ends[0]
        for start, end in [*ends[1:], (inf, inf)]:
            if start - last > _SPARSE:
                if last - first > _LEAST:
                    yield Stroke(at / 2, first, last)
                first = start
            last = end
