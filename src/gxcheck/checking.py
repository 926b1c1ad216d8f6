"""Checks reports: from a file, its bytes or a report to its findings."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, TextIO, TypeAlias

from msgspec.structs import asdict
from pydantic import BaseModel, ConfigDict, Field, InstanceOf, ValidationError

from gxcheck.acceptances import StaleAcceptance, sort_out
from gxcheck.config import Config, GivenOrgan
from gxcheck.document import detect, load, read, read_string
from gxcheck.document.model import Document
from gxcheck.document.refusal import refusal
from gxcheck.errors import ReadError
from gxcheck.report import recognise
from gxcheck.report.model import Report
from gxcheck.rules.model import LANGUAGES, Finding, Lang, Outcome
from gxcheck.rules.packs.loader import load_rules
from gxcheck.rules.ruleset import RuleSet

__all__ = ["Review", "Source", "StaleAcceptance", "check", "parse", "parse_text", "review"]

Source: TypeAlias = "str | os.PathLike[str] | bytes | BinaryIO | TextIO | Report"


class Review(BaseModel):
    """All that was found out about a report.

    `findings` stand in document order, without those `accepted`. `outcomes` tells for every rule
    what became of it. `reasons` tells why, by fingerprint, findings are `accepted`; `stale` has
    the acceptances that do nothing. `rules` are those that ran; they do not go into JSON.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    report: Report
    findings: tuple[Finding, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    accepted: tuple[Finding, ...] = ()
    reasons: dict[str, str] = {}
    stale: tuple[StaleAcceptance, ...] = ()
    rules: InstanceOf[RuleSet] | None = Field(default=None, exclude=True, repr=False)

    def __eq__(self, other: object) -> bool:
        """Whether the same was found out, whichever rules it was: one that was JSON has none."""
        if not isinstance(other, Review):
            return NotImplemented
        told = type(self).model_fields.keys() - {"rules"}
        return all(getattr(self, name) == getattr(other, name) for name in told)


def check(
    source: Source,
    *,
    previous: Source | None = None,
    rules: RuleSet | None = None,
    config: Config | None = None,
    lang: Lang | None = None,
) -> list[Finding]:
    """What is wrong with a report, in document order.

    `source` is a path, bytes, an open file or a `Report`; `previous` the same of last year's
    report, for the rules that compare the two. `rules` go before those of `config`;
    without either the shipped rules run. `lang` is "zh" unless it or `config` says otherwise.
    Raises `ReadError` where a source cannot be read, and `TypeError` or `ValueError` where what is
    given is not of these kinds.
    """
    return list(review(source, previous=previous, rules=rules, config=config, lang=lang).findings)


def review(
    source: Source,
    *,
    previous: Source | None = None,
    rules: RuleSet | None = None,
    config: Config | None = None,
    lang: Lang | None = None,
) -> Review:
    """The same with the report itself, the outcome of every rule, and what was accepted."""
    spoken = _language(lang, config)
    if rules is not None and not isinstance(rules, RuleSet):
        raise TypeError(f"rules are what load_rules gives, not {type(rules).__name__}")
    config = config or Config()
    report = parse(source, config=config, lang=spoken)
    last_year = None if previous is None else parse(previous, config=config, lang=spoken)
    chosen = rules or config.rules or load_rules()
    findings, outcomes = chosen.evaluate(report, spoken, last_year, config.forms)
    sorted_out = sort_out(findings, config.acceptances, report)
    return Review.model_construct(
        report=report,
        findings=sorted_out.open,
        outcomes=tuple(outcomes),
        accepted=sorted_out.accepted,
        reasons=sorted_out.reasons,
        stale=sorted_out.stale,
        rules=chosen,
    )


def parse(
    source: Source,
    *,
    config: Config | None = None,
    lang: Lang | None = None,
    name: str | None = None,
) -> Report:
    """The typed report of a path, bytes or an open file; JSON in its own schema included.

    `name` is what the report is called in errors; a path has one. Raises `ReadError`, in the
    language `lang`; it is "zh" unless it or `config` says otherwise.
    """
    spoken = _language(lang, config)
    if isinstance(source, Report):
        return source
    with _errors_in(spoken):
        content, name = load(source, name=name)
        if _is_json(content):
            return _from_json(content, name)
        if isinstance(content, str):
            return _recognised(read_string(content, name=name), config)
        return _recognised(read(content, name=name), config)


def parse_text(text: str, *, config: Config | None = None, lang: Lang | None = None) -> Report:
    """The typed report of a text in memory. Raises `ReadError` as `parse` does."""
    if not isinstance(text, str):
        raise TypeError(f"a text is a str, not {type(text).__name__}; bytes go to parse")
    with _errors_in(_language(lang, config)):
        return _recognised(read_string(text), config)


def _language(lang: Lang | None, config: Config | None) -> Lang:
    """The language that is asked for, else that of the configuration, else Chinese."""
    if config is not None and not isinstance(config, Config):
        raise TypeError(f"config is what load_config gives, not {type(config).__name__}")
    spoken = lang or (config.lang if config else None) or "zh"
    if spoken not in LANGUAGES:
        raise ValueError(f"lang is one of {', '.join(LANGUAGES)}, not {spoken!r}")
    return spoken


@contextmanager
def _errors_in(lang: Lang) -> Iterator[None]:
    try:
        yield
    except ReadError as error:
        if lang == "en":
            raise ReadError(error.english) from error
        raise


def _recognised(document: Document, config: Config | None) -> Report:
    if config is None:
        return recognise(document)
    return _of_organ(recognise(document, config.edition, config.forms), config.organ)


def _of_organ(report: Report, given: GivenOrgan | None) -> Report:
    """The report with the organ that the user gives instead of what is recognised."""
    if given is None:
        return report
    own = {name: value for name, value in asdict(given).items() if value is not None}
    return report.model_copy(update={"organ": report.organ.model_copy(update=own)})


def _is_json(content: bytes | str) -> bool:
    head = content[:4096]
    return detect(head.encode("utf-8", "replace") if isinstance(head, str) else head) == "json"


def _from_json(content: bytes | str, name: str | None) -> Report:
    try:
        return Report.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        reason, _, inner = first["msg"].removeprefix("Value error, ").partition(" - at `$")
        path = ".".join(map(str, first["loc"])) + inner.removesuffix("`")
        raise refusal("no_report_json", name, path=path or "$", why=reason) from None
