"""Runs the examples that every rule carries: those that must fail, and those that must pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from gxcheck.errors import GxcheckError
from gxcheck.report.lineage import Edition
from gxcheck.report.model import Report
from gxcheck.rules.evaluation.evaluate import Evaluation, prepare
from gxcheck.rules.model import Finding, Lang
from gxcheck.rules.proving.partial import PartialError, partial_report
from gxcheck.rules.rule import Rule
from gxcheck.rules.ruleset import RuleSet
from gxcheck.rules.search.words import WordLists
from gxcheck.rules.telling.phrases import NAME, phrase

__all__ = ["ExampleResult", "example_report", "run_examples"]


@dataclass(frozen=True)
class ExampleResult:
    """What became of one example. `detail` says what went otherwise than it should."""

    rule: str
    kind: Literal["fails", "passes"]
    index: int
    ok: bool
    detail: str = ""


def run_examples(rules: RuleSet, lang: Lang = "zh") -> list[ExampleResult]:
    """Run all examples of all rules; of each, only the rule under test runs."""
    return [result for rule in rules.rules for result in _results(rule, rules.words, lang)]


def example_report(example: Mapping[str, Any], edition: Edition) -> Report:
    """The report of an example: from its `text` as a whole, or from nested values.

    Raises `PartialError` or `GxcheckError`.
    """
    if set(example) == {"text"}:
        from gxcheck.document import read_text
        from gxcheck.report import recognise

        return recognise(read_text(example["text"]))
    return partial_report(example, edition)


def _results(rule: Rule, words: WordLists, lang: Lang) -> Iterator[ExampleResult]:
    kinds: tuple[Literal["fails", "passes"], ...] = ("fails", "passes")
    for kind in kinds:
        for index, example in enumerate(rule.examples[kind]):
            detail = _complaint(rule, words, kind, example, lang)
            yield ExampleResult(rule.id, kind, index, not detail, detail)


def _complaint(
    rule: Rule, words: WordLists, kind: str, example: Mapping[str, Any], lang: Lang
) -> str:
    """What an example does otherwise than it should; empty where it does that."""
    try:
        own = {name: value for name, value in example.items() if name != "previous"}
        report = example_report(own, rule.editions[-1])
        previous = _previous(example.get("previous"), report)
    except (PartialError, GxcheckError) as error:
        return phrase("examples", "no_report", lang, why=error.told(lang))
    found = _evaluate(rule, words, report, previous, lang)
    verdicts = sorted({outcome.verdict for outcome in found.outcomes})
    if "rule_error" in verdicts:
        return found.findings[0].message
    if kind == "fails":
        if not found.findings:
            told = [phrase("verdicts", verdict, lang) for verdict in verdicts]
            return phrase("examples", "silent", lang, verdicts=told)
        name = next((name for f in found.findings if (name := _unfilled(rule, f))), None)
        return phrase("examples", "unfilled", lang, name=f"{{{name}}}") if name else ""
    if found.findings:
        return phrase("examples", "speaks", lang, message=found.findings[0].message)
    return phrase("examples", "undecided", lang) if verdicts == ["not_evaluated"] else ""


def _previous(values: Mapping[str, Any] | None, report: Report) -> Report | None:
    """Last year's report, of the same form unless it says otherwise."""
    if values is None or report.year is None:
        return None
    return partial_report({"year": report.year - 1, **values}, report.edition)


def _evaluate(
    rule: Rule, words: WordLists, report: Report, previous: Report | None, lang: Lang
) -> Evaluation:
    program = prepare([rule], report.edition, words)
    return program.evaluate(report, lang, previous)


def _unfilled(rule: Rule, finding: Finding) -> str | None:
    """A name in the messages for which the finding has no value; None where each has one."""
    known = {*finding.values, "quote"}
    texts: Sequence[Mapping[str, str]] = [*rule.messages.values(), *rule.advice.values()]
    if len(rule.messages) > 1:
        return None
    missing = [n for text in texts for words in text.values() for n in NAME.findall(words)]
    return next((name for name in missing if name not in known), None)
