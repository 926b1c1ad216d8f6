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
from gxcheck.rules.nearest import nearest

__all__ = ["FUNCTIONS", "ExpressionError", "dotted", "names_in", "parse"]

FUNCTIONS = ("sum", "all", "any", "present", "count")
_LENGTH, _NODES, _DEPTH = 2000, 250, 20
_NUMBER = 10**18
_SINGLE_EQUALS = own_pattern(r"(?<![<>=!])=(?!=)")
_ALLOWED = (
    ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub,
    ast.BinOp, ast.Add, ast.Sub, ast.Mult,
    ast.Compare, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In, ast.NotIn,
    ast.Call, ast.Name, ast.Attribute, ast.Load, ast.Constant, ast.List, ast.Tuple,
)  # fmt: skip


class ExpressionError(Exception):
    """An expression that cannot be used, and why."""


def parse(text: str) -> ast.expr:
    """The tree of an expression that holds only what the language has."""
    if len(text) > _LENGTH:
        raise ExpressionError(f"the expression is longer than {_LENGTH} characters")
    try:
        tree = ast.parse(text.replace("\n", " ").strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        reason = error.msg if isinstance(error, SyntaxError) else "too deeply nested"
        hint = "; to compare, write ==" if _SINGLE_EQUALS.search(text) else ""
        raise ExpressionError(f"{text!r} is no expression: {reason}{hint}") from None
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
    raise ExpressionError(f"too large: at most {_NODES} parts, nested at most {_DEPTH} deep")


def _check(node: ast.AST) -> None:
    if not isinstance(node, _ALLOWED):
        raise ExpressionError(f"the language has no {_words(node)}")
    if isinstance(node, ast.Call):
        _check_call(node)
    elif isinstance(node, ast.Constant):
        _check_constant(node.value)
    elif isinstance(node, ast.Attribute):
        dotted(node)


def _check_call(node: ast.Call) -> None:
    name = node.func.id if isinstance(node.func, ast.Name) else ast.unparse(node.func)
    if name not in FUNCTIONS:
        raise ExpressionError(f"unknown function {name!r}{nearest(name, FUNCTIONS)}")
    if len(node.args) != 1 or node.keywords:
        raise ExpressionError(f"{name}() takes one argument")


def _check_constant(value: object) -> None:
    if isinstance(value, (bool, str)):
        return
    if not isinstance(value, (int, float)) or abs(value) > _NUMBER:
        raise ExpressionError(f"the language has no {value!r}")


def _words(node: ast.AST) -> str:
    words = {"Div": "division: multiply the other side", "Is": "'is': use present()"}
    name = type(node).__name__
    return words.get(name, name)


def dotted(node: ast.expr) -> tuple[str, ...]:
    """The names of a dotted path; raises where the node is none."""
    if isinstance(node, ast.Name):
        return (node.id,)
    if isinstance(node, ast.Attribute):
        return (*dotted(node.value), node.attr)
    raise ExpressionError(f"{ast.unparse(node)!r} is no path")


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
