"""Runs `require` and `forbid`: what must be found in a text, and what must not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from gxcheck.lazy import lazy
from gxcheck.report.lineage import Edition
from gxcheck.rules.evaluation.reading import Reading, location_of
from gxcheck.rules.evaluation.running import Result, not_applicable, outcome, satisfied
from gxcheck.rules.language.bound import Bound, bind_rule
from gxcheck.rules.language.trial import Trial
from gxcheck.rules.language.verdicts import Teller, holds_surely, value_of
from gxcheck.rules.model import Outcome, Violation
from gxcheck.rules.rule import Rule
from gxcheck.rules.search.passages import Scope
from gxcheck.rules.search.searching import Match, Searcher
from gxcheck.rules.search.words import WordLists

__all__ = ["Matching"]

_WHOLE = frozenset({"document", "paragraphs", "cells", "headings", "sections"})


class Matching:
    """A rule that looks for patterns or words."""

    def __init__(self, rule: Rule, edition: Edition, lists: WordLists) -> None:
        self.rule = rule
        self._edition = edition
        self._searcher = Searcher(rule.search, lists)

    @lazy
    def _bound(self) -> Bound:
        (bound,) = bind_rule(self.rule, self._edition)
        return bound

    def run(self, reading: Reading) -> Result:
        """Look at a report."""
        if not self.rule.each:
            if self.rule.when and not self._applies(reading, None):
                return not_applicable(self.rule.id, "when", reading.lang)
            scopes = [reading.context.scopes.scope(name) for name in self.rule.search.scopes]
            return self._at(scopes, reading, None)
        return self._each(reading)

    def _each(self, reading: Reading) -> Result:
        held = 0
        outcomes: list[Outcome] = []
        violations: list[Violation] = []
        for item in reading.items(self.rule.each):
            if self.rule.when and not self._applies(reading, item):
                continue
            result = self._at([reading.context.scopes.inside(item)], reading, item)
            verdict = result.outcomes[0].verdict
            held += verdict == "satisfied"
            if verdict == "violated":
                outcomes += result.outcomes
                violations += result.violations
        if not held and not outcomes:
            return not_applicable(self.rule.id, "nothing", reading.lang)
        return Result([*satisfied(self.rule.id, held), *outcomes], violations)

    def _applies(self, reading: Reading, item: object) -> bool:
        when = self._bound.when
        trial = Trial(reading.report, reading.row, item)
        return when is None or holds_surely(trial.truth(when))

    def _at(self, scopes: Sequence[Scope], reading: Reading, item: object) -> Result:
        """The result for one text."""
        rule = self.rule.id
        if not any(scope.texts for scope in scopes):
            return not_applicable(rule, "nothing", reading.lang)
        forbids = self.rule.verb == "forbid"
        matches = self._searcher.matches(scopes)
        found = list(matches if forbids else islice(matches, 1))
        if bool(found) != forbids:
            return Result(satisfied(rule, 1))
        each = None if item is None else reading.item_label(item)
        violations = [self._forbidden(match, reading, item, each) for match in found]
        if not violations:
            violations = [self._missing(scopes, reading, item, each)]
        return Result([outcome(rule, "violated", each=each)], violations)

    def _forbidden(
        self, match: Match, reading: Reading, item: object, each: str | None
    ) -> Violation:
        """What was found; the message is that of its pattern's name, if there is one."""
        passage, place = match.placed
        name = match.values.get("name", "")
        return Violation(
            location=passage.locate(match.start, match.end),
            quote=passage.quote(match.start, match.end),
            values={**self._values(reading, item, each), **match.values},
            place=place,
            variant=name if name in self.rule.messages else "default",
        )

    def _missing(
        self, scopes: Sequence[Scope], reading: Reading, item: object, each: str | None
    ) -> Violation:
        values = self._values(reading, item, each)
        if self.rule.at:
            teller = Teller(self._bound, Trial(reading.report, reading.row, item), self.rule.at)
            spot = teller.spot(None)
            return Violation(teller.location(spot), values=values, place=teller.place(spot))
        if item is not None:
            return Violation(location=location_of(item), values=values)
        if _WHOLE.intersection(self.rule.search.scopes):
            return Violation(values=values)
        scope = next(scope for scope in scopes if scope.texts)
        passage, place = scope.placed(scope.texts[0])
        return Violation(location=passage.locate(0, 0), values=values, place=place)

    def _values(self, reading: Reading, item: object, each: str | None) -> dict[str, object]:
        values: dict[str, object] = {} if each is None else {"each": each}
        if self._bound.names:
            trial = Trial(reading.report, reading.row, item)
            for name, operand in self._bound.told:
                values[name] = value_of(operand, trial)
        return values
