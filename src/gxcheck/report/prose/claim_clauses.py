"""A number of a sentence with the words around it, and what it is read as."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gxcheck.report.prose.claim_tokens import Sentence, Token

__all__ = ["Clause", "Reading", "about_of", "read_as"]

_SAME = {"newly_received": "received"}


class Clause(NamedTuple):
    """A number with the tokens before it, up to the number or stop before, and those after."""

    sentence: Sentence
    before: Sequence[Token]
    number: Token
    after: Sequence[Token]
    start: int
    end: int

    def gap_before(self, token: Token) -> str:
        """What stands between a token before the number and the number."""
        return self.sentence.passage.normal[token.end : self.number.start]

    def gap_after(self, token: Token) -> str:
        """What stands between the number and a token after it."""
        return self.sentence.passage.normal[self.number.end : token.start]


class Reading(NamedTuple):
    """What a number is about, and whether the words may mean other sums as well."""

    about: str
    loose: bool
    span: tuple[int, int]


def about_of(topic: str, role: str) -> str:
    """The name of the fact that a topic and a role are together."""
    return f"{topic}.{_SAME.get(role, role)}"


def read_as(topic: str, role: str, span: tuple[int, int]) -> Reading:
    """A number as that of a topic's role; new ones are never a sum with those carried over."""
    return Reading(about_of(topic, role), role not in _SAME, span)
