"""Lines put together to paragraphs, over the ends of lines and pages.

A line goes on in the next one if it is full (no room was left for what the next one begins with)
and the next one is not set in. Size and distance of the lines must agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from gxcheck.document.pdf.drafts import Draft, TableDraft, TextDraft
from gxcheck.document.pdf.sheet import Measures, Sheet, measures
from gxcheck.document.pdf.shown.lines import Line, join
from gxcheck.document.pdf.shown.page import union
from gxcheck.document.typography import Typography

__all__ = ["paragraphs"]

_ROOM = 1.15  # em: the least room that a full line cannot have left
_STRICT = 0.15  # em beside the next word, for which there was no room
_RAGGED = 1.6  # em, the same where the ends of lines may be ragged
_TITLE = 3.0  # em that a title leaves free at its right
_INDENT = 0.9  # em, up to which a line stands at the margin
_DEEP = 3.2  # em, from which a line may be centred
_RIGHTWARD = 6.0  # em, from which a line stands at the right, as a signature does
_NEAR = 0.3  # em between edges that agree
_LOOSE = 1.3  # times the usual distance of lines
_SIZE = 0.12  # share by which the sizes of one paragraph may differ
_ALIKE = 20.0  # points by which pages that are alike may differ in width
_FEW = 4  # lines that may show the margins of a page
_FULL = 8  # full lines that do show them


class _Open(Struct):
    """A paragraph that may go on: its lines, each with its sheet."""

    lines: list[tuple[Sheet, Line]] = field(default_factory=list)
    waiting: list[Draft] = field(default_factory=list)

    def close(self) -> Iterator[Draft]:
        """The paragraph, and what stood at the edge of pages inside it."""
        if self.lines:
            sheet = self.lines[0][0]
            here = [line.box for other, line in self.lines if other is sheet]
            text = join((line.text for _, line in self.lines), full=True)
            yield TextDraft(text, sheet.page.number, sheet.page.turned(union(here)))
        yield from self.waiting
        self.lines, self.waiting = [], []


def paragraphs(sheets: Sequence[Sheet], words: Typography) -> Iterator[Draft]:
    """The paragraphs and tables of all pages in reading order."""
    opened = _Open()
    for sheet, measured in zip(sheets, _measured(sheets), strict=True):
        for place, item in enumerate(sheet.items):
            role = sheet.running.get(place)
            if isinstance(item, TableDraft):
                yield from opened.close()
                yield item
            elif role:
                box = sheet.page.turned(item.box)
                opened.waiting.append(TextDraft(item.text, sheet.page.number, box, role))
            else:
                if not opened.lines or not _goes_on(opened.lines, sheet, item, measured, words):
                    yield from opened.close()
                opened.lines.append((sheet, item))
    yield from opened.close()


def _measured(sheets: Sequence[Sheet]) -> list[Measures]:
    """The measures of each page: its own margins where it has enough lines to show them."""
    found: list[Measures] = []
    common: dict[int, Measures] = {}  # of the pages that are as wide, by the first of them
    for sheet in sheets:
        alike = [one for one in sheets if abs(one.page.width - sheet.page.width) < _ALIKE]
        first = id(alike[0])
        if first not in common:
            common[first] = measures(alike)
        found.append(_own_margins(sheet, common[first]))
    return found


def _own_margins(sheet: Sheet, common: Measures) -> Measures:
    """The measures of pages with the margins of one of them, where these can be told."""
    own, lines = measures([sheet]), sheet.lines()
    alike = abs((own.right - own.left) - (common.right - common.left)) <= common.size
    if len(lines) >= _FEW and (alike or _shows_margins(lines, own)):
        return replace(common, left=own.left, right=own.right)
    return common


def _shows_margins(lines: Sequence[Line], own: Measures) -> bool:
    """Whether enough lines of a page are full, or go on in a line that is not set in."""
    full = [line.right >= own.right - _RAGGED * own.size for line in lines]
    wraps = sum(
        is_full and abs(lower.left - own.left) <= _NEAR * own.size
        for is_full, lower in zip(full, lines[1:], strict=False)
    )
    return sum(full) >= _FULL or (own.indented and wraps >= _FEW)


def _goes_on(
    lines: Sequence[tuple[Sheet, Line]],
    sheet: Sheet,
    lower: Line,
    measured: Measures,
    words: Typography,
) -> bool:
    """Whether a line goes on with the paragraph that `lines` are the beginning of."""
    above, upper = lines[-1]
    size = lower.size
    if abs(upper.size - size) > _SIZE * max(upper.size, size):
        return False
    if above is sheet and _is_apart(upper, lower, measured):
        return False
    shift = 0.0 if above is sheet else _shift(above, measured)
    indent = lower.left - measured.left
    at_margin = indent <= _INDENT * size
    if at_margin and len(lines) == 1 and upper.left + shift > measured.left + _RIGHTWARD * size:
        return False
    ended = upper.text[-1] in words.stops
    heads = words.heading.match(lower.text) is not None
    opens = words.mark.match(lower.text) is not None or _is_date(lower.text, words)
    sure = at_margin and not (heads if measured.indented else opens or ended)
    if upper.right + shift < measured.right - _room(upper, lower, words, sure):
        return False
    if not at_margin:
        alike = abs(lower.left - upper.left - shift) <= _NEAR * size
        centred = indent > _DEEP * size and _is_centred_below(upper, lower, shift)
        return (alike or centred) and not ended and not opens
    is_title = lower.text[-1] not in words.stops and lower.right < measured.right - _TITLE * size
    return not (ended and heads and (is_title or not measured.indented))


def _is_apart(upper: Line, lower: Line, measured: Measures) -> bool:
    """Whether two lines of a page stand farther from each other than those of a paragraph do."""
    usual = max(measured.pitch, lower.size) * max(1.0, lower.size / measured.size)
    return lower.base - upper.base > _LOOSE * usual


def _is_date(text: str, words: Typography) -> bool:
    """Whether a line is a date alone, as below a signature."""
    found = words.date.match(text)
    return found is not None and found.end() == len(text.rstrip())


def _is_centred_below(upper: Line, lower: Line, shift: float) -> bool:
    """Whether a line stands in the middle below another one, as the end of a long title does."""
    middles = upper.left + upper.right - lower.left - lower.right
    return abs(middles / 2 + shift) <= _NEAR * lower.size


def _shift(upper: Sheet, measured: Measures) -> float:
    """How much further right the text stands on the page of the lower line."""
    own = measures([upper])
    alike = abs((own.right - own.left) - (measured.right - measured.left)) <= measured.size
    return measured.right - own.right if alike else 0.0


def _room(upper: Line, lower: Line, words: Typography, sure: bool) -> float:
    """The room that must have been left for the lower line's first word to stand above it.

    No line begins with a mark that closes and none ends with one that opens: these count with the
    word. Where the lower line is `sure` to open no paragraph by its place and its words, the
    line's end may be ragged, and the margin be that of lines whose last mark hangs over it.
    """
    glyphs = lower.glyphs
    last = len(glyphs)
    end = 0
    while end < last - 1 and glyphs[end].text in words.openers:
        end += 1
    is_word = glyphs[end].text.isascii() and glyphs[end].text.isalnum()
    end += 1
    while is_word and end < last and glyphs[end].text.isascii() and not glyphs[end].spaced:
        end += 1
    while end < last and glyphs[end].text in (words.closers | words.commas | words.stops):
        end += 1
    width = glyphs[end - 1].right - glyphs[0].left
    return max(_ROOM * upper.size, width + (_RAGGED if sure else _STRICT) * upper.size)
