"""A review in figures: findings by level, checks by verdict, what stayed undecided and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from gxcheck.checking import Review
from gxcheck.rules.model import LEVELS, Level

__all__ = ["Check", "Summary", "summary_of"]

_DECIDED = ("satisfied", "violated", "not_evaluated")


class Check(Struct, frozen=True):
    """A rule, and the instance of what it looks at where it has several."""

    rule: str
    each: str | None


class Summary(Struct, frozen=True):
    """`levels` counts findings, `verdicts` checks; `undecided` has the checks of each reason."""

    levels: Mapping[Level, int]
    verdicts: Mapping[str, int]
    undecided: Mapping[str, tuple[Check, ...]]

    @property
    def checks(self) -> int:
        """How many checks applied to the report."""
        return sum(self.verdicts.values())


def summary_of(review: Review) -> Summary:
    """The figures of a review."""
    levels = Counter(finding.level for finding in review.findings)
    verdicts: Counter[str] = Counter()
    reasons: dict[str, dict[Check, None]] = {}
    for outcome in review.outcomes:
        verdicts[outcome.verdict] += outcome.count
        if outcome.verdict == "not_evaluated" and outcome.reason:
            reasons.setdefault(outcome.reason, {})[Check(outcome.rule, outcome.each)] = None
    return Summary(
        levels={level: levels[level] for level in LEVELS},
        verdicts={name: verdicts[name] for name in _DECIDED},
        undecided={reason: tuple(checks) for reason, checks in reasons.items()},
    )
