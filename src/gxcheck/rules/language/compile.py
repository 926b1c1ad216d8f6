"""Makes plain Python functions of bound rules: the quick way for what is known and true.

A generated function may answer only that all is well. Where a value is not known the arithmetic
raises TypeError, and whatever is not plainly true is decided again by `Trial`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias, cast

from msgspec import Struct

from gxcheck.report.lineage import Edition
from gxcheck.report.model import Report
from gxcheck.rules.language.bound import Bound, looks_at
from gxcheck.rules.language.intervals import Number
from gxcheck.rules.language.nodes import (
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
    nodes_of,
)
from gxcheck.rules.rule import Rule

__all__ = ["PRELUDE", "Draft", "Holds", "Key", "Quick", "Sieve", "build", "draft_of"]


Values: TypeAlias = "Sequence[Number | None]"
Holds: TypeAlias = Callable[[Values, Report], "bool | None"]
"""Whether a rule holds, at all of its rows or columns; None where its condition is not met."""
Sieve: TypeAlias = Callable[[Iterable[object], Values, Report], tuple[int, int, list[object]]]
"""At how many items a rule holds, how many it does not mean, and the items in doubt."""
Key: TypeAlias = tuple[str, Edition]


class Draft(Struct, frozen=True):
    """The source of a rule's function, and what is known of the rule besides.

    `lines` are the rows or columns that it looks at, or None for the report as a whole; `places`
    those of the figures without which it cannot be evaluated, empty where other things decide too.
    """

    name: str
    source: str
    lines: tuple[tuple[str, str, str] | None, ...]
    places: tuple[int, ...]


class Quick(Struct, frozen=True):
    """The quick way of a rule: its function, with the lines and places of its draft."""

    function: Holds | Sieve
    lines: tuple[tuple[str, str, str] | None, ...]
    places: tuple[int, ...]


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
_HOLDS_WHEN = """
def {name}(v, r):
    if not {when}:
        return None
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


def draft_of(name: str, rule: Rule, bound: Sequence[Bound]) -> Draft | None:
    """The function for a rule's assertion; None where there is no quick way."""
    if not rule.assertion or not bound:
        return None
    try:
        source = _source(name, rule, bound)
    except _NotCompiledError:
        return None
    lines = [item.line and (item.line.table, item.line.axis, item.line.key) for item in bound]
    return Draft(name, source, tuple(lines), _places(bound))


def _source(name: str, rule: Rule, bound: Sequence[Bound]) -> str:
    looks = looks_at(rule)
    if looks == "lines":
        parts = [_emit(node) for item in bound for node in (item.when, item.assertion) if node]
        return _HOLDS.format(name=name, condition=" and ".join(parts))
    (only,) = bound
    when = _emit(only.when) if only.when else "True"
    shape = _SIEVE if looks == "items" else _HOLDS_WHEN if only.when else _HOLDS
    return shape.format(name=name, when=when, condition=_emit(cast("Node", only.assertion)))


def _places(bound: Sequence[Bound]) -> tuple[int, ...]:
    nodes = [node for item in bound if item.assertion for node in nodes_of(item.assertion)]
    if any(isinstance(node, (PathOf, Present, ItemFigure)) for node in nodes):
        return ()
    return tuple(dict.fromkeys(node.place for node in nodes if isinstance(node, FigureAt)))


def build(drafts: Mapping[Key, Draft]) -> Mapping[Key, Quick]:
    """The functions of drafts."""
    namespace: dict[str, object] = {}
    code = compile(PRELUDE + "".join(draft.source for draft in drafts.values()), "<rules>", "exec")
    exec(code, namespace)  # noqa: S102  # our own words only: names are numbers, texts are repr
    return {
        key: Quick(cast("Holds | Sieve", namespace[draft.name]), draft.lines, draft.places)
        for key, draft in drafts.items()
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
