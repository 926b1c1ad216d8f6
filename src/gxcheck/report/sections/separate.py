"""Titles of sections that a table of plain text has swallowed, made paragraphs again.

Where no empty line parts them, a reader that knows no report takes the line above or below a table
for one of its rows. A title of a section that is no label of any table, or that stands over the
head of the next one, ends the table there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from msgspec import Struct

from gxcheck.document.model import Block, Cell, Document, Paragraph, Table
from gxcheck.document.normalise import normalise
from gxcheck.lazy import kept
from gxcheck.report.form_set import FormSet, shipped_forms
from gxcheck.report.sections.headings import read_mark
from gxcheck.report.sections.roles import role_of_title
from gxcheck.report.tables.words import table_words

__all__ = ["renumbered", "separated"]

_Place: TypeAlias = tuple[int, int]
_Rows: TypeAlias = Sequence[Sequence[Cell]]

_BRACKETS = "(（"
_SHORTEST = 3  # characters; a title has more
_SHORT = 6  # characters that may be a label in other words
_KEPT = 40  # characters of the longest text whose words are judged once for all


class _Kind(Struct, frozen=True):
    """Whether words are those of a form's title, and of no label; whether they head a table."""

    title: bool
    head: bool


class _Words(Struct, frozen=True):
    """The words to tell titles by.

    `kind` tells what the text of a cell is, `is_label` whether words label a table's row or
    column; `heads` are the beginnings of tables, `opening` the characters that these may begin
    with; `roles` are those of sections that have a table.
    """

    kind: Callable[[str], _Kind]
    is_label: Callable[[str], bool]
    heads: tuple[str, ...]
    opening: frozenset[str]
    roles: frozenset[str]


def separated(document: Document, forms: FormSet | None = None) -> Document:
    """The document with the titles of sections outside its tables; itself if they are."""
    forms = forms or shipped_forms()
    words = forms.once(_words)
    swallowed = [_titles_in(table, words) for table in document.tables]
    if not any(swallowed):
        return document
    places = iter(swallowed)
    pieces = (
        piece
        for block in document.blocks
        for piece in (_pieces(block, next(places)) if isinstance(block, Table) else (block,))
    )
    return Document(renumbered(pieces), document.source)


