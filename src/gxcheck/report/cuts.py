"""Where the end of a line cuts an address of a website or an e-mail address in two.

Text in normal dress has a space there, as between two words.
"""

from __future__ import annotations

from collections.abc import Iterator

from gxcheck.document.model import Passage
from gxcheck.report.vocabulary import pattern

__all__ = ["cuts_in"]

_SIGNS = "./@"


def cuts_in(passage: Passage) -> Iterator[int]:
    """The places of the spaces in `normal` that part an address and are line ends."""
    text, at = passage.normal, -1
    if "\n" not in passage.text:
        return
    while (at := text.find(" ", at + 1)) >= 0:
        left, right = _ascii_before(text, at), _ascii_after(text, at + 1)
        if _goes_on(left, right) and "\n" in passage.quote(at, at + 2):
            yield at


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
    if not any(sign in left for sign in _SIGNS) or pattern("address_opens").match(right):
        return False
    cut = pattern("cut_address").search(left)
    if cut is None:
        return False
    if cut["path"]:
        return bool(pattern("path_rest").match(right))
    site = pattern("site_name")
    return not site.fullmatch(cut["host"]) and bool(site.match(cut["host"] + right))
