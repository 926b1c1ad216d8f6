"""The compiled functions of rules: from the wheel for the shipped ones, made here for others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from types import ModuleType

from gxcheck.report.model import Edition
from gxcheck.rules.bound import bind_rule
from gxcheck.rules.compile import Functions, build, source_of
from gxcheck.rules.expression import ExpressionError
from gxcheck.rules.rule import Rule

__all__ = ["functions_of", "shipped_first_words", "sources"]


def functions_of(rules: Sequence[Rule], edition: Edition) -> Functions:
    """The functions of rules for one edition, by rule and edition."""
    ready: Functions = getattr(_module(), "FUNCTIONS", {})
    others = [rule for rule in rules if not (ready and rule.shipped)]
    return {**ready, **build(sources(others, edition))} if others else ready


def sources(rules: Iterable[Rule], edition: Edition) -> Mapping[tuple[str, Edition], str]:
    """The source of a function for each rule that has a quick way."""
    found: dict[tuple[str, Edition], str] = {}
    for number, rule in enumerate(rules):
        source = _source(f"rule_{edition}_{number}", rule, edition) if rule.assertion else None
        if source:
            found[rule.id, edition] = source
    return found


def _source(name: str, rule: Rule, edition: Edition) -> str | None:
    try:
        return source_of(name, rule, bind_rule(rule, edition))
    except ExpressionError:
        return None  # told as a finding when the rule runs; such rules do not load


@cache
def shipped_first_words() -> Mapping[str, tuple[str, ...]]:
    """The words to look for before each pattern of the shipped rules; empty in a checkout."""
    return getattr(_module(), "FIRST_WORDS", {})


@cache
def _module() -> ModuleType | None:
    """The module that is generated when the wheel is built."""
    try:
        return import_module("gxcheck._compiled")
    except ModuleNotFoundError:
        return None
