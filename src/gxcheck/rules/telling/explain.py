"""What there is to say about one rule, for people who want to know why it speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gxcheck.report.lineage import Edition
from gxcheck.report.model import OrganKind, SpecialOrgan
from gxcheck.rules.model import Lang, Level
from gxcheck.rules.rule import Rule, Verb
from gxcheck.rules.telling.basis import basis_names

__all__ = ["Explanation", "explain"]


@dataclass(frozen=True)
class Explanation:
    """A rule in one language. `looks_at` and `condition` are as declared; `basis` by edition."""

    id: str
    title: str
    level: Level
    pack: str
    editions: Sequence[Edition]
    kinds: Sequence[OrganKind]
    spares: Sequence[SpecialOrgan]
    basis: Mapping[Edition, Sequence[str]]
    verb: Verb
    looks_at: str
    condition: str
    body: str
    messages: Sequence[str]
    advice: Sequence[str]
    fails: Sequence[Mapping[str, Any]]
    passes: Sequence[Mapping[str, Any]]


def explain(rule: Rule, lang: Lang = "zh") -> Explanation:
    """The explanation of a rule."""
    return Explanation(
        id=rule.id,
        title=rule.title[lang],
        level=rule.level,
        pack=rule.pack,
        editions=rule.editions,
        kinds=rule.kinds,
        spares=rule.spares,
        basis={edition: basis_names(rule.basis, edition, lang) for edition in rule.editions},
        verb=rule.verb,
        looks_at=rule.each or ", ".join(rule.search.scopes),
        condition=rule.when,
        body=_body(rule),
        messages=[text[lang] for text in rule.messages.values()],
        advice=[text[lang] for text in rule.advice.values()],
        fails=rule.examples["fails"],
        passes=rule.examples["passes"],
    )


def _body(rule: Rule) -> str:
    """What the rule's verb is about, in one line."""
    search = rule.search
    if rule.assertion:
        return rule.assertion
    if rule.call:
        return rule.call.check
    words = search.words if isinstance(search.words, str) else ", ".join(search.words)
    return search.part or " | ".join((search.patterns or {}).values()) or words
