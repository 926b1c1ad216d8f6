"""`gxcheck form`: write a draft in the official form of an edition, as a Word file."""

from __future__ import annotations

import argparse
import datetime
import sys

from gxcheck.checking import parse
from gxcheck.commands.configuration import configuration
from gxcheck.commands.streams import binary_output, source_of
from gxcheck.errors import GxcheckError
from gxcheck.output.form import draft
from gxcheck.output.words import words
from gxcheck.report.forms import form
from gxcheck.report.lineage import Edition

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Write the draft. Raises GxcheckError where it cannot be made or written."""
    if options.output is None and sys.stdout.isatty():
        raise GxcheckError(words("drafts", "screen", options.lang))
    inputs = [options.previous] if options.previous else []
    previous = None
    if options.previous:
        config = configuration(options.config, options.previous)
        previous = parse(source_of(options.previous), config=config)
    before = previous.year if previous else None
    year = options.year or (before + 1 if before else _year(options.edition))
    data = draft(
        options.edition, year=year, organ=options.organ, previous=previous, lang=options.lang
    )
    with binary_output(options.output, inputs, options.lang) as stream:
        stream.write(data)
    return 0


def _year(edition: Edition) -> int:
    """The year whose report is due now, or the last one that the edition is for."""
    return min(datetime.date.today().year - 1, form(edition).last_year)
