"""The expression language: a small, total subset of Python's expressions, parsed with `ast`.

    received + carried == closed + carried_forward
    sum(refused) <= closed and present(title.organ)
    any(applications > 0) or organ.kind in ["government", "township"]

Numbers, texts, names and dotted paths; + - * and comparisons; `and or not in`; the functions sum,
all, any, present and count. Nothing else is let through, so nothing of Python can be reached.
"""

from __future__ import annotations

import ast

from gxcheck.patterns import own_pattern
from gxcheck.refusals import NOTHING, RefusedError, nearest, told

__all__ = ["FUNCTIONS", "ExpressionError", "dotted", "names_in", "parse"]

FUNCTIONS = ("sum", "all", "any", "present", "count")
_LENGTH, _NODES, _DEPTH = 2000, 250, 20
_NUMBER = 10**18
_SINGLE_EQUALS = own_pattern(r"(?<![<>=!])=(?!=)")
_INSTEAD = {"Div": "no_division", "Is": "use_present"}
_ALLOWED = (
    ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub,
    ast.BinOp, ast.Add, ast.Sub, ast.Mult,
    ast.Compare, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In, ast.NotIn,
    ast.Call, ast.Name, ast.Attribute, ast.Load, ast.Constant, ast.List, ast.Tuple,
)  # fmt: skip


class ExpressionError(RefusedError):
    """An expression that cannot be used, and why."""

    group = "expression"


def parse(text: str) -> ast.expr:
    """The tree of an expression that holds only what the language has."""
    if len(text) > _LENGTH:
        raise ExpressionError("too_long", most=_LENGTH)
    try:
        tree = ast.parse(text.replace("\n", " ").strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        nested = told("expression", "nested")
        why = error.msg if isinstance(error, SyntaxError) else nested
        hint = told("hint", "equals") if _SINGLE_EQUALS.search(text) else NOTHING
        raise ExpressionError("none", text=text, why=why, hint=hint) from None
    _check_size(tree)
    for node in ast.walk(tree):
        _check(node)
    return tree


def _check_size(tree: ast.expr) -> None:
    level: list[ast.AST] = [tree]
    total = 0
    for _ in range(_DEPTH):
        total += len(level)
        level = [child for node in level for child in ast.iter_child_nodes(node)]
        if not level and total <= _NODES:
            return
    raise ExpressionError("too_large", nodes=_NODES, depth=_DEPTH)


def _check(node: ast.AST) -> None:
    if not isinstance(node, _ALLOWED):
        raise _no_such(type(node).__name__)
    if isinstance(node, ast.Call):
        _check_call(node)
    elif isinstance(node, ast.Constant):
        _check_constant(node.value)
    elif isinstance(node, ast.Attribute):
        dotted(node)


def _check_call(node: ast.Call) -> None:
    name = node.func.id if isinstance(node.func, ast.Name) else ast.unparse(node.func)
    if name not in FUNCTIONS:
        hint = nearest(name, FUNCTIONS)
        raise ExpressionError("unknown_function", name=name, hint=hint)
    if len(node.args) != 1 or node.keywords:
        raise ExpressionError("one_argument", name=name)


def _check_constant(value: object) -> None:
    if isinstance(value, (bool, str)):
        return
    if not isinstance(value, (int, float)) or abs(value) > _NUMBER:
        raise _no_such(repr(value))


def _no_such(what: str) -> ExpressionError:
    """That there is no `what`, and what to write instead of it, where that is known."""
    key = _INSTEAD.get(what)
    return ExpressionError("no_such", what=what, hint=told("hint", key) if key else NOTHING)


def dotted(node: ast.expr) -> tuple[str, ...]:
    """The names of a dotted path; raises where the node is none."""
    if isinstance(node, ast.Name):
        return (node.id,)
    if isinstance(node, ast.Attribute):
        return (*dotted(node.value), node.attr)
    raise ExpressionError("no_path", text=ast.unparse(node))


def names_in(tree: ast.expr) -> list[tuple[str, ...]]:
    """The dotted paths of an expression, each once, in their order."""
    found: dict[tuple[str, ...], None] = {}
    pending: list[ast.AST] = [tree]
    while pending:
        node = pending.pop(0)
        if isinstance(node, (ast.Name, ast.Attribute)):
            found[dotted(node)] = None
        elif isinstance(node, ast.Call):
            pending[:0] = node.args
        else:
            pending[:0] = ast.iter_child_nodes(node)
    return list(found)
