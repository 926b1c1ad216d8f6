"""The passages of running text, the lines that they are printed in, and parts of them."""

from __future__ import annotations

from collections.abc import Iterable

from gxcheck.document.model import Block, Paragraph, Passage
from gxcheck.patterns import own_pattern

__all__ = ["lines_of", "part_of", "passages_of"]

_SHORTEST_CELL = 12  # characters of a cell that holds more than a word or figure
_BREAK = own_pattern(r"[ \t\u3000\u00a0]*\n\s*|[ \t\u3000\u00a0]{3,}")


def passages_of(blocks: Iterable[Block]) -> list[Passage]:
    """The paragraphs of the running text, and the cells that hold more than a word or figure."""
    found: list[Passage] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.role == "body":
                found.append(block)
        else:
            found += [
                cell for row in block.rows for cell in row if len(cell.text) >= _SHORTEST_CELL
            ]
    return found


def lines_of(passage: Passage) -> list[Passage]:
    """The printed lines of a passage; a long run of spaces parts them like a line end."""
    text = passage.text
    if not _may_break(passage) or not _BREAK.search(text):
        return [passage] if passage.normal else []
    edges = [0, *(edge for gap in _BREAK.finditer(text) for edge in gap.span()), len(text)]
    spans = zip(edges[::2], edges[1::2], strict=True)
    lines = [part_of(passage, start, end) for start, end in spans if start < end]
    return [line for line in lines if line.normal]


def _may_break(passage: Passage) -> bool:
    """Whether there may be line ends or runs of spaces: of the latter no dress keeps all."""
    text = passage.text
    return len(passage.normal) < len(text) or "\n" in text


def part_of(passage: Passage, start: int, end: int) -> Passage:
    """The passage that holds only a span of `text`, at its own place."""
    offsets = passage.offsets[start : end + 1] if passage.offsets else None
    place = passage.place(start, end)
    return Passage(passage.text[start:end], place, offsets, passage.lines)
