"""The running text of many passages as one string, with the way back to each passage.

One search through the whole text costs far less than one through each of some hundred passages.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise

from msgspec import Struct

from gxcheck.document.model import Block, Location, Paragraph, Passage
from gxcheck.lazy import lazy
from gxcheck.patterns import own_pattern
from gxcheck.report.front.anchors import anchors_in
from gxcheck.report.front.cuts import cuts_in

__all__ = ["Flow", "lines_of", "part_of", "passages_of"]

_SHORTEST_CELL = 12
_LONGEST_SENTENCE = 600
_STOP = "。"
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


class Flow(Struct, frozen=True, dict=True):
    """Passages joined by line ends, in which one search finds what stands in any of them.

    At each of `cuts` a space is left out, where a line end cuts an address.
    """

    passages: tuple[Passage, ...]
    starts: tuple[int, ...]
    text: str
    cuts: tuple[int, ...] = ()

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> Flow:
        """The flow of the passages of `blocks`."""
        passages = tuple(passages_of(blocks))
        texts = [passage.normal for passage in passages]
        starts, cuts, at = [], [], 0
        for place, passage in enumerate(passages):
            starts.append(at)
            spaces = list(cuts_in(passage)) if " " in texts[place] else []
            if spaces:
                cuts += [at + space - before for before, space in enumerate(spaces)]
                texts[place] = _without(texts[place], spaces)
            at += len(texts[place]) + 1
        return cls(passages, tuple(starts), "\n".join(texts), tuple(cuts))

    @lazy
    def _anchors(self) -> Mapping[str, Sequence[int]]:
        return anchors_in(self.text)

    def places(self, *sought: str) -> Sequence[int]:
        """Where any of some words of `front.anchors` stands, in order."""
        found = [places for word in sought if (places := self._anchors.get(word))]
        if len(found) > 1:
            return sorted({*chain.from_iterable(found)})
        return found[0] if found else ()

    def locate(self, start: int, end: int) -> Location:
        """The place of a span of `text`; of one over several passages, what lies in the first."""
        index = bisect_right(self.starts, start) - 1
        first = self.starts[index]
        if index + 1 < len(self.starts):
            end = min(end, self.starts[index + 1] - 1)
        if not self.cuts:
            return self.passages[index].locate(start - first, end - first)
        cut = bisect_left(self.cuts, first)
        left_out = bisect_right(self.cuts, start) - cut, bisect_left(self.cuts, end) - cut
        return self.passages[index].locate(start - first + left_out[0], end - first + left_out[1])

    def start_of(self, block: int) -> int:
        """Where in `text` the passages of the block of that index, or of a later one, begin."""
        index = bisect_left(self.passages, block, key=lambda passage: passage.location.block)
        return self.starts[index] if index < len(self.starts) else len(self.text) + 1

    def sentence(self, at: int) -> tuple[int, int]:
        """The span of the sentence around `at`, without its full stop."""
        text, low = self.text, max(0, at - _LONGEST_SENTENCE)
        high = min(len(text), at + _LONGEST_SENTENCE)
        line_end = text.find("\n", at, high)
        high = line_end if line_end >= 0 else high
        stop = text.find(_STOP, at, high)
        start = max(text.rfind(_STOP, low, at), text.rfind("\n", low, at)) + 1
        return max(start, low), stop if stop >= 0 else high


def _without(text: str, spaces: Iterable[int]) -> str:
    """A text without the characters at `spaces`."""
    edges = [-1, *spaces, len(text)]
    return "".join(text[start + 1 : end] for start, end in pairwise(edges))


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
