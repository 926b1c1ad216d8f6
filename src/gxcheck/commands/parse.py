"""`gxcheck parse`: print a report, read and typed, as JSON."""

from __future__ import annotations

import argparse

from gxcheck.checking import parse
from gxcheck.commands.configuration import configuration
from gxcheck.commands.streams import output, source_of
from gxcheck.output.harmless import seen

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Print the report. Raises ReadError where it cannot be read."""
    config = configuration(options.config, options.file)
    report = parse(source_of(options.file), config=config, lang=options.lang)
    with output(options.output, [options.file], options.lang) as stream:
        stream.write(seen(report.model_dump_json(indent=2)) + "\n")
    return 0
