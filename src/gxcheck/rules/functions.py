"""The compiled functions of rules: from the wheel for the shipped ones, made here for others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from gxcheck.report.lineage import Edition
from gxcheck.rules.bound import bind_rule
from gxcheck.rules.compile import Draft, Key, Quick, build, draft_of
from gxcheck.rules.expression import ExpressionError
from gxcheck.rules.literals import Needed, required_words
from gxcheck.rules.rule import Rule

__all__ = ["drafts", "first_words", "quick_ways"]


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
    ready: Mapping[Key, tuple[Any, Any, Any]] = getattr(_module(), "QUICK", {})
    return {key: Quick(*parts) for key, parts in ready.items()}


def first_words(pattern: str) -> tuple[Needed, ...]:
    """The words to look for before a pattern for `re`: from the wheel for the shipped ones."""
    shipped = _shipped_first_words().get(pattern)
    return required_words(pattern) if shipped is None else shipped


@cache
def _shipped_first_words() -> Mapping[str, tuple[Needed, ...]]:
    """The words for each pattern of the shipped rules and checks; empty in a checkout."""
    return getattr(_module(), "FIRST_WORDS", {})


@cache
def _module() -> ModuleType | None:
    """The module that is generated when the wheel is built."""
    try:
        return import_module("gxcheck._compiled")
    except ModuleNotFoundError:
        return None
