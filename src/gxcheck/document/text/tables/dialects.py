"""The dialects of tables that are tried first in each line: those of which a text shows a trace.

A reader is imported where a text has the sign without which there is no such table: most have none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from gxcheck.document.text.lines import Draft, Page
from gxcheck.document.typography import Typography

__all__ = ["TableReader", "dialects_of"]


class TableReader(Protocol):
    """Reads the tables of one dialect."""

    def read(self, first: int, /) -> tuple[Draft, int] | None:
        """The table that begins in a line and the line after it; None where none does."""


def dialects_of(page: Page, words: Typography) -> Sequence[TableReader]:
    """The readers of the dialects that a page may have, the surest first."""
    return [reader for dialect in _DIALECTS for reader in dialect(page, words)]


def _quoted(page: Page, words: Typography) -> Sequence[TableReader]:
    if '"' not in page.text:
        return ()
    from gxcheck.document.text.tables.quoted import QuotedReader, has_quoted_lines

    return (QuotedReader(page, words),) if has_quoted_lines(page.text) else ()


def _wiki(page: Page, _: Typography) -> Sequence[TableReader]:
    if "|" not in page.shown:
        return ()
    from gxcheck.document.text.tables.wiki import WikiReader, is_wiki

    return (WikiReader(page),) if is_wiki(page) else ()


def _grids(page: Page, words: Typography) -> Sequence[TableReader]:
    drawn = page.text is not page.shown  # box drawing or `+--` became pipes
    if not drawn and "-+-" not in page.text:
        return ()
    from gxcheck.document.text.tables.grids import GridReader

    return (GridReader(page, words),)


def _dashed(page: Page, words: Typography) -> Sequence[TableReader]:
    if "--" not in page.text and "==" not in page.text:
        return ()
    from gxcheck.document.text.tables.dashed import DashedReader, has_dashes

    return (DashedReader(page, words),) if has_dashes(page) else ()


def _piped(page: Page, words: Typography) -> Sequence[TableReader]:
    if "|" not in page.text:
        return ()
    from gxcheck.document.text.tables.folded_rows import FoldedRows
    from gxcheck.document.text.tables.open_rows import OpenRows

    return FoldedRows(page, words), OpenRows(page, words)


_DIALECTS: Sequence[Callable[[Page, Typography], Sequence[TableReader]]] = (
    _quoted,
    _wiki,
    _grids,
    _dashed,
    _piped,
)
