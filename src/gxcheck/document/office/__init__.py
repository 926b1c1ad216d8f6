"""Reads old Word and WPS files (.doc, .wps): LibreOffice makes .docx of them first."""

from gxcheck.document.office.reader import read_office, to_docx

__all__ = ["read_office", "to_docx"]
