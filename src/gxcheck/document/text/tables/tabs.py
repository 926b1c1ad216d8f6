"""Tables that tabs make: a cell a line, as word processors save them, or a row a line.

In the first kind each cell is a line that begins with a tab; further lines of the cell follow
without one, an empty line ends the row and another line ends the table. In the second kind, that
of a spreadsheet's clipboard, tabs stand between the cells of a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from gxcheck.document.text.lines import Draft, Item, Page, Span
from gxcheck.document.text.tables.broken_rows import with_broken_rows_joined
from gxcheck.document.text.tables.tab_runs import TabRuns, tab_runs
from gxcheck.document.typography import Typography

__all__ = ["TabReader"]

_LONG = 60
_SENTENCE = 25


class TabReader:
    """Reads the regions of a page that tabs make."""

    def __init__(self, page: Page, words: Typography) -> None:
        self.page = page
        self.words = words
        self._run_end = 0
        self._rows = False
        self._runs = TabRuns()

    def read(self, first: int) -> tuple[list[Item], int]:
        """What stands in the lines from `first`, which holds a tab, and the line after it."""
        if first >= self._run_end:
            self._run_end = self._end(first)
            self._rows = self._has_rows(first)
        if self._rows:
            return self._row_lines(first, self._run_end), self._run_end
        if self.page.starts_with_tab(first):
            return self._cell_lines(first)
        return [self.page.spans[first]], first + 1

    def _has_rows(self, first: int) -> bool:
        """Whether a run's lines are rows: more of them hold tabs than are a cell after a tab."""
        inside = [
            self._is_row(line)
            for line in range(first, self._run_end)
            if "\t" in self.page.raw[line]
        ]
        return 2 * sum(inside) >= len(inside) and any(inside)

    def _end(self, line: int) -> int:
        """The end of the run of lines that holds `line`: an empty line, or that of the page.

        Empty lines between two lines that have tabs inside part but rows.
        """
        raw, spans = self.page.raw, self.page.spans
        while line < len(raw) and (
            spans[line].end > spans[line].start or "\t" in raw[line] or self._parts_rows(line)
        ):
            line += 1
        return line

    def _parts_rows(self, line: int) -> bool:
        inside = 0 < line < len(self.page.raw) - 1
        return inside and self._is_row(line - 1) and self._is_row(line + 1)

    def _is_row(self, line: int) -> bool:
        """Whether a line has tabs after its first text."""
        return "\t" in self.page.raw[line].lstrip()

    # A cell a line.

    def _cell_lines(self, line: int) -> tuple[list[Item], int]:
        rows: list[list[Span]] = []
        row: list[Span] = []
        raw, spans = self.page.raw, self.page.spans
        while line < len(raw):
            text, span = raw[line], spans[line]
            if text and text[0] == "\t":
                if "\t" in text.strip():
                    row.extend(self._pieces(line))
                else:
                    row.append(span)
            elif span.end > span.start:
                if not row or not self._continues(row[-1], span):
                    break
                row[-1] = replace(row[-1], end=span.end) if self._has_text(row[-1]) else span
            else:
                if row:
                    rows.append(row)
                    row = []
                if line + 1 >= len(raw) or not raw[line + 1].startswith("\t"):
                    break
            line += 1
        if row:
            rows.append(row)
        return list(self._tables(rows)), line

    def _pieces(self, line: int) -> list[Span]:
        """The cells of one line between its tabs, without those before the first text."""
        span = self.page.spans[line]
        return self.page.parts(span, span.start, self.page.of(span).split("\t"))

    def _has_text(self, cell: Span) -> bool:
        return cell.end > cell.start

    def _continues(self, cell: Span, line: Span) -> bool:
        """Whether a line without tab belongs to the cell before it: to a figure only a unit.

        The heading of a section belongs to none.
        """
        text, below = self.page.of(cell), self.page.of(line)
        if self._is_figure(text):
            return below.strip("()（）") in self.words.units
        if text:
            return self.words.lists[0].match(below) is None
        return len(below) <= _LONG and not self.words.mark.match(below)

    def _tables(self, rows: Iterable[list[Span]]) -> Iterator[Item]:
        """Tables of the rows; those that are indented prose come out as lines."""
        table: list[list[Span]] = []
        for row in rows:
            if self._is_prose(row):
                yield from self._table(table)
                table = []
                yield from row
            else:
                table.append(row)
        yield from self._table(table)

    def _is_prose(self, row: Sequence[Span]) -> bool:
        """Whether a row has a sentence, and no blank cell or figure."""
        text, ends = self.page.text, self.words.ends
        for cell in row:
            if cell.end - cell.start >= _SENTENCE and text[cell.end - 1] in ends:
                texts = list(map(self.page.of, row))
                return all(texts) and not any(map(self._is_figure, texts))
        return False

    def _table(self, rows: list[list[Span]]) -> Iterator[Item]:
        """A table, if any row has several texts; or one row, if the texts are mostly figures."""
        if any(sum(cell.end > cell.start for cell in row) > 1 for row in rows):
            yield Draft(rows)
            return
        cells = [cell for row in rows for cell in row if cell.end > cell.start]
        figures = sum(self._is_figure(self.page.of(cell)) for cell in cells)
        if figures >= 3 and figures * 5 >= len(cells):
            yield Draft([[cell for row in rows for cell in row]])
        else:
            yield from cells

    def _is_figure(self, text: str) -> bool:
        return text in self.words.none_marks or bool(self.words.number.fullmatch(text))

    # A row a line.

    def _row_lines(self, first: int, last: int) -> list[Item]:
        """The lines of a run, those that are rows as a table if their cells look like one."""
        items: list[Item] = []
        rows: list[list[Span]] = []
        lines: list[Span] = []
        self._runs = tab_runs(self.page.raw[first:last], self._is_figure)
        for line in range(first, last):
            span = self.page.spans[line]
            row = self._row(line)
            if row:
                rows.append(row)
                lines.append(span)
            else:
                items += self._accepted(rows, lines)
                rows, lines = [], []
                if span.end > span.start:
                    items.append(span)
        return items + self._accepted(rows, lines)

    def _row(self, line: int) -> list[Span]:
        """The cells of a line; none where it is prose."""
        span, page = self.page.spans[line], self.page
        text = page.of(span)
        if "\t" not in page.raw[line]:
            short = len(text) <= _LONG and text[-1:] not in self.words.stops
            between = 0 < line < len(page.raw) - 1
            if short and between and "\t" in page.raw[line - 1] and "\t" in page.raw[line + 1]:
                return [] if self.words.lists[0].match(text) else [span]
            return []
        cells = self._row_cells(line)
        mark = self.words.mark.match(page.of(cells[0])) if len(cells) == 2 else None
        if mark and mark.end() == cells[0].end - cells[0].start:
            return []
        texts = [text for text in map(page.of, cells) if text[-1:] in self.words.stops]
        ended = not all(self._is_figure(text) or self.words.is_bad_figure(text) for text in texts)
        return [] if ended or self._is_prose(cells) else cells

    def _row_cells(self, line: int) -> list[Span]:
        """The cells of a line between its tabs, blank ones at its end included."""
        span = self.page.spans[line]
        raw = self.page.raw[line]
        pieces = self.page.parts(span, span.begin, raw.split("\t"))
        cells = self._runs.cells(pieces)
        return list(map(self._unquoted, cells)) if '"' in raw else cells

    def _unquoted(self, cell: Span) -> Span:
        """What stands between the quotation marks around a cell, as spreadsheets may set them."""
        quoted = cell.end > cell.start + 1 and self.page.of(cell)[:: cell.end - cell.start - 1]
        return self.page.within(cell, cell.start + 1, cell.end - 1) if quoted == '""' else cell

    def _accepted(self, rows: list[list[Span]], lines: list[Span]) -> list[Item]:
        filled = [[self.page.of(cell) for cell in row if cell.end > cell.start] for row in rows]
        wide = sum(len(row) > 1 for row in filled)
        figures = sum(self._is_figure(text) for row in filled for text in row[1:])
        if wide >= 2 and (figures >= 2 or (wide >= 3 and max(map(len, filled)) >= 3)):
            rows = with_broken_rows_joined(self.page, self.words, rows)
            return [Draft(self._trimmed(rows), blanks_shown=not self._runs.loose)]
        return [line for line in lines if line.end > line.start]

    def _trimmed(self, rows: list[list[Span]]) -> list[list[Span]]:
        """The rows without columns that are blank in all of them, at the right."""
        width = max(
            place + 1 for row in rows for place, cell in enumerate(row) if cell.end > cell.start
        )
        return [row[:width] for row in rows if any(cell.end > cell.start for cell in row)]
