"""Check of the contact's geography: area code, postcode and the place named belong together.

Only a sure disagreement counts: the numbers must fit none of the places that the address, or
where it names none the organ, may be in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from gxcheck import places
from gxcheck.places import Place
from gxcheck.report.model import Contact, Phone, Report, Words
from gxcheck.rules.checks.front.naming import places_of_address, places_of_organ
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, NotEvaluated, Violation

__all__ = ["contact_region"]

_ZONE = 3
_POSTCODE = 6
_PROVINCE = "0000"


class _Told(Struct, frozen=True):
    """An area code or a postcode that the contact tells, where, and how places answer to it."""

    code: str
    at: Words
    agrees: Callable[[str, Place], bool | None]


def contact_region(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Area codes, postcodes and the places named agree; at most one violation.

    Variants: `phone` and `postcode` for a number of another place than the one named, `both` where
    the place named is the odd one out, `numbers` for an area code and a postcode that no place has
    together. Values: `phone`, `area`, `postcode`, `place`.
    """
    contact = report.contact
    if contact is None:
        raise NotApplicable("nothing")
    phone, postcode = _area_code(contact), _postcode(contact)
    if phone is None and postcode is None:
        raise NotApplicable("nothing")
    found = places_of_address(report) or places_of_organ(report)
    if not found:
        violation = _apart(phone, postcode)
    else:
        violation = _elsewhere(phone, postcode, found, _address(contact))
    if violation is not None:
        yield violation


def _area_code(contact: Contact) -> _Told | None:
    """The first area code that there is anywhere."""
    phones: Sequence[Phone] = (*contact.phones, *contact.faxes)
    for phone in phones:
        if phone.area_code is not None and places.is_area_code(phone.area_code):
            return _Told(phone.area_code, phone, places.area_code_agrees)
    return None


def _postcode(contact: Contact) -> _Told | None:
    for words in contact.postcodes:
        digits = words.text.replace(" ", "")
        if len(digits) == _POSTCODE and digits.isdecimal():
            return _Told(digits, words, places.postcode_agrees)
    return None


def _address(contact: Contact) -> Words | None:
    return contact.addresses[0] if contact.addresses else None


def _elsewhere(
    phone: _Told | None, postcode: _Told | None, found: Sequence[Place], address: Words | None
) -> Violation | None:
    """The violation where a number fits none of the places."""
    odd_phone = phone if phone and _fits_none(phone, found) else None
    odd_postcode = postcode if postcode and _fits_none(postcode, found) else None
    odd = odd_phone or odd_postcode
    if odd is None:
        return None
    variant = "both" if odd_phone and odd_postcode else "phone" if odd_phone else "postcode"
    names = list(dict.fromkeys(place.name for place in found))
    related = [odd_postcode.at.location] if odd_phone and odd_postcode else []
    related += [address.location] if address else []
    return _violation(odd, phone, postcode, variant, names, related)


def _fits_none(told: _Told, found: Sequence[Place]) -> bool:
    return all(told.agrees(told.code, place) is False for place in found)


def _apart(phone: _Told | None, postcode: _Told | None) -> Violation | None:
    """The violation where nobody has both numbers; no place is named."""
    if phone is None or postcode is None:
        raise NotEvaluated("no-place")
    zones = _zones_of(phone.code)
    judged = zones and places.is_mainland_postcode(postcode.code)
    if not judged or postcode.code[:_ZONE] in zones:
        return None
    return _violation(postcode, phone, postcode, "numbers", (), [phone.at.location])


def _zones_of(area_code: str) -> frozenset[str]:
    """The postal zones of all places that have an area code; empty where one is not known."""
    known = places.gazetteer()
    own = [code for code, codes in known.accepted.items() if area_code in codes.split()]
    inner = [code for code in own if not code.endswith(_PROVINCE)] or own
    found = [_zones_in(known.zones, code) for code in inner]
    return frozenset[str]().union(*found) if all(found) else frozenset()


def _zones_in(zones: places.Listed, code: str) -> frozenset[str]:
    """The postal zones of a place, or else of its prefecture or its province."""
    above = (code, f"{code[:4]}00", f"{code[:2]}{_PROVINCE}")
    return frozenset(next((zones[own] for own in above if own in zones), "").split())


def _violation(
    odd: _Told,
    phone: _Told | None,
    postcode: _Told | None,
    variant: str,
    names: Sequence[str],
    related: Sequence[Any],
) -> Violation:
    return Violation(
        location=odd.at.location,
        values={
            "phone": phone.at.text if phone else None,
            "area": phone.code if phone else None,
            "postcode": postcode.code if postcode else None,
            "place": names[:3],
        },
        related=tuple(related),
        place="contact.phone" if odd is phone else "contact.postcode",
        variant=variant,
    )
