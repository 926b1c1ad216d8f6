"""Acceptances: findings that stay as they are for a reason, perhaps until a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct
from pydantic import BaseModel, ConfigDict

from gxcheck.report.model import Report
from gxcheck.rules.model import Finding

__all__ = ["Acceptance", "SortedOut", "StaleAcceptance", "sort_out"]


class Acceptance(Struct, frozen=True):
    """A finding that is accepted. `until` is the last day on which it is; None for ever.

    With `organ` or `year` it holds for that organ's report, or those on that year, alone.
    """

    fingerprint: str
    reason: str
    until: datetime.date | None = None
    organ: str | None = None
    year: int | None = None

    def concerns(self, report: Report) -> bool:
        """Whether it is meant for this report."""
        right_organ = self.organ is None or self.organ == report.organ.name
        return right_organ and (self.year is None or self.year == report.year)


class StaleAcceptance(BaseModel):
    """An acceptance that does nothing: no finding matches it any more, or its day is past."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    fingerprint: str
    reason: str
    until: datetime.date | None = None
    why: Literal["unmatched", "expired"]


class SortedOut(Struct, frozen=True):
    """The findings that stay open, those accepted, why, and the acceptances that do nothing."""

    open: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    reasons: dict[str, str]
    stale: tuple[StaleAcceptance, ...]


def sort_out(
    findings: Sequence[Finding], acceptances: Iterable[Acceptance], report: Report
) -> SortedOut:
    """Set the accepted findings of a report aside."""
    found = {finding.fingerprint for finding in findings}
    reasons: dict[str, str] = {}
    stale: list[StaleAcceptance] = []
    for acceptance in acceptances:
        if not acceptance.concerns(report):
            continue
        if acceptance.until and acceptance.until < datetime.date.today():
            stale.append(_stale(acceptance, "expired"))
        elif acceptance.fingerprint not in found:
            stale.append(_stale(acceptance, "unmatched"))
        else:
            reasons[acceptance.fingerprint] = acceptance.reason
    return SortedOut(
        open=tuple(one for one in findings if one.fingerprint not in reasons),
        accepted=tuple(one for one in findings if one.fingerprint in reasons),
        reasons=reasons,
        stale=tuple(stale),
    )


def _stale(acceptance: Acceptance, why: Literal["unmatched", "expired"]) -> StaleAcceptance:
    return StaleAcceptance.model_construct(
        fingerprint=acceptance.fingerprint,
        reason=acceptance.reason,
        until=acceptance.until,
        why=why,
    )
