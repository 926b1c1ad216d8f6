"""The content of places.json and its text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tools.places.area_codes import accepted, area_codes
from tools.places.curated import LENGTHENED
from tools.places.gazetteer import Row
from tools.places.header import header
from tools.places.landlines import landline_lengths
from tools.places.names import aliases, weak
from tools.places.postcodes import postcodes, zones
from tools.places.years import read_gazetteer


def build(folder: Path) -> dict[str, Any]:
    """The content of places.json."""
    gazetteer = read_gazetteer(folder)
    in_force, retired = area_codes(gazetteer, folder)
    found = postcodes(gazetteer, folder)
    current = sorted(gazetteer.current.values(), key=lambda r: r.code)
    ceased = sorted(
        (r for r in gazetteer.rows.values() if gazetteer.current.get(r.code) is not r),
        key=lambda r: (r.code, r.last),
    )
    everyday = aliases(current)
    codes = {c for table in (in_force, retired) for own in table.values() for c in own.split()}
    return {
        "header": header(folder),
        "places": [place_row(row, found) for row in current],
        "former": [
            " ".join([*_named(r), str(r.last), gazetteer.now(r)])
            for r in ceased
            if (gazetteer.now(r), r.name) not in gazetteer.rows or gazetteer.now(r) == r.code
        ],
        "aliases": everyday,
        "area_codes": in_force,
        "accepted_area_codes": accepted(gazetteer, in_force, retired),
        "landline_lengths": landline_lengths(folder, codes),
        "eight_digits_since": {code: year for code, (year, _) in LENGTHENED.items()},
        "postal_zones": zones(gazetteer, found),
        "weak": weak([*(r.name for r in gazetteer.rows.values()), *everyday]),
        "not_before": {"市": "场容", "区": "域别划间块位", "县": "域级", "州": "际"},
    }


def place_row(row: Row, found: Mapping[str, set[str]]) -> str:
    """A place in force as it stands in the file."""
    return " ".join([*_named(row), *sorted(found.get(row.code, ()))])


def _named(row: Row) -> tuple[str, str, str, str]:
    return row.code, row.name, row.short, row.parent or "-"


def render(content: Mapping[str, Any]) -> str:
    """The JSON: one line a place, so that a change shows as a line."""
    parts = []
    for key, value in content.items():
        if key in ("places", "former"):
            lines = (json.dumps(v, ensure_ascii=False, separators=(",", ":")) for v in value)
            text = "[\n" + ",\n".join(lines) + "\n]"
        else:
            text = json.dumps(value, ensure_ascii=False, indent=0, separators=(",", ":"))
        parts.append(f"{json.dumps(key)}:{text}")
    return "{\n" + ",\n".join(parts) + "\n}\n"
