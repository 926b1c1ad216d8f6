"""`gxcheck check`: read reports, evaluate the rules, show the findings."""

from __future__ import annotations

import argparse
import sys

from gxcheck.checking import Review, review
from gxcheck.commands.configuration import configuration
from gxcheck.commands.streams import output, source_of
from gxcheck.errors import ReadError
from gxcheck.output.words import clean, words
from gxcheck.rules import RuleSet, load_rules
from gxcheck.rules.model import LEVELS

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Check all files; 2 if one could not be checked, 1 if one has findings, else 0."""
    rules = load_rules(options.rules) if options.rules else None
    reviews = [(name, _review(name, rules, options)) for name in options.files]
    with output(options.output, options.files) as stream:
        if options.format == "json":
            from gxcheck.output.json import CheckedFile, checked_file, write_json

            write_json(
                [
                    CheckedFile(file=name, error=str(one))
                    if isinstance(one, ReadError)
                    else checked_file(name, one)
                    for name, one in reviews
                ],
                stream,
            )
        else:
            from gxcheck.output.console import write_console

            for place, (name, one) in enumerate(reviews):
                if isinstance(one, Review):
                    if place:
                        stream.write("\n")
                    write_console(name, one, stream, options.lang)
    return _exit_code([one for _, one in reviews], options.fail_on)


def _review(name: str, rules: RuleSet | None, options: argparse.Namespace) -> Review | ReadError:
    config = configuration(options.config, name)
    try:
        return review(source_of(name), rules=rules, config=config, lang=options.lang)
    except ReadError as error:
        told = words("console", "cannot_read", options.lang, file=name, reason=str(error))
        sys.stderr.write(clean(told) + "\n")
        return error


def _exit_code(reviews: list[Review | ReadError], fail_on: str) -> int:
    if any(isinstance(one, ReadError) for one in reviews):
        return 2
    if fail_on == "never":
        return 0
    failing = set(LEVELS[: LEVELS.index(fail_on) + 1])
    findings = (f for one in reviews if isinstance(one, Review) for f in one.findings)
    return int(any(finding.level in failing for finding in findings))
