r"""Tables that pipes make: Markdown's, and those of a web page saved as text.

A row is a line with pipes between its cells, with or without one at either end; `\|` is no
border. A web page's layout comes out as pipes too: a line that holds but one text among its pipes
is handed on as a line, unless its neighbours are rows of the same width.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from gxcheck.document.text.lines import Draft, Item, Page, Span
from gxcheck.document.text.tables.bordered import cells_of_row, has_border
from gxcheck.document.text.tables.pipe_cells import PipeCells
from gxcheck.document.typography import Typography
from gxcheck.patterns import own_pattern

__all__ = ["PipeReader"]

_RULE = own_pattern(r":?-{3,}:?|:-+:?|-+:")
_LINE_END = own_pattern(r"\n[ \t]*\|[ \t]*\n[ \t]*\|[ \t]*\d[\d.,]*[ \t]*\|")  # in a blank cell
_AROUND = "| \t\r\f\v\u3000\u00a0"
_SHORT = 12
_LINES = 30
_SENTENCE = 25
_LONG = 60
_WIDE = 7  # cells of a row that is surely one of a table
_LABELS = 3  # of a row: those of its groups and its own
_MERGED = 2  # labels before the figures that may be merged with those above


class _Line(Struct, frozen=True):
    """A line of a run: all of it, what stands between its outer pipes, its number of cells.

    `cells` are given where more than one of them has text.
    """

    span: Span
    inner: Span
    width: int
    cells: list[Span] | None = None


def _are_alike(width: int, other: int) -> bool:
    """Whether two rows are of one table: merged labels make the rows of a wide one shorter."""
    return width == other > 1 or (min(width, other) >= _WIDE and abs(width - other) <= _MERGED)


class PipeReader:
    """Reads the runs of lines with pipes of a page."""

    def __init__(self, page: Page, words: Typography) -> None:
        self.page = page
        self.words = words
        self._holds_line_ends = "|" in page.text and _LINE_END.search(page.text) is not None

    def read(self, first: int) -> tuple[list[Item], int]:
        """What stands in the lines from `first`, which has a border, and the line after them."""
        cells = PipeCells(self.page, self.words).read(first)
        if cells:
            return [Draft(self._filled(cells[0].rows))], cells[1]
        lines: list[_Line] = []
        line = first
        while line < len(self.page.raw):
            line += lines != [] and self._begins_blank(line)
            end = self._row_end(line)
            if not has_border(self.page.raw[end]):
                break
            span = self.page.spans[line]
            lines.append(self._line(replace(span, end=self.page.spans[end].end)))
            line = end + 1
        return list(self._items(lines)), line

    def _row_end(self, first: int) -> int:
        """The last line of a row: where a line ends inside a cell, one below ends with a pipe."""
        line = self._blanks_end(first)
        if line > first:
            return line
        while line - first < _LINES and self._breaks(line):
            line += 1
        return line if self.page.of(self.page.spans[line]).endswith("|") else first

    def _blanks_end(self, first: int) -> int:
        """The last line of a row whose blank cells hold a line end each: label | 5 |, |, | 5 |.

        What follows its first line are figures behind pipes; a header has more labels.
        """
        if not self._holds_line_ends or not self._begins_row(first):
            return first
        line = first
        while line - first < _LINES and line + 1 < len(self.page.raw) and self._goes_on(line + 1):
            line += 1
        return line

    def _begins_row(self, line: int) -> bool:
        text = self.page.of(self.page.spans[line])
        return text[-1:] == "|" and self._labels(line) <= (0 if text[0] == "|" else _LABELS)

    def _begins_blank(self, line: int) -> bool:
        """Whether a line is the end within the blank cell that a row of figures begins with."""
        if not self._holds_line_ends or self.page.raw[line].strip():
            return False
        return line + 1 < len(self.page.raw) and self._goes_on(line + 1)

    def _goes_on(self, line: int) -> bool:
        """Whether a line has nothing but figures, each closed by a pipe, behind another pipe."""
        text = self.page.of(self.page.spans[line])
        return text.startswith("|") and text.endswith("|") and not self._labels(line)

    def _labels(self, line: int) -> int:
        return self._texts(line) - self._values(line)

    def _values(self, line: int) -> int:
        """How many cells of a line are figures or marks for none."""
        texts = map(self.page.of, self._cells(self.page.spans[line]))
        return sum(text in self.words.none_marks or self._is_figure(text) for text in texts)

    def _texts(self, line: int) -> int:
        return sum(cell.end > cell.start for cell in self._cells(self.page.spans[line]))

    def _breaks(self, line: int) -> bool:
        """Whether a line ends with the upper part of a label."""
        spans, raw = self.page.spans, self.page.raw
        if line + 1 >= len(raw) or not has_border(raw[line + 1]):
            return False
        last = self.page.of(spans[line]).rpartition("|")[2].strip()
        return (
            0 < len(last) <= _SHORT
            and not self.words.page_number.fullmatch(last)
            and raw[line + 1].lstrip()[0] != "|"
            and (has_border(raw[line]) or len(self._cells(spans[line + 1])) > 1)
            and last[-1] not in self.words.stops
            and (not self.words.mark.match(last) or self._has_figures(spans[line + 1]))
        )

    def _has_figures(self, span: Span) -> bool:
        return sum(map(self._is_figure, map(self.page.of, self._cells(span)))) > 1

    def _line(self, span: Span) -> _Line:
        text = self.page.of(span)
        bare = text if "\\|" in text else text.strip(_AROUND)
        start = span.start + text.find(bare)
        inner = self.page.within(span, start, start + len(bare))
        if not has_border(bare):
            width = text.count("|") + (not text.startswith("|")) - text.endswith("|")
            return _Line(span, inner, max(width, 1))
        cells = self._cells(span)
        filled = [cell for cell in cells if cell.end > cell.start]
        if len(filled) > 1:
            return _Line(span, inner, len(cells), cells)
        return _Line(span, filled[0] if filled else inner, len(cells))

    def _cells(self, span: Span) -> list[Span]:
        return cells_of_row(self.page, span)

    def _items(self, lines: list[_Line]) -> Iterator[Item]:
        """Tables where rows with several texts stand together, single texts elsewhere."""
        block: list[_Line] = []
        following = self._following(lines)
        for place, read in enumerate(lines):
            line = self._with_blank(read, block)
            if not self._joins(line, block, following[place]):
                yield from self._block(block)
                block = []
            if block or self._joins(line, block, following[place]):
                block.append(line)
            else:
                yield from self._cells_as_lines(line)
        yield from self._block(block)

    def _with_blank(self, line: _Line, block: list[_Line]) -> _Line:
        """A line whose first pipe closes a blank cell: else it has one too few for its table."""
        if not line.cells or not block or self._is_led(block[-1]) or not self._is_led(line):
            return line
        if block[-1].width != line.width + 1:
            return line
        at = line.span.start
        return replace(line, width=line.width + 1, cells=[replace(line.span, end=at), *line.cells])

    def _following(self, lines: list[_Line]) -> list[_Line | None]:
        """For each line the next one that is not blank."""
        following: list[_Line | None] = []
        after: _Line | None = None
        for line in reversed(lines):
            following.append(after)
            after = line if line.inner.end > line.inner.start else after
        return following[::-1]

    def _joins(self, line: _Line, block: list[_Line], after: _Line | None) -> bool:
        """Whether a line is a row of the table `block`, or the first one of a table."""
        if line.cells:
            return not self._is_prose(line.cells) and (
                not block
                or block[-1].width == line.width
                or self._is_led(block[-1]) == self._is_led(line)
            )
        text = self.page.of(line.inner)
        row_after = after is not None and after.cells is not None
        if not text:
            return bool(block) and after is not None and (row_after or after.width == line.width)
        if len(text) > _LONG or text[-1] in self.words.stops or self._is_heading(text, after):
            return False
        if block and row_after:
            return True
        near = block[-1] if block else after if row_after else None
        if near is None:
            return False
        return _are_alike(near.width, line.width) or (
            after is None and self._is_stripped(line, block)
        )

    def _is_stripped(self, line: _Line, block: list[_Line]) -> bool:
        """Whether a last line below rows of one width is a label that has lost its blank cells."""
        text = self.page.of(line.span)
        widths = {row.width for row in block if row.cells}
        return len(widths) == 1 < len(block) and text.endswith("|") and text.count("|") == 1

    def _is_led(self, line: _Line) -> bool:
        """Whether a line begins with a pipe."""
        return self.page.text[line.span.start] == "|"

    def _is_heading(self, text: str, after: _Line | None) -> bool:
        """Whether a numbered text alone in its row heads what follows, and is no row's label."""
        if not self.words.lists[0].match(text) or after is None:
            return False
        following = self.page.of(after.inner)
        return len(following) > _LONG or not self.words.mark.match(following)

    def _is_prose(self, cells: list[Span]) -> bool:
        texts = [self.page.of(cell) for cell in cells]
        ended = (len(text) > _SENTENCE and text[-1] in self.words.ends for text in texts)
        return any(ended) and not any(map(self._is_figure, texts))

    def _is_figure(self, text: str) -> bool:
        return self.words.number.fullmatch(text) is not None

    def _is_rule(self, cells: list[Span]) -> bool:
        return all(_RULE.fullmatch(self.page.of(cell)) for cell in cells if cell.end > cell.start)

    def _cells_as_lines(self, line: _Line) -> Iterator[Span]:
        """What is no row, as lines; a blank one may be the blank cell of a table."""
        if line.cells:
            yield from (cell for cell in line.cells if cell.end > cell.start)
        else:
            yield line.inner

    def _block(self, block: list[_Line]) -> Iterator[Item]:
        """A table of the rows, or the lines as they stand where nothing but a pipe says so."""
        lines = [line for line in block if not (line.cells and self._is_rule(line.cells))]
        rows = [line.cells for line in lines if line.cells]
        figures = sum(self._is_figure(self.page.of(cell)) for row in rows for cell in row)
        outer = sum(self.page.of(line.span)[-1] == "|" for line in lines if line.cells)
        ruled = len(lines) < len(block)
        if rows and (ruled or figures > 1 or (outer and (figures or outer > 1))):
            yield Draft(self._filled([line.cells or self._cells(line.span) for line in lines]))
        else:
            yield from (line.inner for line in lines)

    def _filled(self, rows: list[list[Span]]) -> list[list[Span]]:
        """The rows that have text: blank cells at their ends may be columns left blank."""
        return [row for row in rows if any(cell.end > cell.start for cell in row)]
