"""The official tables of a document: every figure found by the words of its row and column.

The tables of all editions are looked for at once; which edition's form it is follows from what is
found. Nothing is invented: a row or column whose label is not there has no figure. Order, merged
cells, repeated headers and the layout of the source do not matter.
"""

from __future__ import annotations

from collections.abc import Sequence

from gxcheck.document.model import Cell, Document, Table
from gxcheck.report.form_set import FormSet
from gxcheck.report.forms import figure_path
from gxcheck.report.model import TableName
from gxcheck.report.tables.columns import Column, Header, comes_again, fills_spans, header_of
from gxcheck.report.tables.found import FoundLabel, FoundTables
from gxcheck.report.tables.gathering import Gathered
from gxcheck.report.tables.likeness import ReadRow, likely_rows, may_be_row
from gxcheck.report.tables.meaning import Reading, ends_header, names_groups
from gxcheck.report.tables.outcomes import (
    Group,
    Outcome,
    group_outcomes,
    groups_in,
    outcome_cells,
    with_groups,
)
from gxcheck.report.tables.pieces import put_together
from gxcheck.report.tables.placing import Placing, row_after
from gxcheck.report.tables.rows import Row, rows_of
from gxcheck.report.tables.senses import VALUE, Sense, Senses, senses_of
from gxcheck.report.tables.streams import tables_of, tables_of_lines
from gxcheck.report.tables.turned import upright
from gxcheck.report.tables.words import RowLine

__all__ = ["read_tables"]

_SEVERAL = 3  # figures: the annex has one in a row


def read_tables(document: Document, forms: FormSet | None = None) -> FoundTables:
    """Find the tables of the forms (by default the shipped) in `document`; never raises."""
    senses = senses_of(forms)
    reader = _Reader(senses)
    for table in tables_of(document, senses):
        reader.read(table)
    for table in tables_of_lines(document, senses, reader.gathered.tables):
        reader.read(table)
    reader.place_unknown_rows()
    reader.take_blanks()
    return reader.gathered.found()


