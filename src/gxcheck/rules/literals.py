"""Words that every match of a pattern holds: most passages are told apart by them alone."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from gxcheck.patterns import own_pattern
from gxcheck.rules.translate import for_re

__all__ = ["required_words"]

_MOST = 60
# What `re`, whose parser is used here, would read otherwise than `regex`: classes like [[:alpha:]],
# fuzzy matching like (?:word){e<=1}, and flags for a part of the pattern.
_OTHER = own_pattern(r"\[\[|\[:\^?\w+:\]|\{(?!\d*,?\d*\})|\(\?[a-zA-Z]*-?[a-zA-Z]*:(?<!\(\?:)")


@cache
def required_words(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Groups of words, the rarest first: every match holds one of each of them."""
    if _OTHER.search(pattern):
        return ()
    parser = import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")
    try:
        tree = parser.parse(for_re(pattern))
    except Exception:  # noqa: BLE001  # what only `regex` understands has no quick way
        return ()
    if tree.state.flags & parser.SRE_FLAG_IGNORECASE:
        return ()
    groups = {tuple(dict.fromkeys(words)) for words in _words(tree)}
    return tuple(sorted(groups, key=lambda words: (_rarity(words), words), reverse=True))


def _words(items: Iterable[tuple[Any, Any]]) -> list[Sequence[str]]:
    """The alternatives that a sequence requires: one of each must be there."""
    found: list[Sequence[str]] = []
    run = ""
    for operation, argument in items:
        name = str(operation)
        if name == "LITERAL":
            run += chr(argument)
            continue
        if run:
            found.append((run,))
            run = ""
        found += _inside(name, argument)
    if run:
        found.append((run,))
    return found


def _inside(name: str, argument: Any) -> list[Sequence[str]]:
    if name == "SUBPATTERN":
        return _words(argument[3])
    if name == "ATOMIC_GROUP":
        return _words(argument)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _repeated(argument[0], argument[2]) if argument[0] else []
    if name == "BRANCH":
        best = [_best(_words(branch)) for branch in argument[1]]
        words = [word for choice in best if choice for word in choice]
        return [words] if all(best) and len(words) <= _MOST else []
    if name == "IN" and all(str(part) == "LITERAL" for part, _ in argument):
        return [[chr(code) for _, code in argument]]
    return []


def _repeated(least: int, items: Sequence[tuple[Any, Any]]) -> list[Sequence[str]]:
    """What is repeated, and how often at least: ***** where there must be five."""
    if len(items) == 1 and str(items[0][0]) == "LITERAL":
        return [(chr(items[0][1]) * min(least, _MOST),)]
    return _words(items)


def _best(choices: Sequence[Sequence[str]]) -> Sequence[str] | None:
    """The alternatives that are rarest: few and long."""
    return max(choices, key=_rarity, default=None)


def _rarity(words: Sequence[str]) -> tuple[int, int]:
    return min(len(word) for word in words), -len(words)
