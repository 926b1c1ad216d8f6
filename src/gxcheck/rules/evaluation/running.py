"""What running a rule gives, whatever its verb."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Protocol

from msgspec import Struct

from gxcheck.rules.evaluation.reading import Reading
from gxcheck.rules.model import Lang, Outcome, Verdict, Violation
from gxcheck.rules.rule import Rule
from gxcheck.rules.telling.phrases import reason

__all__ = ["Result", "Runner", "not_applicable", "outcome", "satisfied"]


class Result(Struct, frozen=True):
    """The outcomes of one rule, and its violations in their order."""

    outcomes: Sequence[Outcome]
    violations: Sequence[Violation] = ()


class Runner(Protocol):
    """One rule made ready for reports of one edition."""

    @property
    def rule(self) -> Rule:
        """The rule."""

    def run(self, reading: Reading) -> Result:
        """Look at a report. May raise whatever a check raises, or TimeoutError."""


@lru_cache(maxsize=4096)
def outcome(
    rule: str,
    verdict: Verdict,
    *,
    each: str | None = None,
    why: str | None = None,
    assumed_zero: tuple[str, ...] = (),
    count: int = 1,
) -> Outcome:
    """An outcome, without the cost of validating what is ours; equal ones are one."""
    return Outcome.model_construct(
        rule=rule, verdict=verdict, each=each, reason=why, assumed_zero=assumed_zero, count=count
    )


@cache
def not_applicable(rule: str, why: str, lang: Lang) -> Result:
    """The result of a rule that does not apply. `why` is a key of the reasons."""
    return Result((outcome(rule, "not_applicable", why=reason(why, {}, lang)),))


def satisfied(rule: str, count: int) -> list[Outcome]:
    """The outcome of instances that need no word of their own."""
    return [outcome(rule, "satisfied", count=count)] if count else []
