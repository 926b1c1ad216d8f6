"""Brings what was found out to where it is wanted: the screen, a file, or a folder of files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from gxcheck.checking import Review
from gxcheck.commands.streams import binary_output, output
from gxcheck.errors import GxcheckError
from gxcheck.output import WRITERS, Checked, format_of, write
from gxcheck.output.words import words
from gxcheck.rules.model import Lang

__all__ = ["chosen_format", "deliver"]


def chosen_format(named: str | None, path: str | None, inputs: Sequence[str], lang: Lang) -> str:
    """The format named, else that of the output's name, else the console's.

    Raises GxcheckError where so many inputs, or that output, do not go with the format.
    """
    chosen = named or (format_of(path) if path else None) or "console"
    writer = WRITERS[chosen]
    if path is None and writer.binary and sys.stdout.isatty():
        raise GxcheckError(words("errors", "binary", lang, format=chosen))
    if writer.single and len(inputs) > 1 and not (path and _is_folder(path)):
        raise GxcheckError(words("errors", "single", lang, format=chosen))
    return chosen


def deliver(checked: Sequence[Checked], chosen: str, path: str | None, lang: Lang) -> None:
    """Write what became of the inputs; into a folder, a file for each that could be read.

    Raises GxcheckError where that cannot be written.
    """
    if path is None or not _is_folder(path):
        _deliver_one(checked, chosen, path, [one.name for one in checked], lang)
        return
    try:
        Path(path).mkdir(exist_ok=True)
    except OSError as error:
        told = words("errors", "no_folder", lang, path=path, reason=error.strerror)
        raise GxcheckError(told) from error
    for one, target in _targets(checked, chosen, Path(path), lang):
        _deliver_one([one], chosen, str(target), [each.name for each in checked], lang)


def _deliver_one(
    checked: Sequence[Checked], chosen: str, path: str | None, inputs: Sequence[str], lang: Lang
) -> None:
    if WRITERS[chosen].single and not isinstance(checked[0].result, Review):
        return
    opened = binary_output if WRITERS[chosen].binary else output
    with opened(path, inputs, lang) as stream:
        write(chosen, checked, stream, lang)


def _targets(
    checked: Sequence[Checked], chosen: str, folder: Path, lang: Lang
) -> Iterator[tuple[Checked, Path]]:
    """Each input that could be read, with a name in the folder that no other has."""
    taken: set[str] = set()
    for one in checked:
        if not isinstance(one.result, Review):
            continue
        stem = "stdin" if one.name == "-" else Path(one.name).stem
        name = first = words("files", "reviewed", lang, stem=stem)
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{first}-{number}"
        taken.add(name.casefold())
        yield one, folder / f"{name}{WRITERS[chosen].suffix}"


def _is_folder(path: str) -> bool:
    return path.endswith(("/", os.sep)) or Path(path).is_dir()
