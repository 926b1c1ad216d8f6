"""Places of China: which ones a text names, and whether an area code or a postcode fits one.

Every fact is in ``places.json``, whose header names the source, version and licence of each
(``python -m tools.places`` makes it). An answer is None wherever the data cannot tell:
to call a right number wrong is much worse than to miss a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from typing import Any, Literal, NamedTuple

from msgspec import Struct

from gxcheck import data

Level = Literal["province", "prefecture", "county"]

_CODE = 6
_POSTCODES = 4  # the field from which a row has them


class Place(NamedTuple):
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


class Match(Struct, frozen=True):
    """A stretch of a text, and the places that it may name: more than one where unclear."""

    start: int
    end: int
    text: str
    places: tuple[Place, ...]


class Names:
    """Names to the rows that bear them, and first characters to the lengths of such names."""

    def __init__(self, names: Sequence[str], rows: Sequence[int]) -> None:
        self._first = dict(zip(reversed(names), reversed(rows), strict=True))
        self._further: dict[str, list[int]] = {}
        for name, number in zip(names, rows, strict=True):
            if self._first[name] != number:
                self._further.setdefault(name, []).append(number)
        self.lengths: dict[str, list[int]] = {}
        for first, length in sorted({(name[0], len(name)) for name in names}, reverse=True):
            self.lengths.setdefault(first, []).append(length)

    def __contains__(self, name: str) -> bool:
        return name in self._first

    def rows(self, name: str) -> list[int]:
        """Return the rows of a name: more than one where places are namesakes."""
        return [self._first[name], *self._further.get(name, ())]


class Gazetteer:
    """The content of ``places.json``, indexed as far as it is asked for; its header has the fields.

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

    @cached_property
    def full(self) -> Names:
        """Return the full and everyday names."""
        return Names(*self._full_names())

    @cached_property
    def full_and_short(self) -> Names:
        """Return the full, everyday and short names."""
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

    @cached_property
    def area_codes(self) -> Mapping[str, frozenset[str]]:
        """Return the area codes in force by place."""
        return _split(self._content["area_codes"])

    @cached_property
    def accepted(self) -> Mapping[str, frozenset[str]]:
        """Return the area codes by place, with the retired ones."""
        return _split(self._content["accepted_area_codes"])

    @cached_property
    def known_codes(self) -> frozenset[str]:
        """Return all area codes, with the retired ones."""
        return frozenset[str]().union(*self.accepted.values())

    @cached_property
    def prefectural_codes(self) -> frozenset[str]:
        """Return the area codes of prefectures."""
        return _of_prefectures(self.accepted)

    @cached_property
    def zones(self) -> Mapping[str, frozenset[str]]:
        """Return the postal zones by place."""
        return _split(self._content["postal_zones"])

    @cached_property
    def known_digits(self) -> frozenset[str]:
        """Return the first two digits of all postcodes."""
        return frozenset(z[:2] for zones in self.zones.values() for z in zones)

    @cached_property
    def prefectural_zones(self) -> frozenset[str]:
        """Return the postal zones of prefectures."""
        return _of_prefectures(self.zones)

    @cached_property
    def lengths(self) -> Mapping[str, frozenset[int]]:
        """Return by area code how many digits a subscriber number has."""
        return {
            code: frozenset(map(int, lengths.split()))
            for lengths, codes in self._content["landline_lengths"].items()
            for code in codes.split()
        }

    @property
    def eight_digits_since(self) -> Mapping[str, int]:
        """Return by area code the year in which seven digits became eight."""
        since: Mapping[str, int] = self._content["eight_digits_since"]
        return since

    def places(self, numbers: Iterable[int]) -> tuple[Place, ...]:
        """Return the places of some rows."""
        return tuple(self._places.get(n) or self._make(n) for n in numbers)

    def postcodes(self, place: Place) -> frozenset[str]:
        """Return the main postcodes of a place in force."""
        return frozenset(self._rows[self._numbers[place.code]].split(" ")[_POSTCODES:])

    def heir(self, place: Place) -> Place:
        """Return what a former place is now, or the place itself."""
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


