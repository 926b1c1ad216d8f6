"""What can be given on the command line: the commands, their arguments and their options."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from gxcheck import __version__
from gxcheck.cli.parser import Parser, Told
from gxcheck.data import names_in
from gxcheck.output import WRITERS

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Parser]

__all__ = ["parser_for"]

_SCHEMAS = ["report", "findings", "rules", "config", "form"]


def parser_for(given: Sequence[str]) -> Parser:
    """The parser of the command line; it helps in the language that the arguments ask for."""
    told = Told(given)
    parser = Parser(told=told, about="gxcheck", prog="gxcheck", epilog=told("exit_codes"))
    version = f"gxcheck {__version__}"
    parser.option("--version", about="version", action="version", version=version)
    commands: Commands = parser.add_subparsers(
        title=told("commands"),
        description=told("command"),
        dest="command",
        required=True,
        metavar="COMMAND",
    )
    for name, fill in _COMMANDS.items():
        command = commands.add_parser(name, help=told(name), told=told, about=name)
        if name in given:  # each takes a while
            fill(command, told)
    return parser


def _check(check: Parser, _: Told) -> None:
    check.argument("files", "files", nargs="+", metavar="FILE")
    check.option("--format", about="format", choices=list(WRITERS))
    levels = ["error", "warning", "info", "never"]
    check.option("--fail-on", about="fail_on", choices=levels, default="error")
    check.option("--previous", about="previous", metavar="FILE")
    check.option("--rules", about="rules_instead", metavar="PACK")
    _outcome(check)


def _parse(parse: Parser, _: Told) -> None:
    parse.argument("file", "file", metavar="FILE")
    _outcome(parse)


def _accept(accept: Parser, _: Told) -> None:
    accept.argument("file", "accepted_file", metavar="FILE")
    accept.argument("finding", "finding", metavar="FINDING")
    accept.option("--reason", about="reason", required=True, metavar="TEXT")
    accept.option("--until", about="until", metavar="DATE")
    _config(accept, about="config_written")
    _lang(accept)


def _schema(schema: Parser, _: Told) -> None:
    schema.argument("name", "schema_name", choices=_SCHEMAS)


def _rules(rules: Parser, told: Told) -> None:
    actions: Commands = rules.add_subparsers(
        title=told("actions"),
        description=told("action"),
        dest="action",
        required=True,
        metavar="ACTION",
    )
    for name in ("list", "explain", "test"):
        about = f"rules_{name}"
        action = actions.add_parser(name, help=told(about), told=told, about=about)
        if name == "explain":
            action.argument("id", "rule_id", metavar="ID")
        if name == "test":
            action.argument("pack", "rules_pack", nargs="?", metavar="PACK")
        else:
            action.option("--rules", about="rules_pack", metavar="PACK", dest="pack")
        _lang(action)


def _form(form: Parser, _: Told) -> None:
    editions = [int(name) for name in names_in("forms")]
    form.argument("edition", "edition", type=int, choices=editions)
    form.option("--year", about="year", type=int)
    form.option("--organ", about="organ", metavar="NAME")
    form.option("--previous", about="previous_form", metavar="FILE")
    _outcome(form)


def _serve(serve: Parser, told: Told) -> None:
    serve.option("--host", about="host", default="127.0.0.1")
    serve.option("--port", about="port", type=_port(told), default=8000)
    serve.option("--allow-host", about="allow_host", action="append", default=[], metavar="NAME")
    serve.option("--keep", about="keep", metavar="DIR")
    largest = _positive(told)
    serve.option("--max-megabytes", about="megabytes", type=largest, default=20, metavar="N")
    _lang(serve)
    _config(serve, about="config_all")


_COMMANDS: dict[str, Callable[[Parser, Told], None]] = {
    "check": _check,
    "parse": _parse,
    "accept": _accept,
    "schema": _schema,
    "rules": _rules,
    "form": _form,
    "serve": _serve,
}


def _lang(parser: Parser) -> None:
    parser.option("--lang", about="lang", choices=["zh", "en"], default="zh")


def _config(parser: Parser, about: str = "config") -> None:
    parser.option("--config", about=about, metavar="FILE")


def _outcome(parser: Parser) -> None:
    """How and where the outcome is told, and by which configuration."""
    _lang(parser)
    _config(parser)
    parser.option("-o", "--output", about="output", metavar="PATH")


def _positive(told: Told) -> Callable[[str], int]:
    """How a whole number from 1 on is read; it raises ArgumentTypeError."""

    def read(text: str) -> int:
        if not text.isdecimal() or int(text) < 1:
            raise argparse.ArgumentTypeError(told.words("wrong", "positive", value=text))
        return int(text)

    return read


def _port(told: Told) -> Callable[[str], int]:
    """How the number of a port is read, 0 for any that is free; it raises ArgumentTypeError."""

    def read(text: str) -> int:
        if not text.isdecimal() or int(text) > 65535:
            raise argparse.ArgumentTypeError(told.words("wrong", "port", value=text))
        return int(text)

    return read
