"""Findings grouped by the part of the report where they stand, in its order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from gxcheck.checking import Review
from gxcheck.document.model import Location
from gxcheck.output.words import words
from gxcheck.rules.model import Finding, Lang

__all__ = ["by_section"]


def by_section(review: Review, lang: Lang) -> Iterator[tuple[str, list[Finding]]]:
    """Each part with findings: its heading as people know it, and its findings."""
    sections = review.report.sections
    starts = [_start(section.heading.location) for section in sections]
    names = [section.heading.text for section in sections]
    groups: dict[int, list[Finding]] = {}
    for finding in review.findings:
        place = finding.location
        number = -1 if place is None else bisect_right(starts, _start(place))
        groups.setdefault(number, []).append(finding)
    for number, findings in sorted(groups.items()):
        yield _name(number, names, lang), findings


def _name(number: int, names: list[str], lang: Lang) -> str:
    if number > 0:
        return names[number - 1]
    return words("console", "opening" if number == 0 else "whole", lang)


def _start(location: Location) -> tuple[int, int]:
    return location.block, location.start
