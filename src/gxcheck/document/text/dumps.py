"""Splits a line that holds several paragraphs, as saved web pages do, at its white space.

White space parts paragraphs only where something else says so too: a mark that opens an item
after it, the end of a sentence before it in a line that has such marks, a heading before it with
a sentence after. All other white space is a stray one inside a sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from msgspec import Struct

from gxcheck.document.text.lines import Page, Span
from gxcheck.document.typography import Typography
from gxcheck.document.words import Gap, gaps_of

__all__ = ["Splitter"]

_HEADING = 60  # characters
_SENTENCE = 15  # characters, at least
_DUMP = 200  # characters of a line that may hold several paragraphs


class _Piece(Struct, frozen=True):
    """A part of a line, and the white space inside it."""

    span: Span
    gaps: Sequence[Gap]


class Splitter:
    """Splits the lines of a page."""

    def __init__(self, page: Page, words: Typography) -> None:
        self.page = page
        self.words = words

    def split(self, line: Span) -> list[Span]:
        """The paragraphs of a line: mostly the line itself."""
        gaps = gaps_of(self.page.of(line), line.start)
        if not gaps:
            return [line]
        pieces = self._at_marks(_Piece(line, gaps))
        dump = len(pieces) > 1
        if dump:
            pieces = [part for piece in pieces for part in self._at_ends(piece)]
            later = [*pieces[1:-1], *self._at_page_words(pieces[-1])]
            closed = [part for piece in later for part in self._closing(piece)]
            pieces = [*self._opening(pieces[0]), *closed]
        return [part.span for piece in pieces for part in self._heading(piece, dump)]

    def _cut(self, piece: _Piece, gaps: Sequence[Gap]) -> list[_Piece]:
        """The parts of a piece around some of its gaps."""
        if not gaps:
            return [piece]
        starts = [piece.span.start, *(end for _, end in gaps)]
        ends = [*(start for start, _ in gaps), piece.span.end]
        return [
            _Piece(span, piece.gaps[self._place(piece, span.start) : self._place(piece, span.end)])
            for start, end in zip(starts, ends, strict=True)
            if (span := self.page.within(piece.span, start, end)).end > span.start
        ]

    def _place(self, piece: _Piece, offset: int) -> int:
        """How many gaps of a piece begin before an offset."""
        return bisect_left(piece.gaps, (offset,))

    def _at_marks(self, piece: _Piece) -> list[_Piece]:
        """Split before the marks that open an item, save where a sentence goes on there."""
        text, words = self.page.text, self.words
        start, end = piece.span.start, piece.span.end
        return self._cut(
            piece,
            [
                gap
                for gap in piece.gaps
                if text[gap[0] - 1] not in words.commas
                and text[gap[0] - 1] not in words.openers
                and words.mark.match(text, gap[1], end)
                and not self._is_mark(start, gap[0])
            ],
        )

    def _is_mark(self, start: int, end: int) -> bool:
        found = self.words.mark.match(self.page.text, start, end)
        return found is not None and found.end() == end

    def _at_ends(self, piece: _Piece) -> list[_Piece]:
        """Split after the ends of sentences."""
        text, ends = self.page.text, self.words.ends
        return self._cut(piece, [gap for gap in piece.gaps if text[gap[0] - 1] in ends])

    def _heading(self, piece: _Piece, dump: bool) -> list[_Piece]:
        """Split a heading from the sentence that follows it."""
        text, words = self.page.text, self.words
        start, end = piece.span.start, piece.span.end
        mark = words.heading.match(text, start, end) if piece.gaps else None
        if not mark:
            return [piece]
        first = mark.end()
        for place, gap in enumerate(piece.gaps):
            heading = text[start : gap[0]]
            if len(heading) > _HEADING or not words.stops.isdisjoint(heading):
                break
            spaced = gap[0] == first + 1 and self._is_one_sign(piece, place)
            if gap[0] > mark.end() and not spaced and self._is_answer(gap, end, dump):
                return self._cut(piece, [gap])
            first = max(first, gap[1])
        return [piece]

    def _is_one_sign(self, piece: _Piece, place: int) -> bool:
        """Whether one sign alone follows a gap, as in 概 述."""
        after = piece.gaps[place][1] + 1
        return place + 1 < len(piece.gaps) and piece.gaps[place + 1][0] == after

    def _is_answer(self, gap: Gap, end: int, dump: bool) -> bool:
        """Whether what follows a gap is a text of its own, and no stray blank stands there."""
        text, words = self.page.text, self.words
        before, after = text[gap[0] - 1], text[gap[1]]
        if text[gap[1] : end].rstrip("".join(words.ends)) in words.none:
            return True
        if before in words.closers or before in words.commas or before in words.openers:
            return False
        if not after.isalnum() and after not in words.openers:
            return False
        if words.year.match(text, gap[1], end) and not before.isascii():
            return True
        sentence = self._first_sentence(gap[1], end)
        return (dump or end - gap[1] > _DUMP) and len(sentence) > _SENTENCE

    def _first_sentence(self, start: int, end: int) -> str:
        """The words up to the first end of a sentence; none where there is no such end."""
        last = min(end, start + _DUMP)
        stop = self._first(self.words.ends, start, last)
        return self.page.text[start:stop] if stop < last or last - start == _DUMP else ""

    def _first(self, marks: Collection[str], start: int, end: int) -> int:
        """Where the first of some marks stands in a part of the text; its end if none does."""
        text = self.page.text
        return min((at for mark in marks if (at := text.find(mark, start, end)) >= 0), default=end)

    def _opening(self, piece: _Piece) -> list[_Piece]:
        """Split what stands before the first mark of a dump: a page's menu, a title, a text."""
        start, end = piece.span.start, piece.span.end
        first = self._first(self.words.breaks, start, end)
        return self._cut(
            piece, [gap for gap in piece.gaps if gap[1] <= first and self._is_free(gap, end)]
        )

    def _is_free(self, gap: Gap, end: int) -> bool:
        """Whether no stray blank is likely: words stand before and after, or a year after."""
        text, words = self.page.text, self.words
        before, after = text[gap[0] - 1], text[gap[1]]
        if not before.isalnum() or before.isascii():
            return before in words.closers and not after.isascii() and after not in words.commas
        year = words.year.match(text, gap[1], end)
        return bool(year) or (after.isalnum() and not after.isascii()) or after in words.openers

    def _at_page_words(self, piece: _Piece) -> list[_Piece]:
        """Split before what a page prints below a text: buttons, the pages before and after."""
        text, words = self.page.text, self.words
        end = piece.span.end
        return self._cut(
            piece,
            [
                gap
                for gap in piece.gaps
                if text[gap[0] - 1] not in words.commas and words.page_end.match(text, gap[1], end)
            ],
        )

    def _closing(self, piece: _Piece) -> list[_Piece]:
        """Split signature and date from the end of a piece: attachments may follow."""
        start, end = piece.span.start, piece.span.end
        for place, gap in enumerate(piece.gaps):
            date = self.words.date.match(self.page.text, gap[1], end)
            if date and date.end() == end:
                signed = [
                    before
                    for before in piece.gaps[max(place - 1, 0) : place]
                    if not self._is_mark(start, before[0]) and self._is_free(before, end)
                ]
                return self._cut(piece, [*signed, gap])
        return [piece]
