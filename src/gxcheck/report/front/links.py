"""Every address of a website that a report writes, also malformed ones, as written."""

from __future__ import annotations

from collections.abc import Iterator

from gxcheck.report.front.anchors import LINK_SIGNS
from gxcheck.report.front.flow import Flow
from gxcheck.report.front.vocabulary import pattern
from gxcheck.report.model import Words

__all__ = ["read_links"]

_TRAILING = ".,:;-?&="
_MISPRINTED_WWW = "www。"
_MISPRINTED = ("。cn", "。com", "。gov", "。org", "。net")


def read_links(flow: Flow) -> tuple[Words, ...]:
    """The addresses in reading order, in normal dress. Parts of e-mail addresses are none."""
    found = []
    for start, end in _runs(flow):
        for link in pattern("link").finditer(flow.text, start, end):
            text = link.group().rstrip(_TRAILING)
            location = flow.locate(link.start(), link.start() + len(text))
            found.append(Words(text=text, location=location))
    return tuple(found)


def _runs(flow: Flow) -> Iterator[tuple[int, int]]:
    """The spans of ASCII characters that hold what an address has."""
    text = flow.text
    start = end = 0
    for at in flow.places(*LINK_SIGNS):
        if at < end:
            continue
        start = end = at
        while start and ("!" <= text[start - 1] <= "~" or text.endswith(_MISPRINTED_WWW, 0, start)):
            start -= 1
        while end < len(text) and ("!" <= text[end] <= "~" or text.startswith(_MISPRINTED, end)):
            end += 1
        yield start, end
