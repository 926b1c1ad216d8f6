"""What a line looks like that may have been part of a table: a figure, a row, a label, prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from gxcheck.document.text.lines import Page, Span
from gxcheck.document.typography import Typography
from gxcheck.document.words import words_of
from gxcheck.patterns import own_pattern

__all__ = ["MANY", "NOTE", "VALUES", "FlatLine", "Kind", "LineKinds"]

Kind: TypeAlias = Literal["figure", "mark", "row", "pair", "label", "blank", "prose"]
# The kinds of lines that hold figures, or what stands in the place of one.
VALUES: frozenset[Kind] = frozenset({"figure", "mark", "row", "pair", "blank"})

_DUMP = 200
_LONG = 60
_LONG_ROW = 150
_LONG_WORD = 20
_LONGEST_MARK = 3
MANY = 6
_MIXED = 4
_SPACE = own_pattern(r"\s+")
_FIGURE_WORD = own_pattern(r"\d[\d,.]*")
NOTE = own_pattern(r"[（(][^（()）]*(?:[）)]|$)|^[^（()）]*[）)]")


class FlatLine(Struct, frozen=True):
    """A line, what it looks like, and the cells that it would have as a row of a table."""

    span: Span
    kind: Kind
    cells: tuple[Span, ...]


class LineKinds:
    """Tells what the lines of a page look like."""

    def __init__(self, page: Page, words: Typography) -> None:
        self.page = page
        self.words = words

    def promising(self, lines: Sequence[Span]) -> bool:
        """Whether enough short lines begin or end with a digit, or tell none, to look closer."""
        text, none_marks = self.page.text, self.words.none_marks
        found = marks = 0
        wide = False
        for line in lines:
            start, end = line.start, line.end
            if end - start <= _LONGEST_MARK:
                marks += text[start:end] in none_marks
            if start < end <= start + _LONG_ROW:
                ended = text[end - 1].isdigit()
                found += ended or (end - start < 10 and text[start].isdigit())
                wide = wide or (ended and len(self.of(line).cells) > 5)
        return found > 1 or wide or marks >= MANY

    def is_dump(self, line: Span) -> bool:
        """Whether a line holds a whole table: many words that stand alone, and many figures."""
        words = self.page.of(line).split()
        if len(words) < MANY + 2:
            return False
        if line.end - line.start > _DUMP:
            figures = filter(_FIGURE_WORD.fullmatch, islice(words, 1, len(words) - 1))
            return sum(1 for _ in islice(figures, MANY)) == MANY
        values = sum(map(self._is_value, words))
        return values >= MANY and len(words) - values >= MANY

    def words_of(self, line: Span) -> Iterator[Span]:
        """The words of a line, between its white space."""
        for start, end in words_of(self.page.of(line), line.start):
            yield self.page.within(line, start, end)

    def of(self, span: Span) -> FlatLine:
        """What a line looks like."""
        text = self.page.of(span)
        if not text:
            return FlatLine(span, "blank", (span,))
        if self._is_figure(text):
            dated = "." in text and self._is_date(text)
            return FlatLine(span, "prose" if dated else "figure", (span,))
        if text in self.words.none_marks:
            return FlatLine(span, "mark", (span,))
        if len(text) > _LONG_ROW or self._is_date(text):
            return FlatLine(span, "prose", (span,))
        return self._row(span)

    def _row(self, span: Span) -> FlatLine:
        words = self._with_units(list(self.words_of(span)))
        cut = len(words)
        while cut and self._is_value(self.page.of(words[cut - 1])):
            cut -= 1
        figures = words[cut:]
        if figures and cut > 1 and self.page.of(words[cut - 1]) in self.words.units:
            cut -= 1
        label = replace(span, end=words[cut - 1].end if cut else span.start)
        if self._is_prose(self.page.of(label)):
            return FlatLine(span, "prose", (span,))
        cells = (*self._labels(label), *words[cut:])
        if len(figures) > 1 or self._is_mixed(cells):
            return FlatLine(span, "row", cells)
        return FlatLine(span, "pair" if figures else "label", cells)

    def _with_units(self, words: list[Span]) -> list[Span]:
        """The words of a line, a unit at its end with the figure before it: 35.6 万元."""
        of = self.page.of
        if len(words) > 1 and of(words[-1]) in self.words.units and self._is_figure(of(words[-2])):
            words[-2:] = [replace(words[-2], end=words[-1].end)]
        return words

    def _is_mixed(self, cells: Sequence[Span]) -> bool:
        """Whether several figures stand among words, with words in the place of one."""
        if len(cells) < _MIXED:
            return False
        return sum(self._is_figure(self.page.of(cell)) for cell in cells[1:]) > 1

    def _labels(self, label: Span) -> Iterator[Span]:
        """The cells of the words before the figures: wide blanks, tabs or a mark stand between.

        Blanks between characters that stand alone set apart the letters of one word (总  计).
        """
        start = label.start
        if start == label.end:
            return
        text = self.page.text
        for gap in _SPACE.finditer(text, label.start, label.end):
            wide = gap.end() - gap.start() > 1 and not self._parts_letters(gap, label)
            if wide or gap[0] == "\t" or self.words.heading.match(text, gap.end(), label.end):
                yield self.page.within(label, start, gap.start())
                start = gap.end()
        yield self.page.within(label, start, label.end)

    def _parts_letters(self, gap: re.Match[str], label: Span) -> bool:
        """Whether a blank stands between two letters that stand alone."""
        text = self.page.text
        first, second = gap.start() - 1, gap.end()
        if not (text[first].isalpha() and text[second].isalpha()):
            return False
        ends = second + 1 == label.end or text[second + 1].isspace()
        return ends and (first == label.start or not text[first - 1].isalpha())

    def _is_figure(self, text: str) -> bool:
        return self.words.number.fullmatch(text) is not None

    def _is_date(self, text: str) -> bool:
        """Whether a line dates the report, in words or in figures."""
        date = self.words.date.match(text) or self.words.date_in_figures.match(text)
        return date is not None and date.end() == len(text)

    def _is_value(self, text: str) -> bool:
        if self._is_figure(text) or text in self.words.none_marks:
            return True
        return self.words.is_bad_figure(text)

    def _is_prose(self, text: str) -> bool:
        """Whether words are a sentence: long, or with its marks outside brackets.

        Words that only a note in brackets behind them makes long are a label.
        """
        if not text or text[-1] in self.words.stops:
            return bool(text) and not self.words.is_bad_figure(text)
        bare = NOTE.sub("", text)
        noted = 0 < len(bare) <= _LONG and text.startswith(bare)
        if len(text) > _LONG and not noted and max(map(len, text.split())) > _LONG_WORD:
            return True
        return any(mark in self.words.breaks for mark in bare)
