"""Where the clause of a denial ends, and the ways in it by which nothing came."""

from __future__ import annotations

from collections.abc import Iterable

from gxcheck.report.prose.claims.words import words_of

__all__ = ["FAR", "clause_end_of", "ways_named"]

FAR = 300
"""Characters of a sentence: what stands farther off says nothing of a denial."""
_STOPS = ",;()"


def clause_end_of(text: str, start: int, end: int) -> int:
    """Where the clause ends that goes on at `start`, in a sentence that ends at `end`."""
    end = min(end, start + FAR)
    stop = _first(text, _STOPS, start, end)
    return end if stop < 0 else stop


def ways_named(text: str, start: int, end: int) -> range:
    """The span of the words that name all ways: 未收到任何通过电话、来信等方式提出的申请.

    Empty where a clause names none, or only one: 未收到通过传真提交的申请.
    """
    end = clause_end_of(text, start, end)
    first = _first(text, words_of("denials", "by"), start, end)
    last = _first(text, words_of("denials", "ways"), first, end) if first >= 0 else -1
    if last < 0:
        return range(0)
    ways = (len(way) for way in words_of("denials", "ways") if text.startswith(way, last))
    return range(first, last + max(ways))


def _first(text: str, words: Iterable[str], start: int, end: int) -> int:
    """The first place of any of some words; -1 where there is none."""
    return min((at for word in words if (at := text.find(word, start, end)) >= 0), default=-1)
