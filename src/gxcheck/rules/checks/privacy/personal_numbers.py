"""Checks for numbers that belong to a person: identity cards, mobile telephones, bank cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from gxcheck.document.model import Cell, Location
from gxcheck.patterns import own_pattern
from gxcheck.report.model import Report
from gxcheck.rules.checks.wordings import Spot, at
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation

__all__ = ["bank_card", "identity_number", "mobile_number"]

# A run of digits as people group them, of the length of a mobile number or more. What stands in
# an address of the web or of e-mail is none.
_RUN = own_pattern(
    r"[0-9](?<![A-Za-z0-9_.,/=&?#%-][0-9])(?:[ -]?[0-9]){10,20}[Xx]?(?![A-Za-z0-9_@%])(?![.,][0-9])"
)
_IDENTITY = own_pattern(r"[1-9]\d{16}[\dXx]")
_MOBILE = own_pattern(r"(?:86|0086)?(?P<number>1[3-9]\d{9})")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_GROUPS = own_pattern(r"[ -]")
_BETWEEN = b" -"
_LEAST = b"0" * 11
_AS_ZERO = bytes.maketrans(b"123456789", b"0" * 9)


class _Run(Struct, frozen=True):
    """Digits of the report, without the spaces and hyphens between them."""

    digits: str
    spot: Spot


def identity_number(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """No resident identity number (GB 11643-1999): place, date of birth and check digit are right.

    Options: `places`, the first two digits of the codes of provinces (GB/T 2260).
    """
    for run in context.once(_runs):
        if _is_identity(run.digits, options["places"]):
            yield _violation(run)


def mobile_number(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """No mobile telephone number but in the contact details of the report.

    Options: `units` that make an amount of a number.
    """
    for run in context.once(_runs):
        found = _MOBILE.fullmatch(run.digits)
        if found and not _is_amount(run.spot, tuple(options["units"])):
            location = _location(run)
            if not _in_contact(report, location, found["number"]):
                yield _violation(run)


def bank_card(report: Report, options: Mapping[str, Any], context: Context) -> Iterator[Violation]:
    """No bank card number: prefix of an issuer, length and check digit (ISO/IEC 7812) are right.

    Options: `issuers`, the lengths by the prefix; `places` as for identity numbers.
    """
    for run in context.once(_runs):
        digits = run.digits
        issued = any(
            digits.startswith(str(prefix)) and len(digits) in lengths
            for prefix, lengths in options["issuers"].items()
        )
        if issued and _luhn(digits) and not _is_identity(digits, options["places"]):
            yield _violation(run)


def _runs(context: Context) -> tuple[_Run, ...]:
    words = context.scopes.scope("document").words
    if not _has_long_number(words):
        return ()
    return tuple(
        _Run(_GROUPS.sub("", found[0]), at(context, *found.span()))
        for found in _RUN.finditer(words)
    )


def _has_long_number(words: str) -> bool:
    """Whether so many digits stand together that the pattern may match: it takes far longer."""
    return _LEAST in words.encode("ascii", "replace").translate(_AS_ZERO, _BETWEEN)


def _is_identity(digits: str, places: list[int]) -> bool:
    if not _IDENTITY.fullmatch(digits) or int(digits[:2]) not in places:
        return False
    try:
        born = date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    total = sum(int(d) * weight for d, weight in zip(digits, _WEIGHTS, strict=False))
    return date(1900, 1, 1) <= born <= date.today() and _CHECKS[total % 11] == digits[17].upper()


def _luhn(digits: str) -> bool:
    if not digits.isdecimal():
        return False
    doubled = [sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2]]
    return (sum(doubled) + sum(map(int, digits[-1::-2]))) % 10 == 0


def _is_amount(spot: Spot, units: tuple[str, ...]) -> bool:
    """Whether a number counts something: it is a cell by itself, or a unit follows."""
    passage = spot.placed.passage
    if isinstance(passage, Cell) and len(passage.normal) == spot.end - spot.start:
        return True
    return passage.normal.startswith(units, spot.end)


def _in_contact(report: Report, location: Location, number: str) -> bool:
    contact = report.contact
    if contact is None:
        return False
    phones = (*contact.phones, *contact.faxes)
    if any(number in phone.number or _meet(phone.location, location) for phone in phones):
        return True
    return _meet(contact.location, location)


def _meet(one: Location, other: Location) -> bool:
    same = (one.block, one.row, one.cell) == (other.block, other.row, other.cell)
    return same and one.start < other.end and other.start < one.end


def _location(run: _Run) -> Location:
    (passage, _), start, end = run.spot
    return passage.locate(start, end)


def _violation(run: _Run) -> Violation:
    (passage, place), start, end = run.spot
    return Violation(passage.locate(start, end), quote=passage.quote(start, end), place=place)
