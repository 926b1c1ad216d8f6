"""How reports are checked in one place: packs, forms, acceptances, from a `gxcheck.yml`."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from msgspec import Struct

from gxcheck.acceptances import Acceptance
from gxcheck.errors import ConfigError
from gxcheck.refusals import told
from gxcheck.report.form_set import FormSet
from gxcheck.report.lineage import Edition
from gxcheck.report.model import OrganKind, SpecialOrgan
from gxcheck.rules.model import Lang
from gxcheck.rules.packs.loader import adjusted, load_rules, unknown_rules
from gxcheck.rules.packs.schema import config_schema, shape_complaints
from gxcheck.rules.packs.source import Complaint, PackSource, YamlPath
from gxcheck.rules.rule import Rule
from gxcheck.rules.ruleset import RuleSet
from gxcheck.rules.search.words import WordLists

__all__ = ["Acceptance", "Config", "GivenOrgan", "config_schema", "load_config"]

_OFF = ("off", "ignore")


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
    source.check(shape_complaints(values, "config"))
    folder = path.resolve().parent
    rules = _packs(values, source, folder)
    source.check(chain(_unknown_rules(values, rules), _no_days(values)))
    return Config(
        rules=rules and adjusted(rules, values.get("levels", {}), _switched_off(values)),
        edition=values.get("edition"),
        lang=values.get("lang"),
        acceptances=tuple(map(_acceptance, values.get("acceptances", ()))),
        organ=GivenOrgan(**values["organ"]) if "organ" in values else None,
        forms=_forms(values, source, folder),
    )


def _listed(values: Mapping[str, Any], *keys: str) -> list[tuple[str, YamlPath]]:
    """What is listed under keys that mean the same, each with the path to it."""
    return [(name, (key, at)) for key in keys for at, name in enumerate(values.get(key, ()))]


def _packs(values: Mapping[str, Any], source: PackSource, folder: Path) -> RuleSet | None:
    """The rules of the packs, or the shipped ones; None where nothing is said of rules."""
    packs = _listed(values, "rules", "packs")
    if packs or values.get("levels") or _switched_off(values):
        return _together(packs, source, folder)
    return None


def _switched_off(values: Mapping[str, Any]) -> Sequence[str]:
    return [name for name, _ in _listed(values, *_OFF)]


def _unknown_rules(values: Mapping[str, Any], rules: RuleSet | None) -> Iterable[Complaint]:
    named = {key: values[key] for key in ("levels", *_OFF) if key in values}
    return unknown_rules(named, rules.ids) if rules else ()


def _no_days(values: Mapping[str, Any]) -> Iterator[Complaint]:
    """The last days of acceptances that the calendar has not."""
    for position, item in enumerate(values.get("acceptances", ())):
        if "until" in item and _day(item["until"]) is None:
            why = told("config", "no_day", day=item["until"])
            yield Complaint(why, ("acceptances", position, "until"))


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
        own.check(shape_complaints(declared, "form"))
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


def _acceptance(item: Mapping[str, Any]) -> Acceptance:
    until = _day(item["until"]) if "until" in item else None
    return Acceptance(
        item["fingerprint"], item["reason"], until, item.get("organ"), item.get("year")
    )


def _day(text: str) -> datetime.date | None:
    """The day that a text tells, None where the calendar has no such day."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