def _split(table: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {key: frozenset(value.split()) for key, value in table.items()}


def _of_prefectures(table: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the values of prefectures and of provinces that have none (Beijing)."""
    held = {code[:2] for code in table if code.endswith("00") and not code.endswith("0000")}
    return frozenset[str]().union(
        *(
            values
            for code, values in table.items()
            if code.endswith("00") and (not code.endswith("0000") or code[:2] not in held)
        )
    )


@cache
def gazetteer() -> Gazetteer:
    """Return the places, read at the first call."""
    return Gazetteer(data.read_json("places.json"))


def find(text: str, *, short: bool = False) -> tuple[Match, ...]:
    """Return the places that an organ's name or an address names, the longest names first.

    Full names are found (with their 省, 市, 区, 县 …) and the everyday ones of autonomous places
    (恩施州); with ``short`` also those without it (宁波), which may be parts of other words.
    Of namesakes, those stay that lie in another place that the text names, else all.

    >>> [(m.text, m.places[0].code) for m in find("宁波市鄞州区人民政府")]
    [('宁波市', '330200'), ('鄞州区', '330212')]
    """
    known = gazetteer()
    names = known.full_and_short if short else known.full
    found: list[Match] = []
    position = 0
    while position < len(text):
        step = 1
        for length in names.lengths.get(text[position], ()):
            name = text[position : position + length]
            if name in names:
                end = position + len(name)  # at the text's end a slice is shorter than asked
                match = Match(position, end, name, known.places(names.rows(name)))
                if _believable(known, text, match, found[-1:]):
                    found.append(match)
                    step = len(name)
                    break
        position += step
    return tuple(sorted(_resolved(found), key=lambda m: (m.start - m.end, m.start)))


def _believable(known: Gazetteer, text: str, match: Match, before: Sequence[Match]) -> bool:
    """Tell whether a name found is one: not the 市中区 of 全市中区县, the 东方市 of 东方市场."""
    follows = text[match.end : match.end + 1]
    if follows and follows in known.not_before.get(match.text[-1], ""):
        return False
    if match.text not in known.weak or match.start == 0:
        return True
    if before and before[0].end == match.start:
        outer = {place.code for place in before[0].places}
        return any(p.prefecture in outer or p.province in outer for p in match.places)
    return not "\u4e00" <= text[match.start - 1] <= "\u9fff"


def _resolved(found: Sequence[Match]) -> list[Match]:
    """Return the matches without the namesakes that the rest of the text rules out."""
    resolved = []
    for match in found:
        places = match.places
        if len(places) > 1:
            named = {p.code for other in found if other is not match for p in other.places}
            places = (
                tuple(p for p in places if p.prefecture in named and p.prefecture != p.code)
                or tuple(p for p in places if p.province in named and p.province != p.code)
                or places
            )
        resolved.append(Match(match.start, match.end, match.text, places))
    return resolved


def is_area_code(text: str) -> bool:
    """Tell whether a text is an area code, in force or retired since 2008, its 0 included."""
    return text in gazetteer().known_codes


def landline_lengths(area_code: str, year: int | None = None) -> frozenset[int] | None:
    """Return how many digits a subscriber number has there (7, 8 or either); None: not known.

    `year` is that of a report, which is written in the year after; without it the present counts.
    Before the year in which seven digits became eight either may be written.
    """
    lengths = gazetteer().lengths.get(area_code)
    since = gazetteer().eight_digits_since.get(area_code)
    early = lengths is not None and since is not None and year is not None and year < since
    return lengths | {digits - 1 for digits in lengths} if lengths and early else lengths


def area_codes(place: Place) -> frozenset[str]:
    """Return the area codes in force in a place; none where they are not known.

    A county has its prefecture's unless it has its own; a province has all of its places'; a
    former place has those of what it is now.
    """
    table = gazetteer().area_codes
    place = gazetteer().heir(place)
    if place.level == "province":
        inside = (v for code, v in table.items() if code[:2] == place.code[:2])
        return frozenset[str]().union(*inside)
    return _inherited(table, place)


def area_code_agrees(area_code: str, place: Place) -> bool | None:
    """Tell whether an area code, in force or retired, is one of the place; None: not known."""
    known = gazetteer()
    accepted = _inherited(known.accepted, place)
    if area_code in accepted:
        return True
    if not accepted or area_code not in known.known_codes:
        return None
    if area_code not in known.accepted[place.province]:
        return False
    apart = area_code in known.prefectural_codes and not _is_direct(place)
    return False if apart else None


def _is_direct(place: Place) -> bool:
    """Tell whether a county is under a province without a prefecture between.

    Its neighbours share its numbers in ways that the data does not show.
    """
    return place.level == "county" and place.prefecture is None


def _inherited(table: Mapping[str, frozenset[str]], place: Place) -> frozenset[str]:
    """Return the place's values, or its prefecture's, or those of a province of one value."""
    for code in (place.code, place.prefecture or ""):
        if code in table:
            return table[code]
    all_over = table.get(place.province, frozenset())
    return all_over if len(all_over) == 1 else frozenset()


def postcodes(place: Place) -> frozenset[str]:
    """Return the main postcodes of a place, as of about 2010; none where not known."""
    return gazetteer().postcodes(gazetteer().heir(place))


def postcode_agrees(postcode: str, place: Place) -> bool | None:
    """Tell whether a postcode's zone, its first three digits, is one of the place's prefecture.

    Two digits tell the province, the third the postal zone, the fourth the county, the last two
    the office (State Post Bureau). Counties within a zone are not told apart here, since a county's
    offices may lie in the city. None: not known.
    """
    known = gazetteer()
    if len(postcode) != 6 or not postcode.isdecimal():
        return None
    zone = postcode[:3]
    of_province = known.zones.get(place.province, frozenset())
    own = known.zones.get(place.code, known.zones.get(place.prefecture or "", of_province))
    if not own:
        return None
    if zone in own:
        return True
    if zone[:2] not in {z[:2] for z in of_province}:
        return False if zone[:2] in known.known_digits else None
    if place.level == "province":
        return True
    apart = zone in known.prefectural_zones and not _is_direct(place)
    return False if apart else None
