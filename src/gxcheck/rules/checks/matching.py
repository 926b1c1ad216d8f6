"""Patterns and words of a check's options, looked for as `forbid` looks for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from gxcheck.rules.context import Context
from gxcheck.rules.search import searching
from gxcheck.rules.search.searching import Match
from gxcheck.rules.search.translate import Span, found_in

__all__ = ["all_matches", "first_match", "matches"]

_SECONDS = 0.2


def matches(context: Context, scope: str, patterns: Mapping[str, str]) -> Iterator[Match]:
    """The matches of patterns by name in a scope of the report; raises TimeoutError."""
    return searching.matches(patterns, context.scopes.scope(scope))


def all_matches(pattern: str, text: str) -> Iterable[Span]:
    """The matches of an option's pattern in a text; raises TimeoutError."""
    return found_in(pattern, text, _SECONDS)


def first_match(pattern: str, text: str) -> Span | None:
    """The first of them."""
    return next(iter(all_matches(pattern, text)), None)
