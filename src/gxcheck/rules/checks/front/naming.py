"""The places that a report's organ and address may be in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gxcheck import places
from gxcheck.places import Place
from gxcheck.report.model import Report

__all__ = ["candidates", "places_of_address", "places_of_organ"]


def candidates(report: Report) -> tuple[Place, ...]:
    """The places that the address names, else those of the organ; empty where neither tells.

    Of several that lie in each other only the innermost stay.
    """
    return places_of_address(report) or places_of_organ(report)


def places_of_address(report: Report) -> tuple[Place, ...]:
    """The places that the contact's addresses name; namesakes told apart by the organ's name."""
    contact = report.contact
    if contact is None or not contact.addresses:
        return ()
    around = ",".join(_organ_names(report))
    found: list[Place] = []
    for address in contact.addresses:
        text = f"{around},{address.text}"
        matches = places.find(text)
        found += [p for m in matches if m.start > len(around) for p in m.places]
    return _innermost(found)


def places_of_organ(report: Report) -> tuple[Place, ...]:
    """The places that the organ's names name."""
    matches = places.find(",".join(_organ_names(report)))
    return _innermost(place for match in matches for place in match.places)


def _organ_names(report: Report) -> Sequence[str]:
    names = [report.organ.name or "", *(name.text for name in report.organ.names)]
    if report.contact is not None and report.contact.organ is not None:
        names.append(report.contact.organ.text)
    return [name for name in dict.fromkeys(names) if name]


def _innermost(found: Iterable[Place]) -> tuple[Place, ...]:
    """The places without those that others of them lie in."""
    unique = {place.code: place for place in found}
    around = {place.prefecture for place in unique.values() if place.prefecture != place.code}
    around |= {place.province for place in unique.values() if place.province != place.code}
    return tuple(place for code, place in unique.items() if code not in around)
