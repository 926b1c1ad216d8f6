"""Places of China: which ones a text names, and whether an area code or a postcode fits one.

Every fact is in `places.json`, whose header names the source, version and licence of each
(`python -m tools.places` makes it). An answer is None wherever the data cannot tell:
to call a right number wrong is much worse than to miss a wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from gxcheck.gazetteer import Gazetteer, Listed, Place, gazetteer

__all__ = [
    "Listed",
    "Match",
    "Place",
    "area_code_agrees",
    "area_codes",
    "find",
    "gazetteer",
    "is_area_code",
    "is_mainland_postcode",
    "landline_lengths",
    "postcode_agrees",
    "postcodes",
]

_HONG_KONG_AND_MACAO = "99"


class Match(Struct, frozen=True):
    """A stretch of a text, and the places that it may name: more than one where unclear."""

    start: int
    end: int
    text: str
    places: tuple[Place, ...]


def find(text: str, *, short: bool = False) -> tuple[Match, ...]:
    """The places that an organ's name or an address names, the longest names first.

    Full names are found (with their 省, 市, 区, 县 …) and the everyday ones of autonomous places
    (恩施州); with `short` also those without it (宁波), which may be parts of other words.
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
    """Whether a name found is one: not the 市中区 of 全市中区县, the 东方市 of 东方市场."""
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
    """The matches without the namesakes that the rest of the text rules out."""
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
    """Whether a text is an area code, in force or retired since 2008, its 0 included."""
    return text in gazetteer().known_codes


def landline_lengths(area_code: str, year: int | None = None) -> frozenset[int] | None:
    """How many digits a subscriber number has there (7, 8 or either); None: not known.

    `year` is that of a report, which is written in the year after; without it the present counts.
    Before the year in which seven digits became eight either may be written.
    """
    lengths = gazetteer().lengths.get(area_code)
    since = gazetteer().eight_digits_since.get(area_code)
    early = lengths is not None and since is not None and year is not None and year < since
    return lengths | {digits - 1 for digits in lengths} if lengths and early else lengths


def area_codes(place: Place) -> frozenset[str]:
    """The area codes in force in a place; none where they are not known.

    A county has its prefecture's unless it has its own; a province has all of its places'; a
    former place has those of what it is now.
    """
    table = gazetteer().area_codes
    place = gazetteer().heir(place)
    if place.level == "province":
        inside = [codes for code, codes in table.items() if code[:2] == place.code[:2]]
        return frozenset(" ".join(inside).split())
    return _inherited(table, place)


def area_code_agrees(area_code: str, place: Place) -> bool | None:
    """Whether an area code, in force or retired, is one of the place; None: not known."""
    known = gazetteer()
    accepted = _inherited(known.accepted, place)
    if area_code in accepted:
        return True
    if not accepted or area_code not in known.known_codes:
        return None
    if area_code not in known.accepted[place.province].split():
        return False
    apart = area_code in known.prefectural_codes and not _is_direct(place)
    return False if apart else None


def _is_direct(place: Place) -> bool:
    """Whether a county is under a province without a prefecture between.

    Its neighbours share its numbers in ways that the data does not show.
    """
    return place.level == "county" and place.prefecture is None


def _inherited(table: Listed, place: Place) -> frozenset[str]:
    """The place's values, or its prefecture's, or those of a province of one value."""
    for code in (place.code, place.prefecture or ""):
        if code in table:
            return frozenset(table[code].split())
    all_over = frozenset(table.get(place.province, "").split())
    return all_over if len(all_over) == 1 else frozenset()


def postcodes(place: Place) -> frozenset[str]:
    """The main postcodes of a place, as of about 2010; none where not known."""
    return gazetteer().postcodes(gazetteer().heir(place))


def is_mainland_postcode(postcode: str) -> bool:
    """Whether a postcode is none of Hong Kong and Macao, whose zones no source has.

    Any other that is in no province's zones is nobody's.
    """
    return not postcode.startswith(_HONG_KONG_AND_MACAO)


def postcode_agrees(postcode: str, place: Place) -> bool | None:
    """Whether a postcode's zone, its first three digits, is one of the place's prefecture.

    Two digits tell the province, the third the postal zone, the fourth the county, the last two
    the office (State Post Bureau). Counties within a zone are not told apart here, since a county's
    offices may lie in the city. None: not known.
    """
    known = gazetteer()
    if len(postcode) != 6 or not postcode.isdecimal():
        return None
    zone = postcode[:3]
    of_province = known.zones.get(place.province, "")
    own = known.zones.get(place.code, known.zones.get(place.prefecture or "", of_province)).split()
    if not own:
        return None
    if zone in own:
        return True
    if zone[:2] not in {z[:2] for z in of_province.split()}:
        return False if is_mainland_postcode(postcode) else None
    if place.level == "province":
        return True
    apart = zone in known.prefectural_zones and not _is_direct(place)
    return False if apart else None
