"""What the writers tell of rules, and of findings beside what these say themselves."""

from __future__ import annotations

from msgspec import Struct

from gxcheck.checking import Review
from gxcheck.output.summary import Check
from gxcheck.output.words import words
from gxcheck.rules import RuleSet, load_rules
from gxcheck.rules.model import Finding, Lang, Level
from gxcheck.rules.telling.explain import explain

__all__ = ["RuleFacts", "check_name", "label_of", "rule_facts", "rules_of", "title_of"]


class RuleFacts(Struct, frozen=True):
    """A rule as other programs list it. `level` is None for one that is not known."""

    id: str
    title: str
    level: Level | None = None
    help: str = ""
    basis: tuple[str, ...] = ()


def rule_facts(rule_id: str, rules: RuleSet, lang: Lang) -> RuleFacts:
    """What is known of a rule of a set."""
    rule = rules.get(rule_id)
    if rule is None:
        return RuleFacts(rule_id, rule_id)
    told = explain(rule, lang)
    basis = tuple(dict.fromkeys(norm for norms in told.basis.values() for norm in norms))
    parts = [told.title, *told.messages, *told.advice]
    if basis:
        separator = words("console", "basis_separator", lang)
        parts.append(words("console", "basis", lang, basis=separator.join(basis)))
    return RuleFacts(rule_id, told.title, told.level, "\n".join(parts), basis)


def rules_of(review: Review) -> RuleSet:
    """The rules that ran; the shipped ones where a review does not tell."""
    return review.rules or load_rules()


def title_of(rule_id: str, review: Review, lang: Lang) -> str:
    """The title of a rule that ran; its id where it is not known."""
    rule = rules_of(review).get(rule_id)
    return rule.title[lang] if rule else rule_id


def check_name(check: Check, review: Review, lang: Lang) -> str:
    """A check as people know it: the title of its rule, and what it looks at."""
    return f"{title_of(check.rule, review, lang)} {check.each or ''}".rstrip()


def label_of(finding: Finding) -> str:
    """The place of a finding for people; empty where it has none."""
    return finding.location.label if finding.location else ""
