"""How reports are checked in one place: packs, forms, acceptances, from a `gxcheck.yml`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, TypeAlias

from msgspec import Struct

from gxcheck.acceptances import Acceptance
from gxcheck.errors import ConfigError
from gxcheck.refusals import nearest, told
from gxcheck.report.form_set import FormSet
from gxcheck.report.lineage import Edition
from gxcheck.report.model import OrganKind, SpecialOrgan
from gxcheck.rules.model import Lang
from gxcheck.rules.packs.loader import adjusted, load_rules
from gxcheck.rules.packs.schema import ShapeError, check_shape, config_schema
from gxcheck.rules.packs.source import PackSource
from gxcheck.rules.rule import Rule
from gxcheck.rules.ruleset import RuleSet
from gxcheck.rules.search.words import WordLists

__all__ = ["Acceptance", "Config", "GivenOrgan", "config_schema", "load_config"]

YamlPath: TypeAlias = "tuple[str | int, ...]"


class GivenOrgan(Struct, frozen=True):
    """Whose reports these are, so far as the user says it: it goes before what is recognised."""

    name: str | None = None
    kind: OrganKind | None = None
    special: SpecialOrgan | None = None


class Config(Struct, frozen=True):
    """What a configuration file says.

    `rules` are ready to run, `forms` ready to read by; None stands for the shipped.
    """

    rules: RuleSet | None = None
    edition: Edition | None = None
    lang: Lang | None = None
    acceptances: tuple[Acceptance, ...] = ()
    organ: GivenOrgan | None = None
    forms: FormSet | None = None


def load_config(path: str | Path) -> Config:
    """The configuration at `path`; the packs and forms it names are found from its folder.

    Raises `ConfigError`, and `RuleError` for a pack that it names.
    """
    path = Path(path)
    source = PackSource.read(path, ConfigError)
    values = source.load() or {}
    _check(values, "config", source)
    folder = path.resolve().parent
    return Config(
        rules=_rules(values, source, folder),
        edition=values.get("edition"),
        lang=values.get("lang"),
        acceptances=tuple(_acceptances(values.get("acceptances", ()), source)),
        organ=GivenOrgan(**values["organ"]) if "organ" in values else None,
        forms=_forms(values, source, folder),
    )


def _check(values: object, kind: Literal["config", "form"], source: PackSource) -> None:
    try:
        check_shape(values, kind)
    except ShapeError as error:
        raise source.error(error.why, error.path) from None


def _listed(values: Mapping[str, Any], *keys: str) -> list[tuple[str, YamlPath]]:
    """What is listed under keys that mean the same, each with the path to it."""
    return [(name, (key, at)) for key in keys for at, name in enumerate(values.get(key, ()))]


def _rules(values: Mapping[str, Any], source: PackSource, folder: Path) -> RuleSet | None:
    levels = values.get("levels", {})
    off = _listed(values, "off", "ignore")
    packs = _listed(values, "rules", "packs")
    if not (levels or off or packs):
        return None
    together = _together(packs, source, folder)
    try:
        return adjusted(together, levels, [name for name, _ in off])
    except KeyError as error:
        (name,) = error.args
        where = ("levels", name) if name in levels else dict(off)[name]
        why = told("rule", "unknown_rule", name=name, hint=nearest(name, together.ids))
        raise source.error(why, where) from None


def _together(names: Sequence[tuple[str, YamlPath]], source: PackSource, folder: Path) -> RuleSet:
    if not names:
        return load_rules()
    rules: dict[str, Rule] = {}
    words = WordLists()
    for name, where in names:
        pack = load_rules(_file(folder, name, where, source))
        for rule in pack.rules:
            if rules.setdefault(rule.id, rule) != rule:
                raise source.error(told("pack", "two_packs", name=rule.id), where)
        words = words.merged(pack.words.lists)
    return RuleSet(tuple(rules.values()), words)


def _file(folder: Path, name: str, where: YamlPath, source: PackSource) -> Path:
    if not (folder / name).is_file():
        raise source.error(told("file", "no_file", name=name), where)
    return folder / name


def _forms(values: Mapping[str, Any], source: PackSource, folder: Path) -> FormSet | None:
    """The forms with the changes told; those of files first, then more words for all."""
    files, synonyms = _listed(values, "forms"), values.get("synonyms", {})
    if not (files or synonyms):
        return None
    from gxcheck.report.form_changes import FormChanges  # not needed for most configurations

    changes = FormChanges()
    for name, where in files:
        own = PackSource.read(_file(folder, name, where, source), ConfigError)
        declared = own.load() or {}
        _check(declared, "form", own)
        with _told(own):
            changes.take(declared)
    with _told(source):
        for name, words in synonyms.items():
            changes.call(name, words)
    return changes.forms()


@contextmanager
def _told(source: PackSource) -> Iterator[None]:
    """Tell what is wrong with a form where it stands in its file."""
    from gxcheck.report.form_changes import FormError

    try:
        yield
    except FormError as error:
        raise source.error(error.why, error.path) from None


def _acceptances(items: Sequence[Mapping[str, Any]], source: PackSource) -> list[Acceptance]:
    return [
        Acceptance(
            item["fingerprint"],
            item["reason"],
            _until(item, position, source),
            item.get("organ"),
            item.get("year"),
        )
        for position, item in enumerate(items)
    ]


def _until(item: Mapping[str, Any], position: int, source: PackSource) -> datetime.date | None:
    text = item.get("until")
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        why = told("config", "no_day", day=text)
        raise source.error(why, ("acceptances", position, "until")) from None
