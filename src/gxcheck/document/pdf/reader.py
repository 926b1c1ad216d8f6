"""Reads a PDF with text into a document, through a child process that PDFium runs in."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from gxcheck.document.limits import DEFAULT_LIMITS, Limits
from gxcheck.document.model import (
    Block,
    Cell,
    Document,
    Location,
    Note,
    Paragraph,
    Source,
    Table,
)
from gxcheck.document.pdf.intact import Condition, condition
from gxcheck.document.pdf.process.children import ChildFailed, ask
from gxcheck.document.pdf.protocol import (
    Found,
    Refusal,
    Request,
    SentCell,
    SentRemark,
    SentTable,
    SentText,
)
from gxcheck.document.refusal import refusal

__all__ = ["read_pdf"]

_KEYS = frozenset(
    (
        "pdf_damaged",
        "pdf_damaged_page",
        "pdf_locked",
        "pdf_scan",
        "pdf_empty",
        "pdf_garbled",
        "pdf_too_many_pages",
        "pdf_too_much",
        "too_many_characters",
    )
)


def read_pdf(data: bytes, limits: Limits = DEFAULT_LIMITS, name: str | None = None) -> Document:
    """The document of a PDF: paragraphs, tables, running heads and page numbers in their roles.

    What no text stands for (a page that is a scan, a picture as wide as a table) is in `notes`.
    Raises `ReadError` where it is damaged, protected, without text, or more than `limits` allow.
    """
    conditions: list[Condition] = []
    try:
        answer = ask(
            _request(data, limits),
            data,
            limits.seconds,
            meanwhile=lambda: conditions.append(condition(data)),
        )
    except ChildFailed as failed:
        reason = "pdf_too_slow" if failed.late else "pdf_crash"
        raise refusal(reason, name, limit=limits.seconds) from failed
    stands = conditions[-1]
    if stands == "damaged":
        raise refusal("pdf_damaged", name)
    if isinstance(answer, Refusal):
        key = answer.key if answer.key in _KEYS else "pdf_damaged"
        raise refusal(key, name, limit=answer.value, page=answer.value)
    try:
        return _document(answer, stands, limits, name)
    except LookupError as error:
        raise refusal("pdf_damaged", name) from error


def _request(data: bytes, limits: Limits) -> Request:
    return Request(len(data), limits.pages, limits.characters, limits.memory, ceil(limits.seconds))


def _document(found: Found, stands: Condition, limits: Limits, name: str | None) -> Document:
    if len(found.blocks) > limits.blocks:
        raise refusal("too_many_blocks", name, limit=limits.blocks)
    if sum(len(one.cells) for one in found.blocks if isinstance(one, SentTable)) > limits.cells:
        raise refusal("too_many_cells", name, limit=limits.cells)
    blocks = tuple(
        _table(one, number) if isinstance(one, SentTable) else _paragraph(one, number)
        for number, one in enumerate(found.blocks)
    )
    mended = [SentRemark("pdf_mended", 1)] if stands == "mended" else []
    notes = tuple(_note(blocks, remark) for remark in (*mended, *found.remarks))
    return Document(blocks, Source(name or "", "pdf"), notes)


def _paragraph(sent: SentText, block: int) -> Paragraph:
    location = Location(block, 0, len(sent.text), page=sent.page, box=sent.box)
    return Paragraph(sent.text, location, role=sent.role)


def _table(sent: SentTable, block: int) -> Table:
    rows: list[list[Cell]] = [[] for _ in range(sent.height)]
    for cell in sent.cells:
        rows[cell.row].append(_cell(cell, block))
    return Table(tuple(map(tuple, rows)), Location(block, page=sent.page, box=sent.box), sent.ruled)


def _cell(sent: SentCell, block: int) -> Cell:
    place = (block, 0, len(sent.text), sent.row, sent.column)
    location = Location(*place, page=sent.page, box=sent.box)
    return Cell(sent.text, location, row_span=sent.row_span, column_span=sent.column_span)


def _note(blocks: Sequence[Block], remark: SentRemark) -> Note:
    """A note at its place: after the last block that begins above it."""
    top = remark.box[1] if remark.box else 0.0
    block = 0
    for number, one in enumerate(blocks):
        place = one.location
        if (place.page or 0, place.box[1] if place.box else 0.0) <= (remark.page, top):
            block = number
    return Note(remark.key, Location(block, page=remark.page, box=remark.box))
