"""The units printed for the figures of the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from gxcheck.data import read_yaml
from gxcheck.document.model import Location
from gxcheck.report.model import Report
from gxcheck.rules.checks.tables.cells import cells_told
from gxcheck.rules.checks.tables.found import Found, found_tables
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation

__all__ = ["unit_in_cell", "unit_wrong"]


def unit_in_cell(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Each table with units beside its numbers, its cells named."""
    for found in found_tables(report, context, any_year=True):
        cells = [slot.path for slot in found.slots if slot.path in found.own_units]
        if not cells:
            continue
        places = [place for path in cells if (place := found.figures[path].location)]
        yield Violation(
            places[0] if places else None,
            values=cells_told(found.form, cells, context)
            | {"raw": found.figures[cells[0]].raw.strip()},
            related=tuple(places[1:]),
            place=found.form.name,
            variant="default" if found.form.name == "annex" else "headed",
        )


class _Print(Struct, frozen=True):
    """A unit printed for a figure, and where."""

    path: str
    unit: str
    official: str
    location: Location | None


def unit_wrong(report: Report, options: Mapping[str, Any], context: Context) -> Iterator[Violation]:
    """Each wrong unit of a table once, with the figures that it is printed for."""
    for found in found_tables(report, context):
        wrong: dict[tuple[str, str], list[_Print]] = {}
        for printed in _prints(found):
            if _is_wrong(printed):
                wrong.setdefault((printed.unit, printed.official), []).append(printed)
        for (unit, official), prints in wrong.items():
            places = list(dict.fromkeys(printed.location for printed in prints))
            paths = [printed.path for printed in prints]
            yield Violation(
                places[0],
                values=cells_told(found.form, paths, context)
                | {"unit": unit, "official": official},
                related=tuple(place for place in places[1:] if place),
                place=paths[0],
                variant="money" if _is_money(found, paths[0]) else "default",
            )


def _prints(found: Found) -> Iterator[_Print]:
    """The units of a table: those of its unit column and headers, and those beside the numbers."""
    for unit in found.reading.units:
        if unit.field in found.form.fields:
            words = unit.text.strip("()")
            official = found.form.fields[unit.field].unit
            yield _Print(unit.field, words, official, unit.location)
    for path, own in found.own_units.items():
        yield _Print(path, own, found.form.fields[path].unit, found.figures[path].location)


def _is_wrong(printed: _Print) -> bool:
    units, multipliers = _units()
    if printed.unit == printed.official or printed.unit not in units:
        return False
    return not (printed.unit in multipliers and printed.unit.endswith(printed.official))


def _is_money(found: Found, path: str) -> bool:
    return found.form.fields[path].kind == "money"


@cache
def _units() -> tuple[frozenset[str], frozenset[str]]:
    data = read_yaml("figures.yml")
    return frozenset(data["units"]), frozenset(data["multipliers"])
