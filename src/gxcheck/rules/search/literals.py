"""Words that every match of a pattern holds, and where: most of a text is passed over by them."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any, TypeAlias

from gxcheck.data import built
from gxcheck.patterns import own_pattern
from gxcheck.rules.search.rarity import anchor, share

__all__ = ["Needed", "first_words", "is_near", "required_words"]

Needed: TypeAlias = tuple[tuple[str, ...], int, int]
"""Words of which one stands at a match, and how far from its start, at least and at most.

It may stand beside the match that looks ahead or back at it: then before its start, if negative.
"""
_MOST = 60
_REACH = 24
# To look for a character takes as much work as to try one place of five thousand; for a word of
# common characters, which is looked for as a whole, it takes six times that.
_LOOK, _LOOK_WHOLE = 0.0002, 0.0012
# What `re`, whose parser is used here, would read otherwise than `regex`: classes like [[:alpha:]],
# fuzzy matching like (?:word){e<=1}, and flags for a part of the pattern.
_OTHER = own_pattern(r"\[\[|\[:\^?\w+:\]|\{(?!\d*,?\d*\})|\(\?[a-zA-Z]*-?[a-zA-Z]*:(?<!\(\?:)")


def first_words(pattern: str) -> tuple[Needed, ...]:
    """The words to look for before a pattern for `re`: from the wheel for the shipped ones."""
    shipped = _shipped().get(pattern)
    return required_words(pattern) if shipped is None else shipped


@cache
def _shipped() -> Mapping[str, tuple[Needed, ...]]:
    """The words for each pattern of the shipped rules and checks; empty in a checkout."""
    return getattr(built(), "FIRST_WORDS", {})


@cache
def required_words(pattern: str) -> tuple[Needed, ...]:
    """What every match of a pattern for `re` needs, that first which is found with least work."""
    if _OTHER.search(pattern):
        return ()
    parser = import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")
    try:
        tree = parser.parse(pattern)
    except Exception:  # noqa: BLE001  # what only `regex` understands has no quick way
        return ()
    if tree.state.flags & parser.SRE_FLAG_IGNORECASE:
        return ()
    groups: dict[tuple[str, ...], Needed] = {}
    for needed in sorted(map(_shortest, _needed(tree, 0, 0)), key=_work):
        groups.setdefault(needed[0], needed)
    return tuple(groups.values())


def is_near(needed: Needed) -> bool:
    """Whether the words leave so few places for a match to begin that each of them can be tried."""
    _, low, high = needed
    return high - low < _REACH


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
    if name == "ASSERT":
        direction, inner = argument
        back = inner.getwidth()[0] if direction < 0 else 0
        return _needed(inner, low - back, high - back)
    if name == "BRANCH":
        return _one_of([_needed(branch, low, high) for branch in argument[1]])
    if name == "IN" and all(str(part) == "LITERAL" for part, _ in argument):
        return _few(tuple(chr(code) for _, code in argument), low, high)
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
    return _few(words, low, high)


def _few(words: tuple[str, ...], low: int, high: int) -> list[Needed]:
    """The words, unless they are so many that to look for them is no quick way."""
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


def _work(needed: Needed) -> tuple[float, tuple[str, ...]]:
    """How much work it is to look for the words and to try all places where a match may begin."""
    words, low, high = needed
    places = 1 + high - low if is_near(needed) else _REACH
    look = sum(_LOOK_WHOLE if len(anchor(word)[0]) > 1 else _LOOK for word in words)
    if not is_near(needed):
        look += _LOOK * _REACH
    return look + places * sum(map(share, words)), words
