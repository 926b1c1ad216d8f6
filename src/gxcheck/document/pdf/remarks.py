"""What a page shows and nobody can read as text: scans, and pictures where a table may be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gxcheck.document.pdf.drafts import Remark
from gxcheck.document.pdf.sheet import Sheet
from gxcheck.document.pdf.shown.lines import Line
from gxcheck.document.pdf.shown.page import UNKNOWN, Box, Page

__all__ = ["is_scan", "remarks"]

_FEW = 12  # characters, below which a page or a place has no text
_DRAWN = 200  # paths, above which letters may be drawn as curves
_WIDE = 0.45  # of the page's width, as wide as a table
_HIGH = 50.0  # points, as high as a table
_UNREAD = 0.004  # share of characters
_COVERED = 0.3  # of the page, by its pictures


def remarks(sheets: Sequence[Sheet]) -> list[Remark]:
    """Remarks on all pages, in their order."""
    found = [remark for sheet in sheets for remark in _of(sheet)]
    return found + [
        Remark("pdf_blank_page", sheet.page.number)
        for sheet in sheets[:-1]
        if not sheet.page.glyphs and not sheet.page.pictures
    ]


def is_scan(page: Page) -> bool:
    """Whether a page shows much and has next to no text: a picture, or letters drawn as curves."""
    if len(page.glyphs) >= _FEW:
        return False
    covered = sum(picture.area for picture in page.pictures)
    return covered > _COVERED * page.width * page.height or page.drawings > _DRAWN


def _of(sheet: Sheet) -> Iterable[Remark]:
    page = sheet.page
    if is_scan(page):
        yield Remark("pdf_page_without_text", page.number)
        return
    if _unread(sheet) > max(1, _UNREAD * len(page.glyphs)):
        yield Remark("pdf_garbled_page", page.number)
    if page.misplaced:
        yield Remark("pdf_misplaced_words", page.number)
    for picture in page.pictures:
        if _may_hold_table(page, picture):
            yield Remark("pdf_picture", page.number, page.turned(picture))


def _unread(sheet: Sheet) -> int:
    """How many characters of its text nobody knows; those of heads and feet do not count."""
    if not sheet.page.unmapped:
        return 0
    running = [sheet.items[place] for place in sheet.running]
    aside = sum(item.text.count(UNKNOWN) for item in running if isinstance(item, Line))
    return sum(glyph.text == UNKNOWN for glyph in sheet.page.glyphs) - aside


def _may_hold_table(page: Page, picture: Box) -> bool:
    """Whether a picture is as wide as a table and has no text over it, as a background has."""
    left, top, right, bottom = picture
    if right - left < _WIDE * page.width or bottom - top < _HIGH:
        return False
    inside = sum(picture.holds((g.left + g.right) / 2, g.base) for g in page.glyphs)
    return inside < _FEW
