"""What is read of a Word file before it becomes a document: texts that remember their runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from lxml.etree import _Element
from msgspec import Struct, field

__all__ = ["Draft", "Grid", "GridCell", "Line", "Piece"]


class Piece(Struct, frozen=True, gc=False):
    """Characters that stand together in one run, from a place in the run's text.

    `run` is None for what is in no run, as an automatic number is.
    """

    text: str
    run: _Element | None = None
    at: int = 0


class Line(Struct, gc=False):
    """The text of one paragraph of the file, and its element; it becomes one of the document.

    `page_numbers` are those of the pieces that number the page.
    """

    paragraph: _Element
    pieces: list[Piece]
    page_numbers: Sequence[Piece] = ()

    @property
    def text(self) -> str:
        """All its characters."""
        pieces = self.pieces
        return pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces])


class GridCell(Struct, gc=False):
    """A cell at its place in the grid, with the paragraphs in it."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    lines: Sequence[Line] = ()

    @property
    def text(self) -> str:
        """Its paragraphs, one under the other."""
        lines = self.lines
        return lines[0].text if len(lines) == 1 else "\n".join([line.text for line in lines])


class Grid(Struct):
    """What becomes a table: in each row the cells that begin there.

    `typed` is a table that is text on the page, `blanks_shown` whether blank cells can be seen.
    """

    rows: list[list[GridCell]] = field(default_factory=list)
    typed: bool = False
    blanks_shown: bool = True


Draft: TypeAlias = Line | Grid
