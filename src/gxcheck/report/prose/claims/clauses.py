"""A number of a sentence with the words around it, and what it is read as."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from msgspec import Struct

from gxcheck.report.prose.claims.tokens import Sentence, Token
from gxcheck.report.prose.claims.topics import CASES, about_of
from gxcheck.report.prose.claims.words import ends_of, words_of
from gxcheck.report.seek import holds_any

__all__ = ["Clause", "Reading", "is_named", "read_as"]

_FAR = 16  # tokens before the end of a clause among which a fact may be named
_CLOSE = 6  # characters between what happened to applications and their name
_NEW = "newly_received"


class Clause(Struct, frozen=True):
    """A number with the tokens before it, up to the number or stop before, and those after.

    `start` is where it begins in `normal`, `number_at` the index of its number among the tokens of
    the sentence.
    """

    sentence: Sentence
    before: Sequence[Token]
    number: Token
    after: Sequence[Token]
    start: int
    number_at: int

    @property
    def begins_at(self) -> int:
        """The index of its first token among those of the sentence."""
        return self.number_at - len(self.before)

    @property
    def ends_at(self) -> int:
        """The index of the token after its last one among those of the sentence."""
        return self.number_at + 1 + len(self.after)

    def head(self, token: Token) -> str:
        """What stands in it before a token."""
        return self.sentence.passage.normal[self.start : token.start]

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


def read_as(topic: str, role: str, span: tuple[int, int]) -> Reading:
    """A number as that of a topic's role; new ones are never a sum with those carried over."""
    return Reading(about_of(topic, role), role != _NEW, span)


def is_named(abouts: Collection[str], clause: Clause) -> bool:
    """Whether a sentence names applications as those of a fact: 收到的申请中，自然人提出的5件.

    So it does where a way follows right after what happened to them: 收到网上申请3件.
    """
    if holds_any(clause.sentence.text, words_of("dividing")) or _are_filed(clause):
        return True
    before = clause.sentence.tokens[max(0, clause.ends_at - _FAR) : clause.ends_at]
    for role, noun in pairwise(t for t in before if t.kind in ("role", "noun")):
        named = role.kind == "role" and about_of("applications", role.name) in abouts
        near = noun.start - role.end <= (_CLOSE if noun.name in CASES else 0)
        if named and near and (noun.name in CASES or noun.kind == "role"):
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
