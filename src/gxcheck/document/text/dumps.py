"""Splits a line that holds several paragraphs, as saved web pages do, at its white space.

White space parts paragraphs only where something else says so too: a mark that opens an item
after it, the end of a sentence before it in a line that has such marks, a heading before it with
a sentence after. All other white space is a stray one inside a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from gxcheck.document.text.lines import Page, Span
from gxcheck.document.typography import Typography
from gxcheck.patterns import own_pattern

__all__ = ["Splitter"]

_GAP = own_pattern(r"\s+")
_HEADING = 60
_SENTENCE = 15
_DUMP = 200


class Splitter:
    """Splits the lines of a page."""

    def __init__(self, page: Page, words: Typography) -> None:
        self.page = page
        self.words = words

    def split(self, line: Span) -> list[Span]:
        """The paragraphs of a line: mostly the line itself."""
        text = self.page.of(line)
        if len(text.split(None, 1)) < 2:
            return [line]
        pieces = list(self._at_marks(line))
        dump = len(pieces) > 1
        if dump:
            pieces = [part for piece in pieces for part in self._at_ends(piece)]
            later = [*pieces[1:-1], *self._at_page_words(pieces[-1])]
            closed = [part for piece in later for part in self._closing(piece)]
            pieces = [*self._opening(pieces[0]), *closed]
        return [part for piece in pieces for part in self._heading(piece, dump)]

    def _gaps(self, line: Span) -> Iterator[re.Match[str]]:
        return _GAP.finditer(self.page.text, line.start, line.end)

    def _cut(self, line: Span, gaps: list[re.Match[str]]) -> list[Span]:
        if not gaps:
            return [line]
        starts = [line.start, *(gap.end() for gap in gaps)]
        ends = [*(gap.start() for gap in gaps), line.end]
        pieces = map(partial(self.page.within, line), starts, ends)
        return [piece for piece in pieces if piece.end > piece.start]

    def _at_marks(self, line: Span) -> list[Span]:
        """Split before the marks that open an item, save where a sentence goes on there."""
        text, words = self.page.text, self.words
        return self._cut(
            line,
            [
                gap
                for gap in self._gaps(line)
                if words.mark.match(text, gap.end(), line.end)
                and text[gap.start() - 1] not in words.commas
                and text[gap.start() - 1] not in words.openers
                and not self._is_mark(line.start, gap.start())
            ],
        )

    def _is_mark(self, start: int, end: int) -> bool:
        found = self.words.mark.match(self.page.text, start, end)
        return found is not None and found.end() == end

    def _at_ends(self, line: Span) -> list[Span]:
        """Split after the ends of sentences."""
        text, words = self.page.text, self.words
        return self._cut(
            line, [gap for gap in self._gaps(line) if text[gap.start() - 1] in words.ends]
        )

    def _heading(self, line: Span, dump: bool) -> list[Span]:
        """Split a heading from the sentence that follows it."""
        text, words = self.page.text, self.words
        mark = words.heading.match(text, line.start, line.end)
        if not mark:
            return [line]
        for gap in self._gaps(line):
            heading = text[line.start : gap.start()]
            if len(heading) > _HEADING or not words.stops.isdisjoint(heading):
                break
            if gap.start() > mark.end() and self._is_answer(gap, line.end, dump):
                return self._cut(line, [gap])
        return [line]

    def _is_answer(self, gap: re.Match[str], end: int, dump: bool) -> bool:
        """Whether what follows a gap is a text of its own, and no stray blank stands there."""
        text, words = self.page.text, self.words
        before, after = text[gap.start() - 1], text[gap.end()]
        if text[gap.end() : end].rstrip("".join(words.ends)) in words.none:
            return True
        if before in words.closers or before in words.commas or before in words.openers:
            return False
        if not after.isalnum() and after not in words.openers:
            return False
        if words.year.match(text, gap.end(), end) and not before.isascii():
            return True
        sentence = self._first_sentence(gap.end(), end)
        return (dump or end - gap.end() > _DUMP) and len(sentence) > _SENTENCE

    def _first_sentence(self, start: int, end: int) -> str:
        """The words up to the first end of a sentence; none where there is no such end."""
        text = self.page.text[start : min(end, start + _DUMP)]
        ends = [place for mark in self.words.ends if (place := text.find(mark)) >= 0]
        return text[: min(ends)] if ends else text if len(text) == _DUMP else ""

    def _opening(self, line: Span) -> list[Span]:
        """Split what stands before the first mark of a dump: a page's menu, a title, a text."""
        text, words = self.page.text, self.words
        first = next(
            (at for at in range(line.start, line.end) if text[at] in words.breaks), line.end
        )
        return self._cut(
            line,
            [
                gap
                for gap in self._gaps(line)
                if gap.end() <= first and self._is_free(gap, line.end)
            ],
        )

    def _is_free(self, gap: re.Match[str], end: int) -> bool:
        """Whether no stray blank is likely: words stand before and after, or a year after."""
        text, words = self.page.text, self.words
        before, after = text[gap.start() - 1], text[gap.end()]
        if not before.isalnum() or before.isascii():
            return before in words.closers and not after.isascii() and after not in words.commas
        year = words.year.match(text, gap.end(), end)
        return bool(year) or (after.isalnum() and not after.isascii()) or after in words.openers

    def _at_page_words(self, line: Span) -> list[Span]:
        """Split before what a page prints below a text: buttons, the pages before and after."""
        text, words = self.page.text, self.words
        return self._cut(
            line,
            [
                gap
                for gap in self._gaps(line)
                if words.page_end.match(text, gap.end(), line.end)
                and text[gap.start() - 1] not in words.commas
            ],
        )

    def _closing(self, line: Span) -> list[Span]:
        """Split signature and date from the end of a piece: attachments may follow."""
        gaps = list(self._gaps(line))
        dated = [
            place
            for place, gap in enumerate(gaps)
            if (date := self.words.date.match(self.page.text, gap.end(), line.end))
            and date.end() == line.end
        ]
        if not dated:
            return [line]
        place = dated[0]
        signed = gaps[place - 1 : place] if place else []
        signed = [
            gap
            for gap in signed
            if not self._is_mark(line.start, gap.start()) and self._is_free(gap, line.end)
        ]
        return self._cut(line, [*signed, gaps[place]])
