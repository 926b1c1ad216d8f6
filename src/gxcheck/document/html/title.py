"""The title that a page has outside of its text: in a heading, in its particulars or its frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from gxcheck.document.html.nodes import Names, text_of
from gxcheck.document.html.pieces import Line, Reader
from gxcheck.document.html.signs import without_stamps, without_table_signs
from gxcheck.document.html.source import PageSource
from gxcheck.document.html.walk import Draft
from gxcheck.document.html.words import PageWords, page_words
from gxcheck.document.normalise import normalise
from gxcheck.document.typography import typography

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["Told", "page_title", "told_titles"]


class Told(Struct, frozen=True):
    """What a page tells of its title: texts of its tree, with stamps; words without, of <meta>."""

    headings: tuple[str, ...]
    particulars: tuple[str, ...]
    frame: tuple[str, ...]


def told_titles(root: Element, names: Names) -> Told:
    """What stands on a page for a title, to be asked before its tree is changed."""
    words = page_words()
    headings = [*root.iter("h1"), *names.find(words.title_named)]
    return Told(
        tuple(without_table_signs(text_of(heading)) for heading in headings),
        tuple(_particulars(root, words)),
        tuple(map(text_of, root.iter("title"))),
    )


def page_title(told: Told, source: PageSource, drafts: Sequence[Draft]) -> Line | None:
    """The page's title where its text begins with none; None else."""
    words = page_words()
    if _has_title(drafts, words):
        return None
    titles = (_own_part(line, words) for line in _candidates(told, source))
    return next((title for title in titles if _is_title(title, words)), None)


def _has_title(drafts: Sequence[Draft], words: PageWords) -> bool:
    """Whether one of the first lines, or several together, are called as documents are."""
    mark = typography().mark
    opening = []
    for draft in islice(drafts, words.title_lines):
        if not isinstance(draft, Line):
            break
        normal = normalise(draft.text).text
        if len(normal) > words.longest_title or mark.match(draft.text):
            break
        opening.append(normal)
        if words.document.search(normal):
            return True
    return False


def _is_title(line: Line, words: PageWords) -> bool:
    normal = normalise(line.text).text
    return len(normal) <= words.longest_title and bool(words.document.search(normal))


def _own_part(line: Line, words: PageWords) -> Line:
    """The first part of a page's title that is called as documents are; else all of it."""
    start = 0
    for gap in [*words.title_parted.finditer(line.text), None]:
        end = gap.start() if gap else len(line.text)
        part = line.part(start, end)
        if _is_title(part, words):
            return part
        start = gap.end() if gap else end
    return line


def _candidates(told: Told, source: PageSource) -> Iterator[Line]:
    reader = Reader(source)
    yield from map(reader.line, told.headings)
    for title in told.particulars:
        yield Line(title, max(source.text.find(title), 0))
    yield from map(reader.line, told.frame)


def _particulars(root: Element, words: PageWords) -> Iterator[str]:
    """The titles that <meta> tells, the surest first."""
    told: dict[str, str] = {}
    for element in root.iter("meta"):
        key = (element.get("name") or element.get("property") or "").lower()
        told.setdefault(key, without_stamps(element.get("content", "")).strip())
    yield from (told[key] for key in words.title_meta if told.get(key))
