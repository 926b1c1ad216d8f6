"""From an evaluated assertion to its verdict and, where it is violated, to what is told of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import cast

from msgspec import Struct

from gxcheck.document.model import Location
from gxcheck.report.figures import Figure
from gxcheck.rules.language.bound import Bound
from gxcheck.rules.language.intervals import Linear, Maybe, Opaque, Truth
from gxcheck.rules.language.nodes import (
    Compare,
    FigureAt,
    Group,
    ItemFigure,
    Logic,
    Node,
    Operand,
    PathOf,
    Sum,
    kind_of,
    nodes_of,
)
from gxcheck.rules.language.scopes import FigureFacts
from gxcheck.rules.language.trial import Trial, step_along
from gxcheck.rules.model import Verdict, Violation

__all__ = ["Judgement", "Teller", "holds_surely", "judge", "leaves", "value_of"]


class Judgement(Struct, frozen=True):
    """The verdict on one instance.

    `reason` is a key of the reasons in rules/messages.yml, `about` the paths or names it speaks of.
    """

    verdict: Verdict
    reason: str | None = None
    about: tuple[str, ...] = ()
    assumed_zero: tuple[str, ...] = ()
    violations: tuple[Violation, ...] = ()


def judge(bound: Bound, trial: Trial, at: str) -> Judgement:
    """Evaluate a rule at one instance."""
    if bound.when is not None and not holds_surely(trial.truth(bound.when)):
        return Judgement("not_applicable", "when")
    assertion = cast("Node", bound.assertion)
    trial = Trial(trial.report, trial.figures, trial.item)
    truth = trial.truth(assertion)
    if trial.not_on_trial:
        return Judgement("not_applicable", "edition")
    if truth is False or (isinstance(truth, Maybe) and not truth.may):
        return Judgement("violated", violations=Teller(bound, trial, at).violations(assertion))
    if holds_surely(truth):
        return Judgement("satisfied")
    if isinstance(truth, Maybe) and truth.zero:
        cells = tuple(dict.fromkeys(trial.open_cells))
        return Judgement("satisfied", assumed_zero=cells)
    return _open(trial)


def holds_surely(truth: Truth) -> bool:
    """Whether a condition holds, whatever stands in the cells left open."""
    return truth is True or (isinstance(truth, Maybe) and truth.must)


def _open(trial: Trial) -> Judgement:
    for reason, cells in (
        ("absent-figure", trial.absent),
        ("text-figure", trial.texts),
        ("unknown-value", trial.unknown),
    ):
        if cells:
            return Judgement("not_evaluated", reason, tuple(dict.fromkeys(cells)))
    return Judgement("not_evaluated", "unknown-figure", tuple(dict.fromkeys(trial.open_cells)))


class Teller:
    """Tells what is wrong with an assertion that is violated, and where."""

    def __init__(self, bound: Bound, trial: Trial, at: str) -> None:
        self._bound = bound
        self._trial = trial
        self._at = at

    def violations(self, assertion: Node) -> tuple[Violation, ...]:
        """One for each condition that fails of those that must all hold."""
        if isinstance(assertion, Logic) and assertion.op == "and":
            failing = (term for term in assertion.terms if not self._may(term))
            return tuple(found for term in failing for found in self.violations(term))
        return (self._violation(assertion),)

    def _violation(self, assertion: Node) -> Violation:
        """The place and the values of a condition that does not hold."""
        culprit = self._culprit(assertion)
        values: dict[str, object] = {
            name: value_of(operand, self._trial) for name, operand in self._bound.told
        }
        if isinstance(culprit, Compare):
            values |= self._sides(culprit)
        spot = self.spot(culprit)
        figures = [node for node in leaves(culprit) if isinstance(node, FigureAt)]
        related = (self._figure(node).location for node in figures if node is not spot)
        return Violation(
            location=self.location(spot),
            values=values,
            related=tuple(location for location in related if location),
            place=self.place(spot),
        )

    def _culprit(self, node: Node) -> Node:
        """The first comparison that fails."""
        if isinstance(node, Logic):
            failing = (term for term in node.terms if not self._may(term))
            return self._culprit(next(failing, node.terms[0]))
        return node

    def _may(self, node: Node) -> bool:
        truth = self._trial.truth(node)
        return truth.may if isinstance(truth, Maybe) else truth

    def _sides(self, culprit: Compare) -> Mapping[str, object]:
        if kind_of(culprit.left).sort != "number":
            left, right = self._trial.value(culprit.left), self._trial.value(culprit.right)
            return {"left": _plain(left), "right": _plain(right)}
        one, other = self._trial.quantity(culprit.left), self._trial.quantity(culprit.right)
        difference = _constant(one) - _constant(other)
        return {
            "left": self._side(culprit.left),
            "right": self._side(culprit.right),
            "difference": abs(difference),
        }

    def _side(self, node: Node) -> object:
        """A side's value; an open cell as it is printed, and at least its known part for a sum."""
        if isinstance(node, (FigureAt, ItemFigure)):
            return self._figure(node)
        value = self._trial.quantity(node)
        return _constant(value) if isinstance(value, Linear) else _plain(value)

    def _figure(self, node: FigureAt | ItemFigure) -> Figure:
        return _figure(node, self._trial)

    def spot(self, culprit: Node | None) -> Operand | None:
        """What the finding is placed at: `at`, a figure alone on a side, else the first."""
        chosen = self._bound.names.get(self._at) if self._at else None
        if chosen is not None:
            return chosen.figures[0] if isinstance(chosen, Group) else chosen
        nodes = list(leaves(culprit)) if culprit else []
        if isinstance(culprit, Compare):
            nodes = [culprit.left, culprit.right, *nodes]
        found = [node for node in nodes if isinstance(node, (FigureAt, ItemFigure))]
        placed = [node for node in found if self._figure(node).location]
        paths = [node for node in nodes if isinstance(node, PathOf)]
        return next(iter([*placed, *found, *paths]), None)

    def location(self, spot: Operand | None) -> Location | None:
        """The place of a figure, or of the part that a path leads to."""
        if isinstance(spot, (FigureAt, ItemFigure)):
            return self._figure(spot).location
        if isinstance(spot, PathOf):
            return self._nearest_location(spot)
        return None

    def _nearest_location(self, spot: PathOf) -> Location | None:
        """The place of the last part along a path that has one."""
        start = self._trial.report if spot.root == "report" else self._trial.item
        for end in range(len(spot.steps), 0, -1):
            part = step_along(start, spot.steps[:end])
            found = getattr(part, "location", None)
            if isinstance(found, Location):
                return found
        return None

    def place(self, spot: Operand | None) -> str:
        """The same by meaning: a path."""
        if isinstance(spot, FigureAt):
            return spot.path
        if isinstance(spot, ItemFigure):
            return cast("tuple[Figure, FigureFacts]", self._trial.item)[1].path
        return spot.name if isinstance(spot, PathOf) and spot.root == "report" else ""


def value_of(operand: Operand, trial: Trial) -> object:
    """What a message tells of a name: a figure, a group's sum, a text; None where unknown."""
    if isinstance(operand, Group):
        value = trial.quantity(Sum(operand.figures))
        return _constant(value) if isinstance(value, Linear) else _plain(value)
    if isinstance(operand, (FigureAt, ItemFigure)):
        return _figure(operand, trial)
    return _plain(trial.value(operand))


def _figure(node: FigureAt | ItemFigure, trial: Trial) -> Figure:
    if isinstance(node, ItemFigure):
        return cast("tuple[Figure, FigureFacts]", trial.item)[0]
    return trial.figures[node.place] or Figure()


def leaves(node: Node) -> Iterator[Node]:
    """The figures and paths of a node, from left to right."""
    return (part for part in nodes_of(node) if isinstance(part, (FigureAt, ItemFigure, PathOf)))


def _constant(value: object) -> int | Decimal:
    if isinstance(value, Linear):
        return value.constant
    return value if isinstance(value, (int, Decimal)) else 0


def _plain(value: object) -> object:
    return None if isinstance(value, (Opaque, Linear)) else value
