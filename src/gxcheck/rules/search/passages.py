"""The texts that patterns are looked for in: a report's scopes, as passages with their places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct

from gxcheck.document.model import Block, Document, Location, Paragraph, Passage, Table
from gxcheck.document.normalise import normalise
from gxcheck.lazy import lazy
from gxcheck.report.model import Preamble, Report, Section, Words
from gxcheck.rules.search.lexicon import Lexicon, lexicon
from gxcheck.rules.search.word_index import WordIndex
from gxcheck.rules.telling.places import Places

__all__ = ["SCOPES", "Passages", "Placed", "Scope", "passage_at"]

SCOPES = frozenset(
    {
        "document",
        "paragraphs",
        "cells",
        "headings",
        "title",
        "preamble",
        "contact",
        "sections",
        "signature",
    }
)
"""The scopes that are no path of the report; there is `sections.<role>` besides."""


class Placed(NamedTuple):
    """A passage and its place by meaning."""

    passage: Passage
    place: str


class Scope(Struct, frozen=True, dict=True):
    """The passages of one scope, and all their words for a first look.

    The words of `lexicon` are looked for together.
    """

    texts: tuple[Passage, ...]
    places: Places
    lexicon: Lexicon | None = None

    @lazy
    def passages(self) -> tuple[Placed, ...]:
        """The passages with their places, which are not found before they are asked for."""
        return tuple(map(self.placed, self.texts))

    def placed(self, text: Passage) -> Placed:
        """One of the passages with its place."""
        return Placed(text, self.places.place(text.location))

    @lazy
    def normals(self) -> list[str]:
        """The passages in normal dress."""
        return [text.normal for text in self.texts]

    @lazy
    def words(self) -> str:
        """The passages in normal dress, one a line."""
        return "\n".join(self.normals)

    @lazy
    def longest(self) -> int:
        """The length of the longest passage in normal dress."""
        return max(map(len, self.normals), default=0)

    @lazy
    def starts(self) -> list[int]:
        """Where in `words` each passage begins."""
        return list(accumulate([len(normal) + 1 for normal in self.normals[:-1]], initial=0))

    @lazy
    def index(self) -> WordIndex:
        """Where in `words` a word stands."""
        return WordIndex(self.words, self.lexicon)

    def place_of(self, spot: int) -> tuple[int, int]:
        """The index of the passage in which a spot of `words` lies, and where in that."""
        index = bisect_right(self.starts, spot) - 1
        return index, spot - self.starts[index]

    def holding(self, word: str) -> list[int]:
        """The indexes of the passages that hold a word, each once."""
        if "\n" in word:
            return []
        return list(dict.fromkeys(self.place_of(spot)[0] for spot in self.index.spots(word)))


class Passages:
    """The scopes of one report, each gathered when it is first asked for."""

    def __init__(self, report: Report, places: Places | None = None) -> None:
        self._report = report
        self._places = places or Places(report)
        self._scopes: dict[str, Scope] = {}

    def place(self, location: Location) -> str:
        """The place of a location by meaning."""
        return self._places.place(location)

    def of(self, name: str) -> tuple[Placed, ...]:
        """The passages of a scope; KeyError where there is no such scope."""
        return self.scope(name).passages

    def scope(self, name: str) -> Scope:
        """A scope by name; KeyError where there is no such scope."""
        scope = self._scopes.get(name)
        if scope is None:
            words = lexicon() if name == "document" else None
            scope = self._scopes[name] = Scope(tuple(self._gather(name)), self._places, words)
        return scope

    def inside(self, item: object) -> Scope:
        """The passages of a part of the report: words, a section, the preamble, paragraphs."""
        return Scope(tuple(_passages_of(item, self._report.document)), self._places)

    def _gather(self, name: str) -> Iterable[Passage]:
        report = self._report
        document = report.document
        if name == "paragraphs":
            return [paragraph for paragraph in document.paragraphs if paragraph.role == "body"]
        if name in ("document", "cells"):
            return _running(document, name)
        if name == "headings":
            headings = [h for s in report.sections for h in (s.heading, *s.subheadings)]
            return _passages_of(headings, document)
        if name == "contact":
            return [passage_at(document, report.contact.location)] if report.contact else ()
        if name == "signature":
            parts = (report.signature.organ, report.signature.date)
            return _passages_of([part for part in parts if part], document)
        head, _, role = name.partition(".")
        if head == "sections":
            chosen = [s for s in report.sections if not role or s.role == role]
            return _passages_of(chosen, document)
        return _passages_of(_follow(report, name.split(".")), document)


def _running(document: Document, scope: str) -> list[Passage]:
    """The cells of the tables, for the whole document with the running text between them."""
    found: list[Passage] = []
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                found += row
        elif scope == "document" and block.role == "body":
            found.append(block)
    return found


def _follow(item: object, names: list[str]) -> object:
    for position, name in enumerate(names):
        if item is None:
            return None
        if isinstance(item, tuple):
            return [_follow(part, names[position:]) for part in item]
        try:
            item = getattr(item, name)
        except AttributeError:
            raise KeyError(".".join(names)) from None
    return item


def _passages_of(item: object, document: Document) -> Iterator[Passage]:
    if isinstance(item, Placed):
        yield item.passage
    elif isinstance(item, Passage):
        yield item
    elif isinstance(item, Words):
        yield _words_passage(item, document)
    elif isinstance(item, Section):
        yield _words_passage(item.heading, document)
        yield from _of_blocks(item.blocks)
    elif isinstance(item, Preamble):
        yield from _of_blocks(item.blocks)
    elif isinstance(item, (list, tuple)):
        for part in item:
            yield from _passages_of(part, document)
    elif isinstance(item, str):
        yield Passage(item, Location(0))


def _of_blocks(blocks: Iterable[Block]) -> Iterator[Passage]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                yield from row


def _words_passage(words: Words, document: Document) -> Passage:
    """The original of words; themselves where their original is in several pieces."""
    passage = passage_at(document, words.location)
    same = passage.normal == words.text or normalise(words.text).text == passage.normal
    return passage if same else Passage(words.text, words.location)


def passage_at(document: Document, location: Location) -> Passage:
    """The text of a span of the document, at its own place."""
    whole = _whole_at(document, location)
    if whole is None:
        return Passage("", location)
    first = location.start - whole.location.start
    last = location.end - whole.location.start
    offsets = whole.offsets[first : last + 1] if whole.offsets else None
    return Passage(whole.text[first:last], location, offsets, whole.lines)


def _whole_at(document: Document, location: Location) -> Passage | None:
    if not 0 <= location.block < len(document.blocks):
        return None
    block = document.blocks[location.block]
    if isinstance(block, Paragraph):
        return block
    if location.row is None or location.row >= len(block.rows):
        return None
    row = block.rows[location.row]
    return next((cell for cell in row if cell.column == location.cell), None)
