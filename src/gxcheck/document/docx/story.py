"""The blocks of one part of a Word file (its body, a header, the footnotes) in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from gxcheck.document.docx.drafts import Draft, Grid, GridCell, Line, Piece, Text, plain
from gxcheck.document.docx.grid import Placed, laid_out
from gxcheck.document.docx.markup import flat
from gxcheck.document.docx.names import EMBEDDED, NUM_PR, P_PR, P_STYLE, R_PR, TBL, VAL, P
from gxcheck.document.docx.numbering import Numbering
from gxcheck.document.docx.package import Part
from gxcheck.document.docx.rows import rows_of
from gxcheck.document.docx.runs import Content
from gxcheck.document.docx.styles import NumberedAs, Styles, numbered_as
from gxcheck.document.docx.visibility import hidden_runs, is_joined
from gxcheck.document.limits import Limits
from gxcheck.document.model import Role
from gxcheck.document.refusal import refusal

__all__ = ["Lists", "Story"]

_PROSE = 60
_JOINING = (b"vanish", b"del", b"moveFrom")


class Lists:
    """What all parts of a file share: its styles and lists, and what may still be read of it."""

    def __init__(
        self, styles: Styles, numbering: Numbering, hides: bool, limits: Limits, name: str | None
    ) -> None:
        self.styles = styles
        self.numbering = numbering
        self.hides = hides
        self.name = name
        self._limits = limits
        self._characters = self._lines = self._cells = 0

    def count_line(self, line: Line) -> None:
        """Raise `ReadError` where this line is more than may be read."""
        self._lines += 1
        self._characters += sum([len(piece.text) for piece in line.pieces])
        if self._characters > self._limits.characters:
            raise refusal("too_many_characters", self.name, limit=self._limits.characters)
        if self._lines > self._limits.blocks + self._limits.cells:
            raise refusal("too_many_blocks", self.name, limit=self._limits.blocks)

    def count_cells(self, cells: int) -> None:
        """Raise `ReadError` where these cells are more than may be read."""
        self._cells += cells
        if self._cells > self._limits.cells:
            raise refusal("too_many_cells", self.name, limit=self._limits.cells)


class Story:
    """Reads the blocks of one part. `notes` are the footnotes pointed to, in their order."""

    def __init__(self, part: Part, lists: Lists, role: Role = "body") -> None:
        self.notes: list[tuple[str, str]] = []
        self._lists = lists
        self._role: Role = role
        self._hides = lists.hides or b"vanish" in part.data
        self._joins = any(sign in part.data for sign in _JOINING) or b"\x00" in part.data[:64]

    def read(self, parent: _Element) -> Iterator[Draft]:
        """The blocks in an element; paragraphs without text are there too."""
        carried: list[Piece] = []
        line: Line | None = None
        for child in flat(parent):
            tag = child.tag
            if tag == P:
                line, boxes, joined = self._paragraph(child, carried)
                carried = line.pieces if joined else []
                if not joined:
                    yield self._text(line)
                for box in boxes:
                    yield from self.read(box)
            elif tag == TBL:
                if carried and line:
                    yield self._text(line)
                    carried = []
                yield from self._table(child)
            elif tag in EMBEDDED:
                raise refusal("docx_embedded", self._lists.name)
        if carried and line:
            yield self._text(line)

    def _text(self, line: Line) -> Text:
        self._lists.count_line(line)
        return Text(line, self._role)

    def _paragraph(
        self, paragraph: _Element, carried: list[Piece]
    ) -> tuple[Line, list[_Element], bool]:
        """A paragraph after what was carried over to it, its boxes, and whether it goes on."""
        style, place, mark = self._properties(paragraph)
        hidden = hidden_runs(self._lists.styles, style) if self._hides else None
        content = Content(hidden)
        content.read(paragraph)
        joined = self._joins and is_joined(mark)
        pieces = content.pieces
        if place.list and (pieces or not joined):
            label = self._lists.numbering.label(place)
            if label:
                pieces = [Piece(label), *pieces]
        self.notes += content.notes
        line = Line(paragraph, carried + pieces if carried else pieces, content.page_numbers)
        return line, content.boxes, joined

    def _properties(self, paragraph: _Element) -> tuple[str | None, NumberedAs, _Element | None]:
        """A paragraph's style, its place in a list, and the properties of its mark."""
        style = mark = None
        own = NumberedAs()
        properties = next(paragraph.iterchildren(P_PR), None)
        for child in () if properties is None else properties:
            tag = child.tag
            if tag == P_STYLE:
                style = child.get(VAL)
            elif tag == NUM_PR:
                own = numbered_as(properties)
            elif tag == R_PR:
                mark = child
        if own.list and own.level:
            return style, own, mark
        by_style = self._lists.styles.numbered(style)
        if own.list:
            return style, NumberedAs(own.list, by_style.level), mark
        level = own.level or by_style.level
        return style, NumberedAs(by_style.list, level, by_style.style), mark

    def _table(self, table: _Element) -> Iterator[Draft]:
        """A table as one, or what stands in its cells where they are but a layout."""
        placed = laid_out(rows_of(table))
        self._lists.count_cells(sum(map(len, placed)))
        held = [[(place, list(self.read(place.element))) for place in row] for row in placed]
        if _is_layout(held):
            for row in held:
                for _, drafts in row:
                    yield from drafts
            return
        yield Grid([[_cell(place, drafts) for place, drafts in row] for row in held])


def _cell(place: Placed, drafts: list[Draft]) -> GridCell:
    lines = [line for draft in drafts for line in _lines(draft)]
    return GridCell(lines, place.row, place.column, place.row_span, place.column_span)


def _lines(draft: Draft) -> Iterator[Line]:
    """The lines of what stands in a cell; of a table there, one for each row."""
    if isinstance(draft, Text):
        yield draft.line
        return
    for row in draft.rows:
        lines = [line for cell in row for line in cell.lines]
        pieces = [piece for line in lines for piece in (Piece("\t"), *line.pieces)]
        if lines:
            yield Line(lines[0].paragraph, pieces[1:])


def _is_layout(held: list[list[tuple[Placed, list[Draft]]]]) -> bool:
    """Whether a table only sets out what stands in it: one cell, or others' cells, or prose."""
    cells = [cell for row in held for cell in row]
    drafts = [draft for _, drafts in cells for draft in drafts]
    nested = sum(len(row) for draft in drafts if isinstance(draft, Grid) for row in draft.rows)
    if len(cells) <= 1 or nested >= len(cells):
        return True
    if any(place.column for place, _ in cells):
        return False
    return any(len(plain(draft.lines)) > _PROSE for draft in drafts if isinstance(draft, Text))
