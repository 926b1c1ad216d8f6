"""What the prose states on the processing fee, against what else it states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gxcheck.report.model import Claim, Report
from gxcheck.rules.checks.prose.claimed import against
from gxcheck.rules.checks.prose.retold import differ, retold
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation

__all__ = ["fee_contradicted"]

_FEE, _NOTICES = "processing_fee", "fee_notices"


def fee_contradicted(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Each statement on the processing fee that another statement, or the annex, contradicts."""
    told = [claim for claim in report.claims if claim.about == _FEE and claim.extent != "part"]
    told = [claim for claim in told if claim.year == report.year]
    for claim in told[1:]:
        if differ(told[0], claim):
            yield retold(told[0], claim)
    for claim in told[:1]:
        yield from _against_annex(claim, context)
    for charged in [claim for claim in told if claim.value][:1]:
        yield from _without_notice(charged, report)


def _against_annex(claim: Claim, context: Context) -> Iterator[Violation]:
    """That the annex of 2008 has another amount."""
    found = against(claim, context) if claim.fields else None
    if found and found.agrees is False:
        place = context.figures[found.paths[0]].location
        values = {"first": found.found, "value": claim.value, "before": ""}
        yield Violation(
            claim.location, claim.quote, values, (place,) if place else (), variant="annex"
        )


def _without_notice(charged: Claim, report: Report) -> Iterator[Violation]:
    """That a fee was charged though no notice of one was sent."""
    for notices in report.claims:
        if notices.about == _NOTICES and not notices.value:
            values = {"first": 0, "value": charged.value, "before": notices.quote}
            place = (notices.location,)
            yield Violation(charged.location, charged.quote, values, place, variant="notices")
            return
