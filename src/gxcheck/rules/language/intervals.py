"""Arithmetic with cells left open: sums that hold unknowns, and what can be said of them.

A blank count is an unknown number that is not negative. A sum keeps its unknowns apart, so that a
cell that stands on both sides cancels. Comparing such sums gives `Maybe`: whether it can be true,
whether it must be, and whether it is when every unknown is zero.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from math import inf
from operator import eq, ge, gt, le, lt, ne
from typing import TypeAlias

from msgspec import Struct

__all__ = [
    "COMPARE",
    "UNKNOWN",
    "Linear",
    "Maybe",
    "Number",
    "Opaque",
    "Quantity",
    "Truth",
    "all_of",
    "any_of",
    "compare",
    "negated",
    "open_cell",
]

Number: TypeAlias = int | Decimal
COMPARE: Mapping[str, Callable[[object, object], bool]] = {
    "==": eq,
    "!=": ne,
    "<": lt,  # type: ignore[dict-item]  # only ever given numbers, texts or dates of one kind
    "<=": le,  # type: ignore[dict-item]
    ">": gt,  # type: ignore[dict-item]
    ">=": ge,  # type: ignore[dict-item]
}


class Linear(Struct, frozen=True):
    """A number plus multiples of unknowns. `unknowns` has each one's factor by its name.

    `signed` names those that may be negative.
    """

    constant: Number
    unknowns: Mapping[str, Number]
    signed: frozenset[str] = frozenset()

    def __add__(self, other: Number | Linear) -> Quantity:
        """The sum; a plain number where all unknowns cancel."""
        if not isinstance(other, Linear):
            return Linear(self.constant + other, self.unknowns, self.signed)
        unknowns = dict(self.unknowns)
        for name, factor in other.unknowns.items():
            unknowns[name] = unknowns.get(name, 0) + factor
        left = {name: factor for name, factor in unknowns.items() if factor}
        constant = self.constant + other.constant
        return Linear(constant, left, self.signed | other.signed) if left else constant

    __radd__ = __add__

    def times(self, factor: Number) -> Quantity:
        """The product with a known number."""
        if not factor:
            return 0
        unknowns = {name: own * factor for name, own in self.unknowns.items()}
        return Linear(self.constant * factor, unknowns, self.signed)

    @property
    def bounds(self) -> tuple[Number | float, Number | float]:
        """The least and the greatest value that it can have."""
        both = any(name in self.signed for name in self.unknowns)
        low = both or any(factor < 0 for factor in self.unknowns.values())
        high = both or any(factor > 0 for factor in self.unknowns.values())
        return (-inf if low else self.constant), (inf if high else self.constant)


class Opaque:
    """A value of which nothing is known: arithmetic with it gives it again."""

    def __add__(self, other: object) -> Opaque:
        return self

    __radd__ = __add__

    def times(self, factor: object) -> Opaque:  # noqa: ARG002  # the same shape as Linear
        """Itself."""
        return self


UNKNOWN = Opaque()
Quantity: TypeAlias = "Number | Linear | Opaque"


class Maybe(Struct, frozen=True):
    """What can be said of a comparison: can it be true, must it be, is it with zeros for unknowns.

    `zero` is None where that cannot be known either.
    """

    may: bool = True
    must: bool = False
    zero: bool | None = None


Truth: TypeAlias = bool | Maybe


def open_cell(name: str, signed: bool) -> Linear:
    """An unknown that is not negative, or that may be where it is `signed`."""
    return Linear(0, {name: 1}, frozenset((name,)) if signed else frozenset())


def compare(op: str, left: Quantity, right: Quantity) -> Truth:
    """Compare two quantities."""
    if isinstance(left, Opaque) or isinstance(right, Opaque):
        return Maybe()
    if not isinstance(left, Linear) and not isinstance(right, Linear):
        return COMPARE[op](left, right)
    opposite = right.times(-1) if isinstance(right, Linear) else -right
    difference = left + opposite
    if not isinstance(difference, Linear):
        return COMPARE[op](difference, 0)
    low, high = difference.bounds
    zero = COMPARE[op](difference.constant, 0)
    match op:
        case "==":
            return Maybe(low <= 0 <= high, False, zero)
        case "!=":
            return Maybe(True, not low <= 0 <= high, zero)
        case "<" | "<=":
            return Maybe(COMPARE[op](low, 0), COMPARE[op](high, 0), zero)
        case _:
            return Maybe(COMPARE[op](high, 0), COMPARE[op](low, 0), zero)


def negated(truth: Truth) -> Truth:
    """The opposite."""
    if isinstance(truth, bool):
        return not truth
    return Maybe(not truth.must, not truth.may, None if truth.zero is None else not truth.zero)


def all_of(truths: Iterable[Truth]) -> Truth:
    """Whether all hold."""
    rest = [truth for truth in truths if truth is not True]
    if not rest:
        return True
    if False in rest:
        return False
    parts = [truth for truth in rest if isinstance(truth, Maybe)]
    zeros = [part.zero for part in parts]
    zero = False if False in zeros else None if None in zeros else True
    return Maybe(all(part.may for part in parts), all(part.must for part in parts), zero)


def any_of(truths: Iterable[Truth]) -> Truth:
    """Whether one holds."""
    return negated(all_of([negated(truth) for truth in truths]))
