"""How reports are checked in one place: packs, levels, acceptances, from a `gxcheck.yml`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from gxcheck.errors import ConfigError
from gxcheck.report.model import Edition
from gxcheck.rules.loader import adjusted, load_rules
from gxcheck.rules.model import Lang
from gxcheck.rules.nearest import nearest
from gxcheck.rules.rule import Rule
from gxcheck.rules.ruleset import RuleSet
from gxcheck.rules.schema import ShapeError, check_shape, config_schema
from gxcheck.rules.source import PackSource
from gxcheck.rules.words import WordLists

__all__ = ["Acceptance", "Config", "config_schema", "load_config"]


class Acceptance(NamedTuple):
    """A finding that is accepted. `until` is the last day on which it is; None for ever."""

    fingerprint: str
    reason: str
    until: datetime.date | None = None


class Config(NamedTuple):
    """What a configuration file says. `rules` is ready to run; None stands for the shipped."""

    rules: RuleSet | None = None
    edition: Edition | None = None
    lang: Lang | None = None
    acceptances: tuple[Acceptance, ...] = ()


def load_config(path: str | Path) -> Config:
    """The configuration at `path`; its packs are found from its folder.

    Raises `ConfigError`, and `RuleError` for a pack that it names.
    """
    path = Path(path)
    source = PackSource.read(path, ConfigError)
    values = source.load() or {}
    try:
        check_shape(values, "config")
    except ShapeError as error:
        raise source.error(error.message, error.path) from None
    return Config(
        rules=_rules(values, source, path.resolve().parent),
        edition=values.get("edition"),
        lang=values.get("lang"),
        acceptances=tuple(_acceptances(values.get("acceptances", ()), source)),
    )


def _rules(values: Mapping[str, Any], source: PackSource, folder: Path) -> RuleSet | None:
    levels, off = values.get("levels", {}), values.get("off", ())
    if not (levels or off or values.get("rules")):
        return None
    together = _together(values.get("rules", ()), source, folder)
    try:
        return adjusted(together, levels, off)
    except KeyError as error:
        (name,) = error.args
        where = ("levels", name) if name in levels else ("off", off.index(name))
        raise source.error(f"unknown rule {name!r}{nearest(name, together.ids)}", where) from None


def _together(names: Sequence[str], source: PackSource, folder: Path) -> RuleSet:
    if not names:
        return load_rules()
    rules: dict[str, Rule] = {}
    words = WordLists()
    for position, name in enumerate(names):
        if not (folder / name).is_file():
            raise source.error(f"there is no file {name!r}", ("rules", position))
        pack = load_rules(folder / name)
        for rule in pack.rules:
            if rules.setdefault(rule.id, rule) != rule:
                raise source.error(f"two packs have a rule {rule.id!r}", ("rules", position))
        words = words.merged(pack.words.lists)
    return RuleSet(tuple(rules.values()), words)


def _acceptances(items: Sequence[Mapping[str, str]], source: PackSource) -> list[Acceptance]:
    return [
        Acceptance(item["fingerprint"], item["reason"], _until(item, position, source))
        for position, item in enumerate(items)
    ]


def _until(item: Mapping[str, str], position: int, source: PackSource) -> datetime.date | None:
    text = item.get("until")
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        message = f"the calendar has no {text}"
        raise source.error(message, ("acceptances", position, "until")) from None
