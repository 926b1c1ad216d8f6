"""What the prose states of a figure, against the figure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct

from gxcheck.document.model import Paragraph
from gxcheck.report.model import Claim, Report
from gxcheck.report.prose.claims.words import money_factor
from gxcheck.report.prose.numbers.quantities import quantities
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation

__all__ = ["Against", "against", "figure_mismatch", "is_above", "none_contradicted"]

Number = int | Decimal

_TOLD = 2
_OTHER_SCOPES = ("own", "behalf", "filed")
_CASES = "applications"
_HANDLED = tuple(f"applications.{role}" for role in ("received", "handled", "closed", "replied"))


class Against(Struct, frozen=True):
    """A claim against what it speaks of: the sum of the figures, and whether that agrees.

    `agrees` is None where it cannot be told. `paths` are the figures of the sum.
    """

    paths: Sequence[str]
    found: Number
    agrees: bool | None


def figure_mismatch(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Each number of the prose that is not that of its figures."""
    whole = _Wholes(report)
    parts = {(c.about, c.location.block) for c in report.claims if c.extent == "part"}
    agreeing = {_kind(c) for c in report.claims if c.extent == "whole" and _agrees(c, context)}
    for claim in report.claims:
        if claim.kind == "none" or claim.extent == "part" or not claim.fields:
            continue
        found = against(claim, context)
        if found is None or found.agrees is not False:
            continue
        scoped = claim.extent in _OTHER_SCOPES
        if scoped and (_is_whole_told(claim, agreeing) or found.found in whole.beside(claim)):
            continue
        if scoped and (claim.about, claim.location.block) in parts:
            continue
        variant = "scope" if scoped else "all" if claim.kind == "all" else "default"
        yield _violation(claim, found, context, variant)


def _kind(claim: Claim) -> str:
    """What a claim is about, where applications received, handled and closed are one."""
    return _CASES if claim.about in _HANDLED else claim.about


def _is_whole_told(claim: Claim, agreeing: Collection[str]) -> bool:
    """Whether the prose tells the figure of all as well, or how many applications all had."""
    of_cases = claim.about.startswith(f"{_CASES}.") and _CASES in agreeing
    return of_cases or _kind(claim) in agreeing


class _Wholes:
    """The numbers of paragraphs: 县本级受理11件，各镇12件，合计23件 tells the table's 23 too."""

    def __init__(self, report: Report) -> None:
        self._blocks = report.document.blocks
        self._known: dict[int, frozenset[Number]] = {}

    def beside(self, claim: Claim) -> frozenset[Number]:
        """The numbers with a unit in the paragraph of a claim."""
        index = claim.location.block
        if index not in self._known:
            block = self._blocks[index] if index < len(self._blocks) else None
            told = quantities(block) if isinstance(block, Paragraph) else ()
            self._known[index] = frozenset(one.value for one in told if one.unit)
        return self._known[index]


def none_contradicted(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Each plain denial of what the figures count."""
    seen: set[tuple[object, ...]] = set()
    for claim in report.claims:
        if claim.kind != "none" or claim.extent != "whole":
            continue
        found = against(claim, context)
        place = (claim.location.block, claim.location.start, claim.location.row)
        if found and found.found > 0 and found.agrees is False and place not in seen:
            seen.add(place)
            yield _violation(claim, found, context, "default")


def against(claim: Claim, context: Context) -> Against | None:
    """A claim against its figures; None where it is bound to none that the report has."""
    sums = [_sum(paths, context) for paths in (claim.fields, *claim.readings)]
    known = [one for one in sums if one]
    if not known or not sums[0]:
        return None
    verdicts = [_judge(claim, one) for one in known]
    agrees = True if True in verdicts else None if None in verdicts else False
    plain = [one for one in known if len(one.paths) <= _TOLD] or known[:1]
    best = min(plain, key=lambda one: _apart(one.low, claim.value))
    own = best if claim.kind == "number" and len(known) > 1 else known[0]
    return Against(own.paths, own.low, agrees)


class _Sum(Struct, frozen=True):
    """A sum of figures: at least `low`, and no more where it is `exact`."""

    paths: Sequence[str]
    low: Number
    exact: bool


def _sum(paths: Sequence[str], context: Context) -> _Sum | None:
    """The sum of some figures; None where one is absent or no number."""
    low: Number = 0
    exact = True
    for path in paths:
        figure = context.figures.get(path)
        if figure is None or figure.state in ("absent", "text"):
            return None
        if figure.value is None:
            exact = False
        else:
            low += figure.value * money_factor(context.fields[path].unit)
    return _Sum(paths, low, exact) if paths else None


def _judge(claim: Claim, of: _Sum) -> bool | None:
    if of.exact:
        return claim.low <= of.low and not is_above(of.low, claim)
    return False if is_above(of.low, claim) else None


def is_above(value: Number, claim: Claim) -> bool:
    """Whether a value is more than a claim can mean."""
    return claim.high is not None and value > claim.high


def _agrees(claim: Claim, context: Context) -> bool:
    found = against(claim, context) if claim.fields else None
    return found is not None and found.agrees is True


def _violation(claim: Claim, found: Against, context: Context, variant: str) -> Violation:
    figures = [context.figures[path] for path in found.paths]
    factor = money_factor(context.fields[found.paths[0]].unit)
    value = _plain(Decimal(found.found) / factor)
    told = _plain(Decimal(claim.value) / factor)
    if len(figures) > _TOLD and variant == "default":
        variant = "many"
    return Violation(
        claim.location,
        claim.quote,
        {
            "told": told,
            "cells": [context.label(path) for path in found.paths[:_TOLD]],
            "count": len(found.paths),
            "found": value,
            "difference": _plain(_apart(told, value)),
            "scope": claim.scope,
        },
        related=tuple(figure.location for figure in figures if figure.location)[:_TOLD],
        variant=variant,
    )


def _apart(one: Number, other: Number) -> Decimal:
    return abs(Decimal(one) - Decimal(other))


def _plain(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else value.normalize()
