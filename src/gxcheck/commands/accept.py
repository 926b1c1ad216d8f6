"""`gxcheck accept`: let a finding stand, for a reason, in the nearest gxcheck.yml."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from gxcheck.acceptances import Acceptance
from gxcheck.checking import Review, review
from gxcheck.commands.amending import CannotAmend, amended
from gxcheck.commands.configuration import NAME, configuration, nearest_configuration
from gxcheck.commands.streams import output, source_of
from gxcheck.config import load_config
from gxcheck.errors import GxcheckError
from gxcheck.output.harmless import shortened
from gxcheck.output.words import clean, words
from gxcheck.rules.model import Finding
from gxcheck.rules.nearest import nearest_word

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Write the acceptance of a finding that the report has.

    Raises ReadError for the report, ConfigError for the configuration, and GxcheckError for a
    fingerprint that no open finding has and for a file that cannot be written.
    """
    path = Path(options.config) if options.config else nearest_configuration(options.file)
    path = path or Path(options.file).resolve().parent / NAME
    config = configuration(str(path), options.file) if path.exists() else None
    found = review(source_of(options.file), config=config, lang=options.lang)
    finding = _finding(found, options)
    acceptance = Acceptance(
        finding.fingerprint,
        _reason(options),
        _until(options.until),
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
    wanted = options.fingerprint.lower()
    by_name = {finding.fingerprint: finding for finding in found.findings}
    if wanted in by_name:
        return by_name[wanted]
    if wanted in found.reasons:
        reason = found.reasons[wanted]
        raise GxcheckError(words("accept", "already", options.lang, name=wanted, reason=reason))
    close = by_name.get(nearest_word(wanted, by_name) or "")
    if close is None:
        raise GxcheckError(clean(words("accept", "unknown", options.lang, name=wanted)))
    values = {"nearest": close.fingerprint, "rule": close.rule, "message": close.message}
    raise GxcheckError(clean(words("accept", "unlike", options.lang, name=wanted, **values)))


def _reason(options: argparse.Namespace) -> str:
    reason = " ".join(clean(options.reason).split())
    if not reason:
        raise GxcheckError(words("accept", "no_reason", options.lang))
    return reason[:500]


def _until(text: str | None) -> datetime.date | None:
    if text is None:
        return None
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise GxcheckError(f"--until {text}: give a day as YYYY-MM-DD") from None
    if day < datetime.date.today():
        raise GxcheckError(f"--until {text}: that day is past")
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
    with output(str(path), [options.file]) as stream:
        stream.write(mark + changed)
    load_config(path)
