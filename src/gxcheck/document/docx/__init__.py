"""Reads Word files (.docx, .docm, .dotx): paragraphs and tables, each with its place.

Only the parts that are shown are read, with lxml; nothing is run, followed or unpacked to disk.
"""

from gxcheck.document.docx.reader import read_docx

__all__ = ["read_docx"]
