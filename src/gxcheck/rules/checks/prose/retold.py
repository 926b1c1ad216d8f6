"""What the prose states, against what it states elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any

from msgspec.structs import replace

from gxcheck.document.model import Location, Paragraph
from gxcheck.report.model import Claim, Report
from gxcheck.rules.checks.prose.claimed import against, is_above
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation
from gxcheck.rules.search.passages import passage_at

__all__ = ["fee_contradicted", "prose_balance", "prose_repeat"]

_RECEIVED = "applications.received"
_CARRIED = "applications.carried"
_FORWARD = "applications.carried_forward"
_EITHER = "applications.carried_some"
_CLOSED = ("applications.closed", "applications.replied")
_ALL, _LEAST = 4, 3  # facts that balance, and how many can be seen not to
_FEE, _NOTICES = "processing_fee", "fee_notices"
_NEAR = 6  # characters
_NO_FIGURES = dict.fromkeys(map(ord, "0123456789,."))
_ENDS = "。!?！？\n"


def prose_balance(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Each sentence whose received, carried, closed and carried forward do not balance."""
    for told in chain.from_iterable(map(_told, _sentences(report))):
        _settle(told)
        if _is_carried_unread(report, told, tuple(options["carried"])):
            continue
        violation = _unbalanced(report, told, context, tuple(options["including"]))
        if violation:
            yield violation


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


def _unbalanced(
    report: Report, told: Mapping[str, Claim], context: Context, including: tuple[str, ...]
) -> Violation | None:
    received, closed = told.get(_RECEIVED), told.get(_CLOSED[0])
    carried, forward = told.get(_CARRIED), told.get(_FORWARD)
    if not received or not closed or not (carried or forward):
        return None
    before = carried.value if carried else 0
    after = forward.value if forward else 0
    left, right = received.value + before, closed.value + after
    fits = right == left
    if received.readings and right == received.value:
        between = _between(received, carried, report) if carried else including[0]
        fits = fits or any(word in between for word in including)
    if not carried and forward:
        figure = context.figures.get("applications.carried.total")
        if figure is None or figure.value is None or received.extent != "whole":
            fits = fits or right > left
        else:
            fits = fits or right == left + figure.value
    if not forward:
        fits = fits or right <= left
    if fits:
        return None
    parts = [claim for claim in (received, carried, closed, forward) if claim]
    span = _span(parts)
    return Violation(
        span,
        passage_at(report.document, span).text,
        {
            "received": received.value,
            "carried": before,
            "closed": closed.value,
            "carried_forward": after,
            "left": left,
            "right": right,
            "difference": abs(left - right),
        },
    )


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
        if _differ(before, claim) and not (claim.about == _RECEIVED and apart in carried):
            yield _retold(before, claim)


def _is_total(claim: Claim, told: Mapping[str, Any], report: Report) -> bool:
    """Whether the words right before a claim say that it is of the whole year: 全年共召开…."""
    place = claim.location.moved(
        start=max(0, claim.location.start - _NEAR), end=claim.location.start
    )
    before = passage_at(report.document, place).text
    return any(word in before for word in told["words"]) and not any(
        word in before for word in told["apart"]
    )


def fee_contradicted(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Each statement on the processing fee that another statement contradicts."""
    told = [claim for claim in report.claims if claim.about == _FEE and claim.extent != "part"]
    told = [claim for claim in told if claim.year == report.year]
    for claim in told[1:]:
        if _differ(told[0], claim):
            yield _retold(told[0], claim)
    for claim in told[:1]:
        found = against(claim, context) if claim.fields else None
        if found and found.agrees is False:
            place = context.figures[found.paths[0]].location
            values = {"first": found.found, "value": claim.value, "before": ""}
            related = (place,) if place else ()
            yield Violation(claim.location, claim.quote, values, related, variant="annex")
    notices = [c for c in report.claims if c.about == _NOTICES and not c.value]
    charged = [claim for claim in told if claim.value]
    if notices and charged:
        yield Violation(
            charged[0].location,
            charged[0].quote,
            {"first": 0, "value": charged[0].value, "before": notices[0].quote},
            (notices[0].location,),
            variant="notices",
        )


def _differ(one: Claim, other: Claim) -> bool:
    return is_above(other.low, one) or is_above(one.low, other)


def _retold(before: Claim, claim: Claim) -> Violation:
    values: dict[str, object] = {
        "first": _plain(before.value),
        "value": _plain(claim.value),
        "before": before.quote,
    }
    return Violation(claim.location, claim.quote, values, (before.location,))


def _plain(value: int | Decimal) -> int | Decimal:
    return value if isinstance(value, int) else value.normalize()
