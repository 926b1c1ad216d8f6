"""Checks of punctuation marks in running text: their width, and straight quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, islice
from typing import Any

from msgspec import Struct

from gxcheck.document.model import Location, Passage
from gxcheck.lazy import lazy
from gxcheck.report.model import Report
from gxcheck.rules.checks.wording.residue import debris_blocks
from gxcheck.rules.checks.wordings import holds, pattern
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation

__all__ = ["punctuation_halfwidth", "straight_quotes"]

_PLACES = 5
_AROUND = 6
_SPACE = " \t\u3000\u00a0"
_STRAIGHT = ('"', "'", "\uff02", "\uff07")


class _Prose(Struct, frozen=True, dict=True):
    """The running text as it was read: width and spaces of its marks are kept."""

    paragraphs: Sequence[Passage]

    @lazy
    def text(self) -> str:
        """The paragraphs, one a line."""
        return "\n".join([paragraph.text for paragraph in self.paragraphs])

    @lazy
    def starts(self) -> list[int]:
        """Where in `text` each paragraph begins."""
        lengths = (len(paragraph.text) + 1 for paragraph in self.paragraphs[:-1])
        return list(accumulate(lengths, initial=0))

    def part(self, start: int, end: int) -> tuple[Location, str]:
        """The place of a span, and its words."""
        index = bisect_right(self.starts, start) - 1
        first = self.starts[index]
        return self.paragraphs[index].place(start - first, end - first), self.text[start:end]


def punctuation_halfwidth(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Chinese sentences bear Chinese marks: one violation a report. Value: `count`."""
    prose = context.once(_prose)
    places = [found.start() for found in pattern("half_width").finditer(prose.text)]
    if places:
        spans = [_around(prose.text, place) for place in islice(places, _PLACES)]
        yield _violation(prose, spans, len(places))


def straight_quotes(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Quotation marks beside Chinese are curved: one violation a report. Value: `count`."""
    prose = context.once(_prose)
    if not holds(prose.text, _STRAIGHT):
        return
    found = list(pattern("straight_quote").finditer(prose.text))
    if found:
        spans = list(islice(_pairs(prose.text, found), _PLACES))
        yield _violation(prose, spans, len(found))


def _prose(context: Context) -> _Prose:
    debris = debris_blocks(context)
    paragraphs = context.scopes.scope("paragraphs").texts
    return _Prose([one for one in paragraphs if one.location.block not in debris])


def _violation(prose: _Prose, spans: list[tuple[int, int]], count: int) -> Violation:
    (location, quote), *others = (prose.part(*span) for span in spans)
    return Violation(
        location,
        quote=quote,
        values={"count": count},
        related=tuple(place for place, _ in others),
        place="document",
    )


def _around(text: str, at: int) -> tuple[int, int]:
    """The mark with the words beside it."""
    start, end = at, at + 1
    while start > 0 and at - start < _AROUND and _is_word(text[start - 1]):
        start -= 1
    while end < len(text) and end - at <= _AROUND and _is_word(text[end]):
        end += 1
    return start, end


def _is_word(char: str) -> bool:
    return char.isalnum() or char in _SPACE


def _pairs(text: str, found: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The straight marks in pairs; one alone where its mate is not in the same paragraph."""
    end = 0
    for mark in found:
        if mark.start() >= end:
            pair = pattern("straight_pair").match(text, mark.start())
            start, end = pair.span() if pair else mark.span()
            yield start, end
