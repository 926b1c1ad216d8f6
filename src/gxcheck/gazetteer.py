"""The content of `places.json`, indexed: names, area codes and postcodes by place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Literal, TypeAlias

from msgspec import Struct

from gxcheck import data
from gxcheck.lazy import lazy

__all__ = ["Gazetteer", "Listed", "Names", "Place", "gazetteer"]

Level: TypeAlias = Literal["province", "prefecture", "county"]
Listed: TypeAlias = Mapping[str, str]
"""By a place's code what it has, parted by spaces."""

_CODE = 6
_POSTCODES = 4  # the field from which a row has them


class Place(Struct, frozen=True):
    """A place at county level or above, in force or former (since 2000)."""

    code: str
    """Six digits (GB/T 2260, as the Ministry of Civil Affairs publishes them)."""
    name: str
    short: str
    level: Level
    province: str
    """The province's code; a province has its own here."""
    prefecture: str | None
    """The prefecture's code; None for a province and for a county directly under one."""
    current: str
    """The code of what this place is now; its own where it is in force or has no one heir."""


class Names:
    """Names to the rows that bear them, and first characters to the lengths of such names."""

    def __init__(self, names: Sequence[str], rows: Sequence[int]) -> None:
        self._first = dict(zip(reversed(names), reversed(rows), strict=True))
        self._further: dict[str, list[int]] = {}
        known = self._first
        named = zip(names, rows, strict=True)
        for name, number in [one for one in named if known[one[0]] != one[1]]:
            self._further.setdefault(name, []).append(number)
        self.lengths: dict[str, list[int]] = {}
        for first, length in sorted({(name[0], len(name)) for name in names}, reverse=True):
            self.lengths.setdefault(first, []).append(length)

    def __contains__(self, name: str) -> bool:
        return name in self._first

    def rows(self, name: str) -> list[int]:
        """The rows of a name: more than one where places are namesakes."""
        return [self._first[name], *self._further.get(name, ())]


class Gazetteer:
    """The content of `places.json`, indexed as far as it is asked for; its header has the fields.

    A row stays a text until its place is asked for, since a report names a handful of thousands.
    """

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._content = content
        self._rows: list[str] = [*content["places"], *content["former"]]
        self._in_force = len(content["places"])
        self._places: dict[int, Place] = {}
        numbers = range(len(self._rows) - 1, -1, -1)  # of rows of one code the first stays
        self._numbers = {self._rows[number][:_CODE]: number for number in numbers}
        self.weak = frozenset(content["weak"])
        self.not_before: Mapping[str, str] = content["not_before"]

    @lazy
    def full(self) -> Names:
        """The full and everyday names."""
        return Names(*self._full_names())

    @lazy
    def full_and_short(self) -> Names:
        """The full, everyday and short names."""
        names, rows = self._full_names()
        for number, row in enumerate(self._rows):
            _, name, short, _ = row.split(" ", 3)
            if short != name:
                names.append(short)
                rows.append(number)
        return Names(names, rows)

    def _full_names(self) -> tuple[list[str], list[int]]:
        aliases: Mapping[str, str] = self._content["aliases"]
        names = [row.split(" ", 2)[1] for row in self._rows]
        rows = [*range(len(names)), *(self._numbers[code] for code in aliases.values())]
        return [*names, *aliases], rows

    @property
    def area_codes(self) -> Listed:
        """The area codes in force by place."""
        codes: Listed = self._content["area_codes"]
        return codes

    @property
    def accepted(self) -> Listed:
        """The area codes by place, with the retired ones."""
        codes: Listed = self._content["accepted_area_codes"]
        return codes

    @lazy
    def known_codes(self) -> frozenset[str]:
        """All area codes, with the retired ones."""
        return frozenset(" ".join(self.accepted.values()).split())

    @lazy
    def prefectural_codes(self) -> frozenset[str]:
        """The area codes of prefectures."""
        return _of_prefectures(self.accepted)

    @property
    def zones(self) -> Listed:
        """The postal zones by place."""
        zones: Listed = self._content["postal_zones"]
        return zones

    @lazy
    def prefectural_zones(self) -> frozenset[str]:
        """The postal zones of prefectures."""
        return _of_prefectures(self.zones)

    @lazy
    def lengths(self) -> Mapping[str, frozenset[int]]:
        """By area code how many digits a subscriber number has."""
        return {
            code: frozenset(map(int, lengths.split()))
            for lengths, codes in self._content["landline_lengths"].items()
            for code in codes.split()
        }

    @property
    def eight_digits_since(self) -> Mapping[str, int]:
        """By area code the year in which seven digits became eight."""
        since: Mapping[str, int] = self._content["eight_digits_since"]
        return since

    def places(self, numbers: Iterable[int]) -> tuple[Place, ...]:
        """The places of some rows."""
        return tuple(self._places.get(n) or self._make(n) for n in numbers)

    def postcodes(self, place: Place) -> frozenset[str]:
        """The main postcodes of a place in force."""
        return frozenset(self._rows[self._numbers[place.code]].split(" ")[_POSTCODES:])

    def heir(self, place: Place) -> Place:
        """What a former place is now, or the place itself."""
        return self.places([self._numbers[place.current]])[0]

    def _make(self, number: int) -> Place:
        code, name, short, parent, *further = self._rows[number].split(" ")
        level: Level = "county"
        prefecture = None if parent.endswith("0000") else parent
        if code.endswith("00"):
            level = "province" if code.endswith("0000") else "prefecture"
            prefecture = code if level == "prefecture" else None
        current = code if number < self._in_force else further[-1]
        place = Place(code, name, short, level, code[:2] + "0000", prefecture, current)
        self._places[number] = place
        return place


def _of_prefectures(table: Listed) -> frozenset[str]:
    """The values of prefectures and of provinces that have none (Beijing)."""
    held = {code[:2] for code in table if code.endswith("00") and not code.endswith("0000")}
    return frozenset(
        value
        for code, values in table.items()
        if code.endswith("00") and (not code.endswith("0000") or code[:2] not in held)
        for value in values.split()
    )


@cache
def gazetteer() -> Gazetteer:
    """The places, read at the first call."""
    return Gazetteer(data.read_json("places.json"))
