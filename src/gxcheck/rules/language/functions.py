"""The compiled functions of rules: from the wheel for the shipped ones, made here for others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from gxcheck.data import built
from gxcheck.report.lineage import Edition
from gxcheck.rules.language.bound import bind_rule
from gxcheck.rules.language.compile import Draft, Key, Quick, build, draft_of
from gxcheck.rules.language.expression import ExpressionError
from gxcheck.rules.rule import Rule

__all__ = ["drafts", "quick_ways"]


def quick_ways(rules: Sequence[Rule], edition: Edition) -> Mapping[Key, Quick]:
    """The compiled functions of rules for one edition, by rule and edition."""
    ready = _ready()
    others = [rule for rule in rules if not (ready and rule.shipped)]
    return {**ready, **build(drafts(others, edition))} if others else ready


def drafts(rules: Iterable[Rule], edition: Edition) -> Mapping[Key, Draft]:
    """A function for each rule that has a quick way."""
    found: dict[Key, Draft] = {}
    for number, rule in enumerate(rules):
        draft = _draft(f"rule_{edition}_{number}", rule, edition) if rule.assertion else None
        if draft:
            found[rule.id, edition] = draft
    return found


def _draft(name: str, rule: Rule, edition: Edition) -> Draft | None:
    try:
        return draft_of(name, rule, bind_rule(rule, edition))
    except ExpressionError:
        return None  # told as a finding when the rule runs; such rules do not load


@cache
def _ready() -> Mapping[Key, Quick]:
    """The quick ways of the shipped rules; empty in a checkout."""
    ready: Mapping[Key, tuple[Any, Any, Any]] = getattr(built(), "QUICK", {})
    return {key: Quick(*parts) for key, parts in ready.items()}
