"""Text of the tree as a browser shows it, and where in the source each character stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from gxcheck.document.html.signs import LINE_END, PARAGRAPH_END, SPACE, STAMP
from gxcheck.document.html.source import PageSource

__all__ = ["Line", "Offsets", "Reader"]

Offsets: TypeAlias = "tuple[int, ...] | None"
"""The place of each character of a text and of its end; None where they follow each other."""

_GAP = re.compile(rf"[{SPACE}{LINE_END}{PARAGRAPH_END}]+")
_ODD_SPACE = re.compile(rf"[{LINE_END}{PARAGRAPH_END}\t\r\n\f]|  ")
_AROUND = "".join(filter(str.isspace, map(chr, range(0x3001)))) + f"\u200b\ufeff{PARAGRAPH_END}"


class Line(NamedTuple):
    """A text as shown, with "\\n" for its line ends, and where it stands.

    `indent` is how much white space was taken off its beginning.
    """

    text: str
    offset: int
    offsets: Offsets = None
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
        if not text:
            return Line("", 0)
        bare = text[1:].strip(_AROUND)
        if text[0] < STAMP or not bare.isprintable() or "  " in bare:
            return self._joined(self._source.runs_of(text))
        indent = text.find(bare, 1) - 1
        start = self._source.offset_of(text[0]) + indent
        if not self._source.text.startswith(bare, start):
            return self._joined(self._source.runs_of(text))
        self._at = start + len(bare)
        return Line(bare, start, None, indent)

    def cells(
        self, texts: Sequence[str], starts: Sequence[int]
    ) -> tuple[list[str], list[int], list[Offsets]]:
        """The texts of cells as shown, where each begins, and the places of their characters.

        Where `starts` has a place, it and the text are known. Of the others most are of one run
        without white space, and stand so in the source; or they are blank, and stand behind the
        next start tag of a cell.
        """
        bares, begins = [*texts], [*starts]
        offsets: list[Offsets] = [None] * len(texts)
        source = self._source
        for cell in _unread(starts):
            text = texts[cell]
            if not text or text.isspace():
                self._at = begins[cell] = source.next_cell(self._at)
                bares[cell] = ""
                continue
            bare = text[1:]
            if bare and text >= STAMP and bare.isprintable() and " " not in bare:
                begin = source.offset_of(text[0])
                if source.text.startswith(bare, begin):
                    self._at = begin + len(bare)
                    bares[cell], begins[cell] = bare, begin
                    continue
            bares[cell], begins[cell], offsets[cell], _ = self._cell(text)
        if starts and starts[-1] >= 0:
            self._at = starts[-1] + len(texts[-1])
        return bares, begins, offsets

    def _cell(self, text: str) -> Line:
        """A cell with more than that; one with nothing to see may be blank all the same."""
        line = self.line(text)
        if line.text or line.offset:
            return line
        self._at = self._source.next_cell(self._at)
        return Line("", self._at)

    def _joined(self, runs: Sequence[tuple[int, str]]) -> Line:
        """The line that several runs make, or one that does not stand so in the source."""
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
                *begins, self._at = self._source.offsets_of(run, offset)
                places += begins
        end = self._at
        if _ODD_SPACE.search(text):
            text, places = _collapsed(text, places)
        return Line(text, places[0], (*places, end)).part(0, len(text))


def _unread(starts: Sequence[int]) -> Iterable[int]:
    """The cells whose place is not known."""
    if -1 not in starts:
        return ()
    return [cell for cell, start in enumerate(starts) if start < 0]


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
