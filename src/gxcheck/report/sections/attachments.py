"""The attachments that a report names, and whether they follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from gxcheck.document.model import Document, Paragraph
from gxcheck.document.numerals import ordinal_of
from gxcheck.patterns import own_pattern
from gxcheck.report.labels import normal_key
from gxcheck.report.model import Attachment
from gxcheck.report.sections.structure import structure

__all__ = ["read_attachments"]

_LONGEST = 200  # characters of a line that names attachments
_MOST = 100  # lines that name attachments
_CLOSING = "《》。;:,、. "
_ITEM = own_pattern(r"\(?(\d{1,2})[.、)](?!\d)")


class _Line(Struct, frozen=True):
    """One title that a line names, or with no title, the bare head of an attachment."""

    block: int
    paragraph: Paragraph
    number: int | None
    start: int
    end: int

    @property
    def title(self) -> str:
        return self.paragraph.normal[self.start : self.end]


def read_attachments(
    document: Document, start: int = 0, end: int | None = None
) -> tuple[Attachment, ...]:
    """The attachments named in the lines of a document from block `start` to before `end`.

    An attachment is present where its head, its title or its file stands once more below, or,
    if it is the only one, a table. One that begins without having been named is named by its
    title.
    """
    lines = list(islice(_lines(document, start, end), _MOST))
    heads = [line for line in lines if not line.title]
    named = dict[str, _Line]()
    for line in lines:
        if line.title:
            named.setdefault(normal_key(line.title), line)
    if not named and heads:
        title = _title_below(document, heads[0])
        return (_attachment(title, True),) if title else ()
    alone = len(named) == 1
    later = (_follows(document, line, heads, alone, end) for line in named.values())
    return tuple(_attachment(*found) for found in zip(named.values(), later, strict=True))


def _attachment(line: _Line, present: bool) -> Attachment:
    location = line.paragraph.locate(line.start, line.end)
    return Attachment(
        text=line.paragraph.normal, location=location, title=line.title, present=present
    )


def _lines(document: Document, start: int, end: int | None) -> Iterator[_Line]:
    """The lines that name attachments or begin them; a list may go on over numbered lines."""
    words, listing = structure().attachments, False
    for index, block in enumerate(document.blocks[start:end], start):
        if not isinstance(block, Paragraph) or len(block.text) > _LONGEST:
            listing = False
            continue
        may_head = block.text.lstrip().startswith(words.first)
        head = words.head.match(block.normal) if may_head else None
        if head:
            listing = True
            number = ordinal_of(head["number"] or head["other"] or "")
            yield from _titles(index, block, head.end(), number)
        elif listing and _ITEM.match(block.normal):
            yield from _titles(index, block, 0, None)
        else:
            listing = False


def _titles(index: int, paragraph: Paragraph, start: int, number: int | None) -> Iterator[_Line]:
    normal = paragraph.normal
    items = list(_ITEM.finditer(normal, start))
    if not items or items[0].start() != start:
        yield _trimmed(index, paragraph, number, start, len(normal))
        return
    ends = [*(item.start() for item in items[1:]), len(normal)]
    for item, end in zip(items, ends, strict=True):
        yield _trimmed(index, paragraph, int(item[1]), item.end(), end)


def _trimmed(index: int, paragraph: Paragraph, number: int | None, start: int, end: int) -> _Line:
    words = paragraph.normal[start:end]
    end -= len(words) - len(words.rstrip(_CLOSING))
    start = min(end, start + len(words) - len(words.lstrip(_CLOSING)))
    return _Line(index, paragraph, number, start, end)


def _follows(
    document: Document, line: _Line, heads: Sequence[_Line], alone: bool, end: int | None
) -> bool:
    """Whether an attachment stands below the line that names it."""
    below = [head for head in heads if head.block > line.block]
    if any(head.number == line.number for head in below) or (alone and below):
        return True
    if structure().attachments.file.search(line.title):
        return True
    key = normal_key(line.title)
    for block in document.blocks[line.block + 1 : end]:
        if not isinstance(block, Paragraph):
            if alone:
                return True
        elif key and len(block.text) <= _LONGEST and key in normal_key(block.normal):
            return True
    return False


def _title_below(document: Document, head: _Line) -> _Line | None:
    """The first line below the bare head of an attachment."""
    for index, block in enumerate(document.blocks[head.block + 1 :], head.block + 1):
        if not isinstance(block, Paragraph):
            return None
        if block.normal:
            return _trimmed(index, block, head.number, 0, len(block.normal))
    return None
