"""`gxcheck accept`: let a finding stand, for a reason, in the nearest gxcheck.yml."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

from gxcheck.acceptances import Acceptance
from gxcheck.checking import Review, review
from gxcheck.commands.amending import CannotAmend, amended
from gxcheck.commands.configuration import NAME, configuration, nearest_configuration
from gxcheck.commands.streams import output, source_of
from gxcheck.config import load_config
from gxcheck.errors import GxcheckError
from gxcheck.output.facts import label_of
from gxcheck.output.harmless import shortened
from gxcheck.output.words import clean, words
from gxcheck.refusals import nearest_word
from gxcheck.rules.model import Finding, Lang

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Write the acceptance of a finding that the report has.

    Raises ReadError for the report, ConfigError for the configuration, and GxcheckError where no
    open finding, or more than one, is meant, and for a file that cannot be written.
    """
    path = Path(options.config) if options.config else nearest_configuration(options.file)
    path = path or Path(options.file).resolve().parent / NAME
    config = configuration(str(path), options.file) if path.exists() else None
    found = review(source_of(options.file), config=config, lang=options.lang)
    finding = _finding(found, options)
    acceptance = Acceptance(
        finding.fingerprint,
        _reason(options),
        _until(options.until, options.lang),
        found.report.organ.name,
        found.report.year,
    )
    comment = shortened(f"{finding.rule}: {finding.message}", 200)
    _write(path, acceptance, comment, options)
    given = {"file": path, "rule": finding.rule, "message": finding.message}
    told = words("accept", "done", options.lang, **given)
    sys.stdout.write(clean(told) + "\n")
    return 0


def _finding(found: Review, options: argparse.Namespace) -> Finding:
    """The open finding of that fingerprint, or the only one of that rule."""
    wanted, lang = options.finding.lower(), options.lang
    by_name = {finding.fingerprint: finding for finding in found.findings}
    if wanted in by_name:
        return by_name[wanted]
    if wanted in found.reasons:
        told = words("accept", "already", lang, name=wanted, reason=found.reasons[wanted])
        raise GxcheckError(clean(told))
    of_rule = [finding for finding in found.findings if finding.rule == wanted]
    if len(of_rule) == 1:
        return of_rule[0]
    if of_rule:
        raise GxcheckError(clean(_several(of_rule, lang)))
    close = by_name.get(nearest_word(wanted, by_name) or "")
    if close is None:
        raise GxcheckError(clean(words("accept", "unknown", lang, name=wanted)))
    values = {"nearest": close.fingerprint, "rule": close.rule, "message": close.message}
    raise GxcheckError(clean(words("accept", "unlike", lang, name=wanted, **values)))


def _several(findings: Sequence[Finding], lang: Lang) -> str:
    """That a rule has several findings, and how to tell them apart."""
    named = [
        words("accept", "one", lang, fingerprint=finding.fingerprint, place=label_of(finding))
        for finding in findings
    ]
    return words("accept", "several", lang, rule=findings[0].rule, findings=named)


def _reason(options: argparse.Namespace) -> str:
    reason = " ".join(clean(options.reason).split())
    if not reason:
        raise GxcheckError(words("accept", "no_reason", options.lang))
    return reason[:500]


def _until(text: str | None, lang: Lang) -> datetime.date | None:
    if text is None:
        return None
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise GxcheckError(words("accept", "no_day", lang, day=text)) from None
    if day < datetime.date.today():
        raise GxcheckError(words("accept", "past_day", lang, day=text))
    return day


def _write(path: Path, acceptance: Acceptance, comment: str, options: argparse.Namespace) -> None:
    """Write the file with the acceptance in it. What is there already has been read before."""
    text = path.read_bytes().decode("utf-8") if path.exists() else ""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    try:
        changed = amended(text.removeprefix(mark), acceptance, comment)
    except CannotAmend as why:
        told = words("accept", "by_hand", options.lang, file=path)
        raise GxcheckError(f"{told}\nacceptances:\n{why.entry}".rstrip()) from None
    with output(str(path), [options.file], options.lang) as stream:
        stream.write(mark + changed)
    load_config(path)
