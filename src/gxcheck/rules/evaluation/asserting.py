"""Runs assertions: the compiled function first, and the exact trial for what it leaves open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from msgspec.structs import replace

from gxcheck.document.model import Location
from gxcheck.lazy import lazy
from gxcheck.report.forms import form
from gxcheck.report.lineage import Edition
from gxcheck.rules.evaluation.reading import Reading, location_of
from gxcheck.rules.evaluation.running import Result, not_applicable, outcome, satisfied
from gxcheck.rules.language.bound import Bound, bind_rule
from gxcheck.rules.language.compile import Holds, Quick, Sieve
from gxcheck.rules.language.trial import Trial
from gxcheck.rules.language.verdicts import Judgement, judge
from gxcheck.rules.model import Lang, Outcome, Violation
from gxcheck.rules.rule import Rule
from gxcheck.rules.telling.labels import line_name
from gxcheck.rules.telling.phrases import reason

__all__ = ["ItemAssertion", "LineAssertion"]


_TOLD = 3


class _Assertion:
    """What both kinds of assertion share."""

    def __init__(self, rule: Rule, edition: Edition) -> None:
        self.rule = rule
        self._edition = edition

    @lazy
    def _bound(self) -> Sequence[Bound]:
        return bind_rule(self.rule, self._edition)

    def _gather(self, judged: Iterator[tuple[str | None, Judgement]], reading: Reading) -> Result:
        outcomes: list[Outcome] = []
        violations: list[Violation] = []
        why = "nothing"
        for label, judgement in judged:
            if judgement.verdict == "not_applicable":
                why = judgement.reason or why
                continue
            violations += judgement.violations
            outcomes.append(self._outcome(label, judgement, reading))
        if not outcomes:
            return not_applicable(self.rule.id, why, reading.lang)
        return Result(outcomes, violations)

    def _outcome(self, label: str | None, judgement: Judgement, reading: Reading) -> Outcome:
        why = None
        if judgement.reason:
            told = [reading.context.label(name) for name in judgement.about[:_TOLD]]
            more = len(judgement.about) - len(told)
            key = f"{judgement.reason}s" if more else judgement.reason
            values = {"cells": told, "names": told, "more": more}
            why = reason(key, values, reading.lang)
        return outcome(
            self.rule.id,
            judgement.verdict,
            each=label,
            why=why,
            assumed_zero=judgement.assumed_zero,
        )


class LineAssertion(_Assertion):
    """An assertion about the report, or about each row or column of a table of it."""

    def __init__(self, rule: Rule, edition: Edition, quick: Quick | None) -> None:
        super().__init__(rule, edition)
        self._quick = quick
        self._all_satisfied: dict[Lang, Result] = {}

    def run(self, reading: Reading) -> Result:
        """Look at a report."""
        quick = self._quick
        if quick is not None:
            try:
                held = cast("Holds", quick.function)(reading.values, reading.report)
            except (TypeError, AttributeError):
                held = False
            if held:
                return self._satisfied(quick, reading.lang)
            if held is None:
                return not_applicable(self.rule.id, "when", reading.lang)
            if quick.places and not reading.any_figure(quick.places):
                return self._lost(quick, reading)
        return self._gather(self._judged(reading), reading)

    def _lost(self, quick: Quick, reading: Reading) -> Result:
        """The result where none of the figures is in the report."""
        if all(reading.row[place] is None for place in quick.places):
            return not_applicable(self.rule.id, "table", reading.lang)
        why = reason("lost-table", {}, reading.lang)
        return Result((outcome(self.rule.id, "not_evaluated", why=why),))

    def _satisfied(self, quick: Quick, lang: Lang) -> Result:
        result = self._all_satisfied.get(lang)
        if result is None:
            labels = [self._label(line, lang) for line in quick.lines]
            result = Result(tuple(outcome(self.rule.id, "satisfied", each=each) for each in labels))
            self._all_satisfied[lang] = result
        return result

    def _label(self, line: tuple[str, str, str] | None, lang: Lang) -> str | None:
        if line is None:
            return None
        table, axis, key = line
        return line_name(form(self._edition), table, key, axis, lang)

    def _judged(self, reading: Reading) -> Iterator[tuple[str | None, Judgement]]:
        for bound in self._bound:
            trial = Trial(reading.report, reading.row)
            label = self._label(bound.line, reading.lang)
            judgement = judge(bound, trial, self.rule.at)
            yield label, _completed(judgement, label, None, reading)


class ItemAssertion(_Assertion):
    """An assertion about each of the items found in a report."""

    def __init__(self, rule: Rule, edition: Edition, quick: Quick | None) -> None:
        super().__init__(rule, edition)
        self._sieve = cast("Sieve | None", quick and quick.function)

    def run(self, reading: Reading) -> Result:
        """Look at a report."""
        items = reading.items(self.rule.each)
        held, doubtful = 0, items
        if self._sieve is not None:
            held, _, doubtful = self._sieve(items, reading.values, reading.report)
            if held and not doubtful:
                return Result(satisfied(self.rule.id, held))
        rest = self._gather(self._judged(doubtful, reading), reading)
        if held and rest.outcomes[0].verdict == "not_applicable":
            return Result(satisfied(self.rule.id, held))
        return Result([*satisfied(self.rule.id, held), *rest.outcomes], rest.violations)

    def _judged(
        self, items: Sequence[object], reading: Reading
    ) -> Iterator[tuple[str | None, Judgement]]:
        (bound,) = self._bound
        for item in items:
            trial = Trial(reading.report, reading.row, item)
            judgement = judge(bound, trial, self.rule.at)
            label = reading.item_label(item)
            yield label, _completed(judgement, label, location_of(item), reading)


def _completed(
    judgement: Judgement, label: str | None, location: Location | None, reading: Reading
) -> Judgement:
    """The judgement with the place of its violations, and with their {each} and {figure}."""
    if not judgement.violations:
        return judgement
    completed = tuple(
        replace(
            violation,
            location=violation.location or location,
            values={
                "each": label or "",
                "figure": reading.context.label(violation.place),
                **violation.values,
            },
        )
        for violation in judgement.violations
    )
    return replace(judgement, violations=completed)
