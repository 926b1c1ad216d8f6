"""Words that every match of a pattern holds, and where: most of a text is passed over by them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any, TypeAlias

from gxcheck.data import read_yaml
from gxcheck.patterns import own_pattern
from gxcheck.rules.translate import for_re

__all__ = ["Needed", "required_words"]

Needed: TypeAlias = tuple[tuple[str, ...], int, int]
"""Words of which a match holds one, and how far from its start that is, at least and at most."""
_MOST = 60
_MARKS = frozenset("0123456789.,:;()")
# What `re`, whose parser is used here, would read otherwise than `regex`: classes like [[:alpha:]],
# fuzzy matching like (?:word){e<=1}, and flags for a part of the pattern.
_OTHER = own_pattern(r"\[\[|\[:\^?\w+:\]|\{(?!\d*,?\d*\})|\(\?[a-zA-Z]*-?[a-zA-Z]*:(?<!\(\?:)")


@cache
def required_words(pattern: str) -> tuple[Needed, ...]:
    """What every match holds one word each of, that first which is found with the least work."""
    if _OTHER.search(pattern):
        return ()
    parser = import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")
    try:
        tree = parser.parse(for_re(pattern))
    except Exception:  # noqa: BLE001  # what only `regex` understands has no quick way
        return ()
    if tree.state.flags & parser.SRE_FLAG_IGNORECASE:
        return ()
    groups = {needed[0]: needed for needed in map(_shortest, _needed(tree, 0, 0))}
    return tuple(sorted(groups.values(), key=_work))


def _needed(items: Any, low: int, high: int) -> list[Needed]:
    """What a sequence requires that begins so far, at least and at most, from a match's start."""
    found: list[Needed] = []
    run = ""
    for item in items:
        name, argument = str(item[0]), item[1]
        if name == "LITERAL":
            run += chr(argument)
            continue
        if run:
            found.append(((run,), low, high))
            low, high, run = low + len(run), high + len(run), ""
        found += _inside(name, argument, low, high)
        least, most = type(items)(items.state, [item]).getwidth()
        low, high = low + least, high + most
    if run:
        found.append(((run,), low, high))
    return found


def _inside(name: str, argument: Any, low: int, high: int) -> list[Needed]:
    if name == "SUBPATTERN":
        return _needed(argument[3], low, high)
    if name == "ATOMIC_GROUP":
        return _needed(argument, low, high)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _repeated(argument[0], argument[2], low, high) if argument[0] else []
    if name == "BRANCH":
        return _one_of([_needed(branch, low, high) for branch in argument[1]])
    if name == "IN" and all(str(part) == "LITERAL" for part, _ in argument):
        return [(tuple(chr(code) for _, code in argument), low, high)]
    return []


def _repeated(least: int, items: Any, low: int, high: int) -> list[Needed]:
    """What is repeated, and how often at least: ***** where there must be five."""
    if len(items) == 1 and str(items[0][0]) == "LITERAL":
        return [((chr(items[0][1]) * min(least, _MOST),), low, high)]
    return _needed(items, low, high)


def _one_of(branches: Sequence[Sequence[Needed]]) -> list[Needed]:
    """The words of branches, the best of each; none where a branch has none."""
    if not all(branches):
        return []
    best = [min(branch, key=_work) for branch in branches]
    words = tuple(word for own, _, _ in best for word in own)
    low, high = min(low for _, low, _ in best), max(high for _, _, high in best)
    return [(words, low, high)] if len(words) <= _MOST else []


def _shortest(needed: Needed) -> Needed:
    """The same without the words that hold another of them, which is found in their stead."""
    words, low, high = needed
    kept: list[str] = []
    for word in sorted(words, key=len):
        inner = next((at for own in kept if (at := word.find(own)) >= 0), None)
        if inner is None:
            kept.append(word)
        else:
            high = max(high, needed[2] + inner)
    return tuple(kept), low, high


def _work(needed: Needed) -> tuple[int, int, tuple[str, ...]]:
    """How much work the words are: those are little that reports seldom have."""
    words = needed[0]
    return -min(map(_rarity, words)), len(words), words


def _rarity(word: str) -> int:
    """How rare the rarest character of a word is, by its place among the common ones."""
    common: str = read_yaml("marks.yml")["frequent"]
    return max(
        0 if char in _MARKS else common.find(char) if char in common else len(common)
        for char in word
    )
