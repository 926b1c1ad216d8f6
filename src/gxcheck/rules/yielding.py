"""One passage, one finding: rules that yield are silent where another has spoken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from gxcheck.document.model import Location
from gxcheck.rules.model import Finding
from gxcheck.rules.rule import Rule

__all__ = ["overlap", "without_yielding"]


def without_yielding(found: Sequence[tuple[Rule, Finding]]) -> list[Finding]:
    """The findings but those whose place a rule that they yield to speaks of."""
    if not any(rule.yields_to for rule, _ in found):
        return [finding for _, finding in found]
    by_rule: dict[str, list[Finding]] = {}
    for rule, finding in found:
        by_rule.setdefault(rule.id, []).append(finding)
    return [finding for rule, finding in found if not _yields(rule, finding, by_rule)]


def _yields(rule: Rule, finding: Finding, by_rule: Mapping[str, Iterable[Finding]]) -> bool:
    return any(
        _speaks_of(other, finding) for name in rule.yields_to for other in by_rule.get(name, ())
    )


def _speaks_of(other: Finding, finding: Finding) -> bool:
    """Whether a finding is about the place of another; one without place is about all places."""
    if finding.location is None or other.location is None:
        return True
    places = (other.location, *other.related)
    return any(overlap(place, finding.location) for place in places)


def overlap(one: Location, other: Location) -> bool:
    """Whether two places share a cell or a character; a table overlaps all of its cells."""
    if one.block != other.block:
        return False
    if one.row is None or other.row is None:
        return one.row != other.row or _spans_meet(one, other)
    return (one.row, one.cell) == (other.row, other.cell)


def _spans_meet(one: Location, other: Location) -> bool:
    """Empty spans and equal ones meet too."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end