def renumbered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with their places counted anew."""
    return tuple(_moved(block, place) for place, block in enumerate(blocks))


def _titles_in(table: Table, words: _Words) -> frozenset[_Place]:
    """The places of the cells that are titles: row, and cell of the row."""
    if table.spans_known:
        return frozenset()
    rows = table.rows
    return frozenset(
        (row, place)
        for row, place in _may_be_titles(rows, words)
        if _is_title(rows, row, place, words) and _is_alone(rows[row], place)
    )


def _may_be_titles(rows: _Rows, words: _Words) -> Iterator[_Place]:
    """The places of cells with the words of a title, and of those before the head of a table."""
    for row, cells in enumerate(rows):
        for place, cell in enumerate(cells):
            if len(cell.text) > _SHORTEST:
                kind = words.kind(cell.text)
                if kind.title:
                    yield row, place
                if kind.head:
                    before = _place_before(rows, row, place)
                    yield from (before,) if before else ()


def _is_title(rows: _Rows, row: int, place: int, words: _Words) -> bool:
    """Whether the words of a cell are a section's title.

    In other words than a form's, or in those of a label too, they are one where the head of one of
    the forms' tables follows: 三、依申请公开情况 over 申请人情况. Between two labels a few words
    are none: 结果纠正, 其他情况, 尚未审结; neither are others between two words of a head.
    """
    cell = rows[row][place]
    normal = cell.normal
    if len(normal) <= _SHORTEST:
        return False
    before, following = _filled_before(rows, row, place), _filled_after(rows, row, place)
    if words.kind(cell.text).title:
        return len(normal) > _SHORT or not (
            _is_label(before, words) and _is_label(following, words)
        )
    return (
        following is not None
        and following.text.lstrip()[0] in words.opening
        and _is_head(following.normal, words.heads)
        and not _is_head(normal, words.heads)
        and not (before and _is_head(before.normal, words.heads))
        and _is_over_table(normal, words.roles)
    )


def _filled_before(rows: _Rows, row: int, place: int) -> Cell | None:
    """The last cell of a table before a place that is not blank."""
    found = _place_before(rows, row, place)
    return rows[found[0]][found[1]] if found else None


def _place_before(rows: _Rows, row: int, place: int) -> _Place | None:
    for number in range(row, -1, -1):
        for at in reversed(range(place if number == row else len(rows[number]))):
            if rows[number][at].text.strip():
                return number, at
    return None


def _filled_after(rows: _Rows, row: int, place: int) -> Cell | None:
    """The first cell of a table after a place that is not blank."""
    for number in range(row, len(rows)):
        for at in range(place + 1 if number == row else 0, len(rows[number])):
            if rows[number][at].text.strip():
                return rows[number][at]
    return None


def _is_label(cell: Cell | None, words: _Words) -> bool:
    return cell is not None and words.is_label(cell.normal)


def _is_head(normal: str, heads: tuple[str, ...]) -> bool:
    return normal.lstrip("(").startswith(heads)


def _is_over_table(normal: str, roles: frozenset[str]) -> bool:
    """Whether a text is the title of a section that has a table."""
    mark = read_mark(normal)
    role = role_of_title(normal[mark.end :] if mark else normal)
    return role is not None and role.role in roles


def _words(forms: FormSet) -> _Words:
    """The words of the forms by which titles are told."""
    words = table_words(forms)
    sections = [section for form in forms.forms for section in form.sections]
    titles = frozenset[str]().union(*(one.official | one.synonyms for one in sections))
    beginnings = words.captions | words.headers | words.over_columns
    heads = tuple(word for word in beginnings if len(word) > _SHORTEST)
    opening = frozenset(word[0] for word in heads) | set(_BRACKETS)
    known = titles - words.labels

    def kind(text: str) -> _Kind:
        normal = normalise(text).text
        return _Kind(words.key(normal) in known, _is_head(normal, heads))

    known_kind = kept(kind)  # the labels of the forms come again in every report
    return _Words(
        lambda text: known_kind(text) if len(text) <= _KEPT else kind(text),
        words.is_label,
        heads,
        opening,
        frozenset(section.role for section in sections if section.table),
    )


def _is_alone(row: Sequence[Cell], place: int) -> bool:
    line = row[place].location.line
    return all(
        cell.location.line != line or not cell.normal
        for other, cell in enumerate(row)
        if other != place
    )


def _pieces(table: Table, titles: frozenset[_Place]) -> Iterator[Block]:
    """The table, or what titles among its cells part it into, with these as paragraphs."""
    if not titles:
        yield table
        return
    rows: list[tuple[Cell, ...]] = []
    for number, row in enumerate(table.rows):
        cells: list[Cell] = []
        for place, cell in enumerate(row):
            if (number, place) in titles:
                yield from _table([*rows, tuple(cells)], table)
                rows, cells = [], []
                yield Paragraph(cell.text, cell.location, cell.offsets)
            else:
                cells.append(cell)
        rows.append(tuple(cells))
    yield from _table(rows, table)


def _table(rows: Iterable[tuple[Cell, ...]], whole: Table) -> Iterator[Table]:
    """Rows of a table as one of their own, without blank ones."""
    filled = tuple(row for row in rows if any(cell.normal for cell in row))
    if filled:
        place, shown = filled[0][0].location, whole.blanks_shown
        yield Table(filled, place, spans_known=False, blanks_shown=shown)


def _moved(block: Block, place: int) -> Block:
    """The block at another place of the document; a table's rows counted anew."""
    if block.location.block == place and block.location.row is None:
        return block
    location = block.location.moved(block=place, row=None, cell=None)
    if isinstance(block, Paragraph):
        return Paragraph(block.text, location, block.offsets, role=block.role)
    rows = tuple(
        tuple(_moved_cell(cell, block, place, number, column) for column, cell in enumerate(row))
        for number, row in enumerate(block.rows)
    )
    return replace(block, rows=rows, location=location)


def _moved_cell(cell: Cell, table: Table, place: int, row: int, column: int) -> Cell:
    own = {} if table.spans_known else {"row": row, "cell": column}
    location = cell.location.moved(block=place, **own)
    spans = cell.row_span, cell.column_span
    return Cell(cell.text, location, cell.offsets, cell.lines, *spans)
