"""Check for patterns that have no word by which to find them, and stand around one of some words.

A pattern about figures has no word that most passages lack, so that it would be tried everywhere;
looked for only around such words it costs little.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from time import monotonic
from typing import Any

from gxcheck.document.model import Paragraph
from gxcheck.report.model import Report
from gxcheck.rules.checks.matching import matches
from gxcheck.rules.checks.wordings import Spot
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation
from gxcheck.rules.search.literals import first_words
from gxcheck.rules.search.passages import Scope
from gxcheck.rules.search.translate import for_re, found_in

__all__ = ["near_words"]

_SCOPE = "document"
_BEFORE, _AFTER = 16, 10
_SECONDS = 0.05
_RULE_SECONDS = 1.0


def near_words(report: Report, options: Mapping[str, Any], context: Context) -> Iterator[Violation]:
    """No pattern is found in the running text, or where it has words `near`, around them.

    `patterns` maps a name to `pattern` and maybe `near` (words, one of which every match holds); a
    match reaches at most 16 characters before such a word and 10 after its end. Of matches that
    overlap the first is told. Raises `TimeoutError`.
    """
    last = (-1, -1)
    for spot in sorted(_spots(options["patterns"], context), key=_order):
        (passage, place), start, end = spot
        block = passage.location.block
        if isinstance(passage, Paragraph) and (block, end) > last:
            yield Violation(passage.locate(start, end), passage.quote(start, end), place=place)
            last = block, end


def _order(spot: Spot) -> tuple[int, int, int]:
    return spot.placed.passage.location.block, spot.start, -spot.end


def _spots(patterns: Mapping[str, Mapping[str, Any]], context: Context) -> Iterator[Spot]:
    anywhere = {name: one["pattern"] for name, one in patterns.items() if "near" not in one}
    for match in matches(context, _SCOPE, anywhere):
        yield Spot(match.placed, match.start, match.end)
    scope = context.scopes.scope(_SCOPE)
    deadline = monotonic() + _RULE_SECONDS
    for one in patterns.values():
        for word in one.get("near", ()):
            yield from _around_word(scope, word, one["pattern"], deadline)


def _around_word(scope: Scope, word: str, pattern: str, deadline: float) -> Iterator[Spot]:
    """The matches that hold a word, each time it stands in the text."""
    spots = scope.index.spots(word)
    if not spots:
        return
    groups = _beside(word, pattern)
    text = scope.words
    for at in spots:
        around = text[max(0, at - _BEFORE) : at + len(word) + _AFTER]
        if _holds_all(around, groups):
            if monotonic() > deadline:
                raise TimeoutError
            first, around = _window(text, at, at + len(word))
            for found in found_in(pattern, around, _SECONDS):
                if found.start <= at - first < found.end:
                    index, start = scope.place_of(first + found.start)
                    placed = scope.placed(scope.texts[index])
                    yield Spot(placed, start, start + found.end - found.start)


def _holds_all(text: str, groups: Sequence[Sequence[str]]) -> bool:
    """Whether a text holds a word of each group."""
    for words in groups:  # noqa: SIM110  # a generator for `all` takes half as much again
        if not any(map(text.__contains__, words)):
            return False
    return True


@cache
def _beside(word: str, pattern: str) -> Sequence[Sequence[str]]:
    """The groups of other words of which a match around a word holds one each."""
    return [words for words, _, _ in first_words(for_re(pattern)) if word not in words]


def _window(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the text around a span begins, and what it is, within a passage."""
    low = max(0, start - _BEFORE)
    low = text.rfind("\n", low, start) + 1 or low
    return low, text[low : end + _AFTER].partition("\n")[0]
