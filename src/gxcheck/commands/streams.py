"""Where commands read from and write to."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from gxcheck.document import load
from gxcheck.errors import GxcheckError
from gxcheck.output.words import words
from gxcheck.rules.model import Lang

__all__ = ["binary_output", "content_of", "output", "source_of"]


def source_of(name: str) -> str | BinaryIO:
    """A path, or standard input for `-`."""
    return sys.stdin.buffer if name == "-" else name


def content_of(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises ReadError."""
    return cast("bytes", load(source_of(name))[0])


@contextmanager
def output(path: str | None, inputs: Sequence[str], lang: Lang) -> Iterator[TextIO]:
    """The stream for text: standard output, or a file, which is written whole or not at all.

    Raises GxcheckError where the file is one of the inputs, and where it cannot be written.
    """
    if path is None:
        yield sys.stdout
        return
    with _file(path, inputs, lang) as file:
        stream = io.TextIOWrapper(file, "utf-8", errors="backslashreplace", newline="\n")
        yield stream
        stream.flush()
        stream.detach()


@contextmanager
def binary_output(path: str | None, inputs: Sequence[str], lang: Lang) -> Iterator[BinaryIO]:
    """The same for bytes."""
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with _file(path, inputs, lang) as file:
        yield file


@contextmanager
def _file(path: str, inputs: Sequence[str], lang: Lang) -> Iterator[BinaryIO]:
    if any(_same(path, one) for one in inputs):
        raise GxcheckError(words("errors", "is_input", lang, path=path))
    target = Path(os.path.realpath(path))
    try:
        mode = target.stat().st_mode if target.exists() else None
        if mode is not None and not mode & 0o222:
            raise GxcheckError(words("errors", "read_only", lang, path=path))
        if mode is not None and not stat.S_ISREG(mode):
            with target.open("wb") as file:
                yield file
            return
        with _replacing(target, mode) as file:
            yield file
    except OSError as error:
        told = words("errors", "unwritable", lang, path=path, reason=error.strerror)
        raise GxcheckError(told) from error


@contextmanager
def _replacing(target: Path, mode: int | None) -> Iterator[BinaryIO]:
    """A new file beside the target, put into its place when all is written."""
    beside = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.tmp")
    try:
        with beside.open("xb") as file:
            yield file
        if mode is not None:
            beside.chmod(stat.S_IMODE(mode))
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False
