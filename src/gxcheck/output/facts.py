"""What the writers for other programs tell of rules and findings, in one language."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from gxcheck.output.summary import Check
from gxcheck.output.words import words
from gxcheck.rules import load_rules
from gxcheck.rules.explain import explain
from gxcheck.rules.model import Finding, Lang, Level

__all__ = ["RuleFacts", "check_name", "label_of", "rule_facts"]


class RuleFacts(Struct, frozen=True):
    """A rule as other programs list it. `level` is None for a rule that gxcheck does not ship."""

    id: str
    title: str
    level: Level | None = None
    help: str = ""
    basis: tuple[str, ...] = ()


@cache
def rule_facts(rule_id: str, lang: Lang) -> RuleFacts:
    """What is known of a rule; of one from another pack no more than its id."""
    rule = load_rules().get(rule_id)
    if rule is None:
        return RuleFacts(rule_id, rule_id)
    told = explain(rule, lang)
    basis = tuple(dict.fromkeys(norm for norms in told.basis.values() for norm in norms))
    parts = [told.title, *told.messages, *told.advice]
    if basis:
        separator = words("console", "basis_separator", lang)
        parts.append(words("console", "basis", lang, basis=separator.join(basis)))
    return RuleFacts(rule_id, told.title, told.level, "\n".join(parts), basis)


def check_name(check: Check, lang: Lang) -> str:
    """A check as people know it: the title of its rule, and what it looks at."""
    return f"{rule_facts(check.rule, lang).title} {check.each or ''}".rstrip()


def label_of(finding: Finding) -> str:
    """The place of a finding for people; empty where it has none."""
    return finding.location.label if finding.location else ""
