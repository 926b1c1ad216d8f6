"""The paragraphs of running text: lines split where several stand in one, joined where one broke.

A line that only numbers the page is a paragraph with the role of a footer, also where it stands
inside a sentence: the sentence is then one paragraph around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from gxcheck.document.model import Role
from gxcheck.document.text.dumps import Splitter
from gxcheck.document.text.lines import Page, Span
from gxcheck.document.text.wrapping import Wrapping
from gxcheck.document.typography import Typography

__all__ = ["Lines", "ParagraphReader"]

_PAGE_NUMBER = 20  # characters of a line that numbers the page


class Lines(Struct, frozen=True):
    """A paragraph as it was found: the spans of its lines."""

    spans: list[Span]
    role: Role = "body"


class ParagraphReader:
    """Reads the paragraphs of a page; `lines` are all its lines of running text."""

    def __init__(self, page: Page, words: Typography, lines: Sequence[Span]) -> None:
        self.page = page
        self.words = words
        self.splitter = Splitter(page, words)
        self.wrapping = Wrapping(page, words, lines)

    def read(self, lines: Sequence[Span]) -> Iterator[Lines]:
        """The paragraphs of lines between which no table stands."""
        open_lines: list[Span] = []
        footers: list[Lines] = []
        last: Span | None = None
        for place, line in enumerate(lines):
            if self._is_page_number(line):
                footers.append(Lines([line], "footer"))
                continue
            after = lines[place + 1] if place + 1 < len(lines) else None
            pieces = self.splitter.split(line)
            if last and self._near(last, line, footers) and self.wrapping.joins(last, line, after):
                open_lines.append(pieces.pop(0))
            if pieces:
                if open_lines:
                    yield Lines(open_lines)
                yield from footers
                footers = []
                *whole, begun = pieces
                for piece in whole:
                    yield Lines([piece])
                open_lines = [begun]
            last = open_lines[-1]
        if open_lines:
            yield Lines(open_lines)
        yield from footers

    def _is_page_number(self, line: Span) -> bool:
        if line.end - line.start > _PAGE_NUMBER:
            return False
        found = self.words.page_number.match(self.page.text, line.start, line.end)
        return found is not None and found.end() == line.end

    def _near(self, upper: Span, lower: Span, footers: Sequence[Lines]) -> bool:
        """Whether two lines follow each other, or nothing but a page's number parts them."""
        return lower.line == upper.line + 1 or (
            bool(footers) and footers[0].spans[0].line > upper.line
        )
