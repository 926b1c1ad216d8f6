"""Titles of sections that a line end broke into two paragraphs, made one again."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from msgspec.structs import replace

from gxcheck.document.model import Block, Document, Note, Paragraph
from gxcheck.report.labels import normal_key
from gxcheck.report.sections.headings import read_mark
from gxcheck.report.sections.roles import known_role
from gxcheck.report.sections.separate import renumbered

__all__ = ["rejoined"]

_LONGEST = 40  # characters of half a title


def rejoined(document: Document) -> Document:
    """The document with broken titles in one paragraph; itself if there are none."""
    blocks = document.blocks
    broken = [at for at, (one, other) in enumerate(pairwise(blocks)) if _is_title(one, other)]
    if not broken:
        return document
    joined: list[Block] = []
    lower_halves: list[int] = []
    start = 0
    for at in broken:
        upper, lower = blocks[at], blocks[at + 1]
        if at < start or not isinstance(upper, Paragraph) or not isinstance(lower, Paragraph):
            continue
        joined += [*blocks[start:at], _joined(upper, lower)]
        lower_halves.append(at + 1)
        start = at + 2
    notes = [
        _moved(note, bisect_right(lower_halves, note.location.block)) for note in document.notes
    ]
    return Document(renumbered([*joined, *blocks[start:]]), document.source, tuple(notes))


def _moved(note: Note, up: int) -> Note:
    """A note on a block that so many blocks fewer stand before."""
    return replace(note, location=note.location.moved(block=note.location.block - up))


def _is_title(upper: Block, lower: Block) -> bool:
    """Whether two paragraphs make an official title together, or one that neither is alone."""
    if not isinstance(upper, Paragraph) or not isinstance(lower, Paragraph):
        return False
    if len(upper.text) > _LONGEST or len(lower.text) > _LONGEST:
        return False
    if upper.role != "body" or lower.role != "body":
        return False
    known = known_role(normal_key(upper.normal + lower.normal))
    if known is None or read_mark(lower.normal):
        return False
    mark = read_mark(upper.normal)
    if mark and mark.separator and mark.end == len(upper.normal):
        return True
    alone = known_role(normal_key(upper.normal)) or known_role(normal_key(lower.normal))
    return alone is None or (known.likeness == "official" and alone.likeness != "official")


def _joined(upper: Paragraph, lower: Paragraph) -> Paragraph:
    """One paragraph of two; `offsets` are told only where the file's are known (text, HTML)."""
    below = lower.location
    between = "\n" * max(1, (below.line or 0) - _last_line(upper))
    text = f"{upper.text}{between}{lower.text}"
    offsets: tuple[int, ...] | None = None
    if below.offset is not None:
        before = below.offset - (below.column or 1)
        offsets = (*_offsets(upper)[:-1], *[before] * len(between), *_offsets(lower))
    return Paragraph(text, upper.location.moved(end=len(text)), offsets, upper.lines)


def _last_line(paragraph: Paragraph) -> int:
    return (paragraph.location.line or 0) + paragraph.text.count("\n")


def _offsets(paragraph: Paragraph) -> tuple[int, ...]:
    start = paragraph.location.offset or 0
    return paragraph.offsets or tuple(range(start, start + len(paragraph.text) + 1))
