"""From the pages of a file to its paragraphs and tables, and what could not be read."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from gxcheck.document.pdf.breaks import continues, joined
from gxcheck.document.pdf.drafts import Draft, Remark, TableDraft
from gxcheck.document.pdf.flows import join_flows
from gxcheck.document.pdf.paragraphs import paragraphs
from gxcheck.document.pdf.remarks import remarks
from gxcheck.document.pdf.running import mark_running
from gxcheck.document.pdf.sheet import Sheet, sheet_of
from gxcheck.document.pdf.shown.page import Page
from gxcheck.document.pdf.watermark import drop_watermarks
from gxcheck.document.typography import Typography, typography

__all__ = ["Layout", "lay_out"]


class Layout(Struct, frozen=True):
    """What a file shows: its paragraphs and tables in reading order, and remarks on gaps."""

    drafts: list[Draft]
    remarks: list[Remark]


def lay_out(pages: Sequence[Page]) -> Layout:
    """The layout of the pages of a file."""
    words = typography()
    drop_watermarks(pages)
    sheets = [sheet_of(page, words.heading.match) for page in pages]
    mark_running(sheets, words)
    join_flows(sheets, words.heading.match)
    _join_tables(sheets, words)
    return Layout(list(paragraphs(sheets, words)), remarks(sheets))


def _join_tables(sheets: Sequence[Sheet], words: Typography) -> None:
    """Join a table at the end of a page with the one that begins the next page."""
    opened: tuple[Sheet, TableDraft] | None = None
    for sheet in sheets:
        body = sheet.body()
        if opened and body:
            first = body[0]
            if isinstance(first, TableDraft) and continues(opened[1], first):
                sheet.put([first], [])
                whole = joined(opened[1], first, words.heading.match)
                place = opened[0].items.index(opened[1])
                opened[0].items[place] = whole
                opened = opened[0], whole
                if len(body) > 1:
                    opened = None
        if body and isinstance(body[-1], TableDraft) and (not opened or len(body) > 1):
            opened = sheet, body[-1]
        elif body and not isinstance(body[-1], TableDraft):
            opened = None
