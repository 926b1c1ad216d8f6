"""Where the words of a text stand, between its white space.

`str.split` tells white space from the rest ten times as fast as a pattern does.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TypeAlias

__all__ = ["Gap", "gaps_of", "words_of"]

Gap: TypeAlias = "tuple[int, int]"
"""Where white space inside a text begins and ends."""


def words_of(text: str, offset: int = 0) -> list[tuple[int, int]]:
    """Where each word of a text begins and ends, counted from `offset`."""
    return _places(text, text.split(), offset)


def gaps_of(text: str, offset: int = 0) -> list[Gap]:
    """Where the white space between the words of a text begins and ends, counted from `offset`."""
    words = text.split()
    if len(words) < 2:
        return []
    places = _places(text, words, offset)
    return [(left[1], right[0]) for left, right in pairwise(places)]


def _places(text: str, words: Iterable[str], offset: int) -> list[tuple[int, int]]:
    places = []
    end = 0
    for word in words:
        start = text.index(word, end)
        end = start + len(word)
        places.append((offset + start, offset + end))
    return places
