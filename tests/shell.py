"""Commands and scripts run as a shell runs them, but in this process: a start takes longer."""

import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from gxcheck.cli import main


class Shown(NamedTuple):
    """How a program has ended, and what it has written."""

    code: Any
    out: str
    err: str


class Shell:
    """Runs in the folder of the test, or in the one that is named; screens are of 80 columns."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys
        monkeypatch.setenv("COLUMNS", "80")

    def gxcheck(self, *words: str, folder: Path) -> Shown:
        """The command line."""
        return self._shown(lambda: main(words), folder)

    def python(self, script: Path, *words: str, folder: Path | None = None) -> Shown:
        """A script by its path."""
        self._monkeypatch.setattr(sys, "argv", [str(script), *words])
        return self._shown(lambda: runpy.run_path(str(script), run_name="__main__") and 0, folder)

    def code(self, text: str, script: Path, folder: Path) -> Shown:
        """A piece of Python that a guide shows, once it is written down as a script."""
        script.write_text(text, "utf-8")
        return self.python(script, folder=folder)

    def _shown(self, program: Callable[[], int], folder: Path | None) -> Shown:
        if folder:
            self._monkeypatch.chdir(folder)
        try:
            code: Any = program()
        except SystemExit as end:
            code = end.code or 0
        return Shown(code, *self._capsys.readouterr())
