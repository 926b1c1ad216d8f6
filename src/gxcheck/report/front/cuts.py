"""Where the end of a full line cuts a number, or an address of a website or by e-mail, in two.

Text in normal dress has a space there, as between two words.
"""

from __future__ import annotations

from collections.abc import Iterator

from gxcheck.document.model import Passage
from gxcheck.patterns import own_pattern
from gxcheck.report.front.vocabulary import pattern
from gxcheck.report.seek import holds_any

__all__ = ["cuts_in"]

_SIGNS = "./@"
_FULL_LINE = 24  # characters, from which the margin may have broken a line
_NARROW_LINE = 16  # characters of one that is broken inside a number
_WHOLE = 6  # digits of a number that is likely whole: a postcode
_NUMBER_BEFORE = own_pattern(r"(\d[\d-]*)\Z")
_NUMBER_AFTER = own_pattern(r"-?(\d[\d-]*)")


def cuts_in(passage: Passage) -> Iterator[int]:
    """The places of the spaces in `normal` that part a number or address and are line ends."""
    text, at = passage.normal, -1
    if "\n" not in passage.text:
        return
    while (at := text.find(" ", at + 1)) >= 0:
        left, right = _ascii_before(text, at), _ascii_after(text, at + 1)
        if "\n" not in passage.quote(at, at + 2):
            continue
        size = _line_size(passage, at)
        is_number = size > _NARROW_LINE and _is_number(left, right)
        is_address = size > _FULL_LINE and _is_address(text[: at - len(left)], left, right)
        if is_number or is_address or _goes_on(left, right):
            yield at


def _line_size(passage: Passage, at: int) -> int:
    """How long the line is that ends at a space of `normal`."""
    end = passage.original(at, at + 1)[0]
    return end - passage.text.rfind("\n", 0, end)


def _is_number(left: str, right: str) -> bool:
    """Whether two halves are one number."""
    first, last = _NUMBER_BEFORE.search(left), _NUMBER_AFTER.match(right)
    if not first or not last:
        return False
    return min(len(first[1]), len(last[1])) < _WHOLE


def _is_address(before: str, left: str, right: str) -> bool:
    """Whether two halves are what begins an address and the rest of it."""
    if _NUMBER_BEFORE.search(left) and _NUMBER_AFTER.match(right):
        return False
    opens = pattern("address_opens")
    if opens.match(left.lstrip("([<") + right) and not opens.match(right):
        return True
    return "@" in right and pattern("email_label").search(before) is not None


def _ascii_before(text: str, end: int) -> str:
    start = end
    while start and "!" <= text[start - 1] <= "~":
        start -= 1
    return text[start:end]


def _ascii_after(text: str, start: int) -> str:
    end = start
    while end < len(text) and "!" <= text[end] <= "~":
        end += 1
    return text[start:end]


def _goes_on(left: str, right: str) -> bool:
    """Whether `right` is the rest of the address that `left` ends with."""
    if not holds_any(left, _SIGNS) or pattern("address_opens").match(right):
        return False
    cut = pattern("cut_address").search(left)
    if cut is None:
        return False
    if cut["path"]:
        return bool(pattern("path_rest").match(right))
    site = pattern("site_name")
    return not site.fullmatch(cut["host"]) and bool(site.match(cut["host"] + right))
