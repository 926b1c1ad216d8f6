"""Joins lines that a page's right margin broke: a sentence goes on in the next line.

Two lines are one paragraph where the first breaks off inside a sentence. In a text whose lines
are nearly all as long as one another that is any long line that ends no sentence; where the
paragraphs begin with an indent, any line that ends none above one at the left edge; in a single
passage of such lines, each but the last; elsewhere the line must have a sentence before the broken
one, or a bracket or comma that is left open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gxcheck.document.text.lines import Page, Span
from gxcheck.document.typography import Typography
from gxcheck.patterns import own_pattern

__all__ = ["Wrapping"]

_LEAST = 36  # half-width characters of a line that a margin may have broken
_MOST = 130  # of the longest such line
_TOLERANCE = 8  # half-width characters by which full lines differ
_INDENT = 4  # half-width characters that a paragraph begins with
_NARROWEST = 30  # half-width characters of a passage of its own
_EVEN = 0.65  # of the widest line, that others of a passage have at least
_FEWEST = 16  # characters of lines that are counted off
_PROSE = 25  # characters of a line that is prose without a mark
_SIGNATURE = 30  # characters of an organ that signs
_DATE = 12  # characters around a line end in which a date may be cut
_SEVERAL = 2  # lines that a margin may have broken
_PROSE_MARK = own_pattern("[，,；;：:、。《]")
_ADDRESS = "@/._"
_PAIRS = (("《", "》"), ("“", "”"), ("（", "）"), ("(", ")"), ("〔", "〕"))


class Wrapping:
    """Judges the line ends of a page."""

    def __init__(self, page: Page, words: Typography, lines: Sequence[Span]) -> None:
        self.page = page
        self.words = words
        self.margin = self._margin(lines)
        self.hanging = self._hanging(lines)
        self.full = frozenset(line.line for run in self._runs(lines) for line in run)
        self.first = lines[0].line if lines else 0

    def _margin(self, lines: Sequence[Span]) -> int:
        """How wide a full line is at least, in half-width characters; 0 where lines are free."""
        widths = list(map(self._width, lines))
        wide = sorted(width for width in widths if width >= _LEAST)
        if len(wide) < 3:
            return 0
        widest = wide[(len(wide) * 9) // 10]
        if widest > _MOST:
            return 0
        narrowest = widest - _TOLERANCE
        full = [line for line, width in zip(lines, widths, strict=True) if width >= narrowest]
        broken = sum(self._last(line) not in self.words.stops for line in full)
        if len(full) * 5 < len(wide) * 2 or broken < 3:
            return 0
        return narrowest if broken * 2 > len(full) else 0

    def _hanging(self, lines: Sequence[Span]) -> frozenset[int]:
        """The numbers of the lines at the left edge that go on with an indented paragraph.

        None in a text that has but a few, or long lines too: there the indents were lost.
        """
        found: set[int] = set()
        for upper, lower in pairwise(lines):
            if lower.start > lower.begin or lower.line != upper.line + 1:
                continue
            if self._indent(upper) != _INDENT and upper.line not in found:
                continue
            if self._width(upper) >= _LEAST and self._is_unfinished(upper):
                found.add(lower.line)
        if len(found) < 3:
            return frozenset()
        long = sum(self._width(line) > _MOST for line in lines)
        return frozenset(found if long * 3 <= len(found) else ())

    def _runs(self, lines: Sequence[Span]) -> Iterator[Sequence[Span]]:
        """The full lines of passages that a margin of their own broke, whatever stands around.

        Lines about as wide as each other, most of which end no sentence, up to one that ends one.
        """
        start = 0
        for place, line in enumerate(lines):
            above = lines[place - 1] if place > start else None
            if above and (line.line != above.line + 1 or self._opens(above, line)):
                start = place
            if self.page.text[line.end - 1] in self.words.ends:
                if place - start >= _SEVERAL:
                    full = self._without_title(lines[start:place])
                    if self._is_passage(full, line):
                        yield full
                start = place + 1

    def _without_title(self, lines: Sequence[Span]) -> Sequence[Span]:
        """Lines without a title above them that no line broken inside a sentence follows."""
        broken = any(self._last(line) not in self.words.stops for line in lines[1:])
        return lines[1:] if lines and not broken and self._is_title(lines[0]) else lines

    def _is_title(self, line: Span) -> bool:
        """Whether a line has no mark of prose, or numbers a heading and has no sentence."""
        if not self._is_prose(line):
            return True
        marked = self.words.mark.match(self.page.text, line.start, line.end)
        return marked is not None and not self._has_sentence(line)

    def _is_passage(self, full: Sequence[Span], last: Span) -> bool:
        """Whether lines that end no sentence are nearly as wide as each other, and tell one."""
        if len(full) < _SEVERAL or any(line.end - line.begin > _MOST for line in full):
            return False
        sizes, widths = [line.end - line.begin for line in full], list(map(self._width, full))
        widest = max(widths)
        counted = min(sizes) >= _FEWEST and max(sizes) - min(sizes) <= 1
        even = counted or min(widths) >= max(_NARROWEST, _EVEN * widest)
        fits = self._width(last) <= widest + _TOLERANCE
        return even and fits and any(map(self._has_sentence, full))

    def _is_unfinished(self, line: Span) -> bool:
        """Whether a line ends no sentence and is no heading."""
        if self._last(line) in self.words.stops:
            return False
        marked = self.words.mark.match(self.page.text, line.start, line.end)
        return not marked or self._has_sentence(line)

    def _width(self, line: Span) -> int:
        """The width of a line with its indent, in half-width characters (vague if very long)."""
        if line.end - line.begin > _MOST:
            return line.end - line.begin
        text = self.page.text[line.begin : line.end]
        return (len(text) + len(text.encode("utf-8"))) // 2

    def _last(self, line: Span) -> str:
        """The last character of a line, brackets and quotation marks that close aside."""
        text = self.page.text
        at = line.end - 1
        while at > line.start and text[at] in self.words.closers:
            at -= 1
        return text[at]

    def joins(self, upper: Span, lower: Span, after: Span | None) -> bool:
        """Whether `lower` goes on with the sentence that `upper` breaks off.

        `after` is the line below `lower`. All three are whole lines of prose.
        """
        if self._opens(upper, lower) or self._is_signature(lower, after):
            return False
        text = self.page.text
        before, first = text[upper.end - 1], text[lower.start]
        if self._last(upper) in self.words.stops:
            return self._leaves_open(upper, lower)
        if before in self.words.commas or first in self.words.commas or first in self.words.closers:
            return True
        if before in self.words.connectors and self._is_prose(upper):
            return True
        if lower.line in self.hanging or self._is_open(upper, lower):
            return True
        if self._is_full(upper) and not self._is_headed(upper, lower):
            return True
        return self._breaks_off(upper, lower) or self._is_cut(upper, lower)

    def _is_full(self, line: Span) -> bool:
        """Whether the margin of the page or of its passage broke a line."""
        return line.line in self.full or bool(self.margin and self._width(line) >= self.margin)

    def _is_headed(self, upper: Span, lower: Span) -> bool:
        """Whether a title or heading, without any mark of a sentence, stands above a sentence."""
        if self._has_sentence(upper):
            return False
        text, words = self.page.text, self.words
        if upper.line == self.first:
            return True
        marked = words.mark.match(text, upper.start, upper.end)
        begins = upper.line in self.full or words.year.match(text, lower.start, lower.end)
        return bool(marked and begins)

    def _opens(self, upper: Span, lower: Span) -> bool:
        """Whether a line begins with a mark, a date or an indent that the line above lacks."""
        text, words = self.page.text, self.words
        if words.mark.match(text, lower.start, lower.end):
            return True
        date = words.date.match(text, lower.start, lower.end)
        if date and date.end() == lower.end:
            return True
        indent = self._indent(lower)
        return indent > (self._indent(upper) if self.margin else 0) and indent > 1

    def _indent(self, line: Span) -> int:
        text = self.page.text[line.begin : line.start]
        return len(text) + text.count("\u3000")

    def _is_signature(self, lower: Span, after: Span | None) -> bool:
        """Whether a short line without any mark of a sentence stands above a date."""
        if lower.end - lower.start > _SIGNATURE or after is None:
            return False
        date = self.words.date.match(self.page.text, after.start, after.end)
        return bool(date and date.end() == after.end and not self._has_sentence(lower))

    def _leaves_open(self, upper: Span, lower: Span) -> bool:
        """Whether a colon ends a full line inside a sentence or brackets: (…；电话：."""
        if self._last(upper) in self.words.ends:
            return False
        if self._has_sentence(upper):
            wide = not self.margin and self._width(upper) >= _LEAST
            if self._is_full(upper) or (wide and self.page.text[lower.start].isdecimal()):
                return True
        return self._is_open(upper, lower)

    def _is_open(self, upper: Span, lower: Span) -> bool:
        """Whether a bracket or quotation mark opens in a line and closes in the next."""
        above, below = self.page.of(upper), self.page.of(lower)
        for opener, closer in _PAIRS:
            if opener in above and above.rfind(opener) > above.rfind(closer):
                close = below.find(closer)
                if close >= 0 and opener not in below[:close]:
                    return True
        return False

    def _breaks_off(self, upper: Span, lower: Span) -> bool:
        """Whether a line of prose ends inside words that go on, in prose, in the next one."""
        text = self.page.text
        if not _is_ideograph(text[upper.end - 1]) or not _is_ideograph(text[lower.start]):
            return False
        if not self._has_sentence(lower):
            return False
        above = self.page.of(upper)
        if any(mark in above for mark in self.words.ends):
            return True
        marked = self.words.mark.match(above)
        return not marked and len(above) >= _PROSE and any(c in above for c in self.words.breaks)

    def _is_cut(self, upper: Span, lower: Span) -> bool:
        """Whether a wide line of prose ends inside a number, address or date that goes on below."""
        if self._width(upper) < _LEAST or not self._is_prose(upper):
            return False
        text = self.page.text
        cut = text[upper.end - 1] + text[lower.start]
        if cut.isascii() and (cut.isalnum() or any(mark in _ADDRESS for mark in cut)):
            return not self.words.year.match(text, lower.start, lower.end)
        tail = text[max(upper.start, upper.end - _DATE) : upper.end]
        head = text[lower.start : min(lower.end, lower.start + _DATE)]
        dates = self.words.day.finditer(tail + head)
        return any(date.start() < len(tail) < date.end() for date in dates)

    def _has_sentence(self, line: Span) -> bool:
        return not self.words.breaks.isdisjoint(self.page.of(line))

    def _is_prose(self, line: Span) -> bool:
        """Whether a line has any mark that a sentence has and a name has not."""
        return _PROSE_MARK.search(self.page.text, line.start, line.end) is not None


def _is_ideograph(mark: str) -> bool:
    return "\u3400" <= mark <= "\u9fff"
