"""Titles of sections that a table of plain text has swallowed, made paragraphs again.

Where no empty line parts them, a reader that knows no report takes the line above or below a table
for one of its rows. A title of a section that is no label of any table ends the table there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from gxcheck.document.model import Block, Cell, Document, Paragraph, Table
from gxcheck.report.forms import EDITIONS, form
from gxcheck.report.table_words import table_words

__all__ = ["separated"]

_SHORTEST = 3  # characters; a title has more


def separated(document: Document) -> Document:
    """The document with the titles of sections outside its tables; itself if they are."""
    if not any(_has_title(table) for table in document.tables):
        return document
    pieces = (piece for block in document.blocks for piece in _pieces(block))
    blocks = tuple(_moved(piece, place) for place, piece in enumerate(pieces))
    return Document(blocks, document.source)


def _has_title(table: Table) -> bool:
    return not table.spans_known and any(
        len(cell.text) > _SHORTEST and _is_title(row, place)
        for row in table.rows
        for place, cell in enumerate(row)
    )


def _is_title(row: Sequence[Cell], place: int) -> bool:
    """Whether a cell alone in its row, or in a stream of cells, is a section's title."""
    normal = row[place].normal
    known = len(normal) > _SHORTEST and table_words().key(normal) in _titles()
    return known and _is_alone(row, place)


def _is_alone(row: Sequence[Cell], place: int) -> bool:
    line = row[place].location.line
    return all(
        cell.location.line != line or not cell.normal
        for other, cell in enumerate(row)
        if other != place
    )


@cache
def _titles() -> frozenset[str]:
    """The titles of sections by their keys, without those that are labels of tables too."""
    sections = [section for edition in EDITIONS for section in form(edition).sections]
    titles = frozenset().union(*(one.official | one.synonyms for one in sections))
    return titles - table_words().labels


def _pieces(block: Block) -> Iterator[Block]:
    if isinstance(block, Paragraph) or not _has_title(block):
        yield block
        return
    rows: list[tuple[Cell, ...]] = []
    for row in block.rows:
        cells: list[Cell] = []
        for place, cell in enumerate(row):
            if _is_title(row, place):
                yield from _table([*rows, tuple(cells)])
                rows, cells = [], []
                yield Paragraph(cell.text, cell.location, cell.offsets)
            else:
                cells.append(cell)
        rows.append(tuple(cells))
    yield from _table(rows)


def _table(rows: Iterable[tuple[Cell, ...]]) -> Iterator[Table]:
    filled = tuple(row for row in rows if any(cell.normal for cell in row))
    if filled:
        yield Table(filled, filled[0][0].location, spans_known=False)


def _moved(block: Block, place: int) -> Block:
    """The block at another place of the document; a table's rows counted anew."""
    if isinstance(block, Paragraph):
        location = replace(block.location, block=place, row=None, cell=None)
        return Paragraph(block.text, location, block.offsets, block.role)
    rows = tuple(
        tuple(_moved_cell(cell, block, place, number, column) for column, cell in enumerate(row))
        for number, row in enumerate(block.rows)
    )
    location = replace(block.location, block=place, row=None, cell=None)
    return replace(block, rows=rows, location=location)


def _moved_cell(cell: Cell, table: Table, place: int, row: int, column: int) -> Cell:
    if table.spans_known:
        return replace(cell, location=replace(cell.location, block=place))
    return replace(cell, location=replace(cell.location, block=place, row=row, cell=column))
