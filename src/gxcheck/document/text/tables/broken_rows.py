"""Rows that a line end broke inside a label: two lines make one of the whole width."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from gxcheck.document.text.lines import Page, Span
from gxcheck.document.typography import Typography

__all__ = ["with_broken_rows_joined"]


def with_broken_rows_joined(
    page: Page, words: Typography, rows: Sequence[list[Span]]
) -> list[list[Span]]:
    """The rows, a label's two parts in one cell again."""
    whole = max(map(len, rows), default=0)
    joined: list[list[Span]] = []
    for row in rows:
        upper = joined[-1] if joined else []
        if len(upper) + len(row) == whole + 1 and _goes_on(page, words, upper, row):
            cell = replace(upper[-1], end=row[0].end)
            joined[-1] = [*upper[:-1], cell, *row[1:]]
        else:
            joined.append(row)
    return joined


def _goes_on(page: Page, words: Typography, upper: list[Span], row: list[Span]) -> bool:
    """Whether labels alone stand above, and the rest of the last one before figures.

    A row with as many cells as the one below it is that one's header.
    """
    if not upper or len(upper) == len(row) or row[0].line != upper[-1].line + 1:
        return False
    first, last = page.of(row[0]), page.of(upper[-1])
    if not first or not last or _is_value(words, first) or words.mark.match(first):
        return False
    if any(_is_value(words, page.of(cell)) for cell in upper):
        return False
    labelled = len(upper) > 1 or words.mark.match(last) is not None
    return labelled and any(_is_value(words, page.of(cell)) for cell in row[1:])


def _is_value(words: Typography, text: str) -> bool:
    return text in words.none_marks or words.number.fullmatch(text) is not None
