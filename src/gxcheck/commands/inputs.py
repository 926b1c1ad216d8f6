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


def inputs(names: Sequence[str], lang: Lang) -> list[str]:
    """The files to check, in their order; those of a folder by name, without what lies deeper.

    Raises GxcheckError for a folder without reports.
    """
    return [file for name in names for file in _files(name, lang)]


def _files(name: str, lang: Lang) -> Iterator[str]:
    folder = Path(name)
    if name == "-" or not folder.is_dir():
        yield name
        return
    found = sorted(str(path) for path in folder.iterdir() if _is_report(path))
    if not found:
        suffixes = " ".join(SUFFIXES)
        raise GxcheckError(words("errors", "no_reports", lang, folder=name, suffixes=suffixes))
    yield from found


def _is_report(path: Path) -> bool:
    named = path.name.lower()
    return named.endswith(SUFFIXES) and not named.startswith(_PASSED_OVER) and path.is_file()
