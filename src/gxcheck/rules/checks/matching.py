"""Patterns and words of a check's options, looked for as `forbid` looks for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gxcheck.rules.context import Context
from gxcheck.rules.rule import Search
from gxcheck.rules.searching import Match, Searcher

__all__ = ["matches"]


def matches(context: Context, scope: str, patterns: Mapping[str, str]) -> Iterator[Match]:
    """The matches of patterns by name in a scope of the report; raises TimeoutError."""
    searcher = Searcher(Search(patterns=patterns), context.word_lists)
    return searcher.matches([context.scopes.scope(scope)])
