"""Runs the rules of one edition over a report: findings in document order, and all outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple, cast

from msgspec import Struct

from gxcheck.lazy import lazy
from gxcheck.report.form_set import FormSet
from gxcheck.report.lineage import Edition
from gxcheck.report.model import Report
from gxcheck.rules.checks import Check, find_check
from gxcheck.rules.evaluation.asserting import ItemAssertion, LineAssertion
from gxcheck.rules.evaluation.findings import FindingMaker, document_order
from gxcheck.rules.evaluation.matching import Matching
from gxcheck.rules.evaluation.reading import Reading
from gxcheck.rules.evaluation.running import Result, Runner, not_applicable, outcome
from gxcheck.rules.language.bound import looks_at
from gxcheck.rules.language.compile import Quick
from gxcheck.rules.language.functions import quick_ways
from gxcheck.rules.model import Finding, Lang, NotApplicable, NotEvaluated, Outcome
from gxcheck.rules.rule import Call, Rule
from gxcheck.rules.search.words import WordLists
from gxcheck.rules.telling.phrases import reason
from gxcheck.rules.yielding import without_yielding

__all__ = ["Calling", "Evaluation", "Program", "prepare"]


class Evaluation(NamedTuple):
    """What the rules say of a report."""

    findings: Sequence[Finding]
    outcomes: Sequence[Outcome]


class Program(Struct, frozen=True):
    """The rules of a set, made ready for reports of one edition; the exclusive ones come first."""

    runners: Sequence[Runner]
    elsewhere: tuple[str, ...]
    words: WordLists

    def evaluate(
        self,
        report: Report,
        lang: Lang,
        previous: Report | None = None,
        forms: FormSet | None = None,
    ) -> Evaluation:
        """Run all rules over a report of this edition; `previous` is last year's.

        `forms` are those by which it was read, if they are not those shipped.
        """
        reading = Reading(report, lang, self.words, previous, forms)
        maker = FindingMaker(reading)
        outcomes: list[Outcome] = []
        found: list[tuple[Rule, Finding]] = []
        sole: Rule | None = None
        outcomes += _of_other_editions(self.elsewhere, lang)
        for runner in self.runners:
            if sole:
                outcomes += _silenced(runner.rule, sole, lang)
                continue
            result, findings = _run(runner, reading, maker)
            outcomes += result.outcomes
            if findings:
                found += [(runner.rule, finding) for finding in findings]
                if runner.rule.exclusive and result.violations:
                    sole = runner.rule
        kept = without_yielding(found)
        return Evaluation(sorted(kept, key=document_order), outcomes)


class Calling:
    """A rule that calls a named check."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self._call = cast("Call", rule.call)
        self._satisfied = Result((outcome(rule.id, "satisfied"),))

    @lazy
    def _check(self) -> Check:
        return find_check(self._call.check)

    def run(self, reading: Reading) -> Result:
        """Look at a report."""
        violations = tuple(self._check(reading.report, self._call.options, reading.context))
        if not violations:
            return self._satisfied
        return Result((outcome(self.rule.id, "violated"),), violations)


def _run(runner: Runner, reading: Reading, maker: FindingMaker) -> tuple[Result, Sequence[Finding]]:
    """Run one rule. Whatever goes wrong in it is told as a finding of its own."""
    rule, organ = runner.rule, reading.report.organ
    if (rule.kinds and organ.kind not in rule.kinds) or organ.special in rule.spares:
        return not_applicable(rule.id, "kind", reading.lang), ()
    try:
        result = runner.run(reading)
        if not result.violations:
            return result, ()
        return result, [maker.finding(rule, violation) for violation in result.violations]
    except NotApplicable as abstention:
        why = reason(abstention.reason, abstention.values, reading.lang)
        return Result((outcome(rule.id, "not_applicable", why=why),)), ()
    except NotEvaluated as abstention:
        why = reason(abstention.reason, abstention.values, reading.lang)
        return Result((outcome(rule.id, "not_evaluated", why=why),)), ()
    except Exception as error:  # noqa: BLE001  # a bad rule must not silence the others
        crash = maker.crash(rule, error)
        return Result((outcome(rule.id, "rule_error", why=crash.message),)), (crash,)


@cache
def _of_other_editions(rules: Iterable[str], lang: Lang) -> Sequence[Outcome]:
    results = [not_applicable(rule, "edition", lang) for rule in rules]
    return tuple(outcome for result in results for outcome in result.outcomes)


def _silenced(rule: Rule, sole: Rule, lang: Lang) -> Sequence[Outcome]:
    why = reason("exclusive", {"rule": sole.id}, lang)
    return (outcome(rule.id, "not_applicable", why=why),)


def prepare(
    rules: Iterable[Rule],
    edition: Edition,
    words: WordLists,
) -> Program:
    """The rules made ready for one edition."""
    ordered = sorted(rules, key=lambda rule: not rule.exclusive)
    here = [rule for rule in ordered if edition in rule.editions]
    quick = quick_ways(here, edition)
    runners = [_runner(rule, edition, words, quick.get((rule.id, edition))) for rule in here]
    elsewhere = tuple(rule.id for rule in ordered if edition not in rule.editions)
    return Program(runners, elsewhere, words)


def _runner(rule: Rule, edition: Edition, words: WordLists, quick: Quick | None) -> Runner:
    if rule.call:
        return Calling(rule)
    if not rule.assertion:
        return Matching(rule, edition, words)
    if looks_at(rule) == "items":
        return ItemAssertion(rule, edition, quick)
    return LineAssertion(rule, edition, quick)
