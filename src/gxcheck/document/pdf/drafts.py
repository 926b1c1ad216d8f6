"""What the child process finds, as plain data: paragraphs and tables before they are blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct, field

from gxcheck.document.model import Role
from gxcheck.document.pdf.shown.lines import Line
from gxcheck.document.pdf.shown.page import Box

__all__ = ["CellDraft", "Draft", "Remark", "TableDraft", "TextDraft"]


class CellDraft(Struct):
    """A cell of a table, with the page and the box where it begins.

    `room` is how much its last line leaves free, in characters, if it is in the last row.
    """

    text: str
    row: int
    column: int
    row_span: int
    column_span: int
    page: int
    box: Box
    room: float = 0.0


class TableDraft(Struct):
    """A table: its cells in reading order. `across` are the edges of its columns.

    One that is not ruled has the `lines` that it was made of instead.
    """

    page: int
    box: Box
    across: list[float]
    height: int
    cells: list[CellDraft] = field(default_factory=list)
    ruled: bool = True
    lines: Sequence[Line] = ()

    def row(self, number: int) -> list[CellDraft]:
        """The cells that begin in a row."""
        return [cell for cell in self.cells if cell.row == number]


class TextDraft(Struct):
    """A paragraph; `box` is that of its part on the page where it begins."""

    text: str
    page: int
    box: Box
    role: Role = "body"


Draft: TypeAlias = "TableDraft | TextDraft"


class Remark(Struct, frozen=True):
    """Something that could not be read: a kind of rules/notes.yml, and where."""

    key: str
    page: int
    box: Box | None = None
