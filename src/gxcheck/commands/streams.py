"""Where commands read from and write to."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from gxcheck.errors import GxcheckError

__all__ = ["output", "source_of"]


def source_of(name: str) -> str | BinaryIO:
    """A path, or standard input for `-`."""
    return sys.stdin.buffer if name == "-" else name


@contextmanager
def output(path: str | None, inputs: Sequence[str]) -> Iterator[TextIO]:
    """The stream to write to. Writing over an input is refused.

    Raises GxcheckError where the file cannot be written.
    """
    if path is None:
        yield sys.stdout
        return
    if any(_same(path, one) for one in inputs):
        raise GxcheckError(f"{path} is an input; choose another name for the output")
    try:
        with Path(path).open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
    except OSError as error:
        raise GxcheckError(f"{path} cannot be written: {error.strerror}") from error


def _same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False
