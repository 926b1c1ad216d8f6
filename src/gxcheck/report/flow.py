"""The running text of many passages as one string, with the way back to each passage.

One search through the whole text costs far less than one through each of some hundred passages.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gxcheck.document.model import Block, Location, Paragraph, Passage, Table

__all__ = ["Flow", "Line", "lines_of", "passages_of"]

_SHORTEST_CELL = 12
_BREAK = re.compile(r"\s*\n\s*|[ \t\u3000\u00a0]{3,}")


def passages_of(blocks: Iterable[Block]) -> Iterator[Passage]:
    """The paragraphs of the running text, and the cells that hold more than a word or figure."""
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.role == "body":
                yield block
        else:
            yield from _long_cells(block)


def _long_cells(table: Table) -> Iterator[Passage]:
    for row in table.rows:
        for cell in row:
            if len(cell.text) >= _SHORTEST_CELL:
                yield cell


@dataclass(frozen=True)
class Flow:
    """Passages joined by line ends. Spans of `text` that patterns find lie within one passage."""

    passages: tuple[Passage, ...]
    starts: tuple[int, ...]
    text: str

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> Flow:
        """The flow of the passages of `blocks`."""
        passages = tuple(passages_of(blocks))
        texts = [passage.normal for passage in passages]
        starts, at = [], 0
        for text in texts:
            starts.append(at)
            at += len(text) + 1
        return cls(passages, tuple(starts), "\n".join(texts))

    def locate(self, start: int, end: int) -> Location:
        """The place of a span of `text`."""
        index = bisect_right(self.starts, start) - 1
        first = self.starts[index]
        return self.passages[index].locate(start - first, end - first)

    def sentence(self, at: int, stops: str) -> tuple[int, int]:
        """The span around `at` up to the nearest of the characters `stops` or line ends."""
        start = max(self.text.rfind(stop, 0, at) for stop in (*stops, "\n")) + 1
        ends = [end for end in (self.text.find(stop, at) for stop in (*stops, "\n")) if end >= 0]
        return start, min(ends, default=len(self.text))


@dataclass(frozen=True)
class Line:
    """One printed line of a passage: the span `start:end` of its text, and that in normal dress."""

    passage: Passage
    start: int
    end: int
    normal: str

    @property
    def location(self) -> Location:
        """The place of the line."""
        return self.passage.place(self.start, self.end)


def lines_of(passage: Passage) -> list[Line]:
    """The lines of a passage; a run of spaces parts them like a line end."""
    text = passage.text
    if not _BREAK.search(text):
        return [Line(passage, 0, len(text), passage.normal)] if passage.normal else []
    lines, start = [], 0
    for gap in (*_BREAK.finditer(text), None):
        end = gap.start() if gap else len(text)
        if end > start:
            whole = Passage(text[start:end], passage.location)
            if whole.normal:
                lines.append(Line(passage, start, end, whole.normal))
        start = gap.end() if gap else end
    return lines
