"""The check that all namings of the reporting organ mean one organ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from gxcheck.report.model import Report
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
    names = report.organ.names
    if len(names) < 2:
        raise NotApplicable("nothing")
    against = {at: set[int]() for at in range(len(names))}
    for (at, one), (other_at, other) in combinations(enumerate(names), 2):
        if one.text != other.text and same_organ(one.text, other.text) is False:
            against[at].add(other_at)
            against[other_at].add(at)
    while any(against.values()):
        worst = max(against, key=lambda at: (len(against[at]), at))
        odd, other = names[worst], names[min(against[worst])]
        alike = [at for at in against if at != worst and names[at].text == odd.text]
        yield Violation(
            odd.location,
            values={"name": odd.text, "other": other.text},
            related=(other.location, *(names[at].location for at in alike)),
            place=odd.place,
        )
        told = {worst, *alike}
        against = {at: others - told for at, others in against.items() if at not in told}
