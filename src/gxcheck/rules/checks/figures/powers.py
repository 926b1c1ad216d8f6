"""Whether an organ that reports rules (规章) has the power to make them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gxcheck.document.normalise import normalise
from gxcheck.report.model import Organ, Report
from gxcheck.rules.checks.matching import first_match
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, Violation

__all__ = ["rules_without_power"]


def rules_without_power(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The rules issued by an organ that cannot make any."""
    issued = context.figures["proactive.regulations.issued"]
    if _may_make_rules(report.organ, options):
        raise NotApplicable("kind")
    if issued.value is not None and issued.value > 0:
        yield Violation(
            issued.location,
            values={
                "cell": context.label("proactive.regulations.issued"),
                "issued": issued.value,
                "organ": report.organ.name or "",
            },
            place="proactive.regulations.issued",
        )


def _may_make_rules(organ: Organ, options: Mapping[str, Any]) -> bool:
    """By the kind of the organ, its name deciding where the kind does not."""
    name = normalise(organ.name or "").text
    if organ.kind in options["without"]:
        return first_match(options["national"], name) is not None
    return organ.kind != "government" or first_match(options["local"], name) is None
