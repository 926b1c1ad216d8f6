"""The report as it was read, block by block, ready for the page: headings, paragraphs, tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from gxcheck.checking import Review
from gxcheck.document.model import Cell, Location, Paragraph, Table
from gxcheck.output.html.lines import shown
from gxcheck.output.html.marking import Mark, Stretch, stretches, strongest
from gxcheck.report.model import Report
from gxcheck.rules.model import Finding, Level

__all__ = ["CellView", "TableView", "TextView", "View", "views"]

Kind: TypeAlias = Literal["title", "section", "subheading", "text", "signature", "margin"]
Spot: TypeAlias = tuple[int, int | None, int | None]
Marks: TypeAlias = Mapping[Spot, Sequence[Mark]]


class TextView(Struct, frozen=True):
    """A heading or paragraph. `whole` has the findings that speak of all of it."""

    kind: Kind
    stretches: tuple[Stretch, ...]
    whole: tuple[int, ...]
    level: Level | None


class CellView(Struct, frozen=True):
    """A cell of a table and how far it spans; `level` and `numbers` where findings look at it.

    `own` tells the place of a finding from one that it only relates to; `ends` has the former.
    """

    text: str
    rows: int
    columns: int
    is_number: bool
    level: Level | None
    own: bool
    numbers: tuple[int, ...]
    ends: tuple[int, ...]


class TableView(Struct, frozen=True):
    """A table, row by row. `whole` has the findings that speak of all of it."""

    rows: tuple[tuple[CellView, ...], ...]
    whole: tuple[int, ...]
    level: Level | None


View: TypeAlias = TextView | TableView


def views(review: Review) -> Iterator[View]:
    """All blocks of the report's document, in reading order."""
    marks = _marks(review.findings)
    headings = _headings(review.report)
    for number, block in enumerate(review.report.document.blocks):
        if isinstance(block, Table):
            yield _table(block, number, marks)
        else:
            yield from _texts(block, marks.get((number, None, None), ()), headings[number])


def _marks(findings: Sequence[Finding]) -> Marks:
    marks: dict[Spot, list[Mark]] = defaultdict(list)
    for number, finding in enumerate(findings, 1):
        if finding.location is not None:
            place = finding.location
            marks[_spot(place)].append(Mark(place.start, place.end, number, finding.level, True))
        for place in finding.related:
            marks[_spot(place)].append(Mark(place.start, place.end, number, finding.level, False))
    return marks


def _spot(place: Location) -> Spot:
    return place.block, place.row, place.cell


def _headings(report: Report) -> Mapping[int, list[tuple[int, int, Kind]]]:
    """The spans of each block that are a heading: by the recognised report, not by their look."""
    spans: dict[int, list[tuple[int, int, Kind]]] = defaultdict(list)

    def add(place: Location, kind: Kind) -> None:
        spans[place.block].append((place.start, place.end, kind))

    for place in _title_lines(report):
        add(place, "title")
    for section in report.sections:
        add(section.heading.location, "section")
        for heading in section.subheadings:
            block = report.document.blocks[heading.location.block]
            if isinstance(block, Paragraph) and _fills(heading.location, block):
                add(heading.location, "subheading")
    signature = report.signature
    for words in (signature.organ, signature.date):
        if words is not None:
            add(words.location, "signature")
    return spans


def _title_lines(report: Report) -> Iterator[Location]:
    """The lines of the title, which may go on over several blocks."""
    if report.title is None:
        return
    yield report.title.location
    first = report.title.location.block
    text = report.document.blocks[first]
    length = len(text.normal) if isinstance(text, Paragraph) else 0
    for block in report.document.blocks[first + 1 :]:
        if not isinstance(block, Paragraph) or length >= len(report.title.text):
            return
        if report.title.text[length:].startswith(block.normal):
            length += len(block.normal)
            yield block.place(0, len(block.text))


def _fills(place: Location, block: Paragraph) -> bool:
    return not (block.text[: place.start] + block.text[place.end :]).strip()


def _texts(
    block: Paragraph, marks: Sequence[Mark], headings: Sequence[tuple[int, int, Kind]]
) -> Iterator[TextView]:
    """A paragraph, cut where headings stand in the middle of it."""
    whole = tuple(mark.number for mark in marks if mark.own and mark.start == mark.end)
    level = strongest([mark for mark in marks if mark.number in whole])
    for start, end, kind in _pieces(block, headings):
        text = block.text[start:end]
        if text.strip():
            yield TextView(kind, stretches(text, marks, start), whole, level)
            whole, level = (), None


def _pieces(
    block: Paragraph, headings: Sequence[tuple[int, int, Kind]]
) -> Iterator[tuple[int, int, Kind]]:
    rest: Kind = "text" if block.role == "body" else "margin"
    at = 0
    for start, end, kind in sorted(headings):
        if start >= at:
            yield at, start, rest
            yield start, end, kind
            at = end
    yield at, len(block.text), rest


def _table(table: Table, number: int, marks: Marks) -> TableView:
    about = [mark for mark in marks.get((number, None, None), ()) if mark.own]
    return TableView(
        rows=tuple(
            tuple(_cell(cell, marks.get((number, cell.row, cell.column), ())) for cell in row)
            for row in table.rows
        ),
        whole=tuple(mark.number for mark in about),
        level=strongest(about),
    )


def _cell(cell: Cell, marks: Sequence[Mark]) -> CellView:
    own = [mark for mark in marks if mark.own]
    return CellView(
        text=shown(cell.text),
        rows=cell.row_span,
        columns=cell.column_span,
        is_number=cell.normal.lstrip("-").replace(".", "").isdigit(),
        level=strongest(own or marks),
        own=bool(own),
        numbers=tuple(sorted({mark.number for mark in marks})),
        ends=tuple(sorted(mark.number for mark in own)),
    )
