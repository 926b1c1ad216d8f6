"""The area codes of each place: in force, once had, and all that it may rightly bear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from tools.places.curated import CURATED_AREA_CODES
from tools.places.gazetteer import Gazetteer
from tools.places.listings import area_code_sources, named_places


def area_codes(gazetteer: Gazetteer, folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The area codes of each place that is in force, and those that it once had."""
    said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for source, code, names in area_code_sources(folder):
        for row in named_places(gazetteer, names):
            places = {row.code, gazetteer.now(row)} & gazetteer.codes
            for place in places if row.code.endswith("00") else {gazetteer.now(row)}:
                if place.endswith("00") == row.code.endswith("00"):
                    said[place][source].add(code)
    current: dict[str, str] = {}
    former: dict[str, str] = {}
    for place, by_source in sorted(said.items()):
        chosen = choose(by_source)
        rest = set[str]().union(*by_source.values()) - chosen
        current[place] = " ".join(sorted(chosen))
        if place in CURATED_AREA_CODES:
            rest.add(CURATED_AREA_CODES[place][0])
        if rest:
            former[place] = " ".join(sorted(rest))
            print(f"area code of {place}: {current[place]} in force, {former[place]} elsewhere")
    agreed = sum(sum(bool(own & choose(b)) for own in b.values()) > 1 for b in said.values())
    print(f"area codes: {len(said)} places, {agreed} by two sources or more")
    return current, former


def choose(by_source: Mapping[str, set[str]]) -> set[str]:
    """The codes in force: phonenumbers' where another agrees, else the newest source's."""
    newest = by_source.get("geo", set())
    for other in ("pyarea", "npm"):
        if newest & by_source.get(other, set()):
            return newest & by_source[other]
    for source in ("geo", "pyarea", "npm", "geo8"):
        if by_source.get(source):
            return by_source[source]
    raise AssertionError("a place without any source")


def accepted(
    gazetteer: Gazetteer, in_force: Mapping[str, str], retired: Mapping[str, str]
) -> dict[str, str]:
    """Every area code that a place may rightly bear; counties only where they differ.

    They are its own and its prefecture's, in force or not, and those of the prefectures that it
    was under. A prefecture's include those of the counties that are or were in it.
    """

    def base(code: str) -> set[str]:
        return {*in_force.get(code, "").split(), *retired.get(code, "").split()}

    found: dict[str, set[str]] = defaultdict(set)
    rows = gazetteer.rows.values()
    for row in sorted(rows, key=lambda r: r.code.endswith("00")):  # counties first
        now = gazetteer.now(row)
        present = gazetteer.current.get(now, row).parent
        own = base(row.code) | base(now)
        if not row.code.endswith("00"):
            own |= set[str]().union(*(base(parent) for parent in {present, *row.parents}))
            for parent in {present, *row.parents}:
                found[parent] |= own
        for code in {row.code, now, row.code[:2] + "0000"}:
            found[code] |= own
    return {
        row.code: " ".join(sorted(found[row.code]))
        for row in sorted(rows, key=lambda r: r.code)
        if found[row.code]
        and (
            row.code.endswith("00")
            or row.parent.endswith("0000")
            or found[row.code] != found[row.parent]
        )
    }
