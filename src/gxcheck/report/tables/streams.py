"""Tables that a source shows as lines of text, a label or a figure each.

Figures tell such a table from prose, so labels that no figure stands near were left outside: those
of rows that are blank. Here the words of the forms say what belongs to it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from gxcheck.document.model import Block, Cell, Document, Paragraph, Table
from gxcheck.document.words import words_of
from gxcheck.patterns import own_pattern
from gxcheck.report.model import TableName
from gxcheck.report.tables.cells import is_unit
from gxcheck.report.tables.senses import BLANK, VALUE, Sense, Senses

__all__ = ["tables_of", "tables_of_lines"]

_LABELS = 6  # labels one below the other that are surely those of a table
_WIDEST = 15  # figures of the widest row
_LONG = 80  # characters of a line that may be a label
_ROWS = 4  # of those that a line may hold
_TOLD = own_pattern(r"(.*?[^ :,\d])[ :,]*(\d[\d,.]*(?: ?[^\d ,.:;]{1,2})?)[;,.]?")
_MAIN: frozenset[TableName] = frozenset({"proactive", "applications", "litigation"})


def tables_of(document: Document, senses: Senses) -> Iterator[Table]:
    """The tables of a document; streams of cells with the labels above and below them."""
    if not any(map(_is_stream, document.tables)):
        yield from document.tables
        return
    for of_stream, run in groupby(document.blocks, lambda block: _belongs(block, senses)):
        blocks = list(run)
        tables = [block for block in blocks if isinstance(block, Table)]
        if of_stream and tables and len(tables) < len(blocks):
            yield _joined(blocks)
        else:
            yield from tables


def tables_of_lines(
    document: Document, senses: Senses, found: Collection[TableName]
) -> Iterator[Table]:
    """The tables of which there are but lines, where some are not `found` otherwise."""
    if "annex" in found or _MAIN.issubset(found):
        return
    for of_lines, run in groupby(document.blocks, lambda block: bool(_cells(block, senses))):
        if not of_lines:
            continue
        cells = [cell for block in run for cell in _cells(block, senses)]
        told = [senses.of(cell) for cell in cells]
        if sum(sense.label for sense in told) >= _LABELS and _may_be_rows(told):
            yield Table((tuple(cells),), cells[0].location, spans_known=False)


def _may_be_rows(senses: Sequence[Sense]) -> bool:
    """Whether no more figures follow each other than a row of some form has."""
    return all(
        not of_figures or sum(1 for _ in figures) <= _WIDEST
        for of_figures, figures in groupby(senses, lambda sense: sense is VALUE)
    )


def _is_stream(table: Table) -> bool:
    return not table.spans_known and (len(table.rows) == 1 or not table.blanks_shown)


def _belongs(block: Block, senses: Senses) -> bool:
    """Whether a block is a stream of cells, or a line that is a label or a figure of it."""
    if isinstance(block, Table):
        return _is_stream(block)
    return len(block.text) <= _LONG and _is_cell(senses.of(block))


def _is_cell(sense: Sense) -> bool:
    return sense is VALUE or sense.label or sense.unit


def _joined(blocks: Sequence[Block]) -> Table:
    """One stream of several blocks."""
    rows: list[tuple[Cell, ...]] = []
    for block in blocks:
        rows += block.rows if isinstance(block, Table) else [(_cell(block),)]
    tables = [block for block in blocks if isinstance(block, Table)]
    if all(len(table.rows) == 1 for table in tables):
        rows = [tuple(cell for row in rows for cell in row)]
    shown = all(table.blanks_shown for table in tables)
    return Table(tuple(rows), tables[0].location, spans_known=False, blanks_shown=shown)


def _cells(block: Block, senses: Senses) -> Sequence[Cell]:
    """The cells that a line holds: a label or a figure, or both; none where it holds others."""
    if isinstance(block, Table):
        return ()
    return _one_row(block, senses) or _several_rows(block, senses)


def _one_row(block: Paragraph, senses: Senses) -> Sequence[Cell]:
    if len(block.text) > _LONG:
        return ()
    sense = senses.of(block)
    if _is_cell(sense):
        return (_cell(block),)
    told = _TOLD.fullmatch(block.normal) if sense is not BLANK else None
    if told is None:
        return ()
    label, figure = (_cell(block.part(*told.span(group))) for group in (1, 2))
    end = told.end(1) - _unit_length(label.normal)
    label = label if end == told.end(1) else _cell(block.part(0, end))
    return (label, figure) if senses.of(label).own_row and senses.of(figure) is VALUE else ()


def _several_rows(block: Paragraph, senses: Senses) -> Sequence[Cell]:
    """The words of a line that are all cells, the last of them a figure."""
    if len(block.text) > _ROWS * _LONG or not block.text[-1:].isdecimal():
        return ()
    cells: list[Cell] = []
    for start, end in words_of(block.text):
        offsets = block.offsets[start : end + 1] if block.offsets else None
        cell = Cell(block.text[start:end], block.place(start, end), offsets, block.lines)
        if len(cell.text) > _LONG or not _is_cell(senses.of(cell)):
            return ()
        cells.append(cell)
    return cells


def _unit_length(label: str) -> int:
    """How many characters of a unit stand behind a label: 件 of 收到申请数 件."""
    return next((size for size in (2, 1) if is_unit(label[-size:])), 0)


def _cell(line: Paragraph) -> Cell:
    return Cell(line.text, line.location, line.offsets)
