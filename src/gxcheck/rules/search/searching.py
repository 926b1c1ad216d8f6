"""Looks for patterns and words in passages, within a time that a bad pattern cannot exceed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from time import monotonic

from msgspec import Struct

from gxcheck.document.model import Passage
from gxcheck.rules.rule import Search
from gxcheck.rules.search.literals import Needed, first_words, is_near
from gxcheck.rules.search.passages import Placed, Scope
from gxcheck.rules.search.rarity import anchor
from gxcheck.rules.search.starting import starts
from gxcheck.rules.search.translate import for_re, found_in, found_in_lines
from gxcheck.rules.search.words import WordLists, normal_words, spots_of

__all__ = ["Match", "Searcher", "matches"]

_PASSAGE_SECONDS = 0.2
_RULE_SECONDS = 1.0
_FEW_WORDS = 1000  # characters: to see whether they hold a word takes no time


class Match(Struct, frozen=True):
    """A place where a pattern or a word was found: a span of the passage in normal dress.

    `values` has the pattern's name, its named groups, or the word and the right one for it.
    """

    placed: Placed
    start: int
    end: int
    values: Mapping[str, str]


class Searcher:
    """What one rule looks for."""

    def __init__(self, search: Search, lists: WordLists) -> None:
        self._patterns = search.patterns or {}
        self._words = _replacements(search.words, lists)
        self._exceptions = tuple(_replacements(search.exceptions, lists))

    def matches(self, scopes: Iterable[Scope]) -> Iterator[Match]:
        """All matches that no exception covers; raises TimeoutError."""
        deadline = monotonic() + _RULE_SECONDS
        for scope in scopes:
            for match in self._all(scope, deadline):
                if not self._excepted(match):
                    yield match

    def _all(self, scope: Scope, deadline: float) -> Iterator[Match]:
        yield from matches(self._patterns, scope, deadline)
        for word, right in self._words.items():
            for index in scope.holding(word):
                yield from _words_found(word, right, scope.placed(scope.texts[index]))

    def _excepted(self, match: Match) -> bool:
        normal = match.placed.passage.normal
        for word in self._exceptions:
            at = normal.find(word, max(0, match.start - len(word) + 1), match.end + len(word))
            if 0 <= at < match.end and at + len(word) > match.start:
                return True
        return False


def matches(
    patterns: Mapping[str, str], scope: Scope, deadline: float | None = None
) -> Iterator[Match]:
    """All matches of patterns by name; raises TimeoutError."""
    deadline = deadline or monotonic() + _RULE_SECONDS
    few = len(scope.words) <= _FEW_WORDS
    for name, pattern in patterns.items():
        needed = _needed(pattern)
        if few or not needed.near:
            for index in _holding(scope, needed):
                yield from _found(name, pattern, scope.texts[index], None, scope, deadline)
        elif not scope.index.lacks(needed.words):
            spots = starts(scope.index, needed.groups)
            if spots:
                yield from _found_at(name, pattern, scope, spots, deadline)


def _found_at(
    name: str, pattern: str, scope: Scope, spots: Sequence[int], deadline: float
) -> Iterator[Match]:
    """The matches that begin at some spots of the scope's words."""
    found = found_in_lines(pattern, scope.words, scope.longest, spots)
    if found is None:
        for index, own in _by_passage(scope, spots):
            yield from _found(name, pattern, scope.texts[index], own, scope, deadline)
        return
    for span in found:
        if span.end > span.start:
            index, first = scope.place_of(span.start)
            placed = scope.placed(scope.texts[index])
            yield Match(placed, first, first + span.end - span.start, _values(name, span.groups))


class _Needed(Struct, frozen=True):
    """What every match of a pattern needs.

    `words` are those of the first group, `near` tells whether a match begins near them, `marks`
    are rare characters one of which must be there: to see that a text lacks a character takes a
    tenth of the time that it takes for a word.
    """

    groups: Sequence[Needed]
    words: frozenset[str]
    near: bool
    marks: tuple[str, ...]


@cache
def _needed(pattern: str) -> _Needed:
    groups = first_words(for_re(pattern))
    words = frozenset(groups[0][0] if groups else ())
    rare = {anchor(word)[0] for word in words}
    marks = tuple(rare) if all(len(mark) == 1 for mark in rare) else ()
    return _Needed(groups, words, bool(groups) and is_near(groups[0]), marks)


def _by_passage(scope: Scope, spots: Iterable[int]) -> Iterable[tuple[int, Sequence[int]]]:
    """Spots of the scope's words, as those of each passage."""
    placed: dict[int, list[int]] = {}
    for spot in spots:
        index, start = scope.place_of(spot)
        placed.setdefault(index, []).append(start)
    return placed.items()


def _holding(scope: Scope, needed: _Needed) -> Iterator[int]:
    """The passages that hold one word of each group."""
    if needed.marks and not any(map(scope.words.__contains__, needed.marks)):
        return
    for index, normal in enumerate(scope.normals):
        if all(any(map(normal.__contains__, words)) for words, _, _ in needed.groups):
            yield index


def _replacements(words: str | Sequence[str], lists: WordLists) -> Mapping[str, str]:
    if isinstance(words, str):
        return lists.replacements(words)
    return dict.fromkeys(normal_words(tuple(words)), "")


def _found(
    name: str,
    pattern: str,
    text: Passage,
    spots: Sequence[int] | None,
    scope: Scope,
    deadline: float,
) -> Iterator[Match]:
    seconds = min(_PASSAGE_SECONDS, deadline - monotonic())
    if seconds <= 0:
        raise TimeoutError
    for span in found_in(pattern, text.normal, seconds, spots):
        if span.end > span.start:
            yield Match(scope.placed(text), span.start, span.end, _values(name, span.groups))


def _values(name: str, groups: Mapping[str, str | None]) -> Mapping[str, str]:
    return {"name": name, **{key: value or "" for key, value in groups.items()}}


def _words_found(word: str, right: str, placed: Placed) -> Iterator[Match]:
    for at in spots_of(word, placed.passage.normal):
        yield Match(placed, at, at + len(word), {"word": word, "right": right})
