"""Items that stand twice in one enumeration: 机构职能、政策法规、工作动态、政策法规、公共服务."""

from __future__ import annotations

from collections.abc import Iterator

from gxcheck.rules.checks.wordings import pattern

__all__ = ["listed_twice"]

_COMMA = "、"
_SHORTEST, _LONGEST = 4, 16  # characters of an item that names one thing


def listed_twice(text: str) -> Iterator[tuple[int, int]]:
    """The spans of items that stood in the same enumeration before.

    What stands before its first and after its last comma is left aside: more than the item may
    be there.
    """
    seen: set[str] = set()
    start = text.find(_COMMA) + 1
    end = text.find(_COMMA, start) if start else -1
    while end >= 0:
        item = text[start:end]
        if not pattern("chinese_words").fullmatch(item):
            seen.clear()
        elif _SHORTEST <= len(item) <= _LONGEST:
            if item in seen:
                yield start, end
            seen.add(item)
        start = end + 1
        end = text.find(_COMMA, start)
