"""The check on the numbers of sub-headings: their level below the section, and their sequence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from gxcheck.document.model import Block, Paragraph
from gxcheck.report.edition import table_labels
from gxcheck.report.labels import normal_key
from gxcheck.report.lineage import EDITIONS
from gxcheck.report.model import Heading, Report, Section
from gxcheck.report.sections.headings import STYLES
from gxcheck.report.sections.structure import structure
from gxcheck.rules.checks.structure.bodies import text_of
from gxcheck.rules.checks.structure.items import blocks_with_items, out_of_turn
from gxcheck.rules.checks.structure.numbering import twice_told
from gxcheck.rules.checks.structure.numerals import numeral_like
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation

__all__ = ["subheading_numbering"]

_LABEL = 60  # characters of the longest label that is looked for
_ENDS = ("。", ";", "!", "?", ")", "”")
_RANK = {style: rank for rank, style in enumerate(STYLES)}


class _Mark(Struct, frozen=True):
    """The style of a number; for plain digits with the sign after it, since 1、 is not 1."""

    style: str
    sign: str = ""


def subheading_numbering(
    report: Report,
    options: Mapping[str, Any],
    context: Context,
) -> Iterator[Violation]:
    """One finding for each section whose sub-headings are numbered wrongly.

    They are measured by the mark of most sections: one may be numbered wrongly itself. A section's
    own heading that comes again is none of them.
    Variants: `default` (they use the mark of the sections again), `level` (a higher mark stands
    below a lower one), `sequence` (a number is left out or comes twice). Items such as 一是 are no
    sub-headings: `items` names their styles; of them `items` tells where one is left out or comes
    twice. Numbers may begin anew under another parent.
    """
    items = frozenset(options.get("items", ()))
    marks = Counter(_mark(section.heading) for section in report.sections)
    top = max(marks, key=marks.__getitem__, default=_Mark(""))
    again = twice_told(report)
    within = blocks_with_items(context)
    for section in report.sections:
        headings = [
            heading
            for heading in _without_rows(section)
            if heading.ordinal and heading.style not in items and heading not in again
        ]
        found = _wrong(section, headings, top)
        if found:
            variant, (first, *others) = found
            yield Violation(
                first.location,
                values={"title": section.heading.title, "subheading": first.text},
                related=tuple(heading.location for heading in others),
                variant=variant,
            )
        for item in out_of_turn(section, items, within):
            yield Violation(
                item.paragraph.locate(item.start, item.end),
                quote=item.paragraph.quote(item.start, item.end),
                values={"title": section.heading.title},
                variant="items",
            )


def _wrong(
    section: Section, headings: Sequence[Heading], top: _Mark
) -> tuple[str, list[Heading]] | None:
    again = [heading for heading in headings if _mark(heading) == top]
    if again:
        return "default", again
    higher = _out_of_level(top.style, headings)
    if higher:
        return "level", [higher]
    astray = _out_of_sequence(section, headings)
    return ("sequence", [astray]) if astray else None


def _mark(heading: Heading) -> _Mark:
    if heading.style != "1.":
        return _Mark(heading.style)
    return _Mark(heading.style, heading.text[len(heading.number) : len(heading.number) + 1])


def _without_rows(section: Section) -> list[Heading]:
    """The sub-headings that are no rows of a table whose cells lie in the text as lines.

    What is also a usual sub-heading, such as 主动公开情况, is a row only among other rows.
    """
    topics, headings = structure().headings.topics, section.subheadings
    rows = [heading for heading in headings if _key(heading.title) in _labels()]
    if not rows or (all(heading.title in topics for heading in rows) and not _holds_rows(section)):
        return list(headings)
    return [heading for heading in headings if heading not in rows]


def _holds_rows(section: Section) -> bool:
    """Whether a line of a section is the label of a row and no usual sub-heading."""
    topics = structure().headings.topics
    lines = (block.normal for block in section.blocks if isinstance(block, Paragraph))
    keys = (_key(line) for line in lines if len(line) <= _LABEL)
    return any(key in _labels() and key not in topics for key in keys if key)


def _key(title: str) -> str:
    return normal_key(title).rstrip("0123456789")


@cache
def _labels() -> frozenset[str]:
    return frozenset[str]().union(*map(table_labels, EDITIONS))


def _out_of_level(top: str, headings: Sequence[Heading]) -> Heading | None:
    """The first sub-heading that stands above the level `top`, or inside a lower list.

    Below sections that are numbered in digits （一） may stand too.
    """
    highest = min(_RANK[top], _RANK["（一）"])
    for at, heading in enumerate(headings):
        rank = _RANK[heading.style]
        if top and rank < highest:
            return heading
        if _is_inside(rank, headings[:at], headings[at + 1 :]):
            return heading
    return None


def _is_inside(rank: int, before: Sequence[Heading], after: Sequence[Heading]) -> bool:
    """Whether a list of a lower rank goes on around a heading of `rank`, none of which came yet."""
    if not before or any(_RANK[heading.style] <= rank for heading in before):
        return False
    open_list = before[-1]
    following = next((one for one in after if _RANK[one.style] > rank), None)
    return (
        following is not None
        and following.style == open_list.style
        and following.ordinal == (open_list.ordinal or 0) + 1
    )


def _out_of_sequence(section: Section, headings: Sequence[Heading]) -> Heading | None:
    """The first sub-heading whose number is not the next under its parent.

    One that seems left out is looked for in the text, since it may stand where no heading is told.
    """
    last: dict[int, Heading] = {}
    for heading in headings:
        rank = _RANK[heading.style]
        last = {other: one for other, one in last.items() if other <= rank}
        before = last.get(rank)
        last[rank] = heading
        if before is None or heading.ordinal == (before.ordinal or 0) + 1:
            continue
        if heading.ordinal == 1:
            if before.ordinal == 1 and not _begins_anew(section, before, heading):
                return heading
        elif not _stands_elsewhere(section, headings, before, heading):
            return heading
    return None


def _begins_anew(section: Section, before: Heading, heading: Heading) -> bool:
    """Whether what stands between two headings that are both the first may head another list."""
    first, last = before.location.block, heading.location.block
    blocks = [block for block in section.blocks if first <= block.location.block < last]
    leads = any(isinstance(one, Paragraph) and one.normal.endswith(":") for one in blocks[:1])
    return leads or not all(map(_is_text, blocks[1:]))


def _is_text(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.normal.endswith(_ENDS)


def _stands_elsewhere(
    section: Section, headings: Sequence[Heading], before: Heading, heading: Heading
) -> bool:
    """Whether the number that is missing between two, or a first one, stands in the text unseen."""
    text = text_of([section])
    forward = (heading.ordinal or 0) > (before.ordinal or 0)
    wanted = (before.ordinal or 0) + 1 if forward else 1
    mark = _written(heading, wanted)
    told = sum(1 for one in headings if _written(one, one.ordinal or 0) == mark)
    return text.count(mark) > told


def _written(heading: Heading, ordinal: int) -> str:
    """The number of a heading, with its marks, as it would be for another ordinal."""
    start, title, _ = heading.text.partition(heading.title)
    marks = start if title else heading.number
    return marks.replace(heading.number, numeral_like(heading.number, ordinal), 1)
