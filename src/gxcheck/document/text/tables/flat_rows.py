"""The rows of a table that was flattened into lines."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from gxcheck.document.normalise import normalise
from gxcheck.document.text.lines import Draft, Page, Span
from gxcheck.document.text.tables.flat_lines import NOTE, FlatLine
from gxcheck.document.typography import Typography
from gxcheck.patterns import own_pattern

__all__ = ["rows_of"]

_SPACED_LABELS = 3
_LONG_LABEL = 14
_LONGEST_FIGURE = 16
_THOUSANDS = own_pattern(r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+")


def rows_of(
    page: Page, words: Typography, lines: Sequence[FlatLine], blanks: Sequence[int]
) -> Draft:
    """A row a line where lines hold several cells; else all cells in one row.

    `blanks` are the blank cells that empty lines show after each line.
    """
    whole = sum(_is_one_figure(page, line) for line in lines)
    rows = sum(line.kind in ("row", "pair") for line in lines) - whole
    if rows > 0 and rows >= sum(line.kind == "figure" for line in lines) + whole:
        return Draft(_by_line(page, words, lines), blanks_shown=False)
    return Draft([_one_row(page, words, lines, blanks)])


def _is_one_figure(page: Page, line: FlatLine) -> bool:
    """Whether a line is one figure whose thousands are parted by blanks."""
    if line.kind != "row" or line.span.end - line.span.start > _LONGEST_FIGURE:
        return False
    return _THOUSANDS.fullmatch(page.of(line.span)) is not None


def _labelled(page: Page, line: FlatLine) -> bool:
    first = page.of(line.cells[0])
    return not first[:1].isdigit() or not first[-1:].isdigit()


def _by_line(page: Page, words: Typography, lines: Sequence[FlatLine]) -> list[list[Span]]:
    """Figures without a label belong to the label of the line above."""
    rows: list[list[Span]] = []
    labels_above = False
    for line in lines:
        cells = list(line.cells)
        label = line.kind == "label"
        if label and len(cells) == 1:
            cells = _spaced(page, cells[0])
        bare = line.kind in ("figure", "mark", "blank") or (
            line.kind == "row" and not _labelled(page, line)
        )
        if bare and labels_above:
            rows[-1] += cells
        elif labels_above and len(rows[-1]) == 1 and _wrapped(page, words, rows[-1][0], line):
            rows[-1] = [replace(rows[-1][0], end=cells[0].end), *cells[1:]]
        else:
            rows.append(cells)
        labels_above = label or (bare and labels_above)
    return rows


def _wrapped(page: Page, words: Typography, upper: Span, lower: FlatLine) -> bool:
    """Whether two lines are one label: a bracket is open, or a long numbered one goes on."""
    text = page.of(upper)
    below = page.of(lower.span)
    if lower.span.line != upper.line + 1 or words.heading.match(below):
        return False
    opened = max(text.rfind(mark) for mark in "（(") > max(text.rfind(mark) for mark in "）)")
    if lower.kind == "label" or below[0] in words.openers:
        return opened
    return opened or (len(text) >= _LONG_LABEL and words.heading.match(text) is not None)


def _spaced(page: Page, label: Span) -> list[Span]:
    """The labels of a header's line, if blanks part it into whole words."""
    words = page.of(label).split()
    shortest = 2 if len(words) >= _SPACED_LABELS else 4
    bare = [normalise(NOTE.sub("", word)).text.replace("/", "") for word in words]
    if len(words) < 2 or min(map(len, bare)) < shortest or not all(map(str.isalpha, bare)):
        return [label]
    cells = []
    start = label.start
    for word in words:
        start = page.text.index(word, start)
        cells.append(Span(start, start + len(word), label.line, label.begin))
        start += len(word)
    return cells


def _one_row(
    page: Page, words: Typography, lines: Sequence[FlatLine], blanks: Sequence[int]
) -> list[Span]:
    """All cells in one row, with the blank ones that empty lines show; no numbers of pages.

    Where a table begins with a blank line of its own, such a line opens each row.
    """
    leads = lines[0].kind == "blank"
    row: list[Span] = []
    for place, (line, more) in enumerate(zip(lines, blanks, strict=True)):
        if leads and line.kind == "blank" and _is_label(lines, place + 1):
            continue
        if line.kind == "row" and words.page_number.fullmatch(page.of(line.span)):
            continue
        row.extend((line.span,) if _is_one_figure(page, line) else line.cells)
        row.extend(page.spans[at] for at in _blank_lines(lines, place, more))
    return row


def _blank_lines(lines: Sequence[FlatLine], place: int, count: int) -> range:
    """The empty lines after a line that stand for blank cells."""
    first = lines[place].span.line
    after = lines[place + 1].span.line if place + 1 < len(lines) else first + count + 1
    step = max(1, (after - first) // (count + 1))
    return range(first + step, first + step * count + 1, step)


def _is_label(lines: Sequence[FlatLine], place: int) -> bool:
    return place < len(lines) and lines[place].kind == "label"
