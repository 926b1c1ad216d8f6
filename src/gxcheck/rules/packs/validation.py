"""What can be wrong with a rule beyond its shape; all of it is refused when rules load."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from gxcheck.document.normalise import normalise
from gxcheck.refusals import Told, nearest, told
from gxcheck.report.model import Report
from gxcheck.rules.checks import CHECKS
from gxcheck.rules.language.bound import Bound, bind_rule, looks_at, message_names
from gxcheck.rules.language.expression import ExpressionError
from gxcheck.rules.language.nodes import PathOf
from gxcheck.rules.language.paths import UnknownPathError, follow
from gxcheck.rules.language.scopes import known_figures, section_roles
from gxcheck.rules.packs.options import formatted
from gxcheck.rules.packs.source import Complaint, YamlPath
from gxcheck.rules.rule import Rule
from gxcheck.rules.search.passages import SCOPES
from gxcheck.rules.search.translate import PatternError, compiled
from gxcheck.rules.search.words import WordList, WordLists
from gxcheck.rules.telling.basis import basis_codes

__all__ = ["complaints_about_rules", "complaints_about_words"]

_COMPARISON = frozenset({"left", "right", "difference", "figure"})
_SEARCH = frozenset({"quote", "name", "word", "right"})


def complaints_about_rules(
    own: Sequence[Rule], by_id: Mapping[str, Rule], words: WordLists
) -> Iterator[Complaint]:
    """What is wrong with the rules of a pack, by themselves and among all of the set."""
    for position, rule in enumerate(own):
        found = chain(_about(rule, words), _between(rule, by_id))
        for why, path in found:
            whose = told("pack", "of_rule", rule=rule.id, why=why)
            yield Complaint(whose, ("rules", position, *path))


def _about(rule: Rule, words: WordLists) -> Iterator[Complaint]:
    """What is wrong with a rule by itself, with the paths in its declaration."""
    yield from chain(_basis(rule), _call(rule, words))
    sought = list(_search(rule, words))
    yield from sought
    yield from _conditions(rule, sound=not sought)


def _between(rule: Rule, by_id: Mapping[str, Rule]) -> Iterator[Complaint]:
    """What is wrong between a rule and the others of its set."""
    for position, name in enumerate(rule.yields_to):
        if name not in by_id:
            yield Complaint(_unknown("rule", name, by_id), ("yields_to", position))
        elif rule.id in _all_yielded_to(name, by_id):
            yield Complaint(told("rule", "in_turn", name=name), ("yields_to", position))


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


def complaints_about_words(lists: Mapping[str, WordList]) -> Iterator[Complaint]:
    """What is wrong with the word lists of a pack: words that nothing is left of to look for."""
    for name, words in lists.items():
        for position, word in enumerate(words):
            place = word if isinstance(words, Mapping) else position
            yield from _word(word, ("words", name, place))


def _basis(rule: Rule) -> Iterator[Complaint]:
    codes = basis_codes()
    for position, code in enumerate(rule.basis):
        key = code.partition(" ")[0]
        if key not in codes:
            yield Complaint(_unknown("basis", key, codes), ("basis", position))


def _call(rule: Rule, words: WordLists) -> Iterator[Complaint]:
    call = rule.call
    if call is None:
        return
    if rule.each or rule.when:
        yield Complaint(told("rule", "check_of_all"), ("call",))
    if call.check not in CHECKS:
        yield Complaint(_unknown("check", call.check, CHECKS), ("call", "check"))
        return
    for kind, text, path in formatted(call.check, call.options):
        yield from _option(kind, text, ("call", "with", *path), words)


def _option(kind: str, text: str, path: YamlPath, words: WordLists) -> Iterator[Complaint]:
    """What is wrong with an option of a check that has a format."""
    match kind:
        case "pattern":
            yield from _pattern(text, path)
        case "word":
            yield from _word(text, path)
        case "list":
            yield from _word_list(text, words, path)
        case "figure":
            if text not in known_figures():
                hint = nearest(text, known_figures())
                yield Complaint(told("example", "unknown_figure", name=text, hint=hint), path)


def _search(rule: Rule, words: WordLists) -> Iterator[Complaint]:
    search, verb = rule.search, rule.verb
    if verb not in ("require", "forbid") or search.part:
        return
    if bool(rule.each) == bool(search.scopes):
        yield Complaint(told("rule", "where", verb=verb), (verb,))
    if looks_at(rule) == "lines" or rule.each == "figures":
        yield Complaint(told("rule", "figures", verb=verb, each=rule.each), ("each",))
    for name, pattern in (search.patterns or {}).items():
        path = (verb, "patterns", name) if name else (verb, "pattern")
        yield from _pattern(pattern, path)
    for key, chosen in (("words", search.words), ("except", search.exceptions)):
        if isinstance(chosen, str):
            yield from _word_list(chosen, words, (verb, key))
        for position, word in enumerate(() if isinstance(chosen, str) else chosen):
            yield from _word(word, (verb, key, position))
    for scope in search.scopes:
        yield from _scope(scope, (verb, "in"))


def _word(word: str, path: YamlPath) -> Iterator[Complaint]:
    if not normalise(word).text:
        yield Complaint(told("rule", "no_word", word=word), path)


def _pattern(pattern: str, path: YamlPath) -> Iterator[Complaint]:
    try:
        compiled(pattern)
    except PatternError as error:
        yield Complaint(error.why, path)


def _word_list(name: str, words: WordLists, path: YamlPath) -> Iterator[Complaint]:
    if name not in words:
        yield Complaint(_unknown("list", name, words.lists), path)
    elif not words.lists[name]:
        yield Complaint(told("rule", "empty_list", name=name), path)


def _scope(scope: str, path: YamlPath) -> Iterator[Complaint]:
    head, _, role = scope.partition(".")
    if scope in SCOPES:
        return
    if head == "sections":
        if role not in section_roles():
            yield Complaint(_unknown("section", role, section_roles()), path)
        return
    try:
        kind = follow(Report, scope.split("."))
    except UnknownPathError as error:
        choices = (*SCOPES, *(f"sections.{name}" for name in section_roles()), *error.choices)
        yield Complaint(_unknown("text", scope, choices), path)
        return
    part = (kind.of or kind).part
    if (kind.of or kind).sort != "text" and not _tells(part):
        yield Complaint(told("rule", "no_text", name=scope), path)


def _tells(part: type[Any] | None) -> bool:
    """Whether a part of a report has words: all but figures and places do."""
    return hasattr(part, "model_fields") or hasattr(part, "text")


def _conditions(rule: Rule, *, sound: bool) -> Iterator[Complaint]:
    """What is wrong with the conditions; with the messages too, where what is sought is sound."""
    bound: list[Bound] = []
    for edition in rule.editions:
        try:
            here = bind_rule(rule, edition)
        except ExpressionError as error:
            yield Complaint(error.why, (_guilty(rule, error),))
            return
        if not here and not rule.every_edition:
            yield Complaint(told("rule", "edition_without", edition=edition), ("editions",))
        bound += here
    if not bound:
        yield Complaint(told("rule", "no_edition"), ("editions",))
        return
    names = {name for item in bound for name, _ in item.told}
    if rule.at and not any(_placeable(item, rule.at) for item in bound):
        yield Complaint(told("rule", "no_place", name=rule.at), ("at",))
    if sound and rule.verb != "call":
        yield from _names(rule, names | _special(rule))
    if rule.verb in ("forbid", "call") and rule.at:
        yield Complaint(told("rule", "at_elsewhere"), ("at",))


def _guilty(rule: Rule, error: ExpressionError) -> str:
    """The key of the declaration that an error is about."""
    from gxcheck.rules.language.expression import parse

    if rule.each and rule.each == error.values.get("each"):
        return "each"
    if rule.when and error.key in ("unknown_name", "unknown_inside"):
        word = str(error.values["name"])
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


def _unknown(what: str, name: str, choices: Iterable[str]) -> Told:
    """That there is no rule, basis… of that name, and which may be meant."""
    return told("rule", f"unknown_{what}", name=name, hint=nearest(name, choices))


def _names(rule: Rule, known: Collection[str]) -> Iterator[Complaint]:
    for name in message_names(rule):
        if name not in known:
            why = told("rule", "unfilled", name=name, hint=nearest(name, known))
            yield Complaint(why, ("message",))
