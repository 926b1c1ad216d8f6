"""The configuration a command runs with: the one named, or the nearest above the report."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from gxcheck.config import Config, load_config

__all__ = ["configuration"]

_NAME = "gxcheck.yml"


def configuration(named: str | None, report: str) -> Config | None:
    """The configuration at `named`, else that of the nearest gxcheck.yml above `report`.

    Raises ConfigError and RuleError where it cannot be used.
    """
    if named:
        return _load(Path(named))
    folder = Path.cwd() if report == "-" else Path(report).resolve().parent
    found = next((f / _NAME for f in (folder, *folder.parents) if (f / _NAME).is_file()), None)
    return _load(found) if found else None


@cache
def _load(path: Path) -> Config:
    return load_config(path)
