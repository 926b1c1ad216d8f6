"""What stands on the page: paragraphs and tables, each with its place.

No reader knows what an annual report is, and nothing here does. All values are frozen.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from msgspec.structs import replace

from gxcheck.document.normalise import Normalised, normalise
from gxcheck.lazy import lazy
from gxcheck.value import Value

__all__ = [
    "Block",
    "Cell",
    "Document",
    "Location",
    "Note",
    "Paragraph",
    "Passage",
    "Role",
    "Source",
    "Table",
]

Box: TypeAlias = tuple[float, float, float, float]
Role: TypeAlias = Literal["body", "header", "footer", "footnote"]


class Location(Value, frozen=True, gc=False):
    """Where something stands, exact enough to put a comment there.

    `block` is the index in `Document.blocks`; `row` and `cell` the row and column of a table's
    grid, from 0; `start` and `end` the span of characters in the text of that paragraph or cell.
    `offset` (characters from the start of the file), `line` and `column` (both from 1) are known
    for text and HTML, `page` (from 1) and `box` (left, top, right, bottom in points) for PDF.
    `label` says the place to people.
    """

    block: int
    start: int = 0
    end: int = 0
    row: int | None = None
    cell: int | None = None
    offset: int | None = None
    line: int | None = None
    column: int | None = None
    page: int | None = None
    box: Box | None = None
    label: str = ""

    def labelled(self, label: str) -> Location:
        """The same place with another label."""
        return replace(self, label=label)

    def moved(self, **to: int | None) -> Location:
        """The same place in another block, or in another row or cell of its table."""
        return replace(self, **to)


class Passage(Value, frozen=True, dict=True):
    """A run of text with its place.

    `text` is as read: soft line ends stay in it. `offsets` gives, for each character of `text`
    and for its end, the offset in the file; None where the characters follow each other there.
    `lines` has the offset at which each line of the file begins, where the line ends in `text`
    are not those of the file (HTML).
    """

    text: str
    location: Location
    offsets: tuple[int, ...] | None = None
    lines: tuple[int, ...] | None = None

    def _told(self) -> Mapping[str, object]:
        """What tells passages apart: all but `lines`, which is of the file and has thousands."""
        return {name: getattr(self, name) for name in self.__struct_fields__ if name != "lines"}

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._told() == other._told()

    def __hash__(self) -> int:
        return hash(tuple(self._told().values()))

    def __repr__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in self._told().items())
        return f"{type(self).__name__}({told})"

    @lazy
    def _normalised(self) -> Normalised:
        return normalise(self.text)

    @lazy
    def _line_ends(self) -> list[int]:
        text = self.text
        return [found.start() for found in re.finditer("\n", text)] if "\n" in text else []

    @lazy
    def normal(self) -> str:
        """The text in one dress: half width, no spaces or line ends inside words."""
        text = self.text
        if not text or (text.isascii() and text.isalnum()):
            return text
        made = self.__dict__["_normalised"] = normalise(text)
        return made.text

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of `text` that a span of `normal` was made from."""
        return self._normalised.original(start, end)

    def quote(self, start: int, end: int) -> str:
        """The original words of a span of `normal`."""
        first, last = self.original(start, end)
        return self.text[first:last]

    def locate(self, start: int, end: int) -> Location:
        """The place of a span of `normal`."""
        return self.place(*self.original(start, end))

    def place(self, start: int, end: int) -> Location:
        """The place of a span of `text`."""
        whole = self.location
        offset, line, column = self._in_file(start)
        return Location(
            whole.block,
            whole.start + start,
            whole.start + end,
            whole.row,
            whole.cell,
            offset,
            line,
            column,
            whole.page,
            whole.box,
            whole.label,
        )

    def _in_file(self, start: int) -> tuple[int | None, int | None, int | None]:
        """Offset, line and column in the file of a character of `text`; None where unknown."""
        whole = self.location
        if whole.offset is None:
            return None, whole.line, whole.column
        at = self.offsets[start] if self.offsets else whole.offset + start
        if self.lines:
            line = bisect_right(self.lines, at)
            return at, line, at - self.lines[line - 1] + 1
        if whole.line is None or whole.column is None:
            return at, whole.line, whole.column
        line_ends = self._line_ends
        breaks = bisect_left(line_ends, start) if line_ends else 0
        if not breaks:
            return at, whole.line, whole.column + at - whole.offset
        line_end = line_ends[breaks - 1]
        before = self.offsets[line_end] if self.offsets else whole.offset + line_end
        return at, whole.line + breaks, at - before


class Paragraph(Passage, frozen=True, dict=True):
    """One paragraph. `role` tells the running text from headers, footers and footnotes."""

    role: Role = "body"

    def part(self, start: int, end: int) -> Paragraph:
        """The paragraph that holds only a span of `normal`, at its own place."""
        first, last = self.original(start, end)
        offsets = self.offsets[first : last + 1] if self.offsets else None
        place = self.place(first, last)
        return Paragraph(self.text[first:last], place, offsets, self.lines, self.role)


class Cell(Passage, frozen=True, dict=True):
    """One cell of a table, merged ones included: it covers `row_span` by `column_span` places."""

    row_span: int = 1
    column_span: int = 1

    @property
    def row(self) -> int:
        """The row of the grid where the cell begins, from 0."""
        return self.location.row or 0

    @property
    def column(self) -> int:
        """The column of the grid where the cell begins, from 0."""
        return self.location.cell or 0


@dataclass(frozen=True)
class Table:
    """A table: the cells that begin in each row, from top to bottom.

    `spans_known` is False where the source shows cells without saying how they are merged (plain
    text): there the rows may differ in length, and a cell's `column` only counts within its row.
    `blanks_shown` is False where blank cells leave no trace in a row, so that its other cells
    cannot be placed by their order.
    """

    rows: tuple[tuple[Cell, ...], ...]
    location: Location
    spans_known: bool = True
    blanks_shown: bool = True

    @lazy
    def width(self) -> int:
        """The number of columns of the grid."""
        return max((c.column + c.column_span for row in self.rows for c in row), default=0)

    @lazy
    def grid(self) -> tuple[tuple[Cell | None, ...], ...]:
        """The rectangle of cells: a merged cell at all its places, None where there is none."""
        grid: list[list[Cell | None]] = [[None] * self.width for _ in self.rows]
        for row in self.rows:
            for cell in row:
                for line in grid[cell.row : cell.row + cell.row_span]:
                    last = min(cell.column + cell.column_span, self.width)
                    line[cell.column : last] = [cell] * (last - cell.column)
        return tuple(map(tuple, grid))


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from. `name` is the file's name, without its folder."""

    name: str = ""
    format: str = "text"
    encoding: str | None = None


class Note(Value, frozen=True):
    """Something on the page that could not be read: a kind of rules/notes.yml, and where."""

    key: str
    location: Location


@dataclass(frozen=True)
class Document:
    """Everything on the page, in reading order, and notes on what could not be read."""

    blocks: tuple[Block, ...]
    source: Source = Source()
    notes: tuple[Note, ...] = ()

    @lazy
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs among the blocks."""
        return tuple([block for block in self.blocks if isinstance(block, Paragraph)])

    @lazy
    def tables(self) -> tuple[Table, ...]:
        """The tables among the blocks."""
        return tuple([block for block in self.blocks if isinstance(block, Table)])
