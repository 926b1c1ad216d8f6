"""Reads plain text in all its dialects into a document; which one it is shows in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from gxcheck.document.limits import DEFAULT_LIMITS, Limits
from gxcheck.document.model import Document, Source
from gxcheck.document.refusal import refusal
from gxcheck.document.text.building import Builder
from gxcheck.document.text.lines import Draft, Item, Page, Span
from gxcheck.document.text.paragraphs import Lines, ParagraphReader
from gxcheck.document.text.tables.bordered import has_border
from gxcheck.document.text.tables.dialects import TableReader, dialects_of
from gxcheck.document.text.tables.marked_rows import marked_rows
from gxcheck.document.text.tables.streams import StreamReader
from gxcheck.document.text.tables.tabs import TabReader
from gxcheck.document.typography import typography

if TYPE_CHECKING:
    from gxcheck.document.text.tables.pipe_lines import PipeLines
    from gxcheck.document.text.tables.pipes import PipeReader

__all__ = ["read_text", "tables_of"]

_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\v\f\r") + b"\x7f"
_STRAY_CONTROLS = 4  # characters that any text may have
_HASHES = 6  # of a heading in Markdown


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
    page = Page(text, words.marks, words.mark_signs)
    items = _items(page)
    if not items:
        raise refusal("empty", name)
    builder = Builder(page, limits, name)
    return Document(builder.blocks(items), Source(name or "", "text", encoding))


def tables_of(text: str) -> list[Draft]:
    """The tables of a text in memory, in their order."""
    words = typography()
    page = Page(text, words.marks, words.mark_signs)
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
    cutter = _Cutter(page)
    streams = StreamReader(page, typography())
    run: list[Span] = []
    place = 0
    while place < len(page.raw):
        cut = cutter.read(place, run)
        if cut is None:
            span = page.spans[place]
            if span.end > span.start:
                run.append(_without_hashes(page, span))
            place += 1
            continue
        items, place = cut
        for item in items:
            if isinstance(item, Draft):
                yield from streams.read(run)
                yield item
                run = []
            else:
                run += page.by_line(item)
    yield from streams.read(run)


class _Cutter:
    """Cuts tables of all dialects but flattened ones out of a page."""

    def __init__(self, page: Page) -> None:
        words = typography()
        self._page = page
        self._tabs = TabReader(page, words) if "\t" in page.text else None
        self._pipes = _pipe_readers(page) if "|" in page.text else None
        self._marked = marked_rows(page, words)
        self._dialects = dialects_of(page, words)

    def read(self, place: int, run: list[Span]) -> tuple[Sequence[Item], int] | None:
        """What a table's first line at `place` begins, and where it ends; None for another line.

        `run` are the lines before it; the last goes if it is the table's first cell.
        """
        raw = self._page.raw[place]
        whole = self._whole(self._dialects, place) if self._dialects else None
        if whole:
            return whole
        if self._pipes and has_border(raw):
            lines, pipes = self._pipes
            table = lines.read(place, run[-1] if run else None)
            if table is None:
                return pipes.read(place)
            if run and table[0].rows[0][0] == run[-1]:
                run.pop()
            return [table[0]], table[1]
        if self._tabs and "\t" in raw:
            return self._tabs.read(place)
        return self._whole(self._marked, place) if self._marked else None

    def _whole(
        self, readers: Sequence[TableReader], place: int
    ) -> tuple[Sequence[Item], int] | None:
        """The table that the first of some readers finds in a line."""
        for reader in readers:
            table = reader.read(place)
            if table:
                return [table[0]], table[1]
        return None


def _pipe_readers(page: Page) -> tuple[PipeLines, PipeReader]:
    from gxcheck.document.text.tables.pipe_lines import PipeLines
    from gxcheck.document.text.tables.pipes import PipeReader

    return PipeLines(page, typography()), PipeReader(page, typography())


def _without_hashes(page: Page, line: Span) -> Span:
    """A line without the marks that make it a heading in Markdown."""
    if page.text[line.start] != "#":
        return line
    bare = page.of(line).lstrip("#")
    hashes = line.end - line.start - len(bare)
    if hashes > _HASHES or not bare[:1].isspace():
        return line
    return page.within(line, line.start + hashes, line.end)
