"""What a PDF shows, page by page, through PDFium. Only called in the child process.

PDFium does the hard part: fonts, encodings, and where each character stands. It keeps no handle
alive that nobody holds, so pages are closed in the order in which they were opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import addressof, c_double, c_float
from functools import cache
from math import pi
from typing import Any

import pypdfium2_raw as pdfium

from gxcheck.document.pdf.affine import Affine, shown, turned_back
from gxcheck.document.pdf.objects import Objects
from gxcheck.document.pdf.page import Glyph, Page
from gxcheck.document.pdf.protocol import Refused

__all__ = ["pages"]

_LINE_ENDS = frozenset((0, 10, 13))
_SPACES = frozenset((9, 32, 0xA0, 0x3000, *range(0x2000, 0x200C), 0x202F, 0x205F, 0xFEFF))
_HYPHENS = frozenset((2, 0xFFFE))
_UNKNOWN = "\ufffd"
_SAMPLE = 40


@cache
def _library() -> None:
    pdfium.FPDF_InitLibrary()


def pages(data: bytes, most_pages: int, most_characters: int) -> Iterator[Page]:
    """The pages of a file in their order. Raises `Refused`."""
    with _opened(data) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count < 1:
            raise Refused("pdf_damaged")
        if count > most_pages:
            raise Refused("pdf_too_many_pages", most_pages)
        characters = 0
        for index in range(count):
            page = _page(document, index, most_characters - characters)
            characters += len(page.glyphs)
            if characters > most_characters:
                raise Refused("too_many_characters", most_characters)
            yield page


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    _library()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        locked = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise Refused("pdf_locked" if pdfium.FPDF_GetLastError() in locked else "pdf_damaged")
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _page(document: Any, index: int, room: int) -> Page:
    handle = pdfium.FPDF_LoadPage(document, index)
    if not handle:
        raise Refused("pdf_damaged_page", index + 1)
    try:
        text = pdfium.FPDFText_LoadPage(handle)
        if not text:
            raise Refused("pdf_damaged_page", index + 1)
        try:
            return _read(handle, text, index + 1, room)
        finally:
            pdfium.FPDFText_ClosePage(text)
    finally:
        pdfium.FPDF_ClosePage(handle)


def _read(handle: Any, text: Any, number: int, room: int) -> Page:
    bounds = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(handle, bounds)
    width, height = bounds.right - bounds.left, bounds.top - bounds.bottom
    quarters = max(pdfium.FPDFPage_GetRotation(handle), 0)
    to_page = shown(bounds.left, bounds.bottom, width, height, quarters)
    if quarters % 2:
        width, height = height, width
    count = pdfium.FPDFText_CountChars(text)
    if count > 2 * room + 1000:
        raise Refused("too_many_characters", room)
    turns = (_direction(text, count) - quarters) % 4
    to_page = to_page.then(turned_back(width, height, turns))
    if turns % 2:
        width, height = height, width
    page = Page(number, width, height, turns=turns)
    objects = Objects(page, to_page)
    objects.read(handle)
    _Characters(page, to_page, objects.forms).read(text, count)
    return page


def _direction(text: Any, count: int) -> int:
    """How many quarters, against the clock, most characters are turned by."""
    votes = [0, 0, 0, 0]
    for index in range(0, count, max(1, count // _SAMPLE)):
        angle = pdfium.FPDFText_GetCharAngle(text, index)
        if angle >= 0:
            votes[round(angle / (pi / 2)) % 4] += 1
    return votes.index(max(votes)) if max(votes) > sum(votes) / 2 else 0


class _Characters:
    """Reads the characters of a page."""

    def __init__(self, page: Page, to_page: Affine, forms: dict[int, Affine]) -> None:
        self.page = page
        self.to_page = to_page
        self.forms = forms
        a, b, c, d, _, _ = to_page
        self.plain = (a, b, c, d) == (1.0, 0.0, 0.0, -1.0)

    def read(self, text: Any, count: int) -> None:
        """Read `count` characters of what PDFium has open as `text`."""
        page, glyphs, forms, plain = self.page, self.page.glyphs, self.forms, self.plain
        code_at, box_at = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
        origin_at, is_unmapped = pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_HasUnicodeMapError
        box, x, y = pdfium.FS_RECTF(), c_double(), c_double()
        dx, dy = self.to_page.e, self.to_page.f
        wide, high = page.width, page.height
        spaced, half = False, 0
        for index in range(count):
            code = code_at(text, index)
            if code in _LINE_ENDS or code in _SPACES:
                spaced = True
                continue
            if 0xD800 <= code < 0xDC00:
                half = code
                continue
            if half:
                code, half = _joined(half, code), 0
            mark = "-" if code in _HYPHENS else _UNKNOWN if _is_no_character(code) else chr(code)
            if is_unmapped(text, index) == 1:
                page.unmapped += 1
                mark = _UNKNOWN
            if not box_at(text, index, box):
                continue
            origin_at(text, index, x, y)
            if forms or not plain:
                glyph = self._placed(mark, text, index, box, x.value, y.value, spaced)
            else:
                glyph = Glyph(
                    mark,
                    box.left + dx,
                    dy - box.top,
                    box.right + dx,
                    dy - box.bottom,
                    dy - y.value,
                    spaced,
                )
            middle = (glyph.left + glyph.right) / 2
            if 0 <= middle <= wide and 0 <= glyph.base <= high + 1:
                glyphs.append(glyph)
            spaced = False

    def _placed(
        self, mark: str, text: Any, index: int, box: Any, x: float, y: float, spaced: bool
    ) -> Glyph:
        """A character of a turned page, or of one with forms."""
        to_page = self.to_page
        form = self._form(text, index, (box.left + box.right) / 2, (box.top + box.bottom) / 2)
        if form:
            to_page = form.then(to_page)
        base = to_page.point(x, y)[1]
        return Glyph(mark, *to_page.box(box.left, box.top, box.right, box.bottom), base, spaced)

    def _form(self, text: Any, index: int, x: float, y: float) -> Affine | None:
        """The map of the form whose matrix PDFium left out of a character's box."""
        if not self.forms:
            return None
        item = pdfium.FPDFText_GetTextObject(text, index)
        form = self.forms.get(addressof(item.contents)) if item else None
        if form is None:
            return None
        left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
        if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            return None
        raw = (left.value - 1, bottom.value - 1, right.value + 1, top.value + 1)
        inside = raw[0] <= x <= raw[2] and raw[1] <= y <= raw[3]
        return form if inside and not form.box(*raw).holds(x, y) else None


def _is_no_character(code: int) -> bool:
    return 0xD800 <= code < 0xE000 or code > 0x10FFFF


def _joined(high: int, low: int) -> int:
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00) if 0xDC00 <= low < 0xE000 else low
