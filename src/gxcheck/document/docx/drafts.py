"""What is read of a Word file before it becomes a document: texts that remember their runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from lxml.etree import _Element
from msgspec import Struct, field

from gxcheck.document.model import Role

__all__ = ["Draft", "Grid", "GridCell", "Line", "Piece", "Text", "plain"]


class Piece(Struct, frozen=True):
    """Characters that stand together in one run, from a place in the run's text.

    `run` is None for what is in no run, as an automatic number is.
    """

    text: str
    run: _Element | None = None
    at: int = 0


class Line(Struct):
    """The text of one paragraph of the file, and its element.

    `page_numbers` are those of the pieces that number the page.
    """

    paragraph: _Element
    pieces: list[Piece]
    page_numbers: Sequence[Piece] = ()


class Text(Struct):
    """What becomes one paragraph of the document."""

    line: Line
    role: Role = "body"

    @property
    def lines(self) -> list[Line]:
        """Its only line."""
        return [self.line]


class GridCell(Struct):
    """A cell at its place in the grid, with the paragraphs in it."""

    lines: list[Line]
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


class Grid(Struct):
    """What becomes a table: in each row the cells that begin there.

    `typed` is a table that is text on the page, `blanks_shown` whether blank cells can be seen.
    """

    rows: list[list[GridCell]] = field(default_factory=list)
    typed: bool = False
    blanks_shown: bool = True


Draft: TypeAlias = Text | Grid


def plain(lines: list[Line]) -> str:
    """The text of some lines, one under the other."""
    if len(lines) == 1 and len(lines[0].pieces) < 2:
        return lines[0].pieces[0].text if lines[0].pieces else ""
    return "\n".join(["".join([piece.text for piece in line.pieces]) for line in lines])
