"""The drawn objects of a page, through PDFium: ruling lines, pictures, and forms with their maps.

PDFium gives the characters of a form in the page's space, but not those that come from an
ActualText (Chrome writes one for 二, 十, 行): their boxes lack the form's matrix. So it is kept
here which text object stands in which form. Only called in the child process.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from ctypes import c_float, c_int, c_void_p, cast
from math import inf
from typing import Any

import pypdfium2_raw as pdfium

from gxcheck.document.pdf.affine import IDENTITY, Affine
from gxcheck.document.pdf.ink import Ink
from gxcheck.document.pdf.native import (
    address,
    count_in_form,
    kind_of,
    object_at,
    object_in_form,
)
from gxcheck.document.pdf.page import Box, Page, Stroke

__all__ = ["Objects"]

_THIN = 2.5
_LEVEL = 0.8
_SHORT = 2.0
_DEEPEST = 12
_MOST_SEGMENTS = 4000
_RECTANGLE = 5
_RING = 2
_NOTHING = 0.05
_SPARSE = 3.0
_LEAST = 8.0


class Objects:
    """Reads the objects of one page into `page`; `to_page` maps PDF's space to that of `page`."""

    def __init__(self, page: Page, to_page: Affine) -> None:
        self.page = page
        self.to_page = to_page
        self.forms: dict[int, Affine] = {}
        self.ink = Ink()
        self._bounds = (c_float(), c_float(), c_float(), c_float())
        self._point = (c_float(), c_float())
        self._modes = (c_int(), c_int())
        self._dots: list[Box] = []

    def read(self, handle: Any) -> None:
        """Go through all objects of the page that PDFium has open as `handle`."""
        page = address(handle)
        count = max(pdfium.FPDFPage_CountObjects(handle), 0)
        self._read_all(object_at, page, count, IDENTITY, 0)
        self.page.across += _dotted(
            [(top + bottom, left, right) for left, top, right, bottom in self._dots]
        )
        self.page.down += _dotted(
            [(left + right, top, bottom) for left, top, right, bottom in self._dots]
        )

    def _read_all(
        self,
        get: Callable[[int, int], int | None],
        holder: int,
        count: int,
        form: Affine,
        depth: int,
    ) -> None:
        text, forms = pdfium.FPDF_PAGEOBJ_TEXT, self.forms
        in_form = form is not IDENTITY
        for index in range(count):
            item = get(holder, index)
            kind = kind_of(item)
            if not item:
                continue
            if kind != text:
                self._read(kind, item, form, depth)
                continue
            self.ink.note(item)
            if in_form:
                forms[item] = form

    def _read(self, kind: int, item: int, form: Affine, depth: int) -> None:
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            if depth < _DEEPEST:
                inner = self._matrix(_handle(item)).then(form)
                self._read_all(
                    object_in_form,
                    item,
                    max(count_in_form(item), 0),
                    IDENTITY if inner == IDENTITY else inner,
                    depth + 1,
                )
            return
        to_page = form.then(self.to_page) if depth else self.to_page
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(_handle(item), to_page)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self._picture(_handle(item), to_page)

    def _picture(self, item: Any, to_page: Affine) -> None:
        """Note a picture; one as thin as a line is drawn for one."""
        found = self._box(item)
        if found:
            box = to_page.box(*found)
            width, height = box.right - box.left, box.bottom - box.top
            if min(width, height) <= _THIN:
                self._line(box, width, height)
            else:
                self.page.pictures.append(box)

    def _box(self, item: Any) -> Box | None:
        left, bottom, right, top = self._bounds
        if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            return None
        return Box(left.value, bottom.value, right.value, top.value)

    def _matrix(self, item: Any) -> Affine:
        found = pdfium.FS_MATRIX()
        if not pdfium.FPDFPageObj_GetMatrix(item, found):
            return IDENTITY
        return Affine(found.a, found.b, found.c, found.d, found.e, found.f)

    def _path(self, item: Any, to_page: Affine) -> None:
        fill, stroke = self._modes
        pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
        if not fill.value and not stroke.value:
            return
        found = self._box(item)
        if found is None:
            return
        box = to_page.box(*found)
        self.page.drawings += 1
        width, height = box.right - box.left, box.bottom - box.top
        if height <= _THIN or width <= _THIN:
            self._line(box, width, height)
            return
        if fill.value:
            self.ink.fills.append((item, box))
        if stroke.value:
            self._segments(item, to_page)
        elif pdfium.FPDFPath_CountSegments(item) > _RECTANGLE:
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

    def _points(self, item: Any, to_page: Affine) -> list[tuple[int, bool, tuple[float, float]]]:
        """The segments of a path: kind, whether it closes the figure, and its end on the page."""
        whole = self._matrix(item).then(to_page)
        x, y = self._point
        points = []
        count = pdfium.FPDFPath_CountSegments(item)
        for index in range(min(count, _MOST_SEGMENTS)):
            segment = pdfium.FPDFPath_GetPathSegment(item, index)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            closes = bool(pdfium.FPDFPathSegment_GetClose(segment))
            points.append((kind, closes, whole.point(x.value, y.value)))
        return points

    def _segments(self, item: Any, to_page: Affine) -> None:
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

    def _figures(self, item: Any, to_page: Affine) -> None:
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


def _handle(item: int) -> Any:
    return cast(c_void_p(item), pdfium.FPDF_PAGEOBJECT)
