"""Check for blanks left to fill: XX, ××, ___, （文字描述） and their like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from gxcheck.report.model import Report
from gxcheck.rules.checks.matching import all_matches, matches
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation
from gxcheck.rules.search.passages import Placed

__all__ = ["blanks"]

_BEFORE = 2  # characters told with a gap
_WIDE, _TWO = "\u3000", "  "


class _Span(Struct, frozen=True):
    placed: Placed
    start: int
    end: int


def blanks(report: Report, options: Mapping[str, Any], context: Context) -> Iterator[Violation]:
    """No blank is left in the text; one violation for blanks that stand close together.

    Options: `patterns` of blanks, `aside` patterns of what looks like one and is none, and
    `apart`, the characters between two blanks from which they are two; `gap`, a pattern of the
    spaces (two, or a wide one) where a figure belongs, and `before_gap`, the words after which
    they are a blank.
    """
    yield from _gaps(context, options)
    found = sorted(_spans(context, options["patterns"]), key=_order)
    right = list(_spans(context, options["aside"])) if found else []
    left = [span for span in found if not any(_within(span, one) for one in right)]
    for span in _merged(left, options["apart"]):
        passage, place = span.placed
        yield Violation(
            location=passage.locate(span.start, span.end),
            quote=passage.quote(span.start, span.end),
            place=place,
        )


def _gaps(context: Context, options: Mapping[str, Any]) -> Iterator[Violation]:
    """The blanks that are spaces before a unit, which normal dress does not show."""
    words = tuple(options["before_gap"])
    for passage in context.scopes.scope("paragraphs").texts:
        text = passage.text
        if len(text) == len(passage.normal):  # no spaces but one between two words
            continue
        inner = text.strip()
        if _WIDE not in inner and _TWO not in inner:
            continue
        for found in all_matches(options["gap"], text):
            start = found.start - _BEFORE
            if text.endswith(words, 0, found.start) and start >= 0:
                yield Violation(passage.place(start, found.end), text[start : found.end])


def _spans(context: Context, patterns: Mapping[str, str]) -> Iterator[_Span]:
    for match in matches(context, "document", patterns):
        yield _Span(match.placed, match.start, match.end)


def _order(span: _Span) -> tuple[int, int, int, int]:
    at = span.placed.passage.location
    return at.block, at.row or 0, at.cell or 0, span.start


def _within(span: _Span, around: _Span) -> bool:
    same = span.placed.passage is around.placed.passage
    return same and around.start <= span.start and span.end <= around.end


def _merged(spans: Iterable[_Span], apart: int) -> Iterator[_Span]:
    """The spans, those that stand close together as one."""
    last: _Span | None = None
    for span in spans:
        if last and last.placed.passage is span.placed.passage and span.start - last.end < apart:
            last = replace(last, end=max(last.end, span.end))
            continue
        if last:
            yield last
        last = span
    if last:
        yield last
