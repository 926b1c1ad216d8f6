"""The lines and tables of a page's text in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from gxcheck.document.html.marks import mark_ends, mark_fields, mark_numbers, mark_preformatted
from gxcheck.document.html.nodes import text_of
from gxcheck.document.html.pieces import Line, Offsets, Reader
from gxcheck.document.html.rows import RawTable
from gxcheck.document.html.signs import PARAGRAPH_END, TABLE
from gxcheck.document.html.source import PageSource
from gxcheck.document.html.spans import Span
from gxcheck.document.html.tables import take_tables
from gxcheck.document.html.words import page_words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["Draft", "RowDraft", "TableDraft", "walk"]

_LAYOUT = ("table", "thead", "tbody", "tfoot", "tr", "td", "th")


class RowDraft(Struct, frozen=True):
    """The cells of a row as they were found: their texts, where they stand, and what they span."""

    texts: Sequence[str]
    starts: Sequence[int]
    offsets: Sequence[Offsets]
    spans: Sequence[Span]


@dataclass(slots=True)
class TableDraft:
    """A table as it was found; `groups` has the rows at which a group of rows begins.

    `typed` is a table that is text on the page, `blanks_shown` whether blank cells can be seen.
    """

    rows: list[RowDraft] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    typed: bool = False
    blanks_shown: bool = True


Draft: TypeAlias = "Line | TableDraft"


def walk(content: Element, source: PageSource) -> Iterator[Draft]:
    """The lines, each a block of the page with its line ends, and the tables of an element.

    The tree of the element is not to be used afterwards.
    """
    mark_fields(content)
    mark_numbers(content)
    mark_preformatted(content)
    tables = take_tables(content, source.plain)
    mark_ends(content, page_words().blocks.union(_LAYOUT))
    reader = Reader(source)
    for piece, table in zip_longest(text_of(content).split(TABLE), tables):
        for words in (piece or "").split(PARAGRAPH_END):
            line = reader.line(words)
            if line.text:
                yield line
        if table:
            yield _table(table, reader)


def _table(table: RawTable, reader: Reader) -> TableDraft:
    texts, starts, offsets = reader.cells(table.texts, table.starts)
    rows = [
        RowDraft(texts[row], starts[row], offsets[row], table.spans[row]) for row in table.rows()
    ]
    return TableDraft(rows, table.groups)
