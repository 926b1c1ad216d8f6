"""A rule bound to an edition: its conditions for every row, column or item that it looks at."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from gxcheck.refusals import meant, nearest_word
from gxcheck.report.lineage import Edition
from gxcheck.report.model import Report
from gxcheck.rules.language.binding import bind, resolve
from gxcheck.rules.language.expression import ExpressionError, names_in, parse
from gxcheck.rules.language.nodes import Node, Operand, is_tellable
from gxcheck.rules.language.paths import UnknownPathError, follow
from gxcheck.rules.language.scopes import (
    ItemScope,
    Line,
    LineScope,
    NotOnFormError,
    ReportScope,
    Scope,
    lines_of,
)
from gxcheck.rules.rule import Rule
from gxcheck.rules.telling.phrases import NAME

__all__ = ["Bound", "Looks", "bind_rule", "looks_at", "message_names"]

Looks = Literal["report", "lines", "items"]
_ITEMS = ("figures", "paragraphs")


class Bound(Struct, frozen=True):
    """The rule at one row or column, at the item at hand, or at the report as a whole.

    `names` has what the names of the conditions and of the messages stand for, as written.
    """

    line: Line | None
    when: Node | None
    assertion: Node | None
    names: Mapping[str, Operand]

    @property
    def told(self) -> Iterator[tuple[str, Operand]]:
        """The names whose values can be told in a message."""
        return ((name, operand) for name, operand in self.names.items() if is_tellable(operand))


def looks_at(rule: Rule) -> Looks:
    """Whether the rule looks at the report, at rows or columns, or at items found in a report."""
    if not rule.each:
        return "report"
    return "lines" if rule.each.endswith((".rows", ".columns")) and _is_lines(rule) else "items"


def _is_lines(rule: Rule) -> bool:
    return any(lines_of(rule.each, edition) is not None for edition in rule.editions)


def bind_rule(rule: Rule, edition: Edition) -> tuple[Bound, ...]:
    """The rule at all it looks at; empty where the edition's form has nothing of it.

    Raises `ExpressionError`.
    """
    when = parse(rule.when) if rule.when else None
    assertion = parse(rule.assertion) if rule.assertion else None
    lines = lines_of(rule.each, edition) if rule.each else None
    if lines is None:
        scopes: list[tuple[Line | None, Scope]] = [(None, _scope(rule, edition))]
    else:
        scopes = [(line, LineScope(edition, line)) for line in lines]
    found = (_bind(rule, line, scope, when, assertion) for line, scope in scopes)
    return tuple(bound for bound in found if bound)


def _scope(rule: Rule, edition: Edition) -> Scope:
    if not rule.each:
        return ReportScope(edition)
    if rule.each in _ITEMS:
        return ItemScope(edition, rule.each)
    names = rule.each.split(".")
    try:
        kind = follow(Report, names)
    except UnknownPathError as error:
        choices = [*error.choices, *_ITEMS, "applications.columns", "applications.rows"]
        word = nearest_word(rule.each, choices) or nearest_word(error.word, choices)
        raise ExpressionError("nothing_there", each=rule.each, hint=meant(word)) from None
    part = (kind.of or kind).part
    if part is None or kind.sort not in ("list", "part"):
        raise ExpressionError("no_parts", each=rule.each)
    return ItemScope(edition, rule.each, part)


def _bind(
    rule: Rule,
    line: Line | None,
    scope: Scope,
    when: ast.expr | None,
    assertion: ast.expr | None,
) -> Bound | None:
    try:
        condition = bind(when, scope) if when else None
        claim = bind(assertion, scope) if assertion else None
    except NotOnFormError:
        return None
    written = [".".join(names) for tree in (assertion, when) if tree for names in names_in(tree)]
    written += [rule.at] if rule.at else []
    names = {name: operand for name in written if (operand := _operand(name, scope, strict=True))}
    for name in message_names(rule):
        if name not in names:
            operand = _operand(name, scope, strict=False)
            if operand:
                names[name] = operand
    return Bound(line, condition, claim, names)


def _operand(name: str, scope: Scope, *, strict: bool) -> Operand | None:
    names = tuple(name.split("."))
    try:
        operand = resolve(names, scope) if strict else scope.resolve(names)
    except (NotOnFormError, UnknownPathError):
        return None
    return operand if strict or is_tellable(operand) else None


def message_names(rule: Rule) -> list[str]:
    """The {names} in a rule's messages and advice, each once."""
    found = dict.fromkeys(
        name
        for texts in (rule.messages, rule.advice)
        for text in texts.values()
        for words in text.values()
        for name in NAME.findall(words)
    )
    return list(found)
