"""Loads rule packs: the shipped ones, and those of others with what they extend."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from gxcheck.data import read_yaml, rules_folder
from gxcheck.errors import RuleError
from gxcheck.refusals import nearest, told
from gxcheck.rules.model import Level
from gxcheck.rules.packs.schema import shape_complaints
from gxcheck.rules.packs.source import Complaint, PackSource
from gxcheck.rules.rule import Rule, rule_from
from gxcheck.rules.ruleset import RuleSet
from gxcheck.rules.search.words import WordList, WordLists

__all__ = ["SHIPPED", "adjusted", "check_shipped", "load_rules", "shipped_rules", "unknown_rules"]

SHIPPED = "gxcheck"
"""What a pack extends to have the shipped rules."""
_MOST_FILES = 20


def load_rules(path: str | Path | None = None) -> RuleSet:
    """The rules of the pack at `path`, alone unless it extends others; without path the shipped.

    Raises `RuleError` for whatever is wrong with them, with file and line.
    """
    return shipped_rules() if path is None else _Loader().load(Path(path))


@cache
def shipped_rules() -> RuleSet:
    """The rules that gxcheck ships."""
    rules = [
        rule_from(item, name, shipped=True)
        for name in read_yaml("packs.yml")
        for item in read_yaml(f"{name}.yml")["rules"]
    ]
    return RuleSet(tuple(rules), WordLists(read_yaml("words.yml")))


def check_shipped() -> None:
    """Raise `RuleError` for what is wrong with the first of the shipped packs that is not sound.

    They are checked by the tests, not each time that they load.
    """
    from gxcheck.rules.packs.validation import complaints_about_rules

    rules = shipped_rules()
    by_id = {rule.id: rule for rule in rules.rules}
    if len(by_id) < len(rules.rules):
        twice = next(name for name in rules.ids if rules.ids.count(name) > 1)
        raise RuleError(*told("pack", "rule_there", name=twice))
    for name in read_yaml("packs.yml"):
        source = PackSource.read(rules_folder() / f"{name}.yml")
        pack = source.load()
        source.check(shape_complaints(pack))
        own = [by_id[item["id"]] for item in pack["rules"]]
        source.check(complaints_about_rules(own, by_id, rules.words))


def unknown_rules(
    named: Mapping[str, Iterable[str]], known: Collection[str]
) -> Iterator[Complaint]:
    """The rules that are named, under keys of a file, though there are none of these names."""
    for key, names in named.items():
        for position, name in enumerate(names):
            if name not in known:
                path = (key, name if isinstance(names, Mapping) else position)
                hint = nearest(name, known)
                yield Complaint(told("rule", "unknown_rule", name=name, hint=hint), path)


def adjusted(rules: RuleSet, levels: Mapping[str, Level], off: Collection[str]) -> RuleSet:
    """The rules with other levels, and without those that are switched off."""
    if not levels and not off:
        return rules
    kept = (rule for rule in rules.rules if rule.id not in off)
    chosen = (replace(r, level=levels[r.id]) if r.id in levels else r for r in kept)
    return RuleSet(tuple(chosen), rules.words)


class _Loader:
    """Loads one pack with all that it extends."""

    def __init__(self) -> None:
        self._open: list[Path] = []
        self._files = 0

    def load(self, path: Path) -> RuleSet:
        """The rules of a pack."""
        path = path.resolve()
        if path in self._open:
            raise RuleError(*told("file", "itself"), file=str(path))
        self._files += 1
        if self._files > _MOST_FILES:
            raise RuleError(*told("file", "too_many", most=_MOST_FILES), file=str(path))
        self._open.append(path)
        source = PackSource.read(path)
        pack = source.load()
        source.check(shape_complaints(pack))
        rules = self._together(pack, source, path)
        self._open.pop()
        return rules

    def _together(self, pack: Mapping[str, Any], source: PackSource, path: Path) -> RuleSet:
        """The pack's rules after those it extends."""
        bases = [self._base(name, source, path) for name in _extended(pack)]
        words = WordLists()
        inherited: dict[str, Rule] = {}
        for base in bases:
            words = words.merged(base.words.lists)
            inherited |= {rule.id: rule for rule in base.rules}
        own_words: Mapping[str, WordList] = pack.get("words", {})
        words = words.merged(own_words)
        own = [
            rule_from(item, pack.get("pack", ""), shipped=False) for item in pack.get("rules", ())
        ]
        # Only here: the shipped rules load without it.
        from gxcheck.rules.packs.validation import complaints_about_rules, complaints_about_words

        levels, off = pack.get("levels", {}), pack.get("off", ())
        by_id = {**inherited, **{rule.id: rule for rule in own}}
        source.check(
            chain(
                unknown_rules({"levels": levels, "off": off}, inherited),
                _taken([rule.id for rule in own], inherited.keys() - off),
                complaints_about_words(own_words),
                complaints_about_rules(own, by_id, words),
            )
        )
        base = adjusted(RuleSet(tuple(inherited.values()), words), levels, off)
        return RuleSet((*base.rules, *own), words)

    def _base(self, name: str, source: PackSource, path: Path) -> RuleSet:
        if name == SHIPPED:
            return shipped_rules()
        base = (path.parent / name).resolve()
        if Path(name).is_absolute() or not base.is_relative_to(path.parent):
            raise source.error(told("file", "outside", name=name), ("extends",))
        if not base.is_file():
            raise source.error(told("file", "no_file", name=name), ("extends",))
        return self.load(base)


def _extended(pack: Mapping[str, Any]) -> Sequence[str]:
    extends = pack.get("extends", ())
    return (extends,) if isinstance(extends, str) else extends


def _taken(own: Sequence[str], inherited: Collection[str]) -> Iterator[Complaint]:
    """The rules of a pack whose name another has."""
    for position, name in enumerate(own):
        if name in inherited or name in own[:position]:
            yield Complaint(told("pack", "rule_there", name=name), ("rules", position, "id"))
