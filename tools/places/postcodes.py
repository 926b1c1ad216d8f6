"""The postcodes of each place, and the postal zones of those above it."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from tools.places.curated import CURATED_POSTCODES, POSTAL_FRINGES
from tools.places.gazetteer import MUNICIPALITIES, Gazetteer, Row
from tools.places.sources import archive, member


def postcodes(gazetteer: Gazetteer, folder: Path) -> dict[str, set[str]]:
    """The main postcodes of each place by the code that it bears now."""
    found: dict[str, set[str]] = defaultdict(set)
    lost = 0
    text = member(archive(folder, "zip"), "region.csv")
    for line in csv.DictReader(io.StringIO(text)):
        postcode = line["zipCode"].strip()
        province = gazetteer.find(line["province"])
        if not province or not re.fullmatch(r"(?!999)\d{6}", postcode):
            continue
        row = postcode_place(gazetteer, province[0].code[:2], line["city"], line["county"])
        if row is None:
            lost += 1
            print(f"postcode: no place {line['province']} {line['city']} {line['county']}")
            continue
        for code in {row.code, gazetteer.now(row)}:
            found[code].add(postcode)
    print(f"postcodes of {lost} places lost")
    found = without_mix_ups(found)
    for place, postcode in CURATED_POSTCODES.items():
        found.setdefault(place, set()).add(postcode)
    return found


def without_mix_ups(found: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Drop postcodes whose leading digits are strange to the province (three counties or less)."""
    count = Counter((place[:2], z[:2]) for place, own in found.items() for z in own)
    kept: dict[str, set[str]] = {}
    for place, own in found.items():
        kept[place] = {
            z
            for z in own
            if count[place[:2], z[:2]] > 3 or z[:2] in POSTAL_FRINGES.get(place[:2], ())
        }
        if kept[place] != own:
            print(f"postcode: {place} is not in {' '.join(sorted(own - kept[place]))}")
    return kept


def postcode_place(gazetteer: Gazetteer, province: str, city: str, county: str) -> Row | None:
    """The row of a county named with its prefecture, or of the prefecture itself."""
    outer = {r.code for r in gazetteer.find(city, province)}
    named = gazetteer.by_name.get(county, [])
    rows = [r for r in named if r.code.startswith(province)]
    rows = [r for r in rows if r.name == county] or rows
    inside = [r for r in rows if r.parents & outer or r.code in outer]
    chosen = inside or (rows if len({gazetteer.now(r) for r in rows}) == 1 else [])
    return max(chosen, key=lambda r: r.last, default=None)


def zones(gazetteer: Gazetteer, found: Mapping[str, set[str]]) -> dict[str, str]:
    """The postal zones (first three digits) of each prefecture and province.

    They are those of the counties that are in it now or were since `years.SINCE`. A county
    directly under a province has its own, which may be none that is known.
    """
    under: dict[str, set[str]] = defaultdict(set)
    for row in gazetteer.rows.values():
        present = gazetteer.current.get(gazetteer.now(row), row)
        postcodes = found.get(row.code, set()) | found.get(present.code, set())
        for code in {row.code, present.parent, *row.parents, row.code[:2] + "0000"} - {""}:
            under[code] |= {postcode[:3] for postcode in postcodes}
    direct = {
        row.code
        for row in gazetteer.rows.values()
        if row.parent.endswith("0000") and row.code[:2] not in MUNICIPALITIES
    }
    return {
        code: " ".join(sorted(digits))
        for code, digits in sorted(under.items())
        if (digits and code.endswith("00")) or code in direct
    }
