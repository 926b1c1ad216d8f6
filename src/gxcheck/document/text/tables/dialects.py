"""The dialects of tables that are tried first in each line: those of which a text shows a trace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from gxcheck.document.text.lines import Draft, Page
from gxcheck.document.text.tables.dashed import DashedReader, has_dashes
from gxcheck.document.text.tables.folded_rows import FoldedRows
from gxcheck.document.text.tables.grids import GridReader, has_rules
from gxcheck.document.text.tables.open_rows import OpenRows
from gxcheck.document.text.tables.quoted import QuotedReader, has_quoted_lines
from gxcheck.document.text.tables.wiki import WikiReader, is_wiki
from gxcheck.document.typography import Typography

__all__ = ["TableReader", "dialects_of"]


class TableReader(Protocol):
    """Reads the tables of one dialect."""

    def read(self, first: int, /) -> tuple[Draft, int] | None:
        """The table that begins in a line and the line after it; None where none does."""


def dialects_of(page: Page, words: Typography) -> Sequence[TableReader]:
    """The readers of the dialects that a page may have, the surest first."""
    return [reader(page, words) for has, reader in _DIALECTS if has(page)]


_DIALECTS: Sequence[tuple[Callable[[Page], bool], Callable[[Page, Typography], TableReader]]] = (
    (lambda page: has_quoted_lines(page.text), QuotedReader),
    (is_wiki, lambda page, _: WikiReader(page)),
    (has_rules, GridReader),
    (has_dashes, DashedReader),
    (lambda page: "|" in page.text, FoldedRows),
    (lambda page: "|" in page.text, OpenRows),
)
