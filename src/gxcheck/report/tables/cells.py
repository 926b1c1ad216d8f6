"""One cell read as a figure: its exact number, its unit, or what stands there instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from msgspec import Struct

from gxcheck.data import read_yaml
from gxcheck.document.model import Cell
from gxcheck.document.normalise import normalise
from gxcheck.lazy import kept
from gxcheck.patterns import own_pattern
from gxcheck.report.figures import Figure

__all__ = ["is_unit", "is_value", "read_figure", "unit_in_label"]


class _Words(Struct, frozen=True):
    none_marks: frozenset[str]
    negative_marks: frozenset[str]
    units: frozenset[str]
    multipliers: Mapping[str, int]
    number: re.Pattern[str]
    label_unit: re.Pattern[str]


@cache
def _words() -> _Words:
    data = read_yaml("figures.yml")
    units = frozenset(data["units"])
    unit = "|".join(map(re.escape, sorted(data["units"], key=len, reverse=True)))
    signs = "|".join(map(re.escape, [*data["negative_marks"], *data["positive_marks"]]))
    leads = "|".join(map(re.escape, data["unit_leads"]))
    return _Words(
        none_marks=frozenset(normalise(mark).text for mark in data["none_marks"]),
        negative_marks=frozenset(data["negative_marks"]),
        units=units,
        multipliers=data["multipliers"],
        number=own_pattern(
            rf"({signs}|)(\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}}(?: \d{{3}})+|\d+)(\.\d+)?"
            rf"(?:({unit})|\(({unit})\))?"
        ),
        label_unit=own_pattern(rf"\((?:(?:{leads})[:,]?)?({unit})\)$"),
    )


def read_figure(cell: Cell) -> Figure:
    """The figure that a cell tells, in one of its states; never raises."""
    raw = cell.text
    if raw.isascii() and raw.isdigit() and len(raw) < 400:
        return Figure(int(raw), raw, "number", None, cell.location)
    words = _words()
    normal = cell.normal
    if not normal:
        return Figure(None, raw, "blank", None, cell.location)
    if normal in words.none_marks:
        return Figure(None, raw, "none_mark", None, cell.location)
    found = words.number.fullmatch(_joined(normal, raw))
    if found is None or len(normal) >= 400:
        return Figure(None, raw, "text", None, cell.location)
    unit = found[4] or found[5]
    return Figure(_number(found, words), raw, "number", unit, cell.location)


def _joined(normal: str, raw: str) -> str:
    """Digits that a soft line end parted belong together; those that a space parted may not."""
    return normal.replace(" ", "") if "\n" in raw else normal


def _number(found: re.Match[str], words: _Words) -> int | Decimal:
    digits = found[2].replace(",", "").replace(" ", "")
    value: int | Decimal = Decimal(digits + found[3]) if found[3] else int(digits)
    unit = found[4] or found[5]
    if unit in words.multipliers:
        value = value * words.multipliers[unit]
        value = int(value) if value == int(value) else value
    return -value if found[1] in words.negative_marks else value


def is_value(text: str, normal: str) -> bool:
    """Whether a cell that is not blank holds a figure or a mark for none, not a label."""
    if text.isascii() and text.isdigit():
        return True
    words = _words()
    return normal in words.none_marks or words.number.fullmatch(_joined(normal, text)) is not None


def is_unit(normal: str) -> bool:
    """Whether a text in normal dress is a unit and nothing else."""
    return normal in _words().units


@kept
def unit_in_label(normal: str) -> str | None:
    """The unit that a column's label tells in brackets: 万元 of 本年收费金额（单位：万元）."""
    found = _words().label_unit.search(normal)
    return found[1] if found else None
