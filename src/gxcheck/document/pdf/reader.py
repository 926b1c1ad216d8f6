"""Reads a PDF with text into a document, through a child process that PDFium runs in."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

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
_ROLES = frozenset(("body", "header", "footer"))


def read_pdf(data: bytes, limits: Limits = DEFAULT_LIMITS, name: str | None = None) -> Document:
    """The document of a PDF: paragraphs, tables, running heads and page numbers in their roles.

    What no text stands for (a page that is a scan, a picture as wide as a table) is in `notes`.
    Raises `ReadError` where it is damaged, protected, without text, or more than `limits` allow.
    """
    found: list[Condition] = []
    try:
        answer: dict[str, Any] = ask(
            _request(data, limits), data, limits.seconds, lambda: found.append(condition(data))
        )
    except ChildFailed as failed:
        reason = "pdf_too_slow" if failed.late else "pdf_crash"
        raise refusal(reason, name, limit=limits.seconds) from failed
    if found[-1] == "damaged":
        raise refusal("pdf_damaged", name)
    key = answer.get("refused")
    if key is not None:
        value = answer.get("value")
        raise refusal(key if key in _KEYS else "pdf_damaged", name, limit=value, page=value)
    if found[-1] == "mended":
        answer.setdefault("remarks", []).insert(0, ["pdf_mended", 1, None])
    try:
        return _document(answer, limits, name)
    except (LookupError, TypeError, ValueError) as error:
        raise refusal("pdf_damaged", name) from error


def _request(data: bytes, limits: Limits) -> dict[str, object]:
    return {
        "length": len(data),
        "pages": limits.pages,
        "characters": limits.characters,
        "memory": limits.memory,
        "seconds": ceil(limits.seconds),
    }


def _document(answer: dict[str, Any], limits: Limits, name: str | None) -> Document:
    found = answer["blocks"]
    if len(found) > limits.blocks:
        raise refusal("too_many_blocks", name, limit=limits.blocks)
    if sum(len(one[5]) for one in found if one[0] == "table") > limits.cells:
        raise refusal("too_many_cells", name, limit=limits.cells)
    blocks = tuple(
        _table(number, *one[1:]) if one[0] == "table" else _paragraph(number, *one[1:])
        for number, one in enumerate(found)
    )
    notes = tuple(_note(blocks, *one) for one in answer["remarks"])
    return Document(blocks, Source(name or "", "pdf"), notes)


def _paragraph(block: int, text: str, page: int, box: Sequence[float], role: Any) -> Block:
    location = Location(block, 0, len(text), page=page, box=_box(box))
    return Paragraph(text, location, role=role if role in _ROLES else "body")


def _table(
    block: int, height: int, page: int, box: Sequence[float], ruled: bool, cells: list[Any]
) -> Block:
    rows: list[list[Cell]] = [[] for _ in range(height)]
    for cell in cells:
        rows[cell[1]].append(_cell(block, *cell))
    return Table(tuple(map(tuple, rows)), Location(block, page=page, box=_box(box)), ruled)


def _cell(
    block: int,
    text: str,
    row: int,
    column: int,
    row_span: int,
    column_span: int,
    page: int,
    box: Sequence[float],
) -> Cell:
    location = Location(block, 0, len(text), row, column, page=page, box=_box(box))
    return Cell(text, location, row_span=row_span, column_span=column_span)


def _box(box: Sequence[float]) -> tuple[float, float, float, float]:
    left, top, right, bottom = box
    return left, top, right, bottom


def _note(blocks: Sequence[Block], key: str, page: int, box: Sequence[float] | None) -> Note:
    """A note at its place: after the last block that begins above it."""
    top = box[1] if box else 0.0
    block = 0
    for number, one in enumerate(blocks):
        place = one.location
        if (place.page or 0, place.box[1] if place.box else 0.0) <= (page, top):
            block = number
    return Note(key, Location(block, page=page, box=_box(box) if box else None))
