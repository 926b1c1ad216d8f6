"""The front and end matter of a report, read in one go: who, on what year, how to reach them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from gxcheck.document.model import Block, Document
from gxcheck.report.front.contact import Zones, read_contact
from gxcheck.report.front.dates import read_dates
from gxcheck.report.front.flow import Flow
from gxcheck.report.front.links import read_links
from gxcheck.report.front.organ import read_organ
from gxcheck.report.front.period import read_period
from gxcheck.report.front.preamble import read_preamble
from gxcheck.report.front.signature import read_signature
from gxcheck.report.front.title import find_title, read_title
from gxcheck.report.front.vocabulary import words
from gxcheck.report.front.years import YearVoices, running_text
from gxcheck.report.model import (
    Contact,
    DateMention,
    Organ,
    Period,
    Preamble,
    Signature,
    Title,
    Words,
)
from gxcheck.report.sections.reader import Outline
from gxcheck.report.seek import holds_any

__all__ = ["Front", "read_front"]

_TITLE_WITHIN = 8  # blocks from the beginning of a further report


class Front(Struct, frozen=True):
    """What the front and end matter says, by the names that it has in `Report`."""

    title: Title | None
    titles: tuple[Title, ...]
    year: int | None
    organ: Organ
    period: Period | None
    contact: Contact | None
    website: tuple[Words, ...]
    preamble: Preamble | None
    signature: Signature
    dates: tuple[DateMention, ...]


def read_front(document: Document, outline: Outline) -> Front:
    """Title, organ, preamble, period, contact, signature and dates of the first report."""
    last = outline.further[0] if outline.further else len(document.blocks)
    blocks = document.blocks[:last]
    before = blocks[: outline.first]
    flow = Flow.of(blocks)
    found = find_title(before)
    title = found.title if found else None
    preamble = read_preamble(before, found)
    preamble_flow = Flow.of(preamble.blocks if preamble else ())
    last_section = outline.sections[-1].blocks if outline.sections else ()
    above, named = _above(before, preamble), title.text if title else ""
    signature = read_signature(last_section, blocks[outline.end :], above, named)
    contact = read_contact(flow, _zones(flow, outline))
    period = read_period(flow, title.year if title else None)
    by_school_year = _by_school_year(title, period)
    return Front(
        title=title,
        titles=_further_titles(document, outline),
        year=YearVoices(title, period, _texts(preamble_flow, outline), signature).year(),
        organ=read_organ(title, preamble_flow, contact, signature, by_school_year=by_school_year),
        period=period,
        contact=contact,
        website=read_links(flow),
        preamble=preamble,
        signature=signature,
        dates=read_dates(flow),
    )


def _by_school_year(title: Title | None, period: Period | None) -> bool:
    """Whether a report is on a school year: its title says so, or it goes on from autumn."""
    if title and holds_any(title.text, words("school_years")):
        return True
    start, end = (period.start, period.end) if period else (None, None)
    return bool(start and end and start.year + 1 == end.year and start.month > end.month)


def _further_titles(document: Document, outline: Outline) -> tuple[Title, ...]:
    """The titles of the other reports in the document."""
    found = (
        read_title(document.blocks[start : start + _TITLE_WITHIN]) for start in outline.further
    )
    return tuple(title for title in found if title)


def _above(before: Sequence[Block], preamble: Preamble | None) -> Sequence[Block]:
    """What stands over the preamble."""
    if preamble is None:
        return before
    first = preamble.blocks[0].location
    return [
        block
        for block in before
        if (block.location.block, block.location.start) < (first.block, first.start)
    ]


def _zones(flow: Flow, outline: Outline) -> Zones:
    """Where the sections and the end begin; without sections all is front matter."""
    return Zones(flow.start_of(outline.first), flow.start_of(outline.end))


def _texts(preamble: Flow, outline: Outline) -> list[str]:
    """The preamble and the first section's text."""
    return [preamble.text, running_text(outline.sections[0].blocks if outline.sections else ())]
