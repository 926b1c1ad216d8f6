"""Tables that were flattened into lines: a cell a line, or a row a line with blanks between.

What tells them from prose is figures that stand alone: a run of short lines without the marks of
a sentence is a table where enough of them are bare numbers, or rows that end in several numbers.
Its beginning goes back over the short lines above the first figure, up to a heading. A whole page
in one line is read the same way, word by word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gxcheck.document.flat_lines import FlatLine, LineKinds
from gxcheck.document.flat_rows import rows_of
from gxcheck.document.lines import Draft, Item, Page, Span
from gxcheck.document.outline import Outline
from gxcheck.document.typography import Typography

__all__ = ["StreamReader"]

_FAR = 24
_HEADER = 30
_DUMP = 200
_HEADS = 3


class _Range(NamedTuple):
    first: int
    last: int


class StreamReader:
    """Finds flattened tables among the lines of a page, in their order."""

    def __init__(self, page: Page, words: Typography) -> None:
        self.page = page
        self.words = words
        self.kinds = LineKinds(page, words)
        self.outline = Outline(words)

    def read(self, lines: Sequence[Span]) -> Iterator[Item]:
        """The lines, with tables in place of those that make one; blank ones are left out."""
        lines = list(self._opened(lines))
        if self.kinds.promising(lines):
            yield from self._merged(self._items(lines))
            return
        self.outline.pass_by(map(self.page.of, lines))
        yield from (line for line in self._merged(lines) if isinstance(line, Span))

    def _items(self, lines: Sequence[Span]) -> Iterator[Item]:
        flat = [self.kinds.of(line) for line in lines]
        place = 0
        for found in self._ranges(flat):
            yield from lines[place : found.first]
            yield Draft(rows_of(self.page, self.words, flat[found.first : found.last]))
            place = found.last
        yield from lines[place:]

    def _opened(self, lines: Iterable[Span]) -> Iterator[Span]:
        """The lines, and in place of a long one with many figures its words."""
        for line in lines:
            if line.end - line.start > _DUMP and self.kinds.holds_figures(line):
                yield from self.kinds.words_of(line)
            else:
                yield line

    def _ranges(self, flat: Sequence[FlatLine]) -> Iterator[_Range]:
        start = 0
        for place in range(len(flat)):
            if self._parts(flat, place):
                yield from self._tables(flat, start, place)
                start = place + 1
        yield from self._tables(flat, start, len(flat))

    def _parts(self, flat: Sequence[FlatLine], place: int) -> bool:
        """Whether a line ends what stands before it: prose does, and the heading of a section."""
        line = flat[place]
        text = self.page.of(line.span)
        after = flat[place + 1].kind if place + 1 < len(flat) else "prose"
        if line.kind in ("row", "pair") or (after == "row" and self._is_bare(flat[place + 1])):
            after = "figure"
        section = line.kind != "blank" and self.outline.is_section(text, after)
        return line.kind == "prose" or (section and line.kind == "label")

    def _is_bare(self, row: FlatLine) -> bool:
        """Whether a row is figures alone."""
        return self.kinds.of(row.cells[0]).kind == "figure"

    def _tables(self, flat: Sequence[FlatLine], start: int, end: int) -> Iterator[_Range]:
        """The tables among lines none of which is prose."""
        figures = [at for at in range(start, end) if flat[at].kind in ("figure", "row", "pair")]
        while figures:
            size = 1
            while size < len(figures) and figures[size] - figures[size - 1] <= _FAR:
                size += 1
            cluster, figures = figures[:size], figures[size:]
            last = cluster[-1] + 1
            while last < end and self._ends_row(flat[last]):
                last += 1
            if self._is_table(flat[cluster[0] : last]) or self._is_headed(flat, cluster):
                first = self._with_header(flat, start, cluster[0])
                yield _Range(first, last)
                start = last

    def _ends_row(self, line: FlatLine) -> bool:
        if line.kind == "mark":
            return self.page.of(line.span) not in self.words.none
        return line.kind == "blank"

    def _is_table(self, lines: Sequence[FlatLine]) -> bool:
        """Whether there are enough figures, and close enough to each other."""
        kinds = [line.kind for line in lines]
        figures, rows, pairs = kinds.count("figure"), kinds.count("row"), kinds.count("pair")
        together = any(a == b == "figure" for a, b in pairwise(kinds))
        if len(lines) > 1 and lines[0].span.line == lines[-1].span.line:
            return figures >= 6 and together and figures * 5 >= len(lines)
        wide = any(len(line.cells) > 5 for line in lines)
        enough = figures > 3 - together or rows > 1 or wide or pairs > 5
        marks = kinds.count("mark") + kinds.count("blank")
        return enough and (figures + rows + pairs + marks) * 5 >= len(lines)

    def _is_headed(self, flat: Sequence[FlatLine], places: Sequence[int]) -> bool:
        """Whether a few rows make a table: words stand right above one, as many as its cells."""
        return len(places) > 1 and any(
            place and flat[place].kind == "row" and self._heads(flat[place - 1], flat[place])
            for place in places
        )

    def _heads(self, upper: FlatLine, row: FlatLine) -> bool:
        follows = upper.span.line + 1 == row.span.line
        words = self.page.of(upper.span).split() if follows and upper.kind == "label" else ()
        return len(words) == len(row.cells) >= _HEADS

    def _with_header(self, flat: Sequence[FlatLine], start: int, first: int) -> int:
        """The beginning of a table: that of the short lines above its first figure."""
        page = self.page
        apart = first + 1 < len(flat) and flat[first + 1].span.line - flat[first].span.line > 1
        if flat[first].kind == "figure" and first > start:
            apart = flat[first].span.line - flat[first - 1].span.line > 1
        place = first
        while place > start and first - place < _HEADER:
            line = flat[place - 1]
            gap = flat[place].span.line - line.span.line
            text = page.of(line.span)
            item = self.words.mark.match(text) and not self.words.heading.match(text)
            if item or gap > 1 + apart:
                break
            place -= 1
        return place

    def _merged(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items without blank lines; words that no table took are one text again."""
        waiting: Span | None = None
        for item in items:
            if isinstance(item, Span):
                if item.end == item.start:
                    continue
                if waiting and self._parted(waiting, item):
                    waiting = waiting._replace(end=item.end)
                    continue
            if waiting:
                yield waiting
            waiting = item if isinstance(item, Span) else None
            if not waiting:
                yield item
        if waiting:
            yield waiting

    def _parted(self, word: Span, after: Span) -> bool:
        """Whether two texts were words of one line."""
        return word.line == after.line and self.page.text[word.end : after.start].isspace()
