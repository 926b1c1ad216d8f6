"""Items that stand twice in one enumeration: 机构职能、政策法规、工作动态、政策法规、公共服务."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gxcheck.rules.checks.wordings import pattern

__all__ = ["listed_twice"]

_COMMA = "、"
_SHORTEST, _LONGEST = 4, 16  # characters of an item that names one thing


def listed_twice(text: str) -> Iterator[tuple[int, int]]:
    """The spans of items that stood in the same enumeration before.

    What stands before its first and after its last comma is left aside: more than the item may
    be there. Most texts have few items twice, and only what stands between these is looked at.
    """
    items = Counter(item for item in text.split(_COMMA) if _SHORTEST <= len(item) <= _LONGEST)
    for item, times in items.items():
        if times > 1:
            yield from _in_one(text, item)


def _in_one(text: str, item: str) -> Iterator[tuple[int, int]]:
    """The spans of an item before which only names stand since it stood there last."""
    within = f"{_COMMA}{item}{_COMMA}"
    last, at = -1, text.find(within)
    while at >= 0:
        names = text[last + 1 : at].split(_COMMA) if last >= 0 else ()
        if names and all(map(pattern("chinese_words").fullmatch, names)):
            yield at + 1, at + 1 + len(item)
        last, at = at, text.find(within, at + 1)
