"""What each source says of area codes: the lists of names it gives, and the places they name."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

from tools.places.gazetteer import Gazetteer, Row
from tools.places.landlines import geocoder
from tools.places.sources import archive, member


def area_code_sources(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield source, area code and the names it serves."""
    for source in ("geo", "geo8"):
        for code, names in geocoder(folder, source).items():
            yield source, code, names
    for entry in json.loads(member(archive(folder, "npm"), "dist/district-code.json")):
        yield "npm", entry["code"], entry["name"]
    tree = ast.parse(member(archive(folder, "pyarea"), "py_cn_phone_area_code/__init__.py"))
    table = next(
        ast.literal_eval(n.value)
        for n in ast.walk(tree)
        if isinstance(n, ast.Assign) and isinstance(n.value, ast.Dict)
    )
    for code, names in table.items():
        for name in [names] if isinstance(names, str) else names:
            yield "pyarea", code, name


def named_places(gazetteer: Gazetteer, text: str) -> Iterator[Row]:
    """Yield the places of a list such as 四川省成都市、资阳市."""
    whole = gazetteer.find(text)
    if whole:
        yield from whole
        return
    owns = [
        (own, r.code[:2])
        for r in gazetteer.rows.values()
        if r.code.endswith("0000")
        for own in (r.name, r.short)
        if text.startswith(own)
    ]
    own, province = max(owns, default=("", ""), key=lambda pair: len(pair[0]))
    for part in text.removeprefix(own).split("、"):
        found = by_longest_prefix(gazetteer, part, province)
        if not found:
            print(f"area code: no place {part!r} in {text!r}")
        yield from found


def by_longest_prefix(gazetteer: Gazetteer, text: str, within: str) -> list[Row]:
    """The place named, or the county named after its prefecture (克拉玛依市独山子区)."""
    whole = gazetteer.find(text, within)
    if whole:
        return whole
    for end in range(len(text) - 1, 1, -1):
        for outer in gazetteer.find(text[:end], within):
            inner = gazetteer.find(text[end:], outer.code.rstrip("0"))
            if inner:
                return inner
    return []
