"""What a number is read as that stands before its role or noun: 3件予以公开, 1件行政复议."""

from __future__ import annotations

from itertools import takewhile

from gxcheck.report.prose.claims.apart import is_no_deed, is_unsure, told_alone
from gxcheck.report.prose.claims.clauses import Clause, Reading, read_as
from gxcheck.report.prose.claims.context import Context
from gxcheck.report.prose.claims.tokens import Token
from gxcheck.report.prose.claims.topics import ARRIVED, DECIDED, DISPUTES, TOPICS, case_of
from gxcheck.report.prose.claims.words import ends_of, is_made_of

__all__ = ["from_after"]

_EARLIER = frozenset({"carried", "carried_some", "first_carry", "pending"})
_STOPS = ",;:()"


def from_after(clause: Clause, context: Context) -> Reading | None:
    """A number before its role or noun: 3件予以公开, 1件行政复议."""
    topic = context.topic if not is_unsure(context.topic, context) else ""
    at = clause.number.end
    for token in clause.after:
        gap = clause.sentence.passage.normal[at : token.start]
        if not is_made_of(gap, "after") or ("、" in gap and _is_listed(clause)):
            return _beyond(clause, topic)
        if token.kind == "noun" and case_of(token.name) in TOPICS:
            named = case_of(token.name)
            if named in DISPUTES and not is_unsure(named, context):
                if any(t.name in _EARLIER for t in clause.before) or _is_one_of(clause, token):
                    return None
                return Reading(f"{named}.total", True, (clause.number.start, token.end))
            if named in DECIDED and _is_deed(clause, token):
                return Reading(f"{named}.decided", True, (clause.number.start, token.end))
            topic = named if named == "applications" else topic
        elif token.kind == "role" and not _is_named(token, clause):
            alone = told_alone(token, clause, context) if _stands_alone(token, clause) else ""
            if alone:
                return read_as(topic, alone, (clause.number.start, token.end))
            if topic not in token.of or token.name in ARRIVED or is_no_deed(token, clause):
                return None
            return read_as(topic, token.name, (clause.number.start, token.end))
        elif token.kind != "role" and token.name != "all":
            return None
        at = token.end
    return _beyond(clause, topic)


def _is_listed(clause: Clause) -> bool:
    """Whether what follows has a number of its own: 12条、不予公开36条."""
    tokens, end = clause.sentence.tokens, clause.ends_at
    return end < len(tokens) and tokens[end].kind == "number"


def _stands_alone(role: Token, clause: Clause) -> bool:
    """Whether nothing stands between a number and a role, nor after it: no 3件公开后可能危及."""
    text = clause.sentence.passage.normal
    ends = role.end == clause.sentence.end or text.startswith(ends_of("after_outcome"), role.end)
    return ends and role.start == clause.number.end


def _is_named(role: Token, clause: Clause) -> bool:
    """Whether 公开 is only the end of a name: 1起因政府信息公开引发的行政复议."""
    text = clause.sentence.passage.normal
    return role.name == "shown" and text.endswith(ends_of("whole_of_shown"), 0, role.start)


def _is_one_of(clause: Clause, noun: Token) -> bool:
    """Whether a number tells only of some cases: 另1件复议, 1件复议维持."""
    text, sentence = clause.sentence.passage.normal, clause.sentence
    if text.endswith(ends_of("another"), sentence.start, clause.number.start):
        return True
    outcome = (t for t in sentence.tokens if t.start == noun.end and t.kind == "role")
    return any(noun.name in role.of for role in outcome)


def _is_deed(clause: Clause, noun: Token) -> bool:
    """Whether a number stands between a decision and its deed, and is of all: 作出694宗行政许可."""
    deed = clause.before[-1] if clause.before else None
    if deed is None or deed.name != "decided" or clause.gap_before(deed) or clause.gap_after(noun):
        return False
    text = clause.sentence.passage.normal
    ended = noun.end == clause.sentence.end or text[noun.end] in _STOPS
    return ended and is_made_of(clause.head(deed), "between")


def _beyond(clause: Clause, topic: str) -> Reading | None:
    """2件因需征求意见,顺延至次年答复: the role of a number that has none in its own clause."""
    tokens, end = clause.sentence.tokens, clause.ends_at
    if topic != "applications" or end + 1 >= len(tokens):
        return None
    stop, role = tokens[end], tokens[end + 1]
    near = stop.kind == "stop" and is_made_of(
        clause.sentence.passage.normal[stop.end : role.start], "after"
    )
    rest = takewhile(lambda token: token.kind != "stop", tokens[end + 2 :])
    counted = any(token.kind == "number" for token in rest)
    if near and role.name == "carried_forward" and not counted:
        return read_as(topic, role.name, (clause.number.start, role.end))
    return None
