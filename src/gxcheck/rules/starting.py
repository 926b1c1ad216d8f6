"""Where in a text a pattern may match: where the words stand that every match needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxcheck.rules.functions import first_words
from gxcheck.rules.literals import Needed, is_near
from gxcheck.rules.word_index import WordIndex

__all__ = ["matches", "starts"]


def starts(index: WordIndex, needed: Needed) -> list[int]:
    """Where a match may begin that needs one of some words, in order."""
    words, low, high = needed
    spots = index.spots_of_any(words)
    if not spots or low == high:
        return [spot - low for spot in spots if spot >= low]
    near = range(low, high + 1)
    return sorted({spot - far for spot in spots for far in near if far <= spot})


def matches(index: WordIndex, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern of ours in a text; none of them may be empty."""
    groups = first_words(pattern.pattern)
    if not groups or not is_near(groups[0]):
        yield from pattern.finditer(index.text)
        return
    end = 0
    for start in starts(index, groups[0]):
        match = pattern.match(index.text, start) if start >= end else None
        if match:
            end = match.end()
            yield match
