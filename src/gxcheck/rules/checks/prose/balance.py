"""What the prose says of received, carried, closed and carried forward, whether it balances."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from gxcheck.document.model import Location, Paragraph
from gxcheck.report.model import Claim, Report
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation
from gxcheck.rules.search.passages import passage_at

__all__ = ["prose_balance"]

_RECEIVED = "applications.received"
_CARRIED = "applications.carried"
_FORWARD = "applications.carried_forward"
_EITHER = "applications.carried_some"
_CLOSED = ("applications.closed", "applications.replied", "applications.closed_on_time")
_ALL, _LEAST = 4, 3  # facts that balance, and how many can be seen not to
_ENDS = "。!?！？\n"

Number = int | Decimal


class _Balance(Struct, frozen=True):
    """The numbers of a sentence that must balance; what is not told counts as nothing."""

    received: Claim
    carried: Claim | None
    closed: Claim
    forward: Claim | None

    @property
    def before(self) -> Number:
        """Carried over from last year."""
        return self.carried.value if self.carried else 0

    @property
    def after(self) -> Number:
        """Carried forward into the next year."""
        return self.forward.value if self.forward else 0

    @property
    def left(self) -> Number:
        """What was there to be closed."""
        return self.received.value + self.before

    @property
    def right(self) -> Number:
        """What became of it."""
        return self.closed.value + self.after

    @property
    def claims(self) -> list[Claim]:
        """Those that are told."""
        told = (self.received, self.carried, self.closed, self.forward)
        return [claim for claim in told if claim]


def prose_balance(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Each sentence whose received, carried, closed and carried forward do not balance."""
    for told in chain.from_iterable(map(_told, _sentences(report))):
        _settle(told)
        if _is_carried_unread(report, told, tuple(options["carried"])):
            continue
        balance = _balance(told)
        if balance and not _fits(balance, report, context, options["including"]):
            yield _violation(balance, report)


def _told(group: Sequence[Claim]) -> Iterator[dict[str, Claim]]:
    """The numbers of a sentence by their facts; those of a part apart, where it tells all."""
    if len(group) < _LEAST:
        return
    whole: dict[str, Claim] = {}
    part: dict[str, Claim] = {}
    counted = [claim for claim in group if claim.kind == "number" and not claim.hedge]
    parts = [claim for claim in counted if claim.extent == "part"]
    for claim in counted:
        told = part if claim.extent == "part" else whole
        told.setdefault(_CLOSED[0] if claim.about in _CLOSED else claim.about, claim)
    yield whole
    if len(part) == len(parts) == _ALL:
        yield part


def _settle(told: dict[str, Claim]) -> None:
    """What is carried without its year is what the other is not: 结转2件，办结21件，结转下年1件."""
    carried, closed = told.get(_EITHER), told.get(_CLOSED[0])
    if carried and closed:
        before = carried.location.start < closed.location.start
        one, other = (_CARRIED, _FORWARD) if before else (_FORWARD, _CARRIED)
        if other in told:
            told.setdefault(one, carried)


def _is_carried_unread(report: Report, told: Mapping[str, Claim], words: tuple[str, ...]) -> bool:
    """Whether words before what was closed tell of something carried over that is no claim."""
    received, closed = told.get(_RECEIVED), told.get(_CLOSED[0])
    if not received or not closed or _CARRIED in told:
        return False
    return any(word in _between(received, closed, report) for word in words)


def _balance(told: Mapping[str, Claim]) -> _Balance | None:
    """What balances, if the sentence tells enough: received, closed and one that is carried."""
    received, closed = told.get(_RECEIVED), told.get(_CLOSED[0])
    carried, forward = told.get(_CARRIED), told.get(_FORWARD)
    if not received or not closed or not (carried or forward):
        return None
    return _Balance(received, carried, closed, forward)


def _fits(told: _Balance, report: Report, context: Context, including: Sequence[str]) -> bool:
    """Whether the numbers balance, where one of them is not told: for some value of it."""
    if told.left == told.right or (not told.forward and told.right <= told.left):
        return True
    if told.right == told.received.value and _is_included(told, report, including):
        return True
    return not told.carried and _fits_unknown(told, context)


def _is_included(told: _Balance, report: Report, including: Sequence[str]) -> bool:
    """Whether what was carried may be among what was received: 收到23件（含上年结转2件）."""
    if not told.received.readings:
        return False
    if not told.carried:
        return True
    between = _between(told.received, told.carried, report)
    return any(word in between for word in including)


def _fits_unknown(told: _Balance, context: Context) -> bool:
    """Whether what was carried over, which is not told, can make the sides equal."""
    figure = context.figures.get("applications.carried.total")
    if figure is None or figure.value is None or told.received.extent != "whole":
        return told.right > told.left
    return told.right == told.left + figure.value


def _violation(told: _Balance, report: Report) -> Violation:
    span = _span(told.claims)
    values = {
        "received": told.received.value,
        "carried": told.before,
        "closed": told.closed.value,
        "carried_forward": told.after,
        "left": told.left,
        "right": told.right,
        "difference": abs(told.left - told.right),
    }
    return Violation(span, passage_at(report.document, span).text, values)


def _between(first: Claim, second: Claim, report: Report) -> str:
    """The words from one claim to another that follows it."""
    place = replace(first.location, end=second.location.start)
    return passage_at(report.document, place).text if place.end > place.start else ""


def _span(claims: Sequence[Claim]) -> Location:
    """From the first claim to the end of the last."""
    places = sorted((claim.location for claim in claims), key=lambda place: place.start)
    first, last = places[0], max(places, key=lambda place: place.end)
    return replace(first, end=last.end)


def _sentences(report: Report) -> Iterator[Sequence[Claim]]:
    """The claims that stand in one sentence each."""
    group: list[Claim] = []
    for claim in report.claims:
        if group and not _in_one(group[-1], claim, report):
            yield group
            group = []
        group.append(claim)
    if group:
        yield group


def _in_one(first: Claim, second: Claim, report: Report) -> bool:
    one, other = first.location, second.location
    if one.block != other.block or one.row != other.row or other.start < one.start:
        return False
    block = report.document.blocks[one.block] if report.document.blocks else None
    if not isinstance(block, Paragraph):
        return False
    begin = block.location.start
    between = block.text[one.start - begin : other.start - begin]
    return not any(end in between for end in _ENDS)
