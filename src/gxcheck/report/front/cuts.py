"""Where the end of a full line cuts a number, or an address of a website or by e-mail, in two.

Text in normal dress has a space there, as between two words.
"""

from __future__ import annotations

from collections.abc import Iterator

from gxcheck.document.model import Passage
from gxcheck.patterns import own_pattern
from gxcheck.report.seek import holds_any
from gxcheck.report.vocabulary import pattern

__all__ = ["cuts_in"]

_SIGNS = "./@"
_FULL_LINE = 24  # characters, from which the margin may have broken a line
_NARROW = 16  # characters, from which it may have broken several that are the longest
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
        full = _is_full(passage, at)
        if _goes_on(left, right) or (full and _is_one(text[: at - len(left)], left, right)):
            yield at


def _is_full(passage: Passage, at: int) -> bool:
    """Whether the line that ends at a space of `normal` is as long as a broken one."""
    end = passage.original(at, at + 1)[0]
    signs = end - passage.text.rfind("\n", 0, end) - 1
    if signs >= _FULL_LINE:
        return True
    lengths = [len(line) for line in passage.text.split("\n")]
    return signs >= _NARROW and signs == max(lengths) and lengths.count(signs) > 1


def _is_one(before: str, left: str, right: str) -> bool:
    """Whether two halves are one number, or what begins an address with the rest of it."""
    first, last = _NUMBER_BEFORE.search(left), _NUMBER_AFTER.match(right)
    if first and last:
        return min(len(first[1]), len(last[1])) < _WHOLE
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
