"""The check that all namings of the reporting organ mean one organ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gxcheck.report.model import OrganName, Report
from gxcheck.report.organ_names import same_organ
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, Violation

__all__ = ["issuer_name"]


def issuer_name(
    report: Report,
    options: Mapping[str, Any],
    context: Context,
) -> Iterator[Violation]:
    """The namings in title, preamble, contact and signature that surely mean another organ.

    Told is the naming that disagrees with most others; of two alone, the later one.
    """
    names = list(report.organ.names)
    if len(names) < 2:
        raise NotApplicable("nothing")
    while True:
        against = [[other for other in names if _differ(name, other)] for name in names]
        worst = max(range(len(names)), key=lambda at: (len(against[at]), at))
        if not against[worst]:
            return
        odd, other = names[worst], against[worst][0]
        alike = [name for name in names if name is not odd and same_organ(name.text, odd.text)]
        yield Violation(
            odd.location,
            values={"name": odd.text, "other": other.text},
            related=tuple(name.location for name in (other, *alike)),
            place=odd.place,
        )
        names = [name for name in names if name is not odd and name not in alike]


def _differ(one: OrganName, other: OrganName) -> bool:
    return same_organ(one.text, other.text) is False
