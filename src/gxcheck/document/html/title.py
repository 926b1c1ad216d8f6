"""The title that a page has outside of its text: in a heading, in its particulars or its frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from gxcheck.document.html.pieces import Line, Pieces
from gxcheck.document.html.source import PageSource, without_stamps
from gxcheck.document.html.walk import Draft
from gxcheck.document.html.words import PageWords, page_words
from gxcheck.document.normalise import normalise
from gxcheck.document.typography import typography

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["page_title"]


def page_title(root: Element, source: PageSource, drafts: Sequence[Draft]) -> Line | None:
    """The page's title where its text begins with none; None else."""
    words = page_words()
    if _has_title(drafts, words):
        return None
    titles = (_own_part(line, words) for line in _candidates(root, source, words))
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
    """The part of a page's title that is called as documents are; else all of it."""
    if _is_title(line, words):
        return line
    start = 0
    for gap in [*words.title_parted.finditer(line.text), None]:
        end = gap.start() if gap else len(line.text)
        part = line.part(start, end)
        if _is_title(part, words):
            return part
        start = gap.end() if gap else end
    return line


def _candidates(root: Element, source: PageSource, words: PageWords) -> Iterator[Line]:
    for element in _headings(root, words):
        yield _line(element, source)
    yield from _particulars(root, source, words)
    for element in root.iter("title"):
        yield _line(element, source)


def _headings(root: Element, words: PageWords) -> Iterator[Element]:
    for element in root.iter("h1", "h2", "h3", "div", "p", "span", "td"):
        names = f"{element.get('id', '')} {element.get('class', '')}".lower().split()
        if element.tag == "h1" or not words.title_named.isdisjoint(names):
            yield element


def _line(element: Element, source: PageSource) -> Line:
    pieces = Pieces(source)
    for text in element.itertext():
        pieces.add(text)
    return pieces.take()


def _particulars(root: Element, source: PageSource, words: PageWords) -> Iterator[Line]:
    """What <meta> tells; its place is that of its words in the source."""
    told: dict[str, str] = {}
    for element in root.iter("meta"):
        key = (element.get("name") or element.get("property") or "").lower()
        told.setdefault(key, without_stamps(element.get("content", "")).strip())
    for key in words.title_meta:
        title = told.get(key)
        if title:
            yield Line(title, max(source.text.find(title), 0))
