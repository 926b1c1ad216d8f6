"""Text of the tree as a browser shows it, and where in the source each character stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from gxcheck.document.html.signs import LINE_END, PARAGRAPH_END, SPACE, STAMP
from gxcheck.document.html.source import PageSource

__all__ = ["Line", "Place", "Reader"]

Place: TypeAlias = tuple[int, "tuple[int, ...] | None"]
"""Where a text begins, and the place of each of its characters, as in `Line`."""

_GAP = re.compile(rf"[{SPACE}{LINE_END}{PARAGRAPH_END}]+")
_ODD_SPACE = re.compile(rf"[{LINE_END}{PARAGRAPH_END}\t\r\n\f]|  ")
_AROUND = "".join(filter(str.isspace, map(chr, range(0x3001)))) + f"\u200b\ufeff{PARAGRAPH_END}"


class Line(NamedTuple):
    """A text as shown, with "\\n" for its line ends, and where it stands.

    `offsets` has the place of each character and of the end, None where they follow each other.
    `indent` is how much white space was taken off its beginning.
    """

    text: str
    offset: int
    offsets: tuple[int, ...] | None = None
    indent: int = 0

    def part(self, start: int, end: int) -> Line:
        """The part between two places, without white space around it."""
        text = self.text[start:end]
        indent = len(text) - len(text.lstrip(_AROUND))
        text = text.strip(_AROUND)
        start += indent
        if self.offsets is None:
            return Line(text, self.offset + start, None, indent)
        offsets = self.offsets[start : start + len(text) + 1]
        first, last = offsets[0], offsets[-1]
        if last - first == len(text) and offsets == tuple(range(first, last + 1)):
            return Line(text, first, None, indent)
        return Line(text, first, offsets, indent)


class Reader:
    """Reads texts of the tree in their order; what has no stamp of its own follows the last one."""

    def __init__(self, source: PageSource) -> None:
        self._source = source
        self._at = 0

    def line(self, text: str) -> Line:
        """The text, which holds stamps, as shown."""
        text = text.lstrip(SPACE)
        bare = text[1:].strip(_AROUND)
        if text[:1] < STAMP or not bare.isprintable() or "  " in bare:
            return self._joined(self._source.runs_of(text))
        indent = text.find(bare, 1) - 1
        start = self._source.offset_of(text[0]) + indent
        if not self._source.text.startswith(bare, start):
            return self._joined(self._source.runs_of(text))
        self._at = start + len(bare)
        return Line(bare, start, None, indent)

    def cells(self, texts: Iterable[str]) -> tuple[list[str], list[Place]]:
        """The texts of a row's cells as shown, and where each stands.

        Most are of one run without white space, and stand so in the source; of the others most are
        blank, and stand behind the next start tag of a cell.
        """
        offset_of, stands_at = self._source.offset_of, self._source.text.startswith
        bares: list[str] = []
        places: list[Place] = []
        for text in texts:
            if not text or text.isspace():
                self._at = self._source.next_cell(self._at)
                bares.append("")
                places.append((self._at, None))
                continue
            bare = text[1:]
            if bare and text >= STAMP and bare.isprintable() and " " not in bare:
                start = offset_of(text[0])
                if stands_at(bare, start):
                    self._at = start + len(bare)
                    bares.append(bare)
                    places.append((start, None))
                    continue
            bare, start, offsets, _ = self._cell(text)
            bares.append(bare)
            places.append((start, offsets))
        return bares, places

    def _cell(self, text: str) -> Line:
        """A cell with more than that; one with nothing to see may be blank all the same."""
        line = self.line(text)
        if line.text or line.offset:
            return line
        self._at = self._source.next_cell(self._at)
        return Line("", self._at)

    def _joined(self, runs: Sequence[tuple[int, str]]) -> Line:
        text = "".join([run for _, run in runs])
        if not text.strip(_AROUND):
            first = next((offset for offset, _ in runs if offset >= 0), 0)
            self._at = first or self._at
            return Line("", first)
        places: list[int] = []
        for offset, run in runs:
            if offset < 0:
                self._at = next((place for place, _ in runs if place >= 0), self._at)
                places.extend([self._at] * len(run))
            else:
                places.extend(self._source.offsets_of(run, offset))
                self._at = places.pop()
        end = self._at
        if _ODD_SPACE.search(text):
            text, places = _collapsed(text, places)
        return Line(text, places[0], (*places, end)).part(0, len(text))


def _collapsed(text: str, places: Sequence[int]) -> tuple[str, list[int]]:
    """The text with one space or one line end for each gap, and the places of its characters."""
    texts: list[str] = []
    kept: list[int] = []
    end = 0
    for gap in _GAP.finditer(text):
        shown = "\n" * gap[0].count(LINE_END) or ("\n" if PARAGRAPH_END in gap[0] else " ")
        texts += text[end : gap.start()], shown
        kept += places[end : gap.start()]
        kept += [places[gap.start()]] * len(shown)
        end = gap.end()
    return "".join([*texts, text[end:]]), [*kept, *places[end:]]
