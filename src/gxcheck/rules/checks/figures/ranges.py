"""Whether every figure is one that a report of its kind of organ can tell (rules/ranges.yml)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from gxcheck.data import read_yaml
from gxcheck.report.lineage import EDITIONS, Edition
from gxcheck.report.model import OrganKind, Report
from gxcheck.rules.context import Context
from gxcheck.rules.model import Lang, Violation
from gxcheck.rules.values import fields_of

__all__ = ["Range", "out_of_range", "range_of"]


class Range(Struct, frozen=True):
    """The greatest value that a figure may have, and the key of the source that says so."""

    most: int
    source: str


def out_of_range(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Each figure beyond the range of its field."""
    kind = report.organ.kind
    ranges = _ranges(kind, report.edition)
    for path, figure in context.by_state["number"].items():
        value = figure.value
        limit = ranges.get(path) or range_of(path, kind)
        if value is None or -limit.most <= value <= limit.most:
            continue
        field = context.fields[path]
        if value > limit.most or (field.signed and value < -limit.most):
            yield Violation(
                figure.location,
                values={
                    "cell": context.label(path),
                    "value": value,
                    "most": limit.most,
                    "unit": field.unit,
                    "organ": _organ(options, kind, context.lang),
                    "source": _sources()[limit.source][context.lang],
                },
                place=path,
                variant="default" if field.is_count else "money",
            )


def range_of(path: str, kind: OrganKind) -> Range:
    """The range of a figure for a kind of organ. KeyError where there is none."""
    of_editions = (_ranges(kind, edition) for edition in EDITIONS)
    found = next((ranges[path] for ranges in of_editions if path in ranges), None)
    if found is None:
        raise KeyError(path)
    return found


@cache
def _ranges(kind: OrganKind, edition: Edition) -> Mapping[str, Range]:
    """The ranges of the figures of one edition: the forms of the others are not read for them."""
    found: dict[str, Range] = {}
    for item in read_yaml("ranges.yml")["ranges"]:
        limits = item["most"]
        limit = Range(limits.get(kind, limits["government"]), item["source"])
        for path in _paths(tuple(item["fields"]), edition):
            found.setdefault(path, limit)
    return found


def _paths(patterns: tuple[str, ...], edition: Edition) -> Iterator[str]:
    """The paths that are among `patterns`, or below one of them that ends in a dot."""
    above = tuple(pattern for pattern in patterns if pattern.endswith("."))
    for path in fields_of(edition):
        if path in patterns or path.startswith(above):
            yield path


def _sources() -> Mapping[str, Mapping[str, str]]:
    sources: Mapping[str, Mapping[str, str]] = read_yaml("ranges.yml")["sources"]
    return sources


def _organ(options: Mapping[str, Any], kind: OrganKind, lang: Lang) -> str:
    names: Mapping[str, Mapping[str, str]] = options["organs"]
    return names[kind][lang]
