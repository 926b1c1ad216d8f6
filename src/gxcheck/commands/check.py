"""`gxcheck check`: read reports, evaluate the rules, show the findings."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from gxcheck.checking import Review, parse, review
from gxcheck.commands.configuration import configuration
from gxcheck.commands.delivery import chosen_format, deliver
from gxcheck.commands.inputs import inputs
from gxcheck.commands.streams import content_of, source_of
from gxcheck.errors import GxcheckError, ReadError
from gxcheck.output import WRITERS, Checked
from gxcheck.output.words import clean, words
from gxcheck.report.model import Report
from gxcheck.rules import RuleSet, load_rules
from gxcheck.rules.model import LEVELS

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Check all files; 2 if one could not be checked, 1 if one has findings, else 0.

    Raises GxcheckError where the outcome cannot be written in that format or to that place, and
    where last year's report cannot be read.
    """
    files = inputs(options.files, options.output, options.lang)
    chosen = chosen_format(options.format, options.output, files, options.lang)
    rules = load_rules(options.rules) if options.rules else None
    keep = WRITERS[chosen].needs_content
    previous = _previous(options, files)
    checked = [_checked(name, rules, previous, options, keep) for name in files]
    deliver(checked, chosen, options.output, options.lang)
    return _exit_code([one.result for one in checked], options.fail_on)


def _previous(options: argparse.Namespace, files: Sequence[str]) -> Report | None:
    """Last year's report, if there is one to compare with."""
    if options.previous is None:
        return None
    if len(files) > 1:
        raise GxcheckError(words("errors", "one_previous", options.lang))
    config = configuration(options.config, options.previous)
    name = _base(options.previous)
    return parse(source_of(options.previous), config=config, lang=options.lang, name=name)


def _checked(
    name: str,
    rules: RuleSet | None,
    previous: Report | None,
    options: argparse.Namespace,
    keep_content: bool,
) -> Checked:
    config = configuration(options.config, name)
    content = None
    try:
        content = content_of(name) if keep_content else None
        source = source_of(name) if content is None else content
        report = parse(source, config=config, lang=options.lang, name=_base(name))
        found = review(report, previous=previous, rules=rules, config=config, lang=options.lang)
    except ReadError as error:
        told = words(
            "console",
            "cannot_read",
            options.lang,
            file=name,
            reason=error.told(options.lang),
        )
        sys.stderr.write(clean(told) + "\n")
        return Checked(name, content, error)
    return Checked(name, content, found)


def _base(name: str) -> str | None:
    return None if name == "-" else Path(name).name


def _exit_code(results: Sequence[Review | ReadError], fail_on: str) -> int:
    if any(isinstance(one, ReadError) for one in results):
        return 2
    if fail_on == "never":
        return 0
    failing = set(LEVELS[: LEVELS.index(fail_on) + 1])
    findings = (f for one in results if isinstance(one, Review) for f in one.findings)
    return int(any(finding.level in failing for finding in findings))
