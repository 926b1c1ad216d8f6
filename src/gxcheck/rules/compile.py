"""Makes plain Python functions of bound rules: the quick way for what is known and true.

A generated function may answer only that all is well. Where a value is not known the arithmetic
raises TypeError, and whatever is not plainly true is decided again by `Trial`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias, cast

from gxcheck.report.model import Edition, Report
from gxcheck.rules.bound import Bound, looks_at
from gxcheck.rules.intervals import Number
from gxcheck.rules.nodes import (
    Arithmetic,
    Compare,
    Constant,
    Count,
    FigureAt,
    ItemFigure,
    Listing,
    Logic,
    Membership,
    Negative,
    Node,
    Not,
    PathOf,
    Present,
    Sum,
    kind_of,
)
from gxcheck.rules.rule import Rule

__all__ = ["PRELUDE", "Functions", "Holds", "Sieve", "build", "source_of"]


Values: TypeAlias = "Sequence[Number | None]"
Holds: TypeAlias = Callable[[Values, Report], bool]
"""Whether a rule holds at all of its rows or columns."""
Sieve: TypeAlias = Callable[[Iterable[object], Values, Report], tuple[int, int, list[object]]]
"""At how many items a rule holds, how many it does not mean, and the items in doubt."""
Functions: TypeAlias = Mapping[tuple[str, Edition], "Holds | Sieve"]

PRELUDE = '''"""Generated from the rules when gxcheck is built."""

from decimal import Decimal


def known(value):
    if value is None:
        raise TypeError
    return value
'''

_HOLDS = """
def {name}(v, r):
    return {condition}
"""
_SIEVE = """
def {name}(items, v, r):
    held = passed_over = 0
    doubtful = []
    for x in items:
        try:
            if not {when}:
                passed_over += 1
                continue
            if {condition}:
                held += 1
                continue
        except (TypeError, AttributeError):
            pass
        doubtful.append(x)
    return held, passed_over, doubtful
"""


class _NotCompiledError(Exception):
    """A part of the language that has no quick way."""


def source_of(name: str, rule: Rule, bound: Sequence[Bound]) -> str | None:
    """The source of a function for a rule's assertion; None where there is no quick way."""
    if not rule.assertion or not bound:
        return None
    try:
        if looks_at(rule) == "items":
            (only,) = bound
            when = _emit(only.when) if only.when else "True"
            condition = _emit(cast("Node", only.assertion))
            return _SIEVE.format(name=name, when=when, condition=condition)
        parts = [_emit(node) for item in bound for node in (item.when, item.assertion) if node]
        return _HOLDS.format(name=name, condition=" and ".join(parts))
    except _NotCompiledError:
        return None


def build(sources: Mapping[tuple[str, Edition], str]) -> Functions:
    """The functions of sources that `source_of` made, by rule and edition."""
    namespace: dict[str, object] = {}
    code = compile(PRELUDE + "".join(sources.values()), "<rules>", "exec")
    exec(code, namespace)  # noqa: S102  # our own words only: names are numbers, texts are repr
    return {
        key: cast("Holds | Sieve", namespace[source.split("(")[0].split()[-1]])
        for key, source in sources.items()
    }


def _emit(node: Node) -> str:
    match node:
        case FigureAt(index):
            return f"v[{index}]"
        case ItemFigure():
            return "x[0].value"
        case Constant(value):
            return f'Decimal("{value}")' if isinstance(value, Decimal) else repr(value)
        case PathOf():
            return _path(node)
        case Sum(terms):
            return _sum(terms)
        case Arithmetic(op, left, right):
            return f"({_emit(left)} {op} {_emit(right)})"
        case Negative(term):
            return f"(-{_emit(term)})"
        case Compare(op, left, right):
            return f"({_sure(left, op)} {op} {_sure(right, op)})"
        case Membership(item, container, negated):
            return f"({_sure(item)} {'not in' if negated else 'in'} {_emit(container)})"
        case Logic(op, terms):
            return "(" + f" {op} ".join(map(_emit, terms)) + ")"
        case Not(term):
            return f"(not {_emit(term)})"
        case Present(term):
            return f"({_emit(term)} not in (None, '', ()))"
        case Count(term):
            return f"len({_path(term)})"
        case Listing(items):
            return "(" + "".join(f"{_emit(item)}, " for item in items) + ")"
    raise _NotCompiledError


def _path(node: PathOf) -> str:
    if node.kind.sort == "list" and len(node.steps) > 1:
        raise _NotCompiledError
    root = "r" if node.root == "report" else "x"
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in node.steps)
    return root + "".join(steps)


def _sum(terms: Sequence[Node]) -> str:
    if any(kind_of(term).sort == "list" for term in terms):
        raise _NotCompiledError
    return "(+" + " + ".join(map(_emit, terms)) + ")"


def _sure(node: Node, op: str = "==") -> str:
    """The value, so that it raises where it is None, which Python would compare without a word."""
    source = _emit(node)
    if isinstance(node, (FigureAt, ItemFigure)):
        return f"+{source}" if op in ("==", "!=") else source
    if isinstance(node, PathOf) and node.kind.optional:
        return f"known({source})"
    return source
