"""Where in a text a pattern may match: where the words stand that every match needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gxcheck.rules.search.literals import Needed, first_words, is_near
from gxcheck.rules.search.word_index import WordIndex

__all__ = ["matches", "starts"]

_NARROW = 3  # so few places for each word are looked at one by one


def starts(index: WordIndex, groups: Sequence[Needed]) -> Sequence[int]:
    """Where a match may begin, in order: near the words of the first group, with the others'."""
    first, *others = groups
    spots = index.spots_of_any(first[0])
    if not spots:
        return ()
    near = [group for group in others if is_near(group)]
    places = _near(index, spots, first, near)
    for words, low, high in near:
        if places and low == high:
            places = _having(places, words, low, index.text)
    return places


def _near(
    index: WordIndex, spots: Sequence[int], needed: Needed, others: Sequence[Needed]
) -> Sequence[int]:
    """The places near the spots of words; where these leave many, what may have the others."""
    _, low, high = needed
    end = len(index.text)
    if low == high:
        return [spot - low for spot in spots if 0 <= spot - low <= end]
    found: set[int] = set()
    for spot in spots:
        first, last = max(0, spot - high), min(spot - low, end)
        if high - low < _NARROW or all(_may_have(index.text, first, last, one) for one in others):
            found.update(range(first, last + 1))
    return sorted(found)


def _having(places: Sequence[int], words: tuple[str, ...], low: int, text: str) -> Sequence[int]:
    """The places with one of the words, whose distance from a match's start is always one."""
    spots = [(place, place + low) for place in places if 0 <= place + low < len(text)]
    if max(map(len, words)) == 1:  # to look at one character takes a third of the time
        return [place for place, spot in spots if text[spot] in words]
    return [place for place, spot in spots if text.startswith(words, spot)]


def _may_have(text: str, first: int, last: int, needed: Needed) -> bool:
    """Whether a match that begins from `first` to `last` may have one of the words it needs."""
    words, low, high = needed
    around = text[max(0, first + low) : max(0, last + high + max(map(len, words)))]
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
