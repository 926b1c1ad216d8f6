"""The claims that numbers make: each with the role, noun or phrase that it belongs to."""

from __future__ import annotations

from gxcheck.report.prose.claims.after import from_after
from gxcheck.report.prose.claims.apart import (
    is_attribute,
    is_denied,
    is_of_a_way,
    is_of_months,
    is_of_some,
    is_other,
)
from gxcheck.report.prose.claims.before import from_before
from gxcheck.report.prose.claims.clauses import Clause, Reading, is_named
from gxcheck.report.prose.claims.context import Context, Frame, Told
from gxcheck.report.prose.claims.going_on import going_on, is_divided

__all__ = ["number_claims"]

_RECEIVED = "applications.received"
_REFUSED = "applications.refused"
_TOGETHER = "applications.disclosed_or_partly"
_CARRIED_SOME = "applications.carried_some"


def number_claims(clause: Clause, context: Context, frame: Frame) -> bool:
    """Keep the claim that a number makes; whether it makes one."""
    quantity = clause.number.quantity
    if quantity is None or frame.silent or is_other(clause):
        return False
    if is_of_months(clause) or is_denied(clause):
        return False
    frame.by_attribute = frame.by_attribute or is_attribute(clause)
    found = _reading(clause, context)
    if found and frame.by_attribute and found.about == _REFUSED:
        return False
    if found and found.about == _RECEIVED and is_of_a_way(clause):
        return False
    if found and found.about == _CARRIED_SOME and is_of_some(clause):
        return False
    if found and found.about == _TOGETHER and _listed(clause):
        return False
    about = _settled(found.about, clause, context) if found else ""
    if not found or not about or quantity.unit not in context.facts[about].units:
        return False
    counted_up = any(token.name == "cumulative" for token in clause.before)
    bare = quantity.unit == "" and quantity.value and not _listed(clause)
    if bare or (counted_up and about in context.here):
        return False
    context.add(about, Told.of(quantity), found.span, clause.sentence, frame, loose=found.loose)
    return True


def _settled(about: str, clause: Clause, context: Context) -> str:
    """The fact itself, or what it is where the one that it is a part of was not named before."""
    fact = context.facts.get(about)
    if fact is None:
        return ""
    if not fact.after or not fact.after.isdisjoint(context.here) or is_named(fact.after, clause):
        return about
    beside = any(token.name in fact.beside for token in clause.sentence.tokens)
    return about if beside or is_divided(fact.after, clause, context) else fact.otherwise


def _listed(clause: Clause) -> bool:
    """Whether a number without unit is one of several: 分别为1、2、3件."""
    return any(token.name == "respectively" for token in clause.before)


def _reading(clause: Clause, context: Context) -> Reading | None:
    return from_before(clause, context) or from_after(clause, context) or going_on(clause, context)
