"""Binds an expression to a scope: every name gets its meaning, every part its kind, or an error."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, cast

from gxcheck.refusals import NOTHING, nearest
from gxcheck.report.lineage import EDITIONS
from gxcheck.report.prose.claims.facts import facts_of
from gxcheck.rules.language.expression import ExpressionError, dotted
from gxcheck.rules.language.nodes import (
    Arithmetic,
    Compare,
    Comparison,
    Constant,
    Count,
    Group,
    Listing,
    Logic,
    Membership,
    Negative,
    Node,
    Not,
    Operand,
    PathOf,
    Present,
    Quantified,
    Sum,
    kind_of,
)
from gxcheck.rules.language.paths import FIGURE, Kind, UnknownPathError
from gxcheck.rules.language.scopes import NotOnFormError, Scope, section_roles

__all__ = ["bind", "resolve"]

_OPERATORS: dict[type[ast.AST], str] = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*",
}  # fmt: skip


def bind(tree: ast.expr, scope: Scope) -> Node:
    """The condition with its names bound.

    Raises `ExpressionError`, and `NotOnFormError` where a figure is not on the form in question.
    """
    node = _Binder(scope).node(tree)
    if kind_of(node).sort != "truth":
        raise ExpressionError("no_condition", text=ast.unparse(tree), kind=kind_of(node).name)
    return node


def resolve(names: tuple[str, ...], scope: Scope) -> Operand:
    """What a name stands for, with the nearest right word in the error."""
    try:
        return scope.resolve(names)
    except UnknownPathError as error:
        written = ".".join(names)
        hint = nearest(error.word, error.choices)
        key = "unknown_name" if error.word == written else "unknown_inside"
        raise ExpressionError(key, name=error.word, path=written, hint=hint) from None


class _Binder:
    """Walks one expression."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def node(self, tree: ast.AST) -> Node:
        match tree:
            case ast.Constant(value):
                return Constant(Decimal(repr(value)) if isinstance(value, float) else value)  # type: ignore[arg-type]
            case ast.Name() | ast.Attribute():
                return self._single(tree)
            case ast.List(elts) | ast.Tuple(elts):
                return self._listing(elts)
            case ast.BoolOp(op, values):
                terms = tuple(self._condition(value) for value in values)
                return Logic("and" if isinstance(op, ast.And) else "or", terms)
            case ast.UnaryOp(ast.Not(), operand):
                return Not(self._condition(operand))
            case ast.UnaryOp(_, operand):
                return Negative(self._number(operand))
            case ast.BinOp(left, op, right):
                return self._arithmetic(op, left, right)
            case ast.Compare(left, ops, comparators):
                return self._chain([left, *comparators], ops)
            case ast.Call(ast.Name(name), [argument]):
                return self._call(name, argument)
        raise ExpressionError("no_such", what=repr(ast.unparse(tree)), hint=NOTHING)

    def _single(self, tree: ast.expr) -> Node:
        operand = self._operand(tree)
        if isinstance(operand, Group):
            raise ExpressionError("group", name=operand.name)
        return operand

    def _operand(self, tree: ast.expr) -> Operand:
        return resolve(dotted(tree), self._scope)

    def _listing(self, items: Sequence[ast.expr]) -> Listing:
        bound = tuple(self.node(item) for item in items)
        constants = tuple(item for item in bound if isinstance(item, Constant))
        if not constants or len(constants) < len(bound):
            raise ExpressionError("empty_list")
        if len({kind_of(item) for item in constants}) > 1:
            raise ExpressionError("mixed_list")
        return Listing(constants)

    def _condition(self, tree: ast.expr) -> Node:
        node = self.node(tree)
        if kind_of(node).sort != "truth":
            raise ExpressionError("no_condition", text=ast.unparse(tree), kind=kind_of(node).name)
        return node

    def _number(self, tree: ast.expr) -> Node:
        node = self.node(tree)
        if kind_of(node).sort != "number":
            raise ExpressionError("no_number", text=ast.unparse(tree), kind=kind_of(node).name)
        return node

    def _arithmetic(self, op: ast.operator, left: ast.expr, right: ast.expr) -> Node:
        sign = cast("Literal['+', '-', '*']", _OPERATORS[type(op)])
        return Arithmetic(sign, self._number(left), self._number(right))

    def _chain(self, trees: Sequence[ast.expr], ops: Sequence[ast.cmpop]) -> Node:
        pairs = zip(trees, ops, trees[1:], strict=False)
        parts = tuple(self._comparison(left, op, right) for left, op, right in pairs)
        return parts[0] if len(parts) == 1 else Logic("and", parts)

    def _comparison(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> Node:
        first, second = self.node(left), self.node(right)
        if isinstance(op, (ast.In, ast.NotIn)):
            return self._membership(first, second, isinstance(op, ast.NotIn))
        sign = cast("Comparison", _OPERATORS[type(op)])
        one, other = kind_of(first), kind_of(second)
        if one.sort != other.sort or one.sort not in ("number", "text", "date"):
            raise ExpressionError("not_alike", one=one.name, other=other.name)
        if one.sort == "text" and sign not in ("==", "!="):
            raise ExpressionError("no_order", kind=one.name)
        _check_choice(first, second)
        _check_choice(second, first)
        return Compare(sign, first, second)

    def _membership(self, item: Node, container: Node, negated: bool) -> Node:
        one, many = kind_of(item), kind_of(container)
        inner = many.of if many.of else many
        if (many.sort not in ("list", "text")) or one.sort != inner.sort:
            raise ExpressionError("not_inside", one=one.name, many=many.name)
        if many.sort == "list":
            for constant in container.items if isinstance(container, Listing) else ():
                _check_choice(item, constant)
            _check_choice(container, item)
        return Membership(item, container, negated)

    def _call(self, name: str, argument: ast.expr) -> Node:
        match name:
            case "sum":
                return self._sum(argument)
            case "present":
                return self._present(argument)
            case "count":
                return self._count(argument)
            case _:
                return self._quantified("all" if name == "all" else "any", argument)

    def _sum(self, argument: ast.expr) -> Node:
        items = argument.elts if isinstance(argument, (ast.List, ast.Tuple)) else [argument]
        terms: list[Node] = []
        for item in items:
            terms += self._terms(item)
        if not terms:
            raise NotOnFormError(ast.unparse(argument))
        return Sum(tuple(terms))

    def _terms(self, item: ast.expr) -> Sequence[Node]:
        """The figures of one part of a sum; none where this form has not got it."""
        if not isinstance(item, (ast.Name, ast.Attribute)):
            return [self._number(item)]
        try:
            operand = self._operand(item)
        except NotOnFormError:
            return []
        if isinstance(operand, Group):
            return operand.figures
        kind = kind_of(operand)
        if kind.sort != "number" and not (kind.of and kind.of.sort == "number"):
            raise ExpressionError("no_number", text=ast.unparse(item), kind=kind.name)
        return [operand]

    def _present(self, argument: ast.expr) -> Node:
        try:
            operand = self._operand(argument)
        except NotOnFormError:
            return Constant(False)
        if isinstance(operand, Group):
            if operand.whole is None:
                raise ExpressionError("group_alone", name=operand.name)
            return Present(operand.whole)
        return Present(operand)

    def _count(self, argument: ast.expr) -> Node:
        operand = self._operand(argument)
        if not isinstance(operand, PathOf) or operand.kind.sort not in ("list", "text"):
            raise ExpressionError("no_list", text=ast.unparse(argument))
        return Count(operand)

    def _quantified(self, mode: Literal["all", "any"], argument: ast.expr) -> Node:
        logic: Literal["and", "or"] = "and" if mode == "all" else "or"
        if isinstance(argument, (ast.List, ast.Tuple)) and argument.elts:
            return Logic(logic, tuple(self._condition(item) for item in argument.elts))
        if not isinstance(argument, ast.Compare) or len(argument.ops) != 1:
            raise ExpressionError("one_comparison", mode=mode)
        left, op, right = argument.left, argument.ops[0], argument.comparators[0]
        if type(op) not in _OPERATORS or not isinstance(left, (ast.Name, ast.Attribute)):
            raise ExpressionError("group_compared", mode=mode)
        sign = cast("Comparison", _OPERATORS[type(op)])
        items, other = self._operand(left), self.node(right)
        if isinstance(items, Group):
            if kind_of(other).sort != "number":
                raise ExpressionError("not_alike", one=FIGURE.name, other=kind_of(other).name)
            return Logic(logic, tuple(Compare(sign, item, other) for item in items.figures))
        kind = kind_of(items)
        if not isinstance(items, PathOf) or kind.of is None or kind.of.sort != kind_of(other).sort:
            raise ExpressionError("nothing_compared", text=ast.unparse(argument))
        _check_choice(items, other)
        return Quantified(mode, sign, items, other)


def _check_choice(node: Node, other: Node) -> None:
    """Refuse a word that can never stand where it is looked for."""
    if not isinstance(node, PathOf) or not isinstance(other, Constant):
        return
    choices = _choices(node.kind) or _names(node)
    if choices and isinstance(other.value, str) and other.value not in choices:
        hint = nearest(other.value, choices)
        raise ExpressionError("never", name=node.name, value=other.value, hint=hint)


def _choices(kind: Kind) -> tuple[str, ...]:
    return kind.of.choices if kind.of else kind.choices


def _names(node: PathOf) -> tuple[str, ...]:
    """The names that there are of what is known by its name: roles of sections, facts of claims."""
    match node.steps[-1]:
        case "role":
            return section_roles()
        case "about":
            return tuple(facts_of(EDITIONS[-1]))
    return ()
