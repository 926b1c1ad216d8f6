"""Findings as comments in the author's own Word file."""

from gxcheck.output.docx.commenting import commented

__all__ = ["commented"]
