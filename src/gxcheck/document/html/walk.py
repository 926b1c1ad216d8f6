"""Goes through the text of a page in reading order and takes up its lines and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

from gxcheck.document.html.lists import LIST_TAGS, Numbering
from gxcheck.document.html.pieces import LINE_END, Line, Pieces
from gxcheck.document.html.source import PageSource, without_stamps
from gxcheck.document.html.tables import CellDraft, TableDraft, is_layout, spans_of
from gxcheck.document.html.words import page_words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["Draft", "walk"]

Draft: TypeAlias = "Line | TableDraft"
_CELLS = frozenset(("td", "th"))
_GROUPS = frozenset(("thead", "tbody", "tfoot"))
_PREFORMATTED = frozenset(("pre", "listing", "xmp"))


def walk(content: Element, source: PageSource) -> list[Draft]:
    """The lines (each a paragraph with its line ends) and the tables of an element."""
    walker = _Walker(source)
    walker.go(content)
    return walker.drafts


class _Walker:
    """What is being read while the tree is gone through."""

    def __init__(self, source: PageSource) -> None:
        self.drafts: list[Draft] = []
        self._pieces = Pieces(source)
        self._blocks = page_words().blocks
        self._numbering = Numbering()
        self._number = ""
        self._table: TableDraft | None = None
        self._row: list[CellDraft] | None = None
        self._cell: Element | None = None
        self._nested = 0
        self._preformatted = 0

    def go(self, content: Element) -> None:
        """Go through all of it."""
        blocks = self._blocks
        for event, element in etree.iterwalk(content, events=("start", "end")):
            tag = element.tag
            if event == "start":
                if tag == "br":
                    self._pieces.put(LINE_END)
                elif tag in blocks:
                    self._start_block(element, tag)
                elif tag in _TABLE_TAGS:
                    self._start(element, tag)
                text = element.text
            else:
                if tag in blocks:
                    self._end_block(tag)
                elif tag in _TABLE_TAGS:
                    self._end(element, tag)
                text = element.tail if element is not content else None
            if text:
                self._add(text)
        self._break()

    def _add(self, text: str) -> None:
        if self._number and without_stamps(text).strip():
            self._pieces.put(self._number)
            self._number = ""
        self._pieces.add(text.replace("\n", LINE_END) if self._preformatted else text)

    def _start_block(self, element: Element, tag: str) -> None:
        self._break()
        self._preformatted += tag in _PREFORMATTED
        if tag in LIST_TAGS:
            self._number = self._numbering.start(element, tag)

    def _end_block(self, tag: str) -> None:
        self._break()
        self._preformatted -= tag in _PREFORMATTED
        if tag in LIST_TAGS:
            self._number = ""
            self._numbering.end(tag)

    def _break(self) -> None:
        """The end of a paragraph: a line's end within a cell."""
        if not self._pieces:
            return
        if self._cell is not None:
            self._pieces.put(LINE_END)
            return
        line = self._pieces.take()
        if line.text:
            self.drafts.append(line)

    def _start(self, element: Element, tag: str) -> None:
        table = self._table
        if table is None:
            self._break()
            if tag == "table" and not is_layout(element):
                self._table = TableDraft()
        elif tag == "table" or self._nested:
            self._break()
            self._nested += tag == "table"
        elif tag in _CELLS:
            self._break()
            if self._row is None:
                self._row = []
                table.rows.append(self._row)
            self._cell = element
            self._pieces.begin()
        else:
            self._end_row()
            if tag == "tr":
                self._row = []
                table.rows.append(self._row)
            elif tag in _GROUPS:
                table.groups.append(len(table.rows))

    def _end(self, element: Element, tag: str) -> None:
        table = self._table
        if table is None or self._nested:
            self._break()
            self._nested -= bool(self._nested) and tag == "table"
        elif tag == "table":
            self._end_row()
            self._table = None
            self.drafts.append(table)
        elif element is self._cell:
            self._end_cell()
        else:
            self._end_row()
            if tag in _GROUPS:
                table.groups.append(len(table.rows))

    def _end_cell(self) -> None:
        if self._cell is not None and self._row is not None:
            self._row.append(CellDraft(self._pieces.take(), spans_of(self._cell)))
        self._cell = None

    def _end_row(self) -> None:
        self._end_cell()
        self._break()
        self._row = None


_TABLE_TAGS = _CELLS | _GROUPS | {"table", "tr"}
