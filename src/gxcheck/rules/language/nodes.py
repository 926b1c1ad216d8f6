"""The parts of an expression once its names are bound to figures and paths of a report."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, TypeAlias

from msgspec import Struct

from gxcheck.rules.language.paths import NUMBER, TEXT, TRUTH, Kind

__all__ = [
    "Arithmetic",
    "Compare",
    "Comparison",
    "Constant",
    "Count",
    "FigureAt",
    "Group",
    "ItemFigure",
    "Listing",
    "Logic",
    "Membership",
    "Negative",
    "Node",
    "Not",
    "Operand",
    "PathOf",
    "Present",
    "Quantified",
    "Sum",
    "is_tellable",
    "kind_of",
    "nodes_of",
]

Comparison: TypeAlias = Literal["==", "!=", "<", "<=", ">", ">="]


class Constant(Struct, frozen=True):
    """A number, text or truth value written in the expression."""

    value: int | Decimal | str | bool


class FigureAt(Struct, frozen=True):
    """A figure of the report: its place in the flat row, the name as written, its path."""

    place: int
    name: str
    path: str
    signed: bool = False


class ItemFigure(Struct, frozen=True):
    """The figure that `each: figures` is looking at."""

    name: str


class PathOf(Struct, frozen=True):
    """A value of the report or of the item at hand, reached step by step."""

    root: Literal["report", "item"]
    steps: tuple[str | int, ...]
    kind: Kind
    name: str


class Group(Struct, frozen=True):
    """Several figures under one name; `whole` is the part of the report that holds them."""

    name: str
    figures: tuple[FigureAt, ...]
    whole: PathOf | None = None


class Listing(Struct, frozen=True):
    """A list of constants."""

    items: tuple[Constant, ...]


class Sum(Struct, frozen=True):
    """The sum of several terms, or of the numbers of one list."""

    terms: tuple[Node, ...]


class Arithmetic(Struct, frozen=True):
    """A sum, difference or product of two."""

    op: Literal["+", "-", "*"]
    left: Node
    right: Node


class Negative(Struct, frozen=True):
    """The negative of a number."""

    term: Node


class Compare(Struct, frozen=True):
    """A comparison of two values."""

    op: Comparison
    left: Node
    right: Node


class Membership(Struct, frozen=True):
    """Whether a value is in a list, or a text in another."""

    item: Node
    container: Node
    negated: bool


class Logic(Struct, frozen=True):
    """All of some conditions, or any of them."""

    op: Literal["and", "or"]
    terms: tuple[Node, ...]


class Not(Struct, frozen=True):
    """The opposite of a condition."""

    term: Node


class Present(Struct, frozen=True):
    """Whether something is there: a figure that is a number, a part, a text that is not empty."""

    term: FigureAt | ItemFigure | PathOf


class Count(Struct, frozen=True):
    """How many items a list has, or characters a text."""

    term: PathOf


class Quantified(Struct, frozen=True):
    """A comparison of all, or any, of the items of a list with one value."""

    mode: Literal["all", "any"]
    op: Comparison
    items: PathOf
    other: Node


Operand: TypeAlias = FigureAt | ItemFigure | PathOf | Group
Node: TypeAlias = (
    Constant
    | FigureAt
    | ItemFigure
    | PathOf
    | Listing
    | Sum
    | Arithmetic
    | Negative
    | Compare
    | Membership
    | Logic
    | Not
    | Present
    | Count
    | Quantified
)


def kind_of(node: Node) -> Kind:
    """The kind of a node's value."""
    match node:
        case PathOf():
            return node.kind
        case Constant(value):
            if isinstance(value, bool):
                return TRUTH
            return TEXT if isinstance(value, str) else NUMBER
        case Listing(items):
            return Kind("list", of=kind_of(items[0]))
        case FigureAt() | ItemFigure() | Sum() | Arithmetic() | Negative() | Count():
            return NUMBER
        case _:
            return TRUTH


def is_tellable(operand: Operand) -> bool:
    """Whether the value can be written in a message: a part of the report cannot."""
    if not isinstance(operand, PathOf):
        return True
    return (operand.kind.of or operand.kind).sort in ("number", "text", "date", "truth")


def nodes_of(node: Node) -> Iterator[Node]:
    """A node and all below it, from left to right."""
    yield node
    match node:
        case Sum(terms) | Logic(_, terms):
            parts: tuple[Node, ...] = terms
        case Compare(_, left, right) | Arithmetic(_, left, right) | Membership(left, right):
            parts = (left, right)
        case Negative(term) | Not(term) | Present(term) | Count(term):
            parts = (term,)
        case Quantified(_, _, items, other):
            parts = (items, other)
        case _:
            parts = ()
    for part in parts:
        yield from nodes_of(part)
