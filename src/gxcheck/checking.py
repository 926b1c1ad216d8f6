"""Checks reports: from a file, its bytes or a report to its findings."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Sequence
from typing import BinaryIO, Literal, TextIO, TypeAlias

from pydantic import BaseModel, ConfigDict, ValidationError

from gxcheck.config import Acceptance, Config
from gxcheck.document import detect, load, read, read_text
from gxcheck.document.model import Document
from gxcheck.errors import ReadError
from gxcheck.report import recognise
from gxcheck.report.model import Report
from gxcheck.rules.loader import load_rules
from gxcheck.rules.model import Finding, Lang, Outcome
from gxcheck.rules.ruleset import RuleSet

__all__ = ["Review", "Source", "StaleAcceptance", "check", "parse", "parse_text", "review"]

Source: TypeAlias = "str | os.PathLike[str] | bytes | BinaryIO | TextIO | Report"


class StaleAcceptance(BaseModel):
    """An acceptance that does nothing: no finding matches it any more, or its day is past."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    fingerprint: str
    reason: str
    until: datetime.date | None = None
    why: Literal["unmatched", "expired"]


class Review(BaseModel):
    """All that was found out about a report.

    `findings` stand in document order, without those `accepted`. `outcomes` tells for every rule
    what became of it. `stale` has the acceptances that do nothing.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    report: Report
    findings: tuple[Finding, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    accepted: tuple[Finding, ...] = ()
    stale: tuple[StaleAcceptance, ...] = ()


def check(
    source: Source,
    *,
    rules: RuleSet | None = None,
    config: Config | None = None,
    lang: Lang | None = None,
) -> list[Finding]:
    """What is wrong with a report, in document order.

    `source` is a path, bytes, an open file or a `Report`. `rules` go before those of `config`;
    without either the shipped rules run. `lang` is "zh" unless it or `config` says otherwise.
    Raises `ReadError` where the source cannot be read.
    """
    return list(review(source, rules=rules, config=config, lang=lang).findings)


def review(
    source: Source,
    *,
    rules: RuleSet | None = None,
    config: Config | None = None,
    lang: Lang | None = None,
) -> Review:
    """The same with the report itself, the outcome of every rule, and what was accepted."""
    config = config or Config()
    report = source if isinstance(source, Report) else parse(source, config=config)
    chosen = rules or config.rules or load_rules()
    findings, outcomes = chosen.evaluate(report, lang or config.lang or "zh")
    open_findings, accepted, stale = _accept(findings, config.acceptances)
    return Review.model_construct(
        report=report,
        findings=tuple(open_findings),
        outcomes=tuple(outcomes),
        accepted=tuple(accepted),
        stale=tuple(stale),
    )


def parse(source: Source, *, config: Config | None = None, name: str | None = None) -> Report:
    """The typed report of a path, bytes or an open file; JSON in its own schema included.

    Raises `ReadError`.
    """
    if isinstance(source, Report):
        return source
    content, name = load(source, name=name)
    if _is_json(content):
        return _from_json(content, name)
    if isinstance(content, str):
        return _recognised(read_text(content, name=name), config)
    return _recognised(read(content, name=name), config)


def parse_text(text: str, *, config: Config | None = None) -> Report:
    """The typed report of a text in memory. Raises `ReadError`."""
    return _recognised(read_text(text), config)


def _recognised(document: Document, config: Config | None) -> Report:
    edition = config.edition if config else None
    return recognise(document, edition=edition) if edition else recognise(document)


def _is_json(content: bytes | str) -> bool:
    head = content[:4096]
    return detect(head.encode("utf-8", "replace") if isinstance(head, str) else head) == "json"


def _from_json(content: bytes | str, name: str | None) -> Report:
    try:
        return Report.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        path = ".".join(map(str, first["loc"])) or "$"
        raise ReadError(f"{name or 'JSON'}: {path}: {first['msg']}") from None


def _accept(
    findings: Sequence[Finding], acceptances: Iterable[Acceptance]
) -> tuple[list[Finding], list[Finding], list[StaleAcceptance]]:
    """The findings that stay open, those accepted, and the acceptances that do nothing."""
    today = datetime.date.today()
    found = {finding.fingerprint for finding in findings}
    valid: set[str] = set()
    stale: list[StaleAcceptance] = []
    for acceptance in acceptances:
        if acceptance.until and acceptance.until < today:
            stale.append(_stale(acceptance, "expired"))
        elif acceptance.fingerprint not in found:
            stale.append(_stale(acceptance, "unmatched"))
        else:
            valid.add(acceptance.fingerprint)
    still_open = [finding for finding in findings if finding.fingerprint not in valid]
    return still_open, [f for f in findings if f.fingerprint in valid], stale


def _stale(acceptance: Acceptance, why: Literal["unmatched", "expired"]) -> StaleAcceptance:
    return StaleAcceptance.model_construct(
        fingerprint=acceptance.fingerprint,
        reason=acceptance.reason,
        until=acceptance.until,
        why=why,
    )
