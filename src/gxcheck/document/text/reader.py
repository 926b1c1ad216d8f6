"""Reads plain text in all its dialects into a document; which one it is shows in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gxcheck.document.limits import DEFAULT_LIMITS, Limits
from gxcheck.document.model import Block, Cell, Document, Location, Paragraph, Source, Table
from gxcheck.document.refusal import refusal
from gxcheck.document.text.commas import CommaReader, has_comma_rows
from gxcheck.document.text.lines import Draft, Item, Page, Span
from gxcheck.document.text.paragraphs import Lines, ParagraphReader
from gxcheck.document.text.pipe_lines import PipeLines
from gxcheck.document.text.pipes import PipeReader, has_border
from gxcheck.document.text.streams import StreamReader
from gxcheck.document.text.tabs import TabReader
from gxcheck.document.typography import typography

__all__ = ["read_text", "tables_of"]

_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\v\f\r") + b"\x7f"
_STRAY_CONTROLS = 4
_HASHES = 6


def read_text(
    text: str,
    *,
    limits: Limits = DEFAULT_LIMITS,
    name: str | None = None,
    encoding: str | None = None,
    utf8: bytes | None = None,
) -> Document:
    """The document of a text in memory.

    Offsets count the characters of `text`. `name` is what the text is called in messages; `utf8`
    is the same text in UTF-8, where it is at hand.
    Raises `ReadError` where there is nothing to read or more than `limits` allow.
    """
    _check(text, utf8, limits, name)
    words = typography()
    page = Page(text, words.marks, words.mark_sign)
    items = _items(page)
    if not items:
        raise refusal("empty", name)
    builder = _Builder(page, limits, name)
    return Document(builder.blocks(items), Source(name or "", "text", encoding))


def tables_of(text: str) -> list[Draft]:
    """The tables of a text in memory, in their order."""
    words = typography()
    page = Page(text, words.marks, words.mark_sign)
    return [item for item in _regions(page) if isinstance(item, Draft)]


def _check(text: str, utf8: bytes | None, limits: Limits, name: str | None) -> None:
    if len(text) > limits.characters:
        raise refusal("too_many_characters", name, limit=limits.characters)
    if not text.strip("\x00\ufeff \t\r\n\v\f\u3000") or text.isspace():
        raise refusal("empty", name)
    if _is_binary(_encoded(text, name) if utf8 is None else utf8, len(text)):
        raise refusal("binary", name)


def _encoded(text: str, name: str | None) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        before = text[: error.start]
        line, column = before.count("\n") + 1, error.start - before.rfind("\n")
        raise refusal("half_character", name, line=line, column=column) from error


def _is_binary(data: bytes, characters: int) -> bool:
    """Whether too many of the characters are controls; mostly there are none at all."""
    if not any(map(data.__contains__, _CONTROLS)):
        return False
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls > _STRAY_CONTROLS and controls * 100 > characters


def _items(page: Page) -> list[Lines | Draft]:
    """The tables and paragraphs of a page in their order."""
    items = list(_regions(page))
    lines = [item for item in items if isinstance(item, Span)]
    reader = ParagraphReader(page, typography(), lines)
    found: list[Lines | Draft] = []
    run: list[Span] = []
    for item in items:
        if isinstance(item, Draft):
            found += reader.read(run)
            found.append(item)
            run = []
        else:
            run.append(item)
    found += reader.read(run)
    return found


def _regions(page: Page) -> Iterator[Item]:
    """The tables of a page, and the lines that stand in none."""
    words = typography()
    tabs, pipes = TabReader(page, words), PipeReader(page, words)
    streams, lines = StreamReader(page, words), PipeLines(page)
    has_tabs, has_pipes = "\t" in page.text, "|" in page.text
    commas = CommaReader(page, words) if has_comma_rows(page.text) else None
    run: list[Span] = []
    place = 0
    while place < len(page.raw):
        raw = page.raw[place]
        if has_pipes and has_border(raw):
            table = lines.read(place) if run and run[-1].line == place - 1 else None
            if table:
                run.pop()  # its first cell
            found, place = ([table[0]], table[1]) if table else pipes.read(place)
        elif has_tabs and "\t" in raw:
            found, place = tabs.read(place)
        elif commas and (cut := commas.read(place)):
            found, place = [cut[0]], cut[1]
        else:
            span = page.spans[place]
            if span.end > span.start:
                run.append(_without_hashes(page, span))
            place += 1
            continue
        for item in found:
            if isinstance(item, Draft):
                yield from streams.read(run)
                yield item
                run = []
            else:
                run += page.by_line(item)
    yield from streams.read(run)


def _without_hashes(page: Page, line: Span) -> Span:
    """A line without the marks that make it a heading in Markdown."""
    if page.text[line.start] != "#":
        return line
    bare = page.of(line).lstrip("#")
    hashes = line.end - line.start - len(bare)
    if hashes > _HASHES or not bare[:1].isspace():
        return line
    return page.within(line, line.start + hashes, line.end)


class _Builder:
    """Makes the blocks of a document, with the place of each."""

    def __init__(self, page: Page, limits: Limits, name: str | None) -> None:
        self.page = page
        self.limits = limits
        self.name = name
        self.cells = 0

    def blocks(self, items: list[Lines | Draft]) -> tuple[Block, ...]:
        """The blocks, in the order in which they begin."""
        if len(items) > self.limits.blocks:
            raise refusal("too_many_blocks", self.name, limit=self.limits.blocks)
        return tuple(
            self._table(item, number) if isinstance(item, Draft) else self._paragraph(item, number)
            for number, item in enumerate(items)
        )

    def _table(self, draft: Draft, block: int) -> Table:
        self.cells += sum(map(len, draft.rows))
        if self.cells > self.limits.cells:
            raise refusal("too_many_cells", self.name, limit=self.limits.cells)
        rows = tuple([self._row(cells, block, row) for row, cells in enumerate(draft.rows)])
        first = draft.rows[0][0]
        start = Location(
            block, offset=first.start, line=first.line + 1, column=first.start - first.begin + 1
        )
        return Table(rows, start, spans_known=False, blanks_shown=draft.blanks_shown)

    def _row(self, cells: Sequence[Span], block: int, row: int) -> tuple[Cell, ...]:
        shown, hidden = self.page.shown, self.page.hidden
        made = []
        for place, span in enumerate(cells):
            start = span.start
            text, offsets = shown[start : span.end], None
            if hidden and hidden in text:
                text, offsets = self._visible([range(start, span.end)])
            line, column = span.line + 1, start - span.begin + 1
            location = Location(block, 0, len(text), row, place, start, line, column)
            made.append(Cell(text, location, offsets))
        return tuple(made)

    def _paragraph(self, lines: Lines, block: int) -> Paragraph:
        first, *further = lines.spans
        start = first.start
        pieces = list(self._pieces(lines.spans)) if further else [range(start, first.end)]
        text, offsets = self.page.shown[start : pieces[-1].stop], None
        if len(pieces) > 1 or (self.page.hidden and self.page.hidden in text):
            text, offsets = self._visible(pieces)
        line, column = first.line + 1, start - first.begin + 1
        location = Location(block, 0, len(text), None, None, start, line, column)
        return Paragraph(text, location, offsets, None, lines.role)

    def _pieces(self, spans: list[Span]) -> Iterator[range]:
        """The characters of lines with the line ends between; other marks there are left out."""
        text = self.page.shown
        start = spans[0].start
        for upper, lower in pairwise(spans):
            between = text[upper.end : lower.start]
            if between.isspace():
                continue
            yield range(start, upper.end)
            for at, mark in enumerate(between, upper.end):
                if mark == "\n":
                    yield range(at, at + 1)
            start = lower.start
        yield range(start, spans[-1].end)

    def _visible(self, pieces: Sequence[range]) -> tuple[str, tuple[int, ...]]:
        """The characters of pieces without hidden marks, and where each stands."""
        shown, hidden = self.page.shown, self.page.hidden
        text = "".join([shown[piece.start : piece.stop] for piece in pieces])
        offsets = [at for piece in pieces for at in piece]
        if hidden:
            text = text.replace(hidden, "")
            offsets = [at for at in offsets if shown[at] != hidden]
        return text, (*offsets, offsets[-1] + 1)
