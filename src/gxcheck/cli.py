"""The command line. Exit code 0: nothing at the level asked for, 1: findings, 2: not checked."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from gxcheck import __version__
from gxcheck.data import names_in
from gxcheck.errors import GxcheckError
from gxcheck.output import WRITERS

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["main"]

COULD_NOT = 2
_GARBAGE = 100_000  # little is thrown away here; to look for it as often as usual takes 5 % more


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; `arguments` without the program's name, by default those given."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"]:
        sys.stdout.write(f"gxcheck {__version__}\n")
        return 0
    gc.set_threshold(_GARBAGE)
    options = _parser().parse_args(given)
    command = import_module(f"gxcheck.commands.{options.command}")
    code = _guarded(command.run, options)
    gc.freeze()  # else Python looks through all that is left before it ends: 40 of 270 ms
    return code


def _guarded(run: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    """Run a command; what users can mend is told in a line, a closed pipe is no error."""
    try:
        code = run(options)
        sys.stdout.flush()
    except GxcheckError as error:
        sys.stderr.write(f"gxcheck: {error}\n")
        return COULD_NOT
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return COULD_NOT
    except KeyboardInterrupt:
        return 130
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="gxcheck",
        description="Check 政府信息公开工作年度报告 before they are published.",
        epilog="Exit code 0: nothing at the level asked for; 1: findings; 2: could not check.",
    )
    parser.add_argument("--version", action="version", version=f"gxcheck {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_check(commands)
    parse = commands.add_parser("parse", help="print a report, read and typed, as JSON")
    parse.add_argument("file", metavar="FILE", help="a report, or - for standard input")
    _add_lang(parse)
    _add_config(parse)
    _add_output(parse)
    _add_accept(commands)
    schema = commands.add_parser("schema", help="print a JSON Schema")
    schema.add_argument(
        "name",
        choices=["report", "findings", "rules", "config", "form"],
        help="of a report, of the JSON of check, of a rule pack, of a gxcheck.yml, of a form",
    )
    _add_rules(commands)
    _add_form(commands)
    _add_serve(commands)
    return parser


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = commands.add_parser("check", help="check reports and print what is wrong with them")
    check.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a report, a folder of reports, or - for standard input",
    )
    check.add_argument(
        "--format",
        choices=list(WRITERS),
        help="how the outcome is shown (default: what the name of the output tells, or console)",
    )
    check.add_argument(
        "--fail-on",
        choices=["error", "warning", "info", "never"],
        default="error",
        help="the lowest level of finding that makes the exit code 1 (default: error)",
    )
    check.add_argument("--previous", metavar="FILE", help="last year's report, to compare the two")
    check.add_argument("--rules", metavar="PACK", help="a rule pack to use instead of the shipped")
    _add_lang(check)
    _add_config(check)
    _add_output(check)


def _add_accept(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    accept = commands.add_parser("accept", help="let a finding stand, for a reason")
    accept.add_argument("file", metavar="FILE", help="the report")
    accept.add_argument(
        "finding",
        metavar="FINDING",
        help="its fingerprint, from the JSON, or its rule where that has no other",
    )
    accept.add_argument("--reason", required=True, metavar="TEXT", help="why it stands")
    accept.add_argument("--until", metavar="DATE", help="the last day, YYYY-MM-DD (default: none)")
    accept.add_argument("--config", metavar="FILE", help="where to write it (default: the nearest)")
    _add_lang(accept)


def _add_rules(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    rules = commands.add_parser("rules", help="list, explain and test rules")
    actions = rules.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="every rule with its level and title")
    explain = actions.add_parser("explain", help="what a rule says, why, and examples of it")
    explain.add_argument("id", metavar="ID", help="the rule, as list names it")
    test = actions.add_parser("test", help="run the examples of the rules")
    test.add_argument(
        "pack", nargs="?", metavar="PACK", help="a rule pack (default: the shipped rules)"
    )
    for action in (listing, explain):
        action.add_argument(
            "--rules", metavar="PACK", dest="pack", help="a rule pack (default: shipped)"
        )
    for action in (listing, explain, test):
        _add_lang(action)


def _add_serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    serve = commands.add_parser("serve", help="a page in the browser, and a REST interface")
    serve.add_argument("--host", default="127.0.0.1", help="where to listen (default: 127.0.0.1)")
    serve.add_argument("--port", type=_port, default=8000, help="the port (default: 8000)")
    serve.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="NAME",
        help="a name by which browsers may address the service (again for more)",
    )
    serve.add_argument("--keep", metavar="DIR", help="keep uploads and outcomes in that folder")
    serve.add_argument(
        "--max-megabytes",
        type=_positive,
        default=20,
        metavar="N",
        help="the largest file (default: 20)",
    )
    _add_lang(serve)
    serve.add_argument("--config", metavar="FILE", help="a gxcheck.yml for all reports")


def _add_form(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    form = commands.add_parser("form", help="a blank official form in Word, to be filled in")
    editions = [int(name) for name in names_in("forms")]
    form.add_argument(
        "edition",
        type=int,
        choices=editions,
        metavar="EDITION",
        help=f"the first year that the form is for: {', '.join(map(str, editions))}",
    )
    form.add_argument("--year", type=int, help="the year reported on (default: the year before)")
    form.add_argument("--organ", metavar="NAME", help="the organ that reports")
    form.add_argument("--previous", metavar="FILE", help="last year's report, to carry over from")
    _add_lang(form)
    _add_config(form)
    _add_output(form)


def _positive(text: str) -> int:
    """A whole number from 1 on. Raises ArgumentTypeError."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 on")
    return int(text)


def _port(text: str) -> int:
    """The number of a port; 0 is any that is free. Raises ArgumentTypeError."""
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; they go from 0 to 65535")
    return int(text)


def _add_lang(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=["zh", "en"], default="zh", help="language of the output")


def _add_config(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--config", metavar="FILE", help="a gxcheck.yml (default: the nearest above the report)"
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="PATH", help="write to that file or folder")
