"""What the prose states twice, with different numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from gxcheck.report.model import Claim, Report
from gxcheck.rules.checks.prose.claimed import against, is_above
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation
from gxcheck.rules.search.passages import passage_at

__all__ = ["differ", "prose_repeat", "retold"]

_RECEIVED = "applications.received"
_CARRIED = "applications.carried"
_NEAR = 6  # characters
_NO_FIGURES = dict.fromkeys(map(ord, "0123456789,."))


def prose_repeat(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Each fact that is told again with another value, where no figure decides."""
    facts, totals = tuple(options["facts"]), options["totals"]
    first: dict[tuple[str, str, int | None, str], Claim] = {}
    carried = {claim.value for claim in report.claims if claim.about == _CARRIED}
    for claim in report.claims:
        if claim.kind == "all" or claim.extent == "part":
            continue
        total = claim.about in totals["facts"] and _is_total(claim, totals, report)
        if not (total or claim.about.startswith(facts)):
            continue
        if claim.fields and against(claim, context) is not None:
            continue
        words = claim.text.translate(_NO_FIGURES) if total else ""
        before = first.setdefault((claim.about, claim.extent, claim.year, words), claim)
        if before is claim or (before.unit != claim.unit and claim.value and before.value):
            continue
        apart = abs(before.value - claim.value)
        if differ(before, claim) and not (claim.about == _RECEIVED and apart in carried):
            yield retold(before, claim)


def _is_total(claim: Claim, told: Mapping[str, Any], report: Report) -> bool:
    """Whether the words right before a claim say that it is of the whole year: 全年共召开…."""
    place = claim.location.moved(
        start=max(0, claim.location.start - _NEAR), end=claim.location.start
    )
    before = passage_at(report.document, place).text
    return any(word in before for word in told["words"]) and not any(
        word in before for word in told["apart"]
    )


def differ(one: Claim, other: Claim) -> bool:
    """Whether two claims cannot both be right, with what their hedges leave open."""
    return is_above(other.low, one) or is_above(one.low, other)


def retold(before: Claim, claim: Claim) -> Violation:
    """That a claim tells again, differently, what one before it told."""
    values: dict[str, object] = {
        "first": _plain(before.value),
        "value": _plain(claim.value),
        "before": before.quote,
    }
    return Violation(claim.location, claim.quote, values, (before.location,))


def _plain(value: int | Decimal) -> int | Decimal:
    return value if isinstance(value, int) else value.normalize()
