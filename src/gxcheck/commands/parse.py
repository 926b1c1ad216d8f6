"""`gxcheck parse`: print a report, read and typed, as JSON."""

from __future__ import annotations

import argparse

from gxcheck.checking import parse
from gxcheck.commands.streams import output, source_of
from gxcheck.config import find_config, load_config

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Print the report. Raises ReadError where it cannot be read."""
    config = load_config(options.config) if options.config else find_config(options.file)
    report = parse(source_of(options.file), config=config)
    with output(options.output, [options.file]) as stream:
        stream.write(report.model_dump_json(indent=2) + "\n")
    return 0
