"""A part of a Word file as its bytes, its elements, and where in the bytes each of them stands.

What is written back are the bytes as they came, with a few pieces put in, taken out or replaced:
to serialise the elements anew would change quotes, declarations and empty tags all over the file.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml.etree import _Element
from msgspec import Struct

from gxcheck.document.docx.names import WORD
from gxcheck.document.docx.package import Part
from gxcheck.document.refusal import refusal

__all__ = ["Edit", "Naming", "Tagged", "edited"]

_TAG = re.compile(
    rb"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>",
    re.DOTALL,
)
_NO_TAG = (b"<!", b"<?")
_NAME = re.compile(rb"<([^\s/>]+)")
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


class Edit(Struct, frozen=True):
    """Bytes in the place of those from `start` to `end`."""

    start: int
    end: int
    new: bytes


class Naming(NamedTuple):
    """The prefix of the main namespace, and what declares it where the file itself does not.

    Attributes need a prefix, so the default namespace is of no use to them.
    """

    prefix: str
    declaration: str = ""


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with all edits, which must not overlap; those at one place keep their order."""
    pieces: list[bytes] = []
    done = 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        pieces += [data[done : edit.start], edit.new]
        done = edit.end
    return b"".join([*pieces, data[done:]])


class Tagged:
    """A part whose elements know their bytes. Raises `ReadError` where they cannot be told."""

    def __init__(self, part: Part, name: str | None = None) -> None:
        self.name = part.name
        self.root = part.root
        self.data = part.data
        self._numbers = {element: n for n, element in enumerate(part.root.iter())}
        self._start, self._inner = array("q"), array("q")
        self._close, self._end = array("q"), array("q")
        if not self._mark() or len(self._start) != len(self._numbers):
            raise refusal("docx_broken_xml", name, part=part.name)

    def _mark(self) -> bool:
        """Note where tags stand; tell whether each has its mate."""
        starts, inners, closes, ends = self._start, self._inner, self._close, self._end
        waiting: list[int] = []
        for tag in _TAG.finditer(self.data):
            start, end = tag.span()
            head = self.data[start : start + 2]
            if head in _NO_TAG:
                continue
            if head == b"</":
                if not waiting:
                    return False
                number = waiting.pop()
                closes[number], ends[number] = start, end
                continue
            if self.data[end - 2 : end] != b"/>":
                waiting.append(len(starts))
            starts.append(start)
            inners.append(end)
            closes.append(end)
            ends.append(end)
        return not waiting

    def start(self, element: _Element) -> int:
        """Where an element's first tag begins."""
        return self._start[self._numbers[element]]

    def end(self, element: _Element) -> int:
        """Where it ends."""
        return self._end[self._numbers[element]]

    def tag(self, element: _Element) -> bytes:
        """Its first tag."""
        return self.data[self.start(element) : self.inner(element)]

    def inner(self, element: _Element) -> int:
        """Where its first tag ends."""
        return self._inner[self._numbers[element]]

    def inside(self, element: _Element) -> bytes:
        """What stands between its tags."""
        return self.data[self.inner(element) : self.close(element)]

    def outside(self, element: _Element) -> bytes:
        """The whole element."""
        return self.data[self.start(element) : self.end(element)]

    def close(self, element: _Element) -> int:
        """Where its last tag begins; of an empty tag its end."""
        return self._close[self._numbers[element]]

    def closing(self, element: _Element) -> bytes:
        """The last tag that the element has, or would have if it were not empty."""
        found = _NAME.match(self.tag(element))
        return b"</" + (found[1] if found else b"") + b">"

    def append(self, element: _Element, new: bytes) -> Edit:
        """The edit that adds bytes as the last content of an element."""
        if not self.tag(element).endswith(b"/>"):
            return Edit(self.close(element), self.close(element), new)
        end = self.end(element)
        return Edit(end - 2, end, b">" + new + self.closing(element))

    def remove(self, element: _Element) -> Edit:
        """The edit that takes an element away."""
        return Edit(self.start(element), self.end(element), b"")

    def naming(self, element: _Element) -> Naming:
        """How names of the main namespace are written beside an element."""
        prefixes = [key for key, uri in element.nsmap.items() if uri == WORD and key]
        if prefixes:
            return Naming("w" if "w" in prefixes else prefixes[0])
        uri = (_STRICT if _STRICT in self.data else WORD.encode()).decode()
        return Naming("w", f' xmlns:w="{uri}"')

    def encoded(self, text: str) -> bytes:
        """Text in the encoding of the part; what that does not have is written by its number."""
        return text.encode(self.encoding, "xmlcharrefreplace")

    @property
    def encoding(self) -> str:
        """The encoding of the bytes."""
        return self.root.getroottree().docinfo.encoding or "utf-8"

    def all(self, tag: str) -> Iterator[_Element]:
        """The elements with a name, in their order."""
        return self.root.iter(tag)
