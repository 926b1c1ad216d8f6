"""The configuration a command runs with: the one named, or the nearest above the report."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from gxcheck.config import Config, load_config

__all__ = ["NAME", "configuration", "nearest_configuration"]

NAME = "gxcheck.yml"


def configuration(named: str | None, report: str) -> Config | None:
    """The configuration at `named`, else that of the nearest gxcheck.yml above `report`.

    Raises ConfigError and RuleError where it cannot be used.
    """
    found = Path(named) if named else nearest_configuration(report)
    return _load(found) if found else None


def nearest_configuration(report: str) -> Path | None:
    """The nearest gxcheck.yml, from the folder of `report` upward."""
    folder = Path.cwd() if report == "-" else Path(report).resolve().parent
    return next((f / NAME for f in (folder, *folder.parents) if (f / NAME).is_file()), None)


@cache
def _load(path: Path) -> Config:
    return load_config(path)
