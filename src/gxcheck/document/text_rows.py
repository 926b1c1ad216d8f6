"""Rows of a table that hold a text and no figures: where a table sets out a whole report.

Running text, and the headings among it. Of a table without running text only the first row may be
such a one: the heading of the section, set as the top of its table.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from gxcheck.document.typography import Typography, typography

__all__ = ["text_rows"]

_LONG = 60  # characters of running text
_NO_ROWS: Set[int] = frozenset()
_FIRST_ROW: Set[int] = frozenset((0,))


def text_rows(rows: Sequence[Sequence[str]]) -> Set[int]:
    """Which rows hold a text; `rows` has the texts of the cells that begin in each row."""
    if any(map(_is_prose, rows)):
        words = typography()
        return {
            number
            for number, row in enumerate(rows)
            if _is_line(row) and not _heads(row, rows[number + 1 : number + 2], words)
        }
    return _FIRST_ROW if _is_headed(rows) else _NO_ROWS


def _is_line(row: Sequence[str]) -> bool:
    """Whether a row is a single cell with words, and not what is left beside a cell from above."""
    return len(row) == 1 and bool(row[0]) and not row[0].isdigit()


def _is_prose(row: Sequence[str]) -> bool:
    """Whether a row is one cell of running text."""
    return _is_line(row) and len(row[0]) > _LONG and not typography().ends.isdisjoint(row[0])


def _heads(row: Sequence[str], below: Sequence[Sequence[str]], words: Typography) -> bool:
    """Whether a single cell heads the row of several cells below it; a numbered line does not."""
    has_columns = any(len(lower) > 1 for lower in below)
    return has_columns and not _is_prose(row) and not words.mark.match(row[0])


def _is_headed(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a numbered line stands above a table of its own, which begins with words."""
    if len(rows) <= 1 or not _is_line(rows[0]) or not typography().heading.match(rows[0][0]):
        return False
    return not any(text.strip().isdigit() for text in rows[1])
