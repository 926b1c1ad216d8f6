"""Looks for patterns and words in passages, within a time that a bad pattern cannot exceed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from time import monotonic
from typing import NamedTuple

from gxcheck.rules.literals import required_words
from gxcheck.rules.passages import Placed, Scope
from gxcheck.rules.rule import Search
from gxcheck.rules.translate import found_in
from gxcheck.rules.words import WordLists, normal_words

__all__ = ["Match", "Searcher"]

_PASSAGE_SECONDS = 0.2
_RULE_SECONDS = 1.0


class Match(NamedTuple):
    """A place where a pattern or a word was found: a span of the passage in normal dress.

    `values` has the pattern's name, its named groups, or the word and the right one for it.
    """

    placed: Placed
    start: int
    end: int
    values: Mapping[str, str]


class Searcher:
    """What one rule looks for. `first_words` spares the search for them where they are known."""

    def __init__(
        self,
        search: Search,
        lists: WordLists,
        first_words: Mapping[str, tuple[tuple[str, ...], ...]],
    ) -> None:
        self._patterns = search.patterns or {}
        self._words = _replacements(search.words, lists)
        self._exceptions = tuple(_replacements(search.exceptions, lists))
        self._first_words = first_words

    def matches(self, scopes: Iterable[Scope]) -> Iterator[Match]:
        """All matches that no exception covers; raises TimeoutError."""
        deadline = monotonic() + _RULE_SECONDS
        for scope in scopes:
            for match in self._all(scope, deadline):
                if not self._excepted(match):
                    yield match

    def _all(self, scope: Scope, deadline: float) -> Iterator[Match]:
        for name, pattern in self._patterns.items():
            for index in self._candidates(scope, pattern):
                yield from _found(name, pattern, scope, index, deadline)
        for word, right in self._words.items():
            for index in scope.holding(word):
                yield from _words_found(word, right, scope.placed(scope.texts[index]))

    def _candidates(self, scope: Scope, pattern: str) -> Sequence[int]:
        """The indexes of the passages that hold a word of every group that a match holds one of."""
        groups = self._first_words.get(pattern)
        if groups is None:
            groups = required_words(pattern)
        if not groups:
            return range(len(scope.texts))
        if not all(_holds(scope.words, group) for group in reversed(groups)):
            return ()
        rarest, *others = groups
        found = sorted({index for word in rarest for index in scope.holding(word)})
        for group in others:
            found = [index for index in found if _holds(scope.texts[index].normal, group)]
        return found

    def _excepted(self, match: Match) -> bool:
        normal = match.placed.passage.normal
        for word in self._exceptions:
            at = normal.find(word, max(0, match.start - len(word) + 1), match.end + len(word))
            if 0 <= at < match.end and at + len(word) > match.start:
                return True
        return False


def _holds(text: str, words: Iterable[str]) -> bool:
    return any(map(text.__contains__, words))


def _replacements(words: str | Sequence[str], lists: WordLists) -> Mapping[str, str]:
    if isinstance(words, str):
        return lists.replacements(words)
    return dict.fromkeys(normal_words(tuple(words)), "")


def _found(name: str, pattern: str, scope: Scope, index: int, deadline: float) -> Iterator[Match]:
    seconds = min(_PASSAGE_SECONDS, deadline - monotonic())
    if seconds <= 0:
        raise TimeoutError
    text = scope.texts[index]
    for start, end, named in found_in(pattern, text.normal, seconds):
        if end > start:
            groups = {key: value or "" for key, value in named.items()}
            yield Match(scope.placed(text), start, end, {"name": name, **groups})


def _words_found(word: str, right: str, placed: Placed) -> Iterator[Match]:
    normal = placed.passage.normal
    at = normal.find(word)
    while at >= 0:
        yield Match(placed, at, at + len(word), {"word": word, "right": right})
        at = normal.find(word, at + len(word))
