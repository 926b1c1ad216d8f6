"""Whether an organ that reports rules (规章) has the power to make them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from gxcheck.document.normalise import normalise
from gxcheck.report.model import Organ, Report
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, Violation
from gxcheck.rules.translate import compiled

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
    name = _plain(organ.name or "")
    if organ.kind in options["without"]:
        return compiled(options["national"]).search(name) is not None
    return organ.kind != "government" or compiled(options["local"]).search(name) is None


@cache
def _plain(name: str) -> str:
    return normalise(name).text
