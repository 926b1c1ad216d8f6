"""Check for the debris of conversion and of web pages: menus, buttons, stray page numbers."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any

from gxcheck.document.model import Block, Paragraph
from gxcheck.report.model import Report
from gxcheck.rules.checks.wordings import Spot, at, holds, pattern, words
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation

__all__ = ["conversion_residue", "debris_blocks"]

_LONGEST = 120
# From so many numbers that stand alone on they are the figures of a table that was lost.
_MOST_NUMBERS = 8
_UNREAD = "pdf_garbled_page"


def conversion_residue(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """No debris stands in the report; lines that follow each other make one violation.

    Variants: `page` for lines of a web page, `number` for stray page numbers, `default` for
    what stands within a text.
    """
    lines = [(block, "page") for block in sorted(debris_blocks(context))]
    lines += [(block, "number") for block in _page_numbers(context, debris_blocks(context))]
    for group in _neighbours(lines):
        first, *others = (_paragraph(report, block) for block, _ in group)
        yield Violation(
            first.location,
            quote=first.text,
            related=tuple(other.location for other in others),
            place="document",
            variant=group[0][1],
        )
    yield from _within(context)


def debris_blocks(context: Context) -> frozenset[int]:
    """The indexes of the blocks that are lines of a web page."""
    return context.once(_page_lines)


def _page_lines(context: Context) -> frozenset[int]:
    report = context.report
    inside, lines = _inside(report), context.once(_lines)
    anchored = context.scopes.scope("document").index.held(_anchors())
    is_line, is_edge = pattern("page_line").fullmatch, pattern("page_edge").fullmatch
    found = {
        index
        for index, line in lines.items()
        if is_line(line)
        or (anchored and _is_anchored(line))
        or (index not in inside and is_edge(line))
    }
    return frozenset(found - {report.title.location.block} if report.title else found)


@cache
def _anchors() -> frozenset[str]:
    return frozenset(words("page_anchors"))


def _is_anchored(line: str) -> bool:
    anchors = words("page_anchors")
    return holds(line, anchors) and pattern("page_anchored").fullmatch(line) is not None


def _inside(report: Report) -> range:
    """The indexes of the blocks from the first heading of a section to the end of the report."""
    headings = [section.heading.location.block for section in report.sections]
    signed = [part for part in (report.signature.organ, report.signature.date) if part]
    ends = [part.location.block for part in signed] or [block + 1 for block in headings[-1:]]
    return range(min(headings, default=0), max(ends, default=-1) + 1)


def _lines(context: Context) -> Mapping[int, str]:
    """The short paragraphs in normal dress, by the index of their block."""
    return {
        index: block.normal
        for index, block in enumerate(context.report.document.blocks)
        if isinstance(block, Paragraph) and block.role == "body" and 0 < len(block.text) <= _LONGEST
    }


def _page_numbers(context: Context, debris: Iterable[int]) -> Sequence[int]:
    """The blocks that are a number alone and not the value of a label above it."""
    numbers = [index for index, line in context.once(_lines).items() if _is_number(line)]
    if not 0 < len(numbers) <= _MOST_NUMBERS:
        return ()
    sections, blocks = context.report.sections, context.report.document.blocks
    headings = {h.location.block for s in sections for h in (s.heading, *s.subheadings)}
    return [i for i in numbers if _ended(blocks, i, {*numbers, *debris}, headings)]


def _is_number(text: str) -> bool:
    return text.isdigit() and pattern("page_number").fullmatch(text) is not None and int(text) > 0


def _ended(
    blocks: Sequence[Block], index: int, others: Container[int], headings: Container[int]
) -> bool:
    before = index - 1
    while before in others:
        before -= 1
    if before < 0:
        return False
    block = blocks[before]
    if not isinstance(block, Paragraph) or before in headings:
        return True
    return pattern("sentence_end").search(block.normal) is not None


def _neighbours(lines: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """The lines in groups: those of one kind that follow each other."""
    group: list[tuple[int, str]] = []
    for line in sorted(lines):
        if group and line != (group[-1][0] + 1, group[-1][1]):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _paragraph(report: Report, index: int) -> Paragraph:
    block = report.document.blocks[index]
    assert isinstance(block, Paragraph)
    return block


def _is_told(spot: Spot, unread: Container[int | None]) -> bool:
    """Whether debris is a character that could not be read, on a page of which a note tells so."""
    passage = spot.placed.passage
    return passage.location.page in unread and "\ufffd" in passage.quote(spot.start, spot.end)


def _within(context: Context) -> Iterator[Violation]:
    """What stands within a text: one violation a passage."""
    index = context.scopes.scope("document").index
    if not any(map(index.spots, words("debris_anchors"))):
        return
    spots = [at(context, *found.span()) for found in pattern("debris").finditer(index.text)]
    notes = context.report.document.notes
    unread = {note.location.page for note in notes if note.key == _UNREAD}
    spots = [spot for spot in spots if not _is_told(spot, unread)]
    for _, group in groupby(spots, key=lambda spot: spot.placed.passage.location):
        (placed, start, end), *others = group
        yield Violation(
            placed.passage.locate(start, end),
            quote=placed.passage.quote(start, end),
            related=tuple(o.placed.passage.locate(o.start, o.end) for o in others),
            place=placed.place,
        )
