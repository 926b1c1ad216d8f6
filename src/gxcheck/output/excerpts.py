"""What a finding shows of the report: the passage around a quote, the cells of an identity."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from gxcheck.document.model import Location, Paragraph
from gxcheck.report.figures import Figure
from gxcheck.report.forms import form
from gxcheck.report.model import Report
from gxcheck.rules.model import Finding, Lang
from gxcheck.rules.telling.labels import short, table_of
from gxcheck.rules.values import figures_of

__all__ = ["CellExcerpt", "Passage", "cells_of", "passage_of"]

_AROUND = 24
_MOST_ROWS = 30


class Passage(NamedTuple):
    """Words of a paragraph with some text before and after them."""

    before: str
    quote: str
    after: str


class CellExcerpt(Struct, frozen=True):
    """The part of a table that a finding looks at: rows and columns by label.

    `cells` has, for each row, its cells as printed, None where the finding looks at none; `marked`
    the place (row, column) of the finding itself.
    """

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[str | None, ...], ...]
    marked: frozenset[tuple[int, int]]


def passage_of(report: Report, finding: Finding) -> Passage | None:
    """The passage of running text that a finding quotes, None where it quotes none."""
    place = finding.location
    if place is None or place.row is not None or place.block >= len(report.document.blocks):
        return None
    block = report.document.blocks[place.block]
    if not isinstance(block, Paragraph) or place.end <= place.start:
        return None
    text, start, end = block.text, place.start, place.end
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return Passage(
        ("…" if start > _AROUND else "") + _one_line(before),
        _one_line(text[start:end]),
        _one_line(after) + ("…" if end + _AROUND < len(text) else ""),
    )


def cells_of(report: Report, finding: Finding, lang: Lang) -> CellExcerpt | None:
    """The table cells that a finding looks at, None where they are fewer than two."""
    places = [place for place in (finding.location, *finding.related) if place is not None]
    spots = {_spot(place) for place in places if place.row is not None}
    found = [(path, figure) for path, figure in figures_of(report).items() if _at(figure) in spots]
    if len(found) < 2:
        return None
    rows: dict[str, dict[str, str]] = {}
    columns: dict[str, None] = {}
    marked: set[tuple[str, str]] = set()
    for path, figure in found[:_MOST_ROWS]:
        row, column = _labels(report, path, lang)
        rows.setdefault(row, {})[column] = _one_line(figure.raw)
        columns.setdefault(column)
        if finding.location is not None and _at(figure) == _spot(finding.location):
            marked.add((row, column))
    names, heads = tuple(rows), tuple(columns)
    return CellExcerpt(
        columns=heads,
        rows=names,
        cells=tuple(tuple(rows[name].get(head) for head in heads) for name in names),
        marked=frozenset((names.index(row), heads.index(column)) for row, column in marked),
    )


def _labels(report: Report, path: str, lang: Lang) -> tuple[str, str]:
    table_and_field = table_of(form(report.edition), path)
    if table_and_field is None:
        return path, ""
    field = table_and_field[1]
    if lang == "zh":
        return short(field.row), short(field.column)
    row, _, column = field.english.rpartition(", ")
    return row or field.english, column if row else ""


def _at(figure: Figure) -> tuple[int, int | None, int | None] | None:
    return _spot(figure.location) if figure.location else None


def _spot(location: Location) -> tuple[int, int | None, int | None]:
    return location.block, location.row, location.cell


def _one_line(text: str) -> str:
    return "".join(text.split("\n"))
