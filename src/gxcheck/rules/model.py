"""What the rules say: violations, findings, outcomes, and how a check abstains."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

from msgspec import Struct

from gxcheck.document.model import Location
from gxcheck.report.fixed import Fixed

__all__ = [
    "LANGUAGES",
    "LEVELS",
    "Abstention",
    "Finding",
    "Lang",
    "Level",
    "NotApplicable",
    "NotEvaluated",
    "Outcome",
    "Value",
    "Verdict",
    "Violation",
]

Lang: TypeAlias = Literal["zh", "en"]
Level: TypeAlias = Literal["error", "warning", "info"]
Verdict: TypeAlias = Literal[
    "satisfied", "violated", "not_evaluated", "rule_error", "not_applicable"
]
Value: TypeAlias = str | int

LANGUAGES: tuple[Lang, ...] = ("zh", "en")
LEVELS: tuple[Level, ...] = ("error", "warning", "info")


class Abstention(Exception):  # noqa: N818  # no error: a verdict
    """Why a check gives no verdict.

    `reason` is a key of `reasons` in rules/messages.yml, or any text; `values` fill its {names}.
    """

    def __init__(self, reason: str, **values: object) -> None:
        self.reason = reason
        self.values = values
        super().__init__(reason)


class NotApplicable(Abstention):
    """The rule has nothing to look at in this report."""


class NotEvaluated(Abstention):
    """The rule applies, but what it needs cannot be known from this report."""


class Violation(Struct, frozen=True):
    """One place where a rule does not hold, as a check yields it.

    `values` fill the {names} of the rule's message; numbers, text, dates, figures and sequences of
    them are written out by the engine. `place` says the place by meaning, for the fingerprint: a
    figure's path, a section's role, "title", "contact.phones"; where it is empty the engine finds
    it from `location`. `variant` chooses among the messages of a rule that has several. An empty
    `quote` is filled with the words at `location`.
    """

    location: Location | None = None
    quote: str = ""
    values: Mapping[str, object] = MappingProxyType({})
    related: tuple[Location, ...] = ()
    place: str = ""
    variant: str = "default"


class Finding(Fixed):
    """What is wrong, where, why, and what to do about it.

    `rule` is the stable id, `basis` names the norms in force, `quote` the original words, `values`
    the numbers and words of the message. `fingerprint` is the same in every language and format of
    one report, and after edits elsewhere in it.
    """

    rule: str
    level: Level
    message: str
    advice: str = ""
    basis: tuple[str, ...] = ()
    quote: str = ""
    location: Location | None = None
    related: tuple[Location, ...] = ()
    values: dict[str, Value] = {}  # noqa: RUF012  # pydantic makes a copy
    place: str = ""
    fingerprint: str = ""

    def __hash__(self) -> int:
        return hash((self.rule, self.fingerprint, self.message))


class Outcome(Fixed):
    """What became of one rule at one instance of what it looks at.

    `each` names the instance. `assumed_zero` has the paths of the blank figures that were taken
    for zero. The satisfied ones among paragraphs, sections and the like share one outcome, with
    their `count`. A rule that does not apply has one outcome in all.
    """

    rule: str
    verdict: Verdict
    each: str | None = None
    reason: str | None = None
    assumed_zero: tuple[str, ...] = ()
    count: int = 1
