"""Evaluates a bound expression exactly, cells left open and all: the reference of the engine.

Compiled rules answer only where everything is known and true; all else is decided here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from msgspec import Struct, field

from gxcheck.report.figures import Figure
from gxcheck.report.model import Report
from gxcheck.rules.language.intervals import (
    COMPARE,
    UNKNOWN,
    Linear,
    Maybe,
    Opaque,
    Quantity,
    Truth,
    all_of,
    any_of,
    compare,
    negated,
    open_cell,
)
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
    Quantified,
    Sum,
    kind_of,
)
from gxcheck.rules.language.scopes import FigureFacts
from gxcheck.rules.values import MaybeFigure

__all__ = ["Trial", "step_along"]


class Trial(Struct):
    """One evaluation. What stood in its way is kept: open, text and absent cells, unknown names.

    `not_on_trial` holds the figures that this report's form does not have.
    """

    report: Report
    figures: Sequence[MaybeFigure]
    item: object = None
    open_cells: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    not_on_trial: list[str] = field(default_factory=list)

    def truth(self, node: Node) -> Truth:
        """What can be said of a condition."""
        match node:
            case Compare(op, left, right):
                return self._compare(op, left, right)
            case Logic("and", terms):
                return all_of([self.truth(term) for term in terms])
            case Logic(_, terms):
                return any_of([self.truth(term) for term in terms])
            case Not(term):
                return negated(self.truth(term))
            case Present(term):
                return self._present(term)
            case Membership(item, container, is_negated):
                found = self._member(item, container)
                return negated(found) if is_negated else found
            case Quantified(mode, op, items, other):
                return self._quantified(mode, op, items, other)
        value = self.value(node)
        return value if isinstance(value, bool) else Maybe()

    def value(self, node: Node) -> object:
        """The value of a node: `UNKNOWN` where it is not known, `Linear` where cells are open."""
        match node:  # what there is most of comes first
            case PathOf():
                return self._path(node)
            case FigureAt(index, _, path, signed):
                return self._figure(self.figures[index], path, signed)
            case Constant(value):
                return value
            case Sum(terms):
                return self._sum(terms)
            case Arithmetic(op, left, right):
                return _arithmetic(op, self.quantity(left), self.quantity(right))
            case Negative(term):
                return _negative(self.quantity(term))
            case ItemFigure():
                figure, facts = cast("tuple[Figure, FigureFacts]", self.item)
                return self._figure(figure, facts.path, facts.signed)
            case Count(term):
                found = self._path(term)
                return found if found is UNKNOWN else len(cast("Sequence[object]", found))
            case Listing(items):
                return tuple(item.value for item in items)
        return self.truth(node)

    def quantity(self, node: Node) -> Quantity:
        """The value of a node that is a number."""
        return cast("Quantity", self.value(node))

    def _figure(self, figure: MaybeFigure, path: str, signed: bool) -> Quantity:
        if figure is None:
            self.not_on_trial.append(path)
            return UNKNOWN
        if figure.value is not None:
            return figure.value
        if figure.state in ("blank", "none_mark"):
            self.open_cells.append(path)
            return open_cell(path, signed)
        (self.texts if figure.state == "text" else self.absent).append(path)
        return UNKNOWN

    def _path(self, node: PathOf) -> object:
        start = self.report if node.root == "report" else self.item
        found = step_along(start, node.steps)
        if found is None:
            self.unknown.append(node.name)
            return UNKNOWN
        return found

    def _sum(self, terms: Sequence[Node]) -> Quantity:
        total: Quantity = 0
        for term in terms:
            value = self.value(term)
            for part in value if isinstance(value, tuple) else (value,):
                total = _plus(total, cast("Quantity", part))
        return total

    def _compare(self, op: str, left: Node, right: Node) -> Truth:
        one, other = self.value(left), self.value(right)
        if isinstance(one, Opaque) or isinstance(other, Opaque):
            return Maybe()
        if kind_of(left).sort != "number":
            return COMPARE[op](one, other)
        first, second = cast("Quantity", one), cast("Quantity", other)
        if op == "==" and (_left_out(left, first, second) or _left_out(right, second, first)):
            return False
        return compare(op, first, second)

    def _present(self, term: FigureAt | ItemFigure | PathOf) -> bool:
        match term:
            case PathOf(root, steps):
                found = step_along(self.report if root == "report" else self.item, steps)
                return bool(found) if isinstance(found, (str, tuple)) else found is not None
            case FigureAt(index):
                figure = self.figures[index]
            case ItemFigure():
                figure = cast("tuple[Figure, FigureFacts]", self.item)[0]
        return figure is not None and figure.state == "number"

    def _member(self, item: Node, container: Node) -> Truth:
        one, many = self.value(item), self.value(container)
        if isinstance(many, Opaque) or not isinstance(one, (str, int)):
            return Maybe()
        return one in cast("Sequence[object]", many)

    def _quantified(self, mode: str, op: str, items: PathOf, other: Node) -> Truth:
        found, value = self._path(items), self.value(other)
        if isinstance(found, Opaque) or isinstance(value, (Opaque, Linear)):
            return Maybe()
        parts = [COMPARE[op](part, value) for part in cast("Sequence[object]", found)]
        return all(parts) if mode == "all" else any(parts)


def step_along(item: object, steps: Sequence[str | int]) -> object:
    """The value at the end of a path; None where a part of it is not there.

    What is reached through a list is a list of what is there.
    """
    for position, step in enumerate(steps):
        if item is None:
            return None
        if isinstance(step, int):
            item = cast("tuple[object, ...]", item)[step]
        elif isinstance(item, tuple):
            return _gather(item, steps[position:])
        else:
            item = getattr(item, step)
    return item


def _gather(items: tuple[object, ...], steps: Sequence[str | int]) -> tuple[object, ...]:
    found: list[object] = []
    for item in items:
        part = step_along(item, steps)
        if isinstance(part, tuple):
            found += part
        elif part is not None:
            found.append(part)
    return tuple(found)


def _left_out(node: Node, own: Quantity, other: Quantity) -> bool:
    """Whether a side is one open cell alone, and the other is known and not zero."""
    alone = isinstance(node, (FigureAt, ItemFigure)) and isinstance(own, Linear)
    return alone and not isinstance(other, (Linear, Opaque)) and other != 0


def _negative(value: Quantity) -> Quantity:
    return -value if not isinstance(value, (Linear, Opaque)) else value.times(-1)


def _arithmetic(op: str, left: Quantity, right: Quantity) -> Quantity:
    if op == "+":
        return _plus(left, right)
    if op == "-":
        return _plus(left, _negative(right))
    if isinstance(left, Opaque) or isinstance(right, Opaque):
        return UNKNOWN
    if isinstance(left, Linear):
        return UNKNOWN if isinstance(right, Linear) else left.times(right)
    return right.times(left) if isinstance(right, Linear) else left * right


def _plus(left: Quantity, right: Quantity) -> Quantity:
    if isinstance(left, Opaque) or isinstance(right, Opaque):
        return UNKNOWN
    return left + right
