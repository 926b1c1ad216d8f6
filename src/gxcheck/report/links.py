"""Every address of a website that a report writes, also malformed ones, as written."""

from __future__ import annotations

from gxcheck.report.flow import Flow
from gxcheck.report.model import Words
from gxcheck.report.vocabulary import pattern

__all__ = ["read_links"]

_TRAILING = ".,:;-?&="
_TRIGGERS = ("http", "www", "ttp", ".cn", ".com", ".net", ".org")


def read_links(flow: Flow) -> tuple[Words, ...]:
    """The addresses in reading order, in normal dress. Parts of e-mail addresses are none."""
    lower = flow.text.lower()
    if not any(trigger in lower for trigger in _TRIGGERS):
        return ()
    found = []
    for link in pattern("link").finditer(flow.text):
        text = link.group().rstrip(_TRAILING)
        start = link.start()
        location = flow.locate(start, start + len(text))
        found.append(Words.model_construct(text=text, location=location))
    return tuple(found)
