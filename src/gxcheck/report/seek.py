"""Where words stand in a long text, found by their rarest characters.

To find a character that is seldom there takes a tenth of what it takes to find two together, and a
hundredth of what a pattern takes that begins with any of several.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from gxcheck.report.vocabulary import words

__all__ = ["holds_any", "places"]


def holds_any(text: str, sought: Iterable[str]) -> bool:
    """Whether any of the words stands in a short text."""
    for word in sought:  # noqa: SIM110  # `any` takes a quarter more
        if word in text:
            return True
    return False


def places(text: str, *sought: str) -> Iterator[int]:
    """The offsets at which any of the words begins, in order for each."""
    latin = ""
    for (mark, before), group in _by_mark(sought).items():
        if "A" <= mark <= "z":
            # the bytes of Latin letters are everywhere among those of Chinese text
            latin = latin or text.encode("ascii", "ignore").decode()
            if not holds_any(latin, group):
                continue
        at = text.find(mark, before) if mark in text else -1
        while at >= 0:
            if text.startswith(group, at - before):
                yield at - before
            at = text.find(mark, at + 1)


@cache
def _by_mark(sought: tuple[str, ...]) -> Mapping[tuple[str, int], tuple[str, ...]]:
    """The words by the character to look for, and how many stand before it."""
    rare, found = frozenset(words("rare")), dict[tuple[str, int], tuple[str, ...]]()
    for word in sought:
        before = next((at for at, mark in enumerate(word) if mark in rare), len(word) - 1)
        key = word[before], before
        found[key] = (*found.get(key, ()), word)
    return found
