"""The files to check: those named, and in place of a folder the reports that lie in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from gxcheck.document.formats import SUFFIXES
from gxcheck.errors import GxcheckError
from gxcheck.output.words import words
from gxcheck.rules.model import Lang

__all__ = ["inputs"]

_PASSED_OVER = (".", "~$")  # hidden files, and those that Word keeps beside an open one


def inputs(names: Sequence[str], output: str | None, lang: Lang) -> list[str]:
    """The files to check, in their order; those of a folder by name, without what lies deeper.

    A folder without reports stands for itself: to read it says that it is none. Raises GxcheckError
    for one whose reports the outcome would be among: the next time it would be checked too.
    """
    return [file for name in names for file in _files(name, output, lang)]


def _files(name: str, output: str | None, lang: Lang) -> Iterator[str]:
    folder = Path(name)
    if name == "-" or not folder.is_dir():
        yield name
        return
    if output is not None and _would_be_found(Path(output), folder):
        raise GxcheckError(words("errors", "into_input", lang, folder=name))
    yield from sorted(str(path) for path in folder.iterdir() if _is_report(path)) or [name]


def _would_be_found(output: Path, folder: Path) -> bool:
    """Whether an output, a file or a folder of files, would be among the reports of a folder."""
    output, folder = output.resolve(), folder.resolve()
    return output == folder or (output.parent == folder and _is_named_like_one(output.name))


def _is_report(path: Path) -> bool:
    return _is_named_like_one(path.name) and path.is_file()


def _is_named_like_one(name: str) -> bool:
    return name.lower().endswith(SUFFIXES) and not name.startswith(_PASSED_OVER)
