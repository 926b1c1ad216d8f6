"""Tables that were flattened into lines: a cell a line, or a row a line with blanks between.

What tells them from prose is figures that stand alone: a run of short lines without the marks of
a sentence is a table where enough of them are bare numbers, or rows that end in several numbers.
Its beginning goes back over the short lines above the first figure, up to a heading. A whole page
in one line is read the same way, word by word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from gxcheck.document.text.lines import Item, Page, Span
from gxcheck.document.text.outline import Outline
from gxcheck.document.text.tables.flat_blanks import BlankLines, FlatTable, blanks_of
from gxcheck.document.text.tables.flat_lines import MANY, VALUES, FlatLine, LineKinds
from gxcheck.document.text.tables.flat_rows import rows_of
from gxcheck.document.typography import Typography

__all__ = ["StreamReader"]

_FAR = 24
_HEADER = 30
_SHORT_DUMP = 60
_HEADS = 3
_BLANK_ROW = 4  # lines


class _Range(Struct, frozen=True):
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
        self._blanks = BlankLines(flat)
        ranges = list(self._ranges(flat))
        tables = [
            FlatTable(flat[found.first : found.last], self._line(lines, found.last))
            for found in ranges
        ]
        place = 0
        for found, table, blanks in zip(ranges, tables, blanks_of(tables), strict=True):
            yield from lines[place : found.first]
            yield rows_of(self.page, self.words, table.lines, blanks)
            place = found.last
        yield from lines[place:]

    def _line(self, lines: Sequence[Span], place: int) -> int:
        """The number of the line at `place`, which may be the one after the last."""
        return lines[place].line if place < len(lines) else lines[-1].line + 1

    def _opened(self, lines: Iterable[Span]) -> Iterator[Span]:
        """The lines, and in place of a long one with many figures its words."""
        for line in lines:
            if line.end - line.start > _SHORT_DUMP and self.kinds.is_dump(line):
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
        elif self._has_unit(flat, place):
            after = flat[place + 2].kind
        elif after == "blank" or self._is_blank_row(flat, place) or self._goes_on(flat, place):
            after = "mark"
        section = line.kind != "blank" and self.outline.is_section(text, after)
        return line.kind == "prose" or (section and line.kind == "label")

    def _has_unit(self, flat: Sequence[FlatLine], place: int) -> bool:
        """Whether a unit alone and a figure follow: a row of the table, whatever its number."""
        below = flat[place + 1 : place + 3]
        if len(below) < 2 or below[1].kind not in VALUES:
            return False
        return self.page.of(below[0].span) in self.words.units

    def _is_blank_row(self, flat: Sequence[FlatLine], place: int) -> bool:
        """Whether so many empty lines follow a label that its cells may be blank."""
        if place + 1 >= len(flat) or flat[place].kind != "label":
            return False
        gap = flat[place + 1].span.line - flat[place].span.line - self._blanks.usual
        return gap > _BLANK_ROW

    def _goes_on(self, flat: Sequence[FlatLine], place: int) -> bool:
        """Whether the next line, above figures, may be the rest of a label."""
        below = flat[place + 1 : place + 4]
        kinds = [line.kind for line in below]
        if len(below) < 3 or kinds[0] != "label" or not VALUES.issuperset(kinds[1:]):
            return False
        return not self.words.mark.match(self.page.of(below[0].span))

    def _is_bare(self, row: FlatLine) -> bool:
        """Whether a row is figures alone."""
        return self.kinds.of(row.cells[0]).kind == "figure"

    def _tables(self, flat: Sequence[FlatLine], start: int, end: int) -> Iterator[_Range]:
        """The tables among lines none of which is prose."""
        figures = [at for at in range(start, end) if flat[at].kind in VALUES]
        if start > 0 and end < len(flat) and flat[start - 1].kind == flat[end].kind == "label":
            figures = sorted({*figures, *self._blanks.labels(start, end)})
        while figures:
            size = 1
            while size < len(figures) and figures[size] - figures[size - 1] <= _FAR:
                size += 1
            cluster, figures = figures[:size], figures[size:]
            last = cluster[-1] + 1
            if self._is_table(flat[cluster[0] : last], cluster) or self._is_headed(flat, cluster):
                first = self._with_header(flat, start, cluster)
                yield _Range(first, last)
                start = last

    def _is_table(self, lines: Sequence[FlatLine], places: Sequence[int]) -> bool:
        """Whether there are enough figures, and close enough to each other."""
        kinds = [line.kind for line in lines]
        figures, rows, pairs = kinds.count("figure"), kinds.count("row"), kinds.count("pair")
        together = any(a == "figure" and b in ("figure", "mark") for a, b in pairwise(kinds))
        blanks = sum(kinds[place - places[0]] == "label" for place in places)
        filled = figures + sum(a == "mark" and b in VALUES for a, b in pairwise(kinds)) + blanks
        if len(lines) > 1 and lines[0].span.line == lines[-1].span.line:
            values = figures + kinds.count("mark")
            return together and figures > 1 and values >= MANY and values * 5 >= len(lines)
        wide = any(len(line.cells) > 5 for line in lines)
        enough = figures > 3 - together or rows > 1 or wide or rows + pairs > 5 or filled >= MANY
        marks = kinds.count("mark") + kinds.count("blank") + blanks
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

    def _with_header(self, flat: Sequence[FlatLine], start: int, cluster: Sequence[int]) -> int:
        """The beginning of a table: that of the short lines above its first figure.

        As many empty lines may part them as stand for blank cells within the table.
        """
        page = self.page
        first = place = cluster[0]
        apart = max(1, self._blanks.usual) * self._apart(flat, start, first)
        widest = 1 + max(apart, self._blanks.widest)
        while place > start and first - place < _HEADER:
            line = flat[place - 1]
            gap = flat[place].span.line - line.span.line
            text = page.of(line.span)
            item = self.words.mark.match(text) and not self.words.heading.match(text)
            if item or gap > widest:
                break
            place -= 1
        return place

    def _apart(self, flat: Sequence[FlatLine], start: int, first: int) -> bool:
        """Whether an empty line stands between cells."""
        if flat[first].kind == "figure" and first > start:
            return flat[first].span.line - flat[first - 1].span.line > 1
        return first + 1 < len(flat) and flat[first + 1].span.line - flat[first].span.line > 1

    def _merged(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items without blank lines; words that no table took are one text again."""
        waiting: Span | None = None
        for item in items:
            if isinstance(item, Span):
                if item.end == item.start:
                    continue
                if waiting and self._parted(waiting, item):
                    waiting = replace(waiting, end=item.end)
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
