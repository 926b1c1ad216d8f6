"""The words at which front and end matter is looked for, all of them found in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick

from gxcheck.report.front.vocabulary import words
from gxcheck.report.seek import matches

__all__ = ["DATE_MARKS", "LINK_SIGNS", "anchors_in"]

LINK_SIGNS = ("ttp", "TTP", "ww", "WW", ".cn", ".CN", ".com", ".COM", ".net", ".org")
"""One of these is in every address of a website."""
DATE_MARKS = ("-", ".", "/")
"""What parts year, month and day of a date in figures."""
_LISTS = ("ask_anchors", "label_anchors", "joins", "period_words")


def anchors_in(text: str) -> Mapping[str, Sequence[int]]:
    """Where each of these words stands that does, overlapping ones too."""
    sought, finder = _finder()
    found = defaultdict[str, list[int]](list)
    for index, start, _ in matches(finder, text, overlapping=True):
        found[sought[index]].append(start)
    return found


@cache
def _finder() -> tuple[Sequence[str], AhoCorasick]:
    lists = (words(name) for name in _LISTS)
    sought = tuple({*LINK_SIGNS, *DATE_MARKS}.union(*lists))
    return sought, AhoCorasick(sought, store_patterns=False)
