"""A review as JUnit XML, which build servers show: a suite a report, a case an outcome."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TextIO

from msgspec import Struct

from gxcheck.checking import Review
from gxcheck.output import Checked
from gxcheck.output.facts import label_of, title_of
from gxcheck.output.harmless import xml_text
from gxcheck.output.words import words
from gxcheck.rules.model import Finding, Lang, Outcome
from gxcheck.rules.telling.phrases import phrase

__all__ = ["write_junit"]


class _Case(Struct, frozen=True):
    """One test case: what it is called and what became of it ("" where it holds)."""

    rule: str
    name: str
    verdict: str = ""
    kind: str = ""
    message: str = ""
    detail: str = ""


def write_junit(checked: Sequence[Checked], stream: TextIO, lang: Lang) -> None:
    """Write a suite for each file.

    A finding of any level is a failure; what could not be evaluated, does not apply or is
    accepted is skipped; a rule that failed, and a file that could not be read, is an error.
    """
    now = datetime.datetime.now().replace(microsecond=0).isoformat()
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n')
    for number, one in enumerate(checked):
        for line in _suite(one, number, now, lang):
            stream.write(line + "\n")
    stream.write("</testsuites>\n")


def _suite(one: Checked, number: int, now: str, lang: Lang) -> Iterator[str]:
    cases = list(_cases(one, lang))
    counts = Counter(case.verdict for case in cases)
    name = xml_text(one.name).strip() or "-"
    yield (
        f'  <testsuite id="{number}" package="gxcheck" name="{name}" timestamp="{now}"'
        f' hostname="localhost" tests="{len(cases)}" failures="{counts["failure"]}"'
        f' errors="{counts["error"]}" skipped="{counts["skipped"]}" time="0">'
    )
    yield "    <properties/>"
    yield from map(_case, cases)
    yield from ("    <system-out/>", "    <system-err/>", "  </testsuite>")


def _case(case: _Case) -> str:
    head = f'    <testcase classname="{xml_text(case.rule)}" name="{xml_text(case.name)}" time="0"'
    if not case.verdict:
        return head + "/>"
    kind = f' type="{xml_text(case.kind)}"' if case.kind else ""
    inner = f'<{case.verdict}{kind} message="{xml_text(case.message)}"'
    inner += f">{xml_text(case.detail)}</{case.verdict}>" if case.detail else "/>"
    return f"{head}>\n      {inner}\n    </testcase>"


def _cases(one: Checked, lang: Lang) -> Iterator[_Case]:
    if not isinstance(one.result, Review):
        told = one.result.told(lang)
        yield _Case("read", words("junit", "reading", lang), "error", "ReadError", told)
        return
    for finding in one.result.findings:
        crashed = finding.rule in _crashed(one.result)
        verdict = "error" if crashed else "failure"
        yield _finding_case(finding, one.result, lang, verdict, finding.message)
    for finding in one.result.accepted:
        reason = one.result.reasons.get(finding.fingerprint, "")
        told = words("junit", "accepted", lang, reason=reason)
        yield _finding_case(finding, one.result, lang, "skipped", told)
    for outcome in one.result.outcomes:
        if outcome.verdict not in ("violated", "rule_error"):
            yield _outcome_case(outcome, one.result, lang)


def _crashed(review: Review) -> set[str]:
    return {outcome.rule for outcome in review.outcomes if outcome.verdict == "rule_error"}


def _finding_case(
    finding: Finding, review: Review, lang: Lang, verdict: str, message: str
) -> _Case:
    label = label_of(finding)
    name = _name(title_of(finding.rule, review, lang), label or finding.fingerprint)
    kind = "" if verdict == "skipped" else finding.level
    detail = "\n".join(filter(None, (label, finding.quote, finding.advice, *finding.basis)))
    return _Case(finding.rule, name, verdict, kind, message, "" if not kind else detail)


def _outcome_case(outcome: Outcome, review: Review, lang: Lang) -> _Case:
    name = _name(title_of(outcome.rule, review, lang), outcome.each or "")
    if outcome.verdict == "satisfied":
        return _Case(outcome.rule, name)
    verdict = phrase("verdicts", outcome.verdict, lang)
    told = words("junit", "skipped", lang, verdict=verdict, reason=outcome.reason or "")
    return _Case(outcome.rule, name, "skipped", "", told)


def _name(title: str, where: str) -> str:
    return " ".join(f"{title} {where}".split())
