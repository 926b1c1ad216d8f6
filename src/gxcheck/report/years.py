"""The year that a report is on, by what most of its own statements say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from gxcheck.report.model import Period, Signature, Title
from gxcheck.report.vocabulary import number, pattern

__all__ = ["report_year"]

_OPENING = 160


def report_year(
    title: Title | None,
    period: Period | None,
    openings: Iterable[str] = (),
    signature: Signature | None = None,
) -> int | None:
    """The year reported on; None where nothing tells it.

    Title, period, the openings of the preamble and of the first section (in normal dress), and
    the year before the signature's date each have a voice. The year that most of them name is
    the report's, so that a slip in one of them stays visible beside the others; of equals the
    first named wins, in that order, the title being the organ's own name for the report.
    """
    votes = Counter(_votes(title, period, openings, signature))
    return votes.most_common(1)[0][0] if votes else None


def _votes(
    title: Title | None, period: Period | None, openings: Iterable[str], signature: Signature | None
) -> Iterator[int]:
    if title and title.year:
        yield title.year
    if period:
        bound = period.start or period.end
        if bound:
            yield bound.year
    for opening in openings:
        found = pattern("opening_year").search(opening, 0, _OPENING)
        year = number(found["year"]) if found else None
        if year:
            yield year
    if signature and signature.date:
        yield signature.date.year - 1
