"""Loads rule packs: the shipped ones, and those of others with what they extend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from msgspec.structs import replace

from gxcheck.data import read_yaml, rules_folder
from gxcheck.errors import RuleError
from gxcheck.refusals import nearest, told
from gxcheck.rules.model import Level
from gxcheck.rules.packs.schema import ShapeError, check_shape
from gxcheck.rules.packs.source import PackSource
from gxcheck.rules.rule import Rule, rule_from
from gxcheck.rules.ruleset import RuleSet
from gxcheck.rules.search.words import WordList, WordLists

if TYPE_CHECKING:
    from gxcheck.rules.packs.validation import Complaint

__all__ = ["SHIPPED", "adjusted", "check_shipped", "load_rules", "shipped_rules"]

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
    """Raise `RuleError` for the first thing that is wrong with the shipped rules.

    They are checked by the tests, not each time that they load.
    """
    rules = shipped_rules()
    by_id = {rule.id: rule for rule in rules.rules}
    if len(by_id) < len(rules.rules):
        twice = next(name for name in rules.ids if rules.ids.count(name) > 1)
        raise RuleError(*told("pack", "rule_there", name=twice))
    for name in read_yaml("packs.yml"):
        source = PackSource.read(rules_folder() / f"{name}.yml")
        pack = source.load()
        _check_shape(pack, source)
        _check_rules([by_id[item["id"]] for item in pack["rules"]], rules, source)


def adjusted(rules: RuleSet, levels: Mapping[str, Level], off: Sequence[str]) -> RuleSet:
    """The rules with other levels, and without those that are switched off.

    Raises `KeyError` for an id that no rule has.
    """
    known = set(rules.ids)
    for name in (*levels, *off):
        if name not in known:
            raise KeyError(name)
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
        _check_shape(pack, source)
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
        words = words.merged(cast("Mapping[str, WordList]", pack.get("words", {})))
        base = _adjust(RuleSet(tuple(inherited.values()), words), pack, source)
        own = _own_rules(pack, source, base)
        complete = RuleSet((*base.rules, *own), words)
        _check_rules(own, complete, source)
        return complete

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


def _check_shape(pack: object, source: PackSource) -> None:
    try:
        check_shape(pack)
    except ShapeError as error:
        raise source.error(error.why, error.path) from None


def _adjust(base: RuleSet, pack: Mapping[str, Any], source: PackSource) -> RuleSet:
    try:
        return adjusted(base, pack.get("levels", {}), pack.get("off", ()))
    except KeyError as error:
        (name,) = error.args
        where: tuple[str | int, ...] = ("levels", name)
        if name in pack.get("off", ()):
            where = ("off", pack["off"].index(name))
        why = told("rule", "unknown_rule", name=name, hint=nearest(name, base.ids))
        raise source.error(why, where) from None


def _own_rules(pack: Mapping[str, Any], source: PackSource, base: RuleSet) -> Sequence[Rule]:
    own: list[Rule] = []
    taken = set(base.ids)
    for position, item in enumerate(pack.get("rules", ())):
        rule = rule_from(item, pack.get("pack", ""), shipped=False)
        if rule.id in taken:
            why = told("pack", "rule_there", name=rule.id)
            raise source.error(why, ("rules", position, "id"))
        taken.add(rule.id)
        own.append(rule)
    return own


def _check_rules(own: Sequence[Rule], complete: RuleSet, source: PackSource) -> None:
    # Only here: the shipped rules load without it.
    from gxcheck.rules.packs.validation import complaint_about, complaint_about_set

    for position, rule in enumerate(own):
        complaint = complaint_about(rule, complete.words)
        if complaint:
            raise _of_rule(rule, position, complaint, source)
    between = complaint_about_set(complete.rules)
    if between:
        rule, complaint = between
        position = next((at for at, item in enumerate(own) if item is rule), 0)
        raise _of_rule(rule, position, complaint, source)


def _of_rule(rule: Rule, position: int, complaint: Complaint, source: PackSource) -> RuleError:
    why, where = complaint
    whose = told("pack", "of_rule", rule=rule.id, why=why)
    return source.error(whose, ("rules", position, *where))
