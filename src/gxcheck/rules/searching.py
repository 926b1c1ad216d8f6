"""Looks for patterns and words in passages, within a time that a bad pattern cannot exceed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from time import monotonic

from msgspec import Struct

from gxcheck.document.model import Passage
from gxcheck.rules.functions import first_words
from gxcheck.rules.literals import Needed
from gxcheck.rules.passages import Placed, Scope
from gxcheck.rules.rule import Search
from gxcheck.rules.translate import found_in, is_quick
from gxcheck.rules.words import WordLists, normal_words

__all__ = ["Match", "Searcher"]

_PASSAGE_SECONDS = 0.2
_RULE_SECONDS = 1.0
_REACH = 12
_TRY = 8  # characters that are gone through in the time that a match is tried at one place


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
        for name, pattern in self._patterns.items():
            for index, starts in self._candidates(scope, pattern):
                yield from _found(name, pattern, scope.texts[index], starts, scope, deadline)
        for word, right in self._words.items():
            for index in scope.holding(word):
                yield from _words_found(word, right, scope.placed(scope.texts[index]))

    def _candidates(self, scope: Scope, pattern: str) -> Iterator[tuple[int, Sequence[int] | None]]:
        """The passages that may hold a match, and where it may begin; None for anywhere."""
        groups = first_words(pattern)
        if not groups:
            yield from ((index, None) for index in range(len(scope.texts)))
            return
        first, *others = groups
        for index, starts in sorted(_starts(scope, first).items()):
            text = scope.texts[index].normal
            if starts and len(starts) * _TRY < len(text) and is_quick(pattern, text):
                yield index, sorted(starts)
            elif all(_holds(text, words) for words, _, _ in others):
                yield index, None

    def _excepted(self, match: Match) -> bool:
        normal = match.placed.passage.normal
        for word in self._exceptions:
            at = normal.find(word, max(0, match.start - len(word) + 1), match.end + len(word))
            if 0 <= at < match.end and at + len(word) > match.start:
                return True
        return False


def _starts(scope: Scope, needed: Needed) -> Mapping[int, set[int]]:
    """The passages that hold one of some words, and where in them a match with it may begin."""
    words, low, high = needed
    reach = range(low, high + 1) if high - low < _REACH else ()
    found: dict[int, set[int]] = {}
    for word in words:
        for index, at in scope.found(word):
            found.setdefault(index, set()).update([at - far for far in reach if far <= at])
    return found


def _holds(text: str, words: Iterable[str]) -> bool:
    return any(map(text.__contains__, words))


def _replacements(words: str | Sequence[str], lists: WordLists) -> Mapping[str, str]:
    if isinstance(words, str):
        return lists.replacements(words)
    return dict.fromkeys(normal_words(tuple(words)), "")


def _found(
    name: str,
    pattern: str,
    text: Passage,
    starts: Sequence[int] | None,
    scope: Scope,
    deadline: float,
) -> Iterator[Match]:
    seconds = min(_PASSAGE_SECONDS, deadline - monotonic())
    if seconds <= 0:
        raise TimeoutError
    for start, end, named in found_in(pattern, text.normal, seconds, starts):
        if end > start:
            groups = {key: value or "" for key, value in named.items()}
            yield Match(scope.placed(text), start, end, {"name": name, **groups})


def _words_found(word: str, right: str, placed: Placed) -> Iterator[Match]:
    normal = placed.passage.normal
    at = normal.find(word)
    while at >= 0:
        yield Match(placed, at, at + len(word), {"word": word, "right": right})
        at = normal.find(word, at + len(word))
