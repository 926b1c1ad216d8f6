"""Checks on the numbers of the sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gxcheck.document.model import Paragraph
from gxcheck.document.numerals import FORMAL
from gxcheck.report.forms import Form
from gxcheck.report.model import Heading, Report, Section
from gxcheck.rules.checks.structure.numerals import numeral_like
from gxcheck.rules.checks.structure.sections import out_of_order
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, Violation

__all__ = ["section_numbering", "twice_told"]

_FORMAL = frozenset(FORMAL)


def section_numbering(
    report: Report,
    options: Mapping[str, Any],
    context: Context,
) -> Iterator[Violation]:
    """The first place where the numbers of the sections do not run on.

    Variants: `start` (not with one), `gap`, `repeat`, `back`, `style` (another kind of number),
    `unnumbered` (none). Sections moved with their numbers are left to `section_order`. A section
    that stands there again with its title, and its number if it has any, is told each time
    (`twice`).
    """
    headings = [section.heading for section in report.sections]
    if not any(heading.style for heading in headings):
        yield from _unnumbered_again(report)
        return
    if not _moved(report.sections, context.form):
        yield from _first_break(headings)
    for heading in twice_told(report):
        yield Violation(heading.location, values={"heading": heading.text}, variant="twice")


def _unnumbered_again(report: Report) -> Iterator[Violation]:
    """The sections of a report without numbers whose titles have a line to themselves again."""
    own = {one.heading.text for one in report.sections}
    if not own:
        raise NotApplicable("nothing")
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph) and block.normal in own:
                values = {"heading": block.normal}
                yield Violation(block.location, block.text, values, variant="twice")


def twice_told(report: Report) -> list[Heading]:
    """The headings inside sections that are a section's own, number and all."""
    own = {one.heading.text for one in report.sections if one.heading.style}
    return [one for section in report.sections for one in section.subheadings if one.text in own]


def _first_break(headings: Sequence[Heading]) -> Iterator[Violation]:
    first = next(heading for heading in headings if heading.style)
    style = first.style
    last = 0
    for heading in headings:
        variant = _variant(heading, first, last)
        if variant:
            values = {
                "number": heading.number,
                "last": numeral_like(style, last),
                "expected": numeral_like(style, last + 1),
                "heading": heading.text,
                "style": style,
            }
            yield Violation(heading.location, values=values, variant=variant)
            return
        last = heading.ordinal or last + 1


def _variant(heading: Heading, first: Heading, last: int) -> str:
    if heading.style != first.style or _is_formal(heading) != _is_formal(first):
        return "style" if heading.style else "unnumbered"
    if heading.ordinal in (None, last + 1):
        return ""
    if heading.ordinal == last:
        return "repeat"
    if heading.ordinal > last:
        return "gap" if last else "start"
    return "back"


def _is_formal(heading: Heading) -> bool:
    """Whether a number is written as on cheques: 陆."""
    return not _FORMAL.isdisjoint(heading.number)


def _moved(sections: Sequence[Section], of: Form) -> bool:
    """Whether all numbers are there, and sorting the sections by them gives the official order."""
    ordinals = [section.heading.ordinal or 0 for section in sections]
    ranked = sorted(sections, key=lambda section: section.heading.ordinal or 0)
    complete = sorted(ordinals) == list(range(1, len(sections) + 1))
    return complete and bool(out_of_order(sections, of)) and not out_of_order(ranked, of)
