"""How rare characters and words are in reports, by their common characters in rules/marks.yml."""

from __future__ import annotations

from functools import cache

from gxcheck.data import read_yaml

__all__ = ["anchor", "is_common", "share"]

_COMMON = 140  # the commonest characters: a report has ten or more of each
_SELDOM = 10.0
_TOGETHER = 2.0
_FIRST = 15  # by this, how often a character stands in reports falls with its place


@cache
def anchor(word: str) -> tuple[str, int]:
    """What to look for to find a word, and where in it that is: its rarest character.

    Where a report has many of that too, going by it helps little: then the whole word.
    """
    place = _rarest(word)
    return (word, 0) if is_common(word) else (word[place], place)


@cache
def is_common(word: str) -> bool:
    """Whether all characters of a word are among the commonest."""
    return _rank(word[_rarest(word)]) < _COMMON


def share(word: str) -> float:
    """How much of a report's text is a word, about: its rarest character, and seldom the others.

    Only figures mostly stand together: each second one beside another that it is said to need.
    """
    rank = _rank(word[_rarest(word)])
    often = 1 / (_FIRST + rank) - 1 / (_FIRST + len(_common()))
    return often * (_TOGETHER if word.isdecimal() else _SELDOM) ** (1 - len(word))


@cache
def _rarest(word: str) -> int:
    """The place in a word of its rarest character."""
    return max(range(len(word)), key=lambda place: _rank(word[place]))


@cache
def _rank(char: str) -> int:
    """The place of a character among the common ones, or beyond them all."""
    place = _common().find(char)
    return place if place >= 0 else len(_common())


def _common() -> str:
    characters: str = read_yaml("marks.yml")["frequent"]
    return characters
