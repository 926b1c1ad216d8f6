"""The check that all namings of the reporting organ mean one organ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from gxcheck import places
from gxcheck.places import Place
from gxcheck.report.front.organ_names import fields_of, kind_of, plain_name, same_organ
from gxcheck.report.model import OrganName, Report
from gxcheck.rules.checks.matching import first_match
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, Violation

__all__ = ["issuer_name"]

_Sort: TypeAlias = Literal["company", "township", "bureau", "government", "institution", "other"]
_SHARED = 2
_FULL = 5  # characters of a name that is not a short form


class _Named(Struct, frozen=True):
    """A naming, what sort of organ it means, and the name of the town, if it is one's.

    `stem` is what is its own in the name of a university, a customs house, a zone.
    """

    name: OrganName
    sort: _Sort
    town: str
    stem: str = ""


def issuer_name(
    report: Report,
    options: Mapping[str, Any],
    context: Context,
) -> Iterator[Violation]:
    """The namings in title, preamble, contact and signature that surely mean another organ.

    Told is the naming that disagrees with most others; of two alone, the later one. Options are
    patterns of names: `company`, `institution`, `bureau`, and with a group `stem` `town` and
    `proper`.
    """
    names = report.organ.names
    if len(names) < 2:
        raise NotApplicable("nothing")
    if len({name.text for name in names}) == 1:
        return
    told = [replace(_named(name, options), stem=_stem(name, options)) for name in names]
    against = {at: set[int]() for at in range(len(names))}
    for (at, one), (other_at, other) in combinations(enumerate(told), 2):
        if one.name.text != other.name.text and _differ(one, other):
            against[at].add(other_at)
            against[other_at].add(at)
    yield from _odd_ones(names, against)


def _odd_ones(names: tuple[OrganName, ...], against: dict[int, set[int]]) -> Iterator[Violation]:
    while any(against.values()):
        worst = max(against, key=lambda at: (len(against[at]), at))
        odd, other = names[worst], names[min(against[worst])]
        alike = [at for at in against if at != worst and names[at].text == odd.text]
        yield Violation(
            odd.location,
            values={"name": odd.text, "other": other.text},
            related=(other.location, *(names[at].location for at in alike)),
            place=odd.place,
        )
        told = {worst, *alike}
        against = {at: others - told for at, others in against.items() if at not in told}


def _named(name: OrganName, options: Mapping[str, Any]) -> _Named:
    plain = plain_name(name.text)
    if first_match(options["company"], plain):
        return _Named(name, "company", "")
    town = first_match(options["town"], plain)
    kind = kind_of(plain)
    if kind == "township":
        return _Named(name, "township", (town.groups["stem"] or "") if town else "")
    if first_match(options["bureau"], plain) and fields_of(plain):
        return _Named(name, "bureau", "")
    if first_match(options["institution"], plain):
        return _Named(name, "institution", "")
    return _Named(name, "government" if kind == "government" else "other", "")


def _stem(name: OrganName, options: Mapping[str, Any]) -> str:
    """What is its own in a name, for organs that are called so: 临海 of 临海海关."""
    found = first_match(options["proper"], plain_name(name.text))
    return (found.groups["stem"] or "") if found else ""


def _differ(one: _Named, other: _Named) -> bool:
    """Whether two namings surely mean two organs."""
    if one.stem and other.stem and not _parts(one.stem) & _parts(other.stem):
        return "contact" not in (one.name.place, other.name.place)
    if _is_misspelt(one.name, other.name):
        return True
    same = same_organ(one.name.text, other.name.text)
    if same is not None:
        return not same
    return _of_other_sort(one, other) or _of_other_sort(other, one) or _elsewhere(one, other)


def _is_misspelt(one: OrganName, other: OrganName) -> bool:
    """Whether two full names are one but for a character: a slip, or an organ of another level.

    Whom to ask about the report may be an office of its own, and towns are called 街办 and 街道.
    """
    some, others = plain_name(one.text), plain_name(other.text)
    if "contact" in (one.place, other.place) or len(some) != len(others) or len(some) < _FULL:
        return False
    different = [at for at, sign in enumerate(some) if sign != others[at]]
    towns = kind_of(some) == kind_of(others) == "township"
    return len(different) == 1 and not (towns and different[0] == len(some) - 1)


def _of_other_sort(one: _Named, other: _Named) -> bool:
    """Whether `one` is a company, an institution, a town or a government, and `other` is none.

    A report may send its readers to an office above, so that only title and signature tell a
    government from a bureau or a town, and of a bureau's readers none are sent to a town.
    """
    signing = {one.name.place, other.name.place} == {"title", "signature"}
    text = plain_name(other.name.text)
    if one.sort == "company":
        return other.sort != "company" and not _shares_words(plain_name(one.name.text), text)
    if one.sort == "institution":
        above = other.sort in ("bureau", "government") and signing
        return above and not _parts(plain_name(one.name.text)) & _parts(text)
    if one.town:
        below = other.sort == "bureau" and other.name.place != "contact"
        return one.town not in text and (below or (signing and other.sort == "government"))
    return one.sort == "government" and other.sort == "bureau" and signing


def _shares_words(one: str, other: str) -> bool:
    """Whether two names have words in common: 供电局 and 供电公司 may be one."""
    place_parts = (_parts(place.text) for place in places.find(one))
    return bool((_parts(one) - frozenset[str]().union(*place_parts)) & _parts(other))


def _parts(name: str) -> frozenset[str]:
    return frozenset(name[at : at + _SHARED] for at in range(len(name) - 1))


def _elsewhere(one: _Named, other: _Named) -> bool:
    """Whether the two names are of places of which neither lies in the other.

    Of two bureaus that call the report theirs and sign it, neither lies above the other.
    """
    here, there = _places(one), _places(other)
    if not here or not there:
        return False
    if not any(_within(a, b) or _within(b, a) for a in here for b in there):
        return True
    signing = {one.name.place, other.name.place} == {"title", "signature"}
    if not signing or one.sort != "bureau" or other.sort != "bureau":
        return False
    return _names_none(one, there) and _names_none(other, here)


def _places(named: _Named) -> tuple[Place, ...]:
    matches = places.find(named.name.text)
    return tuple(place for match in matches for place in match.places)


def _names_none(named: _Named, found: Iterable[Place]) -> bool:
    """Whether the short name of no place is in a name: 西湖 of 西湖区 is in …局西湖分局."""
    return not any(place.short in named.name.text for place in found)


def _within(inner: Place, outer: Place) -> bool:
    known = places.gazetteer()
    inner, outer = known.heir(inner), known.heir(outer)
    return outer.code in (inner.code, inner.prefecture, inner.province)
