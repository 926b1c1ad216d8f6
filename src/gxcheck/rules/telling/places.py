"""Where a location of a report is, by meaning and in words for people."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from operator import attrgetter
from typing import TypeAlias

from msgspec import Struct

from gxcheck.document.model import Location
from gxcheck.lazy import lazy
from gxcheck.report.figures import Figure
from gxcheck.report.forms import Form, annex_form, form
from gxcheck.report.model import LabelReading, Report, TableName
from gxcheck.rules.model import Lang
from gxcheck.rules.telling.labels import column_label, figure_label, row_label
from gxcheck.rules.telling.phrases import phrase
from gxcheck.rules.values import figures_of

__all__ = ["Places"]

Spot: TypeAlias = "tuple[int, int | None, int | None]"


class _Part(Struct, frozen=True):
    """A part of the running text: where it begins, its place, and its heading."""

    start: tuple[int, int]
    place: str
    kind: str
    heading: str = ""


class _Label(Struct, frozen=True):
    """A row's or a column's label as it stands in a table."""

    table: TableName
    field: str
    is_row: bool


class Places:
    """The map of one report. Each part of it is drawn when it is first asked for."""

    def __init__(
        self,
        report: Report,
        of: Form | None = None,
        figures: Mapping[str, Figure] | None = None,
    ) -> None:
        self._report = report
        self._form = of or form(report.edition)
        self._all_figures = figures_of(report) if figures is None else figures

    def place(self, location: Location) -> str:
        """The place by meaning: a figure's path, a section's role, "title", "preamble"…"""
        spot = _spot(location)
        if spot is not None:
            path = self._figures.get(spot)
            if path:
                return path
            label = self._label(spot)
            if label:
                return f"{label.table}.{label.field}"
        return self._part(location).place

    def label(self, location: Location, lang: Lang) -> str:
        """The place for people: 第3页 表二“（七）总计”行“自然人”列, 第12行 “一、…”一节."""
        position, words = self._position(location, lang), self._words(location, lang)
        return f"{position} {words}" if position and words else position or words

    def labelled(self, location: Location, lang: Lang) -> Location:
        """The location with its label."""
        return location.labelled(self.label(location, lang))

    def _position(self, location: Location, lang: Lang) -> str:
        if location.page is not None:
            return _numbered("page", location.page, lang)
        return "" if location.line is None else _numbered("line", location.line, lang)

    def _words(self, location: Location, lang: Lang) -> str:
        spot = _spot(location)
        if spot is None:
            part = self._part(location)
            return _named(part.kind, part.heading, lang) if part.kind else ""
        path = self._figures.get(spot)
        if path:
            return figure_label(self._form, path, lang)
        label = self._label(spot)
        if label is None:
            return phrase("places", "cell", lang, row=spot[1] + 1, cell=spot[2] + 1)
        table = self._form.tables.get(label.table) or annex_form()
        tell = row_label if label.is_row else column_label
        return tell(table, label.field, lang)

    def _part(self, location: Location) -> _Part:
        index = bisect_right(self._starts, (location.block, location.start)) - 1
        return self._parts[index] if index >= 0 else _Part((0, 0), "", "")

    @lazy
    def _figures(self) -> Mapping[Spot, str]:
        """The figure at each spot, the first of several."""
        placed = [(path, at) for path, f in self._all_figures.items() if (at := f.location)]
        return {(at.block, at.row, at.cell): path for path, at in reversed(placed)}

    @lazy
    def _labels(self) -> Mapping[Spot, tuple[TableName, LabelReading, bool]]:
        """The label at each spot, the first of several: its table, and whether it is a row's."""
        labels = [
            (label.location, (table.table, label, is_row))
            for table in self._report.tables
            for lines, is_row in ((table.rows, True), (table.columns, False))
            for label in lines
        ]
        return {(at.block, at.row, at.cell): label for at, label in reversed(labels)}

    def _label(self, spot: Spot) -> _Label | None:
        """The label at a spot."""
        found = self._labels.get(spot)
        if found is None:
            return None
        table, label, is_row = found
        return _Label(table, label.field.removeprefix(f"{table}."), is_row)

    @lazy
    def _parts(self) -> list[_Part]:
        report = self._report
        parts = [
            _Part(_start(section.heading.location), place, "section", section.heading.text)
            for section in report.sections
            for place in [section.role or f"section:{section.heading.title}"]
        ]
        last = parts[-1].start if parts else (-1, 0)
        if report.title:
            parts.append(_Part(_start(report.title.location), "title", "title"))
        if report.preamble and report.preamble.blocks:
            parts.append(_Part(_start(report.preamble.blocks[0].location), "preamble", "preamble"))
        signature = report.signature.organ or report.signature.date
        if signature and _start(signature.location) > last:
            parts.append(_Part(_start(signature.location), "signature", "signature"))
        return sorted(parts, key=attrgetter("start"))

    @lazy
    def _starts(self) -> list[tuple[int, int]]:
        return [part.start for part in self._parts]


@lru_cache(maxsize=4096)
def _numbered(kind: str, number: int, lang: Lang) -> str:
    """A page or a line: 第3页."""
    return phrase("places", kind, lang, **{kind: number})


@lru_cache(maxsize=4096)
def _named(kind: str, heading: str, lang: Lang) -> str:
    """A part of the running text: “一、总体情况”一节."""
    return phrase("places", kind, lang, heading=heading)


def _start(location: Location) -> tuple[int, int]:
    return location.block, location.start


def _spot(location: Location) -> tuple[int, int, int] | None:
    if location.row is None or location.cell is None:
        return None
    return location.block, location.row, location.cell
