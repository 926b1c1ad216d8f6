"""The paragraphs of a page: its blocks, parted at the line ends that do not stand in a sentence.

Pages set a whole report with line ends alone as well as titles and addresses within a paragraph.
A line goes on in the next one where it has a sentence that does not end; a blank line, an indent
or a mark that opens an item always begins another paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gxcheck.document.html.pieces import Line
from gxcheck.document.html.walk import Draft, TableDraft
from gxcheck.document.line_ends import goes_on
from gxcheck.document.text_rows import text_rows
from gxcheck.document.typography import Typography, typography

__all__ = ["paragraphs_of"]


def paragraphs_of(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The same with each line a paragraph; rows of running text are taken out of tables."""
    words = typography()
    for draft in drafts:
        if isinstance(draft, Line):
            yield from _parted(draft, words)
        else:
            yield from _without_prose(draft, words)


def _parted(line: Line, words: Typography) -> Iterator[Line]:
    """The paragraphs of a line."""
    if "\n" not in line.text:
        yield line
        return
    start = end = 0
    upper = ""
    for text in line.text.split("\n"):
        if upper and not goes_on(upper, text, words):
            yield line.part(start, end - 1)
            start = end
        elif not upper:
            start = end
        upper = text
        end += len(text) + 1
    if upper:
        yield line.part(start, end - 1)


def _without_prose(table: TableDraft, words: Typography) -> Iterator[Draft]:
    """A table that holds a whole page: its rows of running text as paragraphs, the others apart."""
    rows = table.rows
    lines = text_rows([row.texts for row in rows])
    if not lines:
        if _has_cells(table):
            yield table
        return
    part = TableDraft()
    for number, row in enumerate(rows):
        if number in table.groups:
            part.groups.append(len(part.rows))
        if number not in lines:
            part.rows.append(row)
            continue
        if _has_cells(part):
            yield part
        part = TableDraft()
        yield from _parted(Line(row.texts[0], row.starts[0], row.offsets[0]), words)
    if _has_cells(part):
        yield part


def _has_cells(table: TableDraft) -> bool:
    return any(row.texts for row in table.rows)
