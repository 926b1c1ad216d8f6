"""PDF with text: PDFium gives characters and lines, the rest (grids, paragraphs) is ours."""

from __future__ import annotations

from gxcheck.document.pdf.reader import read_pdf

__all__ = ["read_pdf"]
