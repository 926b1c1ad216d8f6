"""The lines of a text, and spans of it that know where they stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import TypeAlias

from msgspec import Struct

from gxcheck.document.text.borders import with_pipes
from gxcheck.patterns import own_pattern

__all__ = ["Column", "Draft", "Item", "Page", "Span"]

_OLD_LINE_END = own_pattern(r"\r(?!\r?\n)")


class Span(Struct, frozen=True, gc=False):
    """The characters from `start` to `end`, which begin in the line `line` (from 0).

    `begin` is where that line begins. An empty span is a blank cell.
    """

    start: int
    end: int
    line: int
    begin: int

    @property
    def pieces(self) -> tuple[Span, ...]:
        """The parts that stand in one line or in whole lines, mostly the span itself."""
        return (self,)


class Column(Span, frozen=True):
    """A cell whose lines stand below each other in a column: the first one, then `further` ones."""

    further: tuple[Span, ...]

    @property
    def pieces(self) -> tuple[Span, ...]:
        """All its lines."""
        return (self, *self.further)


class Draft(Struct, frozen=True):
    """A table as it was found: the spans of its cells, row by row.

    `blanks_shown` is False where blank cells leave no trace.
    """

    rows: list[list[Span]]
    blanks_shown: bool = True


Item: TypeAlias = "Span | Draft"


class Page:
    """A text with its lines: `raw` as they stand, `spans` without the white space around them.

    `shown` has the length of the source; a carriage return alone became a line feed, and each
    character of a mark that is no text (see `marks`) became `hidden`. `text` is the same with pipes
    for the borders of all tables.
    """

    def __init__(self, source: str, marks: re.Pattern[str], mark_signs: Collection[str]) -> None:
        text = _OLD_LINE_END.sub("\n", source) if "\r" in source else source
        self.hidden = ""
        if any(sign in text for sign in mark_signs):
            self.hidden = _unused(text)
            if self.hidden:
                text = marks.sub(self._without_mark, text)
        self.blanks = _space() + self.hidden
        self._around = self.blanks if self.hidden else None
        self.shown = text
        self.text = text = with_pipes(text)
        self.raw = text.split("\n")
        self.spans = self._spans()

    def _without_mark(self, mark: re.Match[str]) -> str:
        """What a mark encloses or escapes, if anything, with hidden characters around."""
        start, end = mark.span(mark.lastgroup) if mark.lastgroup else (mark.end(), mark.end())
        before, after = start - mark.start(), mark.end() - end
        return self.hidden * before + mark.string[start:end] + self.hidden * after

    def _spans(self) -> Sequence[Span]:
        """The spans of the lines; told of what, `strip` takes three times as long."""
        hidden = self.hidden
        lines = self.text.replace(hidden, " ").split("\n") if hidden else self.raw
        spans = []
        begin = 0
        for number, line in enumerate(lines):
            end = begin + len(line)
            text = line.lstrip()
            if text:
                start = end - len(text)
                spans.append(Span(start, start + len(text.rstrip()), number, begin))
            else:
                spans.append(Span(begin, begin, number, begin))
            begin = end + 1
        return spans

    def of(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.start : span.end]

    def by_line(self, span: Span) -> list[Span]:
        """The parts of a span in its lines, without those that are blank."""
        if "\n" not in self.of(span):
            return [span]
        parts = []
        start, line = span.start, span.line
        while start < span.end:
            whole = self.spans[line]
            end = min(span.end, whole.begin + len(self.raw[line]))
            parts.append(self.within(whole, start, end))
            start, line = end + 1, line + 1
        return [part for part in parts if part.end > part.start]

    def within(self, span: Span, start: int, end: int) -> Span:
        """The part of a one-line span between two offsets, without white space around it."""
        return self._bare(self.text[start:end], start, span)

    def parts(self, span: Span, start: int, texts: Iterable[str]) -> list[Span]:
        """The spans of the texts between marks of one character in a line, from `start` on."""
        parts = []
        for text in texts:
            parts.append(self._bare(text, start, span))
            start += len(text) + 1
        return parts

    def _bare(self, text: str, start: int, span: Span) -> Span:
        """The span of a text in the line of `span`, without white space around it."""
        ended = text.rstrip(self._around)
        end = start + len(ended)
        return Span(end - len(ended.lstrip(self._around)), end, span.line, span.begin)

    def shown_line(self, line: int) -> str:
        """A line with the borders that its tables have in the source."""
        begin = self.spans[line].begin
        return self.shown[begin : begin + len(self.raw[line])]

    def starts_with_tab(self, line: int) -> bool:
        """Whether a line begins with a tab."""
        return self.raw[line].startswith("\t")


@cache
def _space() -> str:
    """All white space, as `str.strip` takes off by itself."""
    return "".join(filter(str.isspace, map(chr, range(0x3001))))


def _unused(text: str) -> str:
    """A character that no text should have and this one has not; none if it has them all."""
    return next((mark for code in range(0xFDD0, 0xFDF0) if (mark := chr(code)) not in text), "")
