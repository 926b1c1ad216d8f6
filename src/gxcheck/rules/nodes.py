"""The parts of an expression once its names are bound to figures and paths of a report."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from gxcheck.rules.paths import NUMBER, TEXT, TRUTH, Kind

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
    "kind_of",
]

Comparison: TypeAlias = Literal["==", "!=", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, text or truth value written in the expression."""

    value: int | Decimal | str | bool


@dataclass(frozen=True, slots=True)
class FigureAt:
    """A figure of the report: its place in the flat row, the name as written, its path."""

    index: int
    name: str
    path: str
    signed: bool = False


@dataclass(frozen=True, slots=True)
class ItemFigure:
    """The figure that `each: figures` is looking at."""

    name: str


@dataclass(frozen=True, slots=True)
class PathOf:
    """A value of the report or of the item at hand, reached step by step."""

    root: Literal["report", "item"]
    steps: tuple[str | int, ...]
    kind: Kind
    name: str


@dataclass(frozen=True, slots=True)
class Group:
    """Several figures under one name; `whole` is the part of the report that holds them."""

    name: str
    figures: tuple[FigureAt, ...]
    whole: PathOf | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of constants."""

    items: tuple[Constant, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of several terms, or of the numbers of one list."""

    terms: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """A sum, difference or product of two."""

    op: Literal["+", "-", "*"]
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Negative:
    """The negative of a number."""

    term: Node


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison of two values."""

    op: Comparison
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Membership:
    """Whether a value is in a list, or a text in another."""

    item: Node
    container: Node
    negated: bool


@dataclass(frozen=True, slots=True)
class Logic:
    """All of some conditions, or any of them."""

    op: Literal["and", "or"]
    terms: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    term: Node


@dataclass(frozen=True, slots=True)
class Present:
    """Whether something is there: a figure that is a number, a part, a text that is not empty."""

    term: FigureAt | ItemFigure | PathOf


@dataclass(frozen=True, slots=True)
class Count:
    """How many items a list has, or characters a text."""

    term: PathOf


@dataclass(frozen=True, slots=True)
class Quantified:
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
