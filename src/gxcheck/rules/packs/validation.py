"""What can be wrong with a rule beyond its shape; all of it is refused when rules load."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from gxcheck.report.model import Report
from gxcheck.rules.checks import CHECKS
from gxcheck.rules.language.bound import Bound, bind_rule, looks_at, message_names
from gxcheck.rules.language.expression import ExpressionError
from gxcheck.rules.language.nodes import PathOf
from gxcheck.rules.language.paths import UnknownPathError, follow
from gxcheck.rules.language.scopes import section_roles
from gxcheck.rules.nearest import nearest
from gxcheck.rules.rule import Rule
from gxcheck.rules.search.passages import SCOPES
from gxcheck.rules.search.translate import PatternError, compiled
from gxcheck.rules.search.words import WordLists
from gxcheck.rules.telling.basis import basis_codes

__all__ = ["Complaint", "complaint_about", "complaint_about_set"]

Complaint: TypeAlias = tuple[str, Sequence[str | int]]
_COMPARISON = frozenset({"left", "right", "difference", "figure"})
_SEARCH = frozenset({"quote", "name", "word", "right"})


def complaint_about(rule: Rule, words: WordLists) -> Complaint | None:
    """What is wrong with a rule, and the path of it in the declaration; None if nothing."""
    for found in (_basis(rule), _call(rule), _search(rule, words), _conditions(rule)):
        for complaint in found:
            return complaint
    return None


def complaint_about_set(rules: Sequence[Rule]) -> tuple[Rule, Complaint] | None:
    """What is wrong between the rules of a set."""
    by_id = {rule.id: rule for rule in rules}
    for rule in rules:
        for position, name in enumerate(rule.yields_to):
            if name not in by_id:
                hint = nearest(name, by_id)
                return rule, (f"unknown rule {name!r}{hint}", ("yields_to", position))
            if rule.id in _all_yielded_to(name, by_id):
                return rule, (f"{name!r} yields to it in turn", ("yields_to", position))
    return None


def _all_yielded_to(name: str, by_id: Mapping[str, Rule]) -> set[str]:
    """The rule of that name and all that it yields to, directly or not."""
    reached: set[str] = set()
    pending = [name]
    while pending:
        name = pending.pop()
        if name not in reached:
            reached.add(name)
            pending += by_id[name].yields_to if name in by_id else ()
    return reached


def _basis(rule: Rule) -> Iterator[Complaint]:
    codes = basis_codes()
    for position, code in enumerate(rule.basis):
        key = code.partition(" ")[0]
        if key not in codes:
            yield f"unknown basis {key!r}{nearest(key, codes)}", ("basis", position)


def _call(rule: Rule) -> Iterator[Complaint]:
    if rule.call and rule.call.check not in CHECKS:
        hint = nearest(rule.call.check, CHECKS)
        yield f"unknown check {rule.call.check!r}{hint}", ("call", "check")
    if rule.call and (rule.each or rule.when):
        yield "a check looks at the whole report: it has no `each` and no `when`", ("call",)


def _search(rule: Rule, words: WordLists) -> Iterator[Complaint]:
    search, verb = rule.search, rule.verb
    if verb not in ("require", "forbid") or search.part:
        return
    if bool(rule.each) == bool(search.scopes):
        yield f"{verb} needs either `in` or `each`, not both", (verb,)
    if looks_at(rule) == "lines" or rule.each == "figures":
        yield f"{verb} looks at texts, and {rule.each} are figures", ("each",)
    for name, pattern in (search.patterns or {}).items():
        path = (verb, "patterns", name) if name else (verb, "pattern")
        yield from _pattern(pattern, path)
    for key, chosen in (("words", search.words), ("except", search.exceptions)):
        if isinstance(chosen, str):
            yield from _word_list(chosen, words, (verb, key))
    for scope in search.scopes:
        yield from _scope(scope, (verb, "in"))


def _pattern(pattern: str, path: Sequence[str]) -> Iterator[Complaint]:
    try:
        compiled(pattern)
    except PatternError as error:
        yield str(error), path


def _word_list(name: str, words: WordLists, path: Sequence[str]) -> Iterator[Complaint]:
    if name not in words:
        yield f"unknown word list {name!r}{nearest(name, words.lists)}", path
    elif not words.lists[name]:
        yield f"the word list {name!r} is empty", path


def _scope(scope: str, path: Sequence[str]) -> Iterator[Complaint]:
    head, _, role = scope.partition(".")
    if scope in SCOPES:
        return
    if head == "sections":
        if role not in section_roles():
            hint = nearest(role, section_roles())
            yield f"no section is ever {role!r}{hint}", path
        return
    try:
        kind = follow(Report, scope.split("."))
    except UnknownPathError as error:
        choices = (*SCOPES, *(f"sections.{name}" for name in section_roles()), *error.choices)
        yield f"there is no text {scope!r}{nearest(scope, choices)}", path
        return
    part = (kind.of or kind).part
    if (kind.of or kind).sort != "text" and not _tells(part):
        yield f"{scope!r} is no text", path


def _tells(part: type[Any] | None) -> bool:
    """Whether a part of a report has words: all but figures and places do."""
    return hasattr(part, "model_fields") or hasattr(part, "text")


def _conditions(rule: Rule) -> Iterator[Complaint]:
    bound: list[Bound] = []
    for edition in rule.editions:
        try:
            here = bind_rule(rule, edition)
        except ExpressionError as error:
            yield str(error), (_guilty(rule, str(error)),)
            return
        if not here and not rule.every_edition:
            yield f"the form of {edition} has nothing of what it looks at", ("editions",)
        bound += here
    if not bound:
        yield "no form has anything of what it looks at", ("editions",)
        return
    names = {name for item in bound for name, _ in item.told}
    if rule.at and not any(_placeable(item, rule.at) for item in bound):
        yield f"`at` is no figure and no part with a place: {rule.at!r}", ("at",)
    if rule.verb != "call":
        yield from _names(rule, names | _special(rule))
    if rule.verb in ("forbid", "call") and rule.at:
        yield "`at` belongs to assert and require", ("at",)


def _guilty(rule: Rule, error: str) -> str:
    """The key of the declaration that an error is about."""
    from gxcheck.rules.language.expression import parse

    if rule.each and repr(rule.each) in error:
        return "each"
    if rule.when and error.startswith("unknown name"):
        word = error.split("'")[1]
        return "when" if word in rule.when and word not in rule.assertion else rule.verb
    try:
        parse(rule.when or "1")
    except ExpressionError:
        return "when"
    return rule.verb


def _placeable(bound: Bound, at: str) -> bool:
    operand = bound.names.get(at)
    return operand is not None and not (isinstance(operand, PathOf) and not operand.steps)


def _special(rule: Rule) -> set[str]:
    names = {"each"} if rule.each else set()
    if rule.verb == "assert":
        names |= _COMPARISON
    if rule.verb == "forbid":
        names |= _SEARCH
        for pattern in (rule.search.patterns or {}).values():
            names |= set(compiled(pattern).groupindex)
    return names


def _names(rule: Rule, known: Collection[str]) -> Iterator[Complaint]:
    for name in message_names(rule):
        if name not in known:
            hint = nearest(name, known)
            yield f"the message has no value for {{{name}}}{hint}", ("message",)
