"""The command line. Exit code 0: nothing at the level asked for, 1: findings, 2: not checked."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from gxcheck import __version__
from gxcheck.cli.options import parser_for
from gxcheck.errors import GxcheckError

if TYPE_CHECKING:
    import argparse
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
    options = parser_for(given).parse_args(given)
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
        sys.stderr.write(f"gxcheck: {error.told(getattr(options, 'lang', 'zh'))}\n")
        return COULD_NOT
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return COULD_NOT
    except KeyboardInterrupt:
        return 130
    return code
