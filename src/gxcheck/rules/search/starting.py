"""Where in a text a pattern may match: where the words stand that every match needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from gxcheck.rules.search.literals import Needed, first_words, is_near
from gxcheck.rules.search.word_index import WordIndex

__all__ = ["matches", "starts"]


def starts(index: WordIndex, groups: Sequence[Needed]) -> list[int]:
    """Where a match may begin, in order: near the words of the first group, with the others'."""
    (words, low, high), *others = groups
    spots, end = index.spots_of_any(words), len(index.text)
    if low == high:
        places = [spot - low for spot in spots if 0 <= spot - low <= end]
        return _having(places, others, index.text)
    found: set[int] = set()
    for spot in spots:
        first, last = max(0, spot - high), min(spot - low, end)
        if all(_may_have(index.text, first, last, group) for group in others):
            found.update(range(first, last + 1))
    return sorted(found)


def _having(places: list[int], groups: Iterable[Needed], text: str) -> list[int]:
    """The places with a word of each group whose distance from a match's start is always one."""
    for words, low, high in groups:
        if places and low == high:
            spots = ((place, place + low) for place in places)
            places = [place for place, spot in spots if spot >= 0 and text.startswith(words, spot)]
    return places


def _may_have(text: str, first: int, last: int, needed: Needed) -> bool:
    """Whether a match that begins from `first` to `last` may have one of the words it needs."""
    if not is_near(needed):
        return True
    words, low, high = needed
    around = text[max(0, first + low) : last + high + max(map(len, words))]
    return any(map(around.__contains__, words))


def matches(index: WordIndex, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern of ours in a text; none of them may be empty."""
    groups = first_words(pattern.pattern)
    if not groups or not is_near(groups[0]):
        yield from pattern.finditer(index.text)
        return
    end = 0
    for start in starts(index, groups):
        match = pattern.match(index.text, start) if start >= end else None
        if match:
            end = match.end()
            yield match
