"""Checks of telephone numbers: whether one can exist, and whether it bears its area code.

Numbering plan of mainland China: area codes and lengths of numbers are those of `places.json`,
which are made from the metadata of Google's `phonenumbers`. No subscriber number begins with 0
or 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gxcheck import places
from gxcheck.patterns import own_pattern
from gxcheck.report.model import Contact, Phone, Report
from gxcheck.rules.checks.front.naming import candidates
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, Violation

__all__ = ["phone_area_code", "phone_possible"]

_MOBILE = own_pattern(r"1[3-9]\d{9}")
# Numbers that are dialled without an area code: 12345 and its like (MIIT, short codes 12xxx, 95xxx,
# 96xxx, emergency 11x), and the ten digits of 400 and 800.
_SERVICE = own_pattern(r"11\d|12[0-9]{3}|12[0-9]|9[56]\d{3,6}|[48]00\d{7}")
_LENGTHS = frozenset({7, 8})
_NEVER_FIRST = ("0", "1")
_SEQUEL = 4


def phone_possible(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Every telephone and fax number is one that mainland China can have.

    Variants: `area` for an area code that nowhere has, `length` for a wrong number of digits
    (values `area`, `expected`, `found`), `default` for all else.
    """
    contact = _contact(report)
    for numbers, place in ((contact.phones, "contact.phone"), (contact.faxes, "contact.fax")):
        for position, phone in enumerate(numbers):
            if position and len(phone.number) <= _SEQUEL and not phone.area_code:
                continue  # 87187042/43 names two numbers by their last digits
            fault = _fault(phone, report)
            if fault is not None:
                variant, values = fault
                yield Violation(
                    location=phone.location,
                    values={"phone": phone.text, **values},
                    place=place,
                    variant=variant,
                )


def phone_area_code(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The first landline number bears its area code; numbers that follow it may leave it out."""
    numbers = [*_contact(report).phones, *_contact(report).faxes]
    first = next((phone for phone in numbers if not _apart(phone)), None)
    if first is not None and first.area_code is None:
        codes = sorted(_codes_of(report))
        yield Violation(
            location=first.location,
            values={"phone": first.text, "area": codes},
            place="contact.phone",
            variant="known" if len(codes) == 1 else "default",
        )


def _contact(report: Report) -> Contact:
    contact = report.contact
    if contact is None or not (contact.phones or contact.faxes):
        raise NotApplicable("nothing")
    return contact


def _apart(phone: Phone) -> bool:
    """Whether the number belongs to no area: a mobile one, or a service."""
    number = phone.number
    return phone.area_code is None and bool(_MOBILE.fullmatch(number) or _SERVICE.fullmatch(number))


def _fault(phone: Phone, report: Report) -> tuple[str, Mapping[str, object]] | None:
    """What is wrong with a number: the variant of the message and its values."""
    area, number = phone.area_code, phone.number
    if _apart(phone) or _SERVICE.fullmatch(number):
        return None if area is None or places.is_area_code(area) else ("area", {"area": area})
    if area is None:
        lengths, codes = _lengths_without(report)
        if len(number) in lengths:
            return _first_digit(number)
        return "length", {"area": codes, "expected": sorted(lengths), "found": len(number)}
    if not places.is_area_code(area):
        return "area", {"area": area}
    lengths = places.landline_lengths(area, report.year) or _LENGTHS
    if len(number) in lengths:
        return _first_digit(number)
    return "length", {"area": [area], "expected": sorted(lengths), "found": len(number)}


def _first_digit(number: str) -> tuple[str, Mapping[str, object]] | None:
    return ("default", {}) if number.startswith(_NEVER_FIRST) else None


def _lengths_without(report: Report) -> tuple[frozenset[int], Sequence[str]]:
    """How long a number without area code may be there, and the area codes that say so."""
    codes = sorted(_codes_of(report))
    found = [places.landline_lengths(code, report.year) or _LENGTHS for code in codes]
    return frozenset[int]().union(*found) or _LENGTHS, codes


def _codes_of(report: Report) -> frozenset[str]:
    """The area codes of the places that the report's organ and address may be in.

    Empty where one of them is not known.
    """
    codes = [places.area_codes(place) for place in candidates(report)]
    return frozenset[str]().union(*codes) if all(codes) else frozenset()
