"""The blocks of one part of a Word file (its body, a header, the footnotes) in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element
from msgspec.structs import replace

from gxcheck.document.docx.cells import grid_of, is_layout
from gxcheck.document.docx.drafts import Draft, Line, Piece
from gxcheck.document.docx.grid import laid_out
from gxcheck.document.docx.markup import flat, properties
from gxcheck.document.docx.names import EMBEDDED, NUM_PR, P_PR, P_STYLE, R_PR, TBL, VAL, VANISH, P
from gxcheck.document.docx.numbering import Numbering
from gxcheck.document.docx.package import Part
from gxcheck.document.docx.rows import rows_of
from gxcheck.document.docx.runs import Content
from gxcheck.document.docx.styles import NumberedAs, Styles, numbered_as
from gxcheck.document.docx.visibility import hidden_runs, is_joined
from gxcheck.document.limits import Limits
from gxcheck.document.refusal import refusal

__all__ = ["Lists", "Story"]

_NOWHERE = NumberedAs()


@dataclass(slots=True)
class Lists:
    """What all parts of a file share: its styles and lists, and what may still be read of it.

    `numbering` is None where the file has no lists; `hides` tells whether some style hides text.
    """

    styles: Styles
    numbering: Numbering | None
    hides: bool
    limits: Limits
    name: str | None
    _characters: int = 0
    _cells: int = 0

    def count(self, label: str) -> None:
        """Raise `ReadError` where automatic numbers swell the text beyond what may be read."""
        self._characters += len(label)
        if self._characters > self.limits.characters:
            raise refusal("too_many_characters", self.name, limit=self.limits.characters)

    def count_cells(self, cells: int) -> None:
        """Raise `ReadError` where these cells are more than may be read."""
        self._cells += cells
        if self._cells > self.limits.cells:
            raise refusal("too_many_cells", self.name, limit=self.limits.cells)


class Story:
    """Reads the blocks of one part. `notes` are the footnotes pointed to, in their order."""

    def __init__(self, part: Part, lists: Lists) -> None:
        self.notes: list[tuple[str, str]] = []
        self._outline = part.outline
        self._lists = lists
        self._hides = lists.hides or bool(self._outline.all(VANISH))

    def read(self, parent: _Element) -> Iterator[Draft]:
        """The blocks in an element; paragraphs without text are there too."""
        carried: list[Piece] = []
        line: Line | None = None
        for child in flat(parent):
            tag = child.tag
            if tag == P:
                line = None if carried else self._simple(child)
                if line is not None:
                    yield line
                    continue
                line, boxes, joined = self._paragraph(child, carried)
                carried = line.pieces if joined else []
                if not joined:
                    yield line
                for box in boxes:
                    yield from self.read(box)
            elif tag == TBL:
                if carried and line:
                    yield line
                    carried = []
                yield from self._table(child)
            elif tag in EMBEDDED:
                raise refusal("docx_embedded", self._lists.name)
        if carried and line:
            yield line

    def _in_cell(self, cell: _Element) -> Sequence[Draft]:
        """What `read` gives of a cell; of one that has but simple paragraphs, the short way."""
        lines = self._outline.lines(cell)
        return list(self.read(cell)) if lines is None or self._changes(lines) else lines

    def _simple(self, paragraph: _Element) -> Line | None:
        """A paragraph in which no more than its runs matters, None of any other."""
        line = self._outline.line(paragraph)
        return None if line is None or self._changes([line]) else line

    def _changes(self, lines: Sequence[Line]) -> bool:
        """Whether styles or lists may change the text of paragraphs."""
        if self._lists.hides:
            return True
        return self._lists.numbering is not None and any(map(self._is_numbered, lines))

    def _is_numbered(self, line: Line) -> bool:
        if self._outline.properties(line.paragraph):
            return bool(self._properties(properties(line.paragraph, P_PR))[1].list)
        return bool(self._lists.styles.numbered(None).list)

    def _paragraph(
        self, paragraph: _Element, carried: list[Piece]
    ) -> tuple[Line, Sequence[_Element], bool]:
        """A paragraph after what was carried over to it, its boxes, and whether it goes on."""
        style, place, mark = self._properties(properties(paragraph, P_PR))
        joined = is_joined(mark)
        content = Content(hidden_runs(self._lists.styles, style) if self._hides else None)
        content.read(paragraph)
        self.notes += content.notes
        label = self._label(place, joined and not content.pieces)
        pieces = carried + label + content.pieces if carried or label else content.pieces
        return Line(paragraph, pieces, content.page_numbers), content.boxes, joined

    def _label(self, place: NumberedAs, gone: bool) -> list[Piece]:
        """The number of a paragraph; none of one that is gone with its mark."""
        if gone or not place.list or not self._lists.numbering:
            return []
        label = self._lists.numbering.label(place)
        self._lists.count(label)
        return [Piece(label)] if label else []

    def _properties(self, told: _Element | None) -> tuple[str | None, NumberedAs, _Element | None]:
        """A paragraph's style, its place in a list, and the properties of its mark."""
        style = mark = None
        own = _NOWHERE
        for child in () if told is None else told:
            tag = child.tag
            if tag == P_STYLE:
                style = child.get(VAL)
            elif tag == NUM_PR:
                own = numbered_as(told)
            elif tag == R_PR:
                mark = child
        by_style = self._lists.styles.numbered(style)
        if own is _NOWHERE:
            return style, by_style, mark
        if own.list:
            return style, NumberedAs(own.list, own.level or by_style.level), mark
        return style, replace(by_style, level=own.level or by_style.level), mark

    def _table(self, table: _Element) -> Iterator[Draft]:
        """A table as one, or what stands in its cells where they are but a layout."""
        placed = laid_out(rows_of(table, self._outline))
        self._lists.count_cells(sum(map(len, placed)))
        held = [[(cell, self._in_cell(element)) for element, cell in row] for row in placed]
        if is_layout(held):
            for row in held:
                for _, drafts in row:
                    yield from drafts
        else:
            yield grid_of(held)
