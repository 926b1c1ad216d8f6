"""The lines that all writers for people tell in the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from gxcheck.acceptances import StaleAcceptance
from gxcheck.checking import Review
from gxcheck.output.summary import Check, Summary
from gxcheck.output.words import words
from gxcheck.rules.model import Finding, Lang

__all__ = [
    "advice_line",
    "basis_line",
    "report_line",
    "rule_of",
    "stale_line",
    "undecided_lines",
]


def report_line(review: Review, lang: Lang) -> str:
    """Which report was checked: year, form, organ and its kind."""
    report = review.report
    unknown = words("console", "unknown", lang)
    return words(
        "console",
        "report",
        lang,
        year=report.year or unknown,
        edition=report.edition,
        organ=report.organ.name or unknown,
        kind=words("kinds", report.organ.kind, lang),
    )


def advice_line(finding: Finding, lang: Lang) -> str:
    """What to do about a finding; empty where there is nothing to say."""
    return words("console", "advice", lang, advice=finding.advice) if finding.advice else ""


def basis_line(finding: Finding, lang: Lang) -> str:
    """The norms behind a finding; empty where there is none."""
    basis = words("console", "basis_separator", lang).join(finding.basis)
    return words("console", "basis", lang, basis=basis) if basis else ""


def stale_line(stale: StaleAcceptance, lang: Lang) -> str:
    """Which acceptance does nothing any more, and why."""
    return words(
        "console",
        "stale",
        lang,
        fingerprint=stale.fingerprint,
        reason=stale.reason,
        why=words("stale", stale.why, lang),
    )


def rule_of(check: Check) -> str:
    """A check by the id of its rule, which `gxcheck rules explain` takes."""
    return f"{check.rule} {check.each or ''}".rstrip()


def undecided_lines(
    summary: Summary,
    lang: Lang,
    most: int | None = None,
    name: Callable[[Check], str] = rule_of,
) -> Iterator[str]:
    """What could not be decided, a line for each reason, of which no more than `most`."""
    comma = words("console", "comma", lang)
    for reason, checks in islice(summary.undecided.items(), most):
        rules = comma.join(map(name, checks))
        yield words("console", "open", lang, rules=rules, reason=reason)
