"""What a PDF shows, page by page, through PDFium. Only called in the child process.

PDFium does the hard part: fonts, encodings, and where each character stands. It keeps no handle
alive that nobody holds, so pages are closed in the order in which they were opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from math import nan, pi
from typing import Any

import pypdfium2_raw as pdfium

from gxcheck.document.pdf.protocol import Refused
from gxcheck.document.pdf.shown.affine import Affine, shown, turned_back
from gxcheck.document.pdf.shown.ink import part_by_ink
from gxcheck.document.pdf.shown.lines import em_of
from gxcheck.document.pdf.shown.native import (
    Bounds,
    Handle,
    Slots,
    angle_at,
    bounds_of,
    boxes_of,
    code_at,
    codes_of,
    is_unmapped,
    object_of,
    origin_at,
)
from gxcheck.document.pdf.shown.objects import Objects
from gxcheck.document.pdf.shown.page import FIRST_IDEOGRAPH, UNKNOWN, Box, Glyph, Page
from gxcheck.document.pdf.shown.scanned import is_recognised_scan, read_scan
from gxcheck.document.pdf.shown.substitute import use_substitute

__all__ = ["pages"]

_SPACES = frozenset(
    (0, 9, 10, 13, 32, 0xA0, 0x3000, *range(0x2000, 0x200C), 0x202F, 0x205F, 0xFEFF)
)
_HYPHENS = frozenset((2, 0xFFFE))
_LAST = 0x10FFFF  # the last code of Unicode
_NOTHING = 0xFFFFFFFF  # stands for half a character alone
_IDEOGRAPHS = ord(FIRST_IDEOGRAPH)
_EVERY = 8  # of so many ideographs one is asked whether its font knows it
_SLANT = 0.1  # of a quarter turn
_SAMPLE = 40  # characters that are asked for their direction
_MOST = 0.7  # of them, that must agree


@cache
def _library() -> None:
    pdfium.FPDF_InitLibrary()
    use_substitute()


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
    """What a page shows, turned so that its text runs from left to right."""
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
    turns = (_direction(text, count, quarters) - quarters) % 4
    to_page = to_page.then(turned_back(width, height, turns))
    if turns % 2:
        width, height = height, width
    page = Page(number, width, height, turns=turns)
    objects = Objects(page, to_page)
    objects.read(handle)
    owners = _Characters(page, to_page, objects.forms, bool(objects.ink.tones)).read(text, count)
    if owners:
        part_by_ink(page, owners, objects.ink)
    page.em = em_of(page.glyphs)
    if is_recognised_scan(page):
        read_scan(handle, page)
    return page


def _direction(text: Any, count: int, shown_upright: int) -> int:
    """How many quarters most characters are turned by, against the clock (PDFium: with it).

    Spaces do not count: most are PDFium's own, and those are never turned. Where not most other
    characters agree, some words are turned and not the page.
    """
    votes = [0, 0, 0, 0]
    for index in range(0, count, max(1, count // _SAMPLE)):
        angle = angle_at(text, index)
        if angle >= 0 and code_at(text, index) not in _SPACES:
            votes[-round(angle / (pi / 2)) % 4] += 1
    return votes.index(max(votes)) if max(votes) > _MOST * sum(votes) else shown_upright


def _is_slanted(text: Any, index: int) -> bool:
    """Whether a character runs neither along the page nor up or down."""
    quarters = angle_at(text, index) / (pi / 2)
    return abs(quarters - round(quarters)) > _SLANT


class _Characters:
    """Reads the characters of a page."""

    def __init__(
        self, page: Page, to_page: Affine, forms: dict[int, tuple[Handle, Affine]], is_owned: bool
    ) -> None:
        self.page = page
        self.is_owned = is_owned
        self.to_page = to_page
        self.forms = forms
        self.origin = Slots("d", 2)
        self.across, self.down = to_page.e, to_page.f
        self.edges, self.base = (0.0, 0.0), 0.0

    def read(self, text: Any, count: int) -> list[int | None]:
        """Read `count` characters of what PDFium has open as `text`.

        Returns the text object that each comes from, where these are asked for (`is_owned`); else
        nothing. The direction is looked up where the line is another one: slanting text, which is
        a watermark, has a line for each character.
        """
        is_mapped = bool(self.forms) or self.to_page[:4] != (1.0, 0.0, 0.0, -1.0)
        place = self._mapped if is_mapped else self._plain
        owners: list[int | None] = []
        keep, wide, high = self.page.glyphs.append, 2 * self.page.width, self.page.height + 1
        spaced, is_off, half, base, is_owned = False, False, 0, nan, self.is_owned
        boxes = boxes_of(text, count)
        for index, (code, box) in enumerate(zip(codes_of(text, count), boxes, strict=True)):
            if code in _SPACES:
                spaced = True
                continue
            if 0xD800 <= code < 0xE000:
                if code < 0xDC00:
                    half = code
                    continue
                code = 0x10000 + ((half - 0xD800) << 10) + (code - 0xDC00) if half else _NOTHING
            half = 0
            if box:
                if code < _IDEOGRAPHS or code > _LAST or not index % _EVERY:
                    mark = self._mark(text, index, code)
                else:
                    mark = chr(code)
                glyph = place(mark, text, index, box, spaced)
                if glyph.base != base:
                    base = glyph.base
                    is_off = not 0 <= base <= high or _is_slanted(text, index)
                if not is_off and 0 <= glyph.left + glyph.right <= wide:
                    keep(glyph)
                    if is_owned:
                        owners.append(object_of(text, index))
                spaced = False
        return owners

    def _mark(self, text: Any, index: int, code: int) -> str:
        """The character, or a sign that nobody knows which."""
        if is_unmapped(text, index) == 1:
            self.page.unmapped += 1 if code < _IDEOGRAPHS else _EVERY
            return UNKNOWN
        if code in _HYPHENS:
            return "-"
        return chr(code) if code <= _LAST else UNKNOWN

    def _plain(self, mark: str, text: Any, index: int, box: Bounds, spaced: bool) -> Glyph:
        """A character of a page that is only shifted."""
        left, top, right, bottom = box
        if (top, bottom) != self.edges:
            self.edges, self.base = (top, bottom), self.down - self._origin(text, index)[1]
        across, down = self.across, self.down
        return Glyph(
            mark, left + across, down - top, right + across, down - bottom, self.base, spaced
        )

    def _mapped(self, mark: str, text: Any, index: int, box: Bounds, spaced: bool) -> Glyph:
        """A character of a turned page, or of one with forms."""
        left, top, right, bottom = box
        middle = (left + right) / 2, (top + bottom) / 2
        form = self._form(text, index, *middle) if self.forms else None
        to_page = form.then(self.to_page) if form else self.to_page
        base = to_page.point(*self._origin(text, index))[1]
        return Glyph(mark, *to_page.box(left, bottom, right, top), base, spaced)

    def _origin(self, text: Any, index: int) -> Sequence[float]:
        """Where a character begins on its line."""
        origin_at(text, index, *self.origin.places)
        return self.origin.values

    def _form(self, text: Any, index: int, x: float, y: float) -> Affine | None:
        """The map of the form whose matrix PDFium left out of a character's box."""
        item, form = self.forms.get(object_of(text, index) or 0, (None, None))
        bounds = bounds_of(item) if item else None
        if form is None or bounds is None:
            return None
        left, bottom, right, top = bounds
        raw = Box(left - 1, bottom - 1, right + 1, top + 1)
        return form if raw.holds(x, y) and not form.box(*raw).holds(x, y) else None
