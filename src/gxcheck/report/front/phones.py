"""One telephone or fax number: area code, number, extension, as they are written.

Digits that run together are split where the area code is certain: 010 and 02x have three digits,
all others that begin with 0 have four, and seven or eight digits must be left. Else all digits
stay in `number`. Of a number that is masked, as in 0574-8718****, only the area code is told.
"""

from __future__ import annotations

from msgspec import Struct

from gxcheck.patterns import own_pattern
from gxcheck.report.front.vocabulary import pattern

__all__ = ["PhoneParts", "phone_parts"]

_DIGITS = own_pattern(r"\d+")
_COUNTRY = own_pattern(r"\A\+?86(?=\D|\d{10,})\D?|\A\+86")
_MOBILE = own_pattern(r"1[3-9]\d{9}\Z")
_SERVICE = own_pattern(r"[48]00\d{7}\Z")
_LEADING_AREA = own_pattern(r"(?P<area>010|02\d|0[3-9]\d\d)(?P<number>\d{7,8})\Z")
_AREA_SET_APART = own_pattern(r"\(?(0\d{2,3})[)\-—– ]")
_WHOLE = 7  # digits of the shortest number without area code
_LONGEST_AREA = 5  # digits, where one is mistyped
_SHORT_AREA = 4  # digits of a whole area code, of which the 0 may be left out


class PhoneParts(Struct, frozen=True):
    """The digits of a number. `area_code` is None where it is not written.

    `number` is empty where the number is masked.
    """

    area_code: str | None
    number: str
    extension: str | None = None


def phone_parts(text: str, extension: str | None = None) -> PhoneParts:
    """The parts of a number in normal dress; `extension` is one that words (转) set apart."""
    own = _COUNTRY.sub("", text)
    if pattern("masked").search(own):
        area_told = _AREA_SET_APART.match(own)
        return PhoneParts(area_told[1] if area_told else None, "", extension)
    groups = _DIGITS.findall(own)
    digits = "".join(groups)
    if _MOBILE.match(digits) or _SERVICE.match(digits):
        return PhoneParts(None, digits, extension)
    area, groups = _area_code(groups)
    if area and own != text:
        area = "0" + area.lstrip("0")
    number, rest = _number(groups)
    if area is None:
        run_together = _LEADING_AREA.match(number)
        if run_together:
            area, number = run_together["area"], run_together["number"]
    return PhoneParts(area, number, extension or rest or None)


def _area_code(groups: list[str]) -> tuple[str | None, list[str]]:
    """The area code that a mark sets apart: 0574-…, also a wrong one such as 057-… or 574-…."""
    if len(groups) > 1:
        first = groups[0]
        if first.startswith("0") and len(first) <= _LONGEST_AREA:
            return first, groups[1:]
        if len(first) < _SHORT_AREA and len(groups[1]) >= _WHOLE:
            return first, groups[1:]
    return None, groups


def _number(groups: list[str]) -> tuple[str, str]:
    """The number, and what follows it once it has seven digits: an extension."""
    for count in range(1, len(groups) + 1):
        number = "".join(groups[:count])
        if len(number) >= _WHOLE:
            return number, "".join(groups[count:])
    return "".join(groups), ""