class _Reader:
    """Goes through the rows of all tables and gathers figures; one for each document."""

    def __init__(self, senses: Senses) -> None:
        self.words = senses.words
        self._senses = senses
        self.gathered = Gathered()
        self._columns: dict[TableName, list[Column]] = {}
        self._open: Header | None = None
        self._groups: list[Group] = []
        self._outcomes: list[Outcome] = []
        self._current: TableName | None = None
        self._fills_spans = False
        self._parent = ""
        self._lines: list[ReadRow] = []

    def read(self, table: Table) -> None:
        """Read one table of the document."""
        self._current = None
        in_one_row = len(table.rows) == 1
        self._fills_spans = fills_spans(table)
        table = put_together(upright(table, self.words), self._senses)
        rows = list(rows_of(table, self._senses, in_one_row))
        placing = Placing(table, rows, self._senses, in_one_row and not table.spans_known)
        for row in rows:
            self._read_row(row, placing)
        self._close_header(table)

    def _read_row(self, row: Row, placing: Placing) -> None:
        if row.labels:
            self._take(self._understood(row, placing), placing)
        else:
            self._read_unlabelled(row.values, placing)

    def _understood(self, row: Row, placing: Placing) -> Reading:
        """What the labels of a row may mean here; more than one of them may hold."""
        if not self._open:
            row = with_groups(row, self._senses)
        named, sense = row.labels, row.senses[-1]
        above = named[:-1]
        filled = row.filled and not (above and names_groups(row, self.words))
        line = self._row_line(sense.key, row.figures)
        header = header_of(row.senses[:-1], self.words) if above else None
        shown = row.values or placing.is_stream
        filled = filled or bool(shown and line and header and sense.own_row)
        whole = None if filled and line and not header else header_of(row.senses, self.words)
        over = header or (self._open.table if self._open else None)
        if line and over and over != line.table and sense.key in self.words.columns[over]:
            line, whole = None, over
        elif filled and header and not line and not ends_header(header, row, self.words):
            self._add_header(header, above)
            self._groups.extend(groups_in(above, self.words))
            whole = None
        groups = groups_in(named, self.words) if not filled or whole == "litigation" else []
        return Reading(row, filled, line, header, whole, groups)

    def _take(self, found: Reading, placing: Placing) -> None:
        """Take a row for what it most likely is: groups, figures, a header, or a row unknown."""
        row, filled, line, whole = found.row, found.filled, found.line, found.whole
        label, sense = row.labels[-1], row.senses[-1]
        if found.groups and not whole:
            self._groups.extend(found.groups)
        elif line and (filled or not whole):
            if found.header:
                self._add_header(found.header, row.labels[:-1])
            self._close_header(placing.table, row.values)
            self._read_figures(line, label, row.values, row.told, placing)
        elif filled and self._groups and self._open and self._open.table == "litigation":
            self._read_unlabelled(outcome_cells(row, len(self._open.columns)), placing)
        elif whole == "applications" and filled and row.figures:
            self._open = None  # a column is told like a row: what follows is no row of the form
        elif whole:
            self._take_header(whole, found, placing)
        elif sense.key not in self.words.groups and (filled or may_be_row(row, self.words)):
            self._close_header(placing.table)
            self._keep_unknown(label, row.values, placing)

    def _take_header(self, name: TableName, found: Reading, placing: Placing) -> None:
        """Take a row for a header; what stands behind its words are figures below it.

        Words are no column's where there are as many columns as cells without them.
        """
        row = found.row
        header = self._add_header(name, row.labels)
        whole = len(header.columns) == len(row.values)
        words = () if whole else self._senses.words_before(row.values)
        header.add(words)
        self._groups.extend(found.groups)
        if found.filled:
            self._read_unlabelled(row.values[len(words) :], placing)

    def _row_line(self, key: str, figures: int) -> RowLine | None:
        """The line of a form that a row is; one of the annex has but one figure."""
        for candidate in self.words.rows.get(key, ()):
            if candidate.table == "annex" and self._has_several(figures):
                continue
            parent = candidate.line.parent
            if parent is None or parent == self._parent:
                return candidate
        return None

    def _has_several(self, figures: int) -> bool:
        """Whether a row outside of the annex has more figures than one of the annex could."""
        return self._current != "annex" and figures >= _SEVERAL

    def _add_header(self, name: TableName, cells: Sequence[Cell]) -> Header:
        if self._open is None or self._open.table != name or name == "proactive":
            self._open = Header(name, self.words, self._fills_spans)
        self._open.add(cells)
        self._current = name
        return self._open

    def _close_header(self, table: Table, below: Sequence[Cell] = ()) -> None:
        """Take the columns of the header; `below` it stands the first row of figures."""
        header = self._open
        if header is None:
            return
        self._open = None
        columns = self._columns[header.table] = header.resolved(below)
        labels: list[Group | Column]
        if header.table == "litigation" and (self._groups or comes_again(columns)):
            self._outcomes = list(group_outcomes(columns, self._groups, self.words))
            labels = [*self._groups, *(outcome.column for outcome in self._outcomes)]
            self._groups = []
        else:
            labels = list(columns)
        self.gathered.table(header.table, table).columns.extend(
            FoundLabel(label.cell, label.key, label.similar) for label in labels if label.key
        )

    def _read_figures(
        self,
        line: RowLine,
        label: Cell,
        values: Sequence[Cell],
        told: Sequence[Sense],
        placing: Placing,
        similar: bool = False,
    ) -> None:
        """Take a row of a form: its label, and its figures with their senses (`told`)."""
        name, key = line.table, line.line.key
        if name == "annex":
            self.gathered.take_annex(key, values, told)
        elif not self._read_columns(line, label, values, placing):
            return
        self._current = name
        self._parent = key if key in self.words.parents else self._parent
        found = self.gathered.table(name, placing.table)
        found.take_row(FoundLabel(label, key, similar), filled=VALUE in told)
        if not similar:
            self._lines.append(ReadRow(name, label, values, key))
            after = row_after(self._columns[name], values) if name != "annex" else ()
            if after:
                self._keep_unknown(after[0], after[1:], placing)

    def _read_columns(
        self, line: RowLine, label: Cell, values: Sequence[Cell], placing: Placing
    ) -> bool:
        """Take the figures of a row by its columns; False where no header was seen."""
        name, key = line.table, line.line.key
        columns = self._columns.get(name)
        if not columns:
            return False
        row = figure_path(name, key, "")
        if not values and placing.is_stream:
            paths = [row + one.key for one in columns if one.key]
            self.gathered.expect(dict.fromkeys(paths, label.location))
        for column, cell in placing.below(columns, values):
            if column.key:
                path = row + column.key
                self.gathered.take(path, cell)
                if column.unit:
                    self.gathered.take_unit(path, column.unit, column.cell)
        return True

    def _read_unlabelled(self, values: Sequence[Cell], placing: Placing) -> None:
        """A row of figures alone: that of the reviews and lawsuits, if its header is open.

        One blank cell over all columns parts rows.
        """
        if self._open is None or self._open.table != "litigation":
            return
        if len(values) == 1 and not values[0].normal:
            return
        self._close_header(placing.table)
        by_column = {id(outcome.column): outcome.group for outcome in self._outcomes}
        columns = [outcome.column for outcome in self._outcomes]
        for column, cell in placing.below(columns, values):
            group = by_column[id(column)]
            if group and column.key:
                self.gathered.take(f"{group.key}.{column.key}", cell)
        self._outcomes = []

    def take_blanks(self) -> None:
        """The figures of labels that nothing follows are blank, where text has no trace of them.

        Those of reviews and lawsuits stand under a whole header that no row follows.
        """
        grouped = [outcome for outcome in self._outcomes if outcome.group and outcome.column.key]
        groups = set(self.words.outcome_groups.values())
        if len(grouped) == len(groups) * len({outcome.column.key for outcome in grouped}):
            places = {
                f"{outcome.group.key}.{outcome.column.key}": outcome.column.cell.location
                for outcome in grouped
                if outcome.group
            }
            self.gathered.expect(places)
        self.gathered.take_blanks()

    def _keep_unknown(self, label: Cell, values: Sequence[Cell], placing: Placing) -> None:
        if self._current and self.words.key(label.normal):
            columns = self._columns.get(self._current, ())
            self._lines.append(ReadRow(self._current, label, values, None, columns, placing))

    def place_unknown_rows(self) -> None:
        """Take each unknown row for the missing one that it is most like, or call it extra."""
        for likely in likely_rows(tuple(self._lines), self.words):
            row, line = likely.row, likely.line
            if row.placing is None:
                continue
            if line is None:
                if any(cell.normal for cell in row.values):
                    self.gathered.table(row.name, row.placing.table).extra_rows.append(row.label)
            else:
                self._columns[row.name] = list(row.columns)
                like = not likely.cut
                told = self._senses.of_all(row.values)
                self._read_figures(line, row.label, row.values, told, row.placing, similar=like)
