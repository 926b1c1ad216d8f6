"""What was taken over from last year's report, or dropped since: sentences, ways of contact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gxcheck.document.model import Paragraph
from gxcheck.patterns import own_pattern
from gxcheck.report.model import Contact, Report, Section
from gxcheck.rules.checks.years.last_year import last_year_of
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, Violation

__all__ = ["contact_changed", "text_reused"]

_SENTENCE_END = own_pattern("[。;!?！？；]")
_NUMBER = own_pattern(r"\d+")
_KINDS = ("phones", "faxes", "addresses", "emails", "postcodes")


def text_reused(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The sections whose sentences are mostly last year's; numbers do not count."""
    previous = last_year_of(report, context)
    for section in report.sections:
        earlier = previous.section(section.role) if section.role else None
        sentences = _sentences(section, options["shortest"])
        total = sum(map(len, sentences))
        if earlier is None or total < options["least"]:
            continue
        known = set(_sentences(earlier, options["shortest"]))
        same = sum(len(sentence) for sentence in sentences if sentence in known)
        if same * 100 >= total * options["percent"]:
            yield Violation(
                section.heading.location,
                values={"section": section.heading.text, "percent": same * 100 // total},
                place=f"sections.{section.role}",
            )


def _sentences(section: Section, shortest: int) -> list[str]:
    text = "。".join(block.normal for block in section.blocks if isinstance(block, Paragraph))
    found = (_NUMBER.sub("0", sentence) for sentence in re.split(_SENTENCE_END, text))
    return [sentence for sentence in found if len(sentence) >= shortest]


def contact_changed(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The ways of contact that are others than last year's, or gone."""
    previous = last_year_of(report, context).contact
    contact = report.contact
    if previous is None or contact is None:
        raise NotApplicable("nothing")
    for kind in _KINDS:
        earlier, later = _told(previous, kind), _told(contact, kind)
        if not earlier or set(earlier) & set(later):
            continue
        yield Violation(
            getattr(contact, kind)[0].location if later else contact.location,
            values={
                "kind": options["kinds"][kind][context.lang],
                "earlier": earlier,
                "later": later,
            },
            place=f"contact.{kind}",
            variant="default" if later else "dropped",
        )


def _told(contact: Contact, kind: str) -> Sequence[str]:
    return [words.text for words in getattr(contact, kind)]
