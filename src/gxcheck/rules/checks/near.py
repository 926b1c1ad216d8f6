"""Check for patterns that stand around one of some words: looked for there alone, they cost little.

A pattern about figures has no word that most passages lack, so that it would be tried everywhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from time import monotonic
from typing import Any

from gxcheck.report.model import Report
from gxcheck.rules.checks.wordings import holds
from gxcheck.rules.context import Context
from gxcheck.rules.functions import first_words
from gxcheck.rules.model import Violation
from gxcheck.rules.passages import Scope
from gxcheck.rules.translate import found_in

__all__ = ["near_words"]

_BEFORE, _AFTER = 16, 10
_SECONDS = 0.05
_RULE_SECONDS = 1.0


def near_words(report: Report, options: Mapping[str, Any], context: Context) -> Iterator[Violation]:
    """No pattern is found around its words in the running text.

    `patterns` maps a name to `near` (words, one of which every match holds) and `pattern`; a match
    reaches at most 16 characters before such a word and 10 after its end. Raises `TimeoutError`.
    """
    scope = context.scopes.scope("paragraphs")
    deadline = monotonic() + _RULE_SECONDS
    spans = {
        span
        for one in options["patterns"].values()
        for word in one["near"]
        for span in _found(scope, word, one["pattern"], deadline)
    }
    last = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > last:
            yield _violation(scope, start, end)
            last = end


def _found(scope: Scope, word: str, pattern: str, deadline: float) -> Iterator[tuple[int, int]]:
    """The matches that hold a word, each time it stands in the text."""
    others = next((words for words, _, _ in first_words(pattern) if word not in words), None)
    for at in scope.spots(word):
        first, around = _around(scope.words, at, at + len(word))
        if others is None or holds(around, others):
            if monotonic() > deadline:
                raise TimeoutError
            for found in found_in(pattern, around, _SECONDS):
                if found.start <= at - first < found.end:
                    yield first + found.start, first + found.end


def _around(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the text around a span begins, and what it is, within a passage."""
    low = max(0, start - _BEFORE)
    low = max(low, text.rfind("\n", low, start) + 1)
    return low, text[low : end + _AFTER].partition("\n")[0]


def _violation(scope: Scope, start: int, end: int) -> Violation:
    index = bisect_right(scope.starts, start) - 1
    passage, place = scope.placed(scope.texts[index])
    first = scope.starts[index]
    return Violation(
        location=passage.locate(start - first, end - first),
        quote=passage.quote(start - first, end - first),
        place=place,
    )
