"""Patterns and words of a check's options, looked for as `forbid` looks for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gxcheck.rules.context import Context
from gxcheck.rules.rule import Search
from gxcheck.rules.searching import Match, Searcher
from gxcheck.rules.translate import Span, found_in

__all__ = ["first_match", "matches"]

_SECONDS = 0.2


def matches(context: Context, scope: str, patterns: Mapping[str, str]) -> Iterator[Match]:
    """The matches of patterns by name in a scope of the report; raises TimeoutError."""
    searcher = Searcher(Search(patterns=patterns), context.word_lists)
    return searcher.matches([context.scopes.scope(scope)])


def first_match(pattern: str, text: str) -> Span | None:
    """The first match of an option's pattern in a text of normal dress; raises TimeoutError."""
    return next(iter(found_in(pattern, text, _SECONDS)), None)
