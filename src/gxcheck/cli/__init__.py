"""The command line. Exit code 0: nothing at the level asked for, 1: findings, 2: not checked."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, cast

from gxcheck import __version__
from gxcheck.cli.options import parser_for
from gxcheck.errors import GxcheckError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from gxcheck.rules.model import Lang

__all__ = ["main", "run"]

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
    options = parser_for(given).parse_args(given)
    command = import_module(f"gxcheck.commands.{options.command}")
    return _guarded(command.run, options)


def run() -> NoReturn:
    """The program `gxcheck`: `main`, and the end of the process.

    It ends without freeing what is left, which would take a sixth of the time of a check.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started it
            setattr(sys, name, Path(os.devnull).open("w"))  # noqa: SIM115  # to the end
    gc.set_threshold(_GARBAGE)
    code = main()
    atexit._run_exitfuncs()  # what Python does first at its usual end
    with suppress(OSError):  # a pipe that was closed
        sys.stdout.flush()
    os._exit(code)


def _guarded(run: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    """Run a command; what users can mend is told in a line, of a closed pipe nothing."""
    try:
        code = run(options)
        sys.stdout.flush()
    except GxcheckError as error:
        _tell(error.told(_lang(options)))
        return COULD_NOT
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            _tell(_unwritten(error, _lang(options)))
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return COULD_NOT
    except KeyboardInterrupt:
        return 130
    return code


def _lang(options: argparse.Namespace) -> Lang:
    return cast("Lang", getattr(options, "lang", "zh"))


def _unwritten(error: OSError, lang: Lang) -> str:
    from gxcheck.output.words import words  # not needed where all goes well

    return words("errors", "no_output", lang, reason=error.strerror or error)


def _tell(wrong: str) -> None:
    """Tell what is wrong; words of a file may stand in it, and its name."""
    from gxcheck.output.words import clean  # not needed where all goes well

    sys.stderr.write(f"gxcheck: {clean(wrong)}\n")
