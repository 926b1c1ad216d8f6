"""The running text of many passages as one string, with the way back to each passage.

One search through the whole text costs far less than one through each of some hundred passages.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise

from msgspec import Struct

from gxcheck.document.model import Block, Location, Passage
from gxcheck.lazy import lazy
from gxcheck.report.front.anchors import anchors_in
from gxcheck.report.front.cuts import cuts_in
from gxcheck.report.passages import passages_of

__all__ = ["Flow"]

_LONGEST_SENTENCE = 600  # characters on each side of a place
_STOP = "。"


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
