"""Findings as comments in the author's own Word file."""

from gxcheck.output.docx.commenting import commented, is_word

__all__ = ["commented", "is_word"]
