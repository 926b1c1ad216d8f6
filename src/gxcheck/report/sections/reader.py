"""The sections of a report: what its outline is, and what stands below each heading."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import partial

from msgspec import Struct

from gxcheck.document.model import Block, Document, Paragraph
from gxcheck.report.form_set import FormSet, shipped_forms
from gxcheck.report.forms import Form
from gxcheck.report.model import Heading, Section
from gxcheck.report.sections.candidates import Candidate, candidates
from gxcheck.report.sections.chain import chains
from gxcheck.report.sections.found import Found, is_attachment, names_report, read_found
from gxcheck.report.sections.headings import heading_of, rest_of
from gxcheck.report.sections.roles import TitleRole, likeness_in
from gxcheck.report.sections.structure import structure

__all__ = ["Outline", "first_level", "in_form", "read_sections"]


class Outline(Struct, frozen=True):
    """The sections of the first report in a document.

    `first` is the index of the block of the first heading, `end` that of the block where the
    report's text ends: after the last section, where signature, attachments or a page's debris
    begin. Both are the number of blocks where there is no section. `further` has the blocks where
    other reports in the same document begin.
    """

    sections: tuple[Section, ...]
    first: int
    end: int
    further: tuple[int, ...] = ()


def read_sections(document: Document, forms: FormSet | None = None) -> Outline:
    """The outline of a document; `likeness` is over the forms of all editions (see `in_form`)."""
    headings = read_found(document, forms or shipped_forms())
    found = chains(candidates(headings))
    count = len(document.blocks)
    if not found:
        return Outline((), count, count)
    ends = [chain[-1].block for chain in found]
    further = tuple(
        _beginning(document, chain[0].block, after)
        for after, chain in zip(ends, found[1:], strict=False)
    )
    limit = further[0] if further else count
    chain = found[0]
    end = _end(document.blocks, chain[-1].block + 1, limit)
    bounds = [*(one.block for one in chain[1:]), end]
    places = [one.block for one in headings]
    inside = (
        headings[bisect_right(places, one.block) : bisect_left(places, until)]
        for one, until in zip(chain, bounds, strict=True)
    )
    sections = tuple(map(partial(_section, document), chain, bounds, inside))
    return Outline(sections, chain[0].block, end, further)


def in_form(sections: Iterable[Section], edition_form: Form) -> tuple[Section, ...]:
    """The sections with the likeness of their titles to those of one form."""
    return tuple(_in_form(section, edition_form) for section in sections)


def first_level(section: Section) -> tuple[Heading, ...]:
    """The sub-headings of the level right below the section: those numbered as the first is."""
    headings = section.subheadings
    return tuple(one for one in headings if one.style == headings[0].style)


def _in_form(section: Section, edition_form: Form) -> Section:
    if section.role is None:
        return section
    found = TitleRole(section.role, section.likeness)
    likeness = likeness_in(edition_form, found, section.heading.title)
    if likeness == section.likeness:
        return section
    return Section.model_construct(**{**section.__dict__, "likeness": likeness})


def _section(document: Document, one: Candidate, end: int, inside: Sequence[Found]) -> Section:
    """The section with the headings `inside` it."""
    heading, rest = _split(document, one)
    below = document.blocks[one.block + 1 : end]
    return Section.model_construct(
        role=one.role.role if one.role else None,
        likeness=one.role.likeness if one.role else "similar",
        heading=heading,
        blocks=(rest, *below) if rest else below,
        subheadings=tuple(
            _heading(document, other) for other in inside if other.bounds.mark.number
        ),
    )


def _split(document: Document, one: Candidate) -> tuple[Heading, Paragraph | None]:
    return _heading(document, one), rest_of(_paragraph(document, one), one.bounds)


def _heading(document: Document, one: Candidate | Found) -> Heading:
    return heading_of(_paragraph(document, one), one.bounds)


def _paragraph(document: Document, one: Candidate | Found) -> Paragraph:
    paragraph = document.blocks[one.block]
    assert isinstance(paragraph, Paragraph)
    return paragraph


def _beginning(document: Document, heading: int, after: int) -> int:
    """Where another report begins: at its title, else at its first heading."""
    for index in range(after + 1, heading):
        block = document.blocks[index]
        if isinstance(block, Paragraph) and names_report(block):
            return index
    return heading


def _end(blocks: Sequence[Block], start: int, limit: int) -> int:
    """Where the last section ends whose text begins at `start`."""
    words = structure().ends
    for index in range(start, limit):
        block = blocks[index]
        if not isinstance(block, Paragraph) or len(block.text) > 2 * words.longest:
            continue
        text = block.normal
        if is_attachment(block) or words.caption.match(text) or words.debris.match(text):
            return _before_signature(blocks, start, index)
        if len(text) <= words.longest and words.date.match(text):
            return _before_signature(blocks, start, index)
    return _before_signature(blocks, start, limit)


def _before_signature(blocks: Sequence[Block], start: int, end: int) -> int:
    """Without the lines of a signature, of which the last stands before `end`."""
    words = structure().ends
    while end > start:
        block = blocks[end - 1]
        if not isinstance(block, Paragraph) or len(block.text) > 2 * words.longest:
            break
        text = block.normal
        if text and not words.date.match(text) and not words.organ.match(text):
            break
        end -= 1
    return end
