"""Every address of a website that a report writes, also malformed ones, as written."""

from __future__ import annotations

from collections.abc import Iterator

from gxcheck.report.flow import Flow
from gxcheck.report.model import Words
from gxcheck.report.seek import places
from gxcheck.report.vocabulary import pattern

__all__ = ["read_links"]

_TRAILING = ".,:;-?&="
_MISPRINTED = ("。cn", "。com", "。gov", "。org", "。net")
_TRIGGERS = ("ttp", "TTP", "ww", "WW", ".cn", ".CN", ".com", ".COM", ".net", ".org")


def read_links(flow: Flow) -> tuple[Words, ...]:
    """The addresses in reading order, in normal dress. Parts of e-mail addresses are none."""
    found = []
    for start, end in sorted(set(_runs(flow.text))):
        for link in pattern("link").finditer(flow.text, start, end):
            text = link.group().rstrip(_TRAILING)
            location = flow.locate(link.start(), link.start() + len(text))
            found.append(Words(text=text, location=location))
    return tuple(found)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """The spans of ASCII characters that hold what an address has."""
    start = end = 0
    for at in places(text, *_TRIGGERS):
        if start <= at < end:
            continue
        start = end = at
        while start and "!" <= text[start - 1] <= "~":
            start -= 1
        while end < len(text) and ("!" <= text[end] <= "~" or text.startswith(_MISPRINTED, end)):
            end += 1
        yield start, end
