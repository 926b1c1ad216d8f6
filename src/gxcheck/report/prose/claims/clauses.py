"""A number of a sentence with the words around it, and what it is read as."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from msgspec import Struct

from gxcheck.report.prose.claims.tokens import Sentence, Token
from gxcheck.report.prose.claims.words import ends_of, words_of
from gxcheck.report.seek import holds_any

__all__ = [
    "ARRIVED",
    "DECIDED",
    "DISPUTES",
    "TOPICS",
    "Clause",
    "Reading",
    "about_of",
    "case_of",
    "is_named",
    "read_as",
]

DECIDED = frozenset({"licences", "penalties", "coercive_measures"})
"""The nouns whose decisions the forms count."""
DISPUTES = frozenset({"reviews", "suits", "direct_suits", "suits_after_review"})
"""The nouns of cases that follow on answers."""
TOPICS = DISPUTES | DECIDED | {"applications", "regulations", "normative_documents"}
"""All nouns whose figures the forms have."""
ARRIVED = frozenset({"received", "newly_received"})
"""The roles of what came in."""
_CASES = ("applications", "applications_topic", "request")
_FAR = 16  # tokens
_CLOSE = 6  # characters
_SAME = {"newly_received": "received"}


class Clause(Struct, frozen=True):
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


class Reading(Struct, frozen=True):
    """What a number is about, and whether the words may mean other sums as well."""

    about: str
    loose: bool
    span: tuple[int, int]


def case_of(noun: str) -> str:
    """The topic of a noun: all that names applications is one."""
    return "applications" if noun in _CASES else noun


def about_of(topic: str, role: str) -> str:
    """The name of the fact that a topic and a role are together."""
    if role == "handled" and topic in DECIDED:
        return f"{topic}.decided"
    return f"{topic}.{_SAME.get(role, role)}"


def read_as(topic: str, role: str, span: tuple[int, int]) -> Reading:
    """A number as that of a topic's role; new ones are never a sum with those carried over."""
    return Reading(about_of(topic, role), role not in _SAME, span)


def is_named(abouts: Collection[str], clause: Clause) -> bool:
    """Whether a sentence names applications as those of a fact: 收到的申请中，自然人提出的5件.

    So it does where a way follows right after what happened to them: 收到网上申请3件.
    """
    if holds_any(clause.sentence.text, words_of("dividing")) or _are_filed(clause):
        return True
    before = clause.sentence.tokens[max(0, clause.end - _FAR) : clause.end]
    for role, noun in pairwise(t for t in before if t.kind in ("role", "noun")):
        named = role.kind == "role" and about_of("applications", role.name) in abouts
        near = noun.start - role.end <= (_CLOSE if noun.name in _CASES else 0)
        if named and near and (noun.name in _CASES or noun.kind == "role"):
            return True
    return False


def _are_filed(clause: Clause) -> bool:
    """Whether a sentence tells by whom all were filed: 自然人申请61件，法人或其他组织申请14件."""
    text = clause.sentence.passage.normal
    filed = {
        token.name
        for token in clause.sentence.tokens
        if token.kind == "role" and text.endswith(ends_of("filed"), token.start, token.end)
    }
    return filed >= words_of("divided")
