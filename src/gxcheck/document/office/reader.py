"""Reads an old Word file through LibreOffice: its kind first, then what was made of it."""

from __future__ import annotations

from dataclasses import replace

from gxcheck.document.docx import read_docx
from gxcheck.document.formats import detect
from gxcheck.document.limits import DEFAULT_LIMITS, Limits
from gxcheck.document.model import Document, Source
from gxcheck.document.office.kind import refused_as
from gxcheck.document.office.soffice import ConversionFailed, convert, find_soffice
from gxcheck.document.refusal import refusal

__all__ = ["read_office", "to_docx"]


def read_office(data: bytes, limits: Limits = DEFAULT_LIMITS, name: str | None = None) -> Document:
    """The document of an old Word or WPS file.

    Raises `ReadError` where it is none, is damaged or protected, where LibreOffice is missing or
    fails, and where what it makes cannot be read.
    """
    document = read_docx(to_docx(data, limits, name), limits, name)
    return replace(document, source=Source(name or "", "doc"))


def to_docx(data: bytes, limits: Limits = DEFAULT_LIMITS, name: str | None = None) -> bytes:
    """An old Word file as .docx. Raises `ReadError` like `read_office`."""
    reason = refused_as(data)
    if reason:
        raise refusal(reason, name)
    program = find_soffice()
    if program is None:
        raise refusal("office_missing", name)
    try:
        made = convert(program, data, limits)
    except ConversionFailed as failed:
        key = "office_too_slow" if failed.late else "office_failed"
        raise refusal(key, name, limit=limits.conversion) from failed
    if detect(made) != "docx":
        raise refusal("office_failed", name)
    return made
