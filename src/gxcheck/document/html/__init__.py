"""Saved web pages: the text of a page among menus and scripts, and its tables to the last cell."""

from gxcheck.document.html.reader import read_html

__all__ = ["read_html"]
