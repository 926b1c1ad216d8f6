"""Parts a run in two at a character, so that a mark can stand there; both parts look as before."""

from __future__ import annotations

import re

from lxml.etree import _Element
from msgspec import Struct

from gxcheck.document.docx.markup import properties
from gxcheck.document.docx.names import ALTERNATE, R_PR, SPACE, WRAPPERS, T
from gxcheck.document.docx.runs import child_text
from gxcheck.output.docx.tagged import Edit, Tagged

__all__ = ["Split", "Splitter"]

_BLANKS = " \t\r\n"
_PRESERVE = b' xml:space="preserve"'
_CHARACTER = re.compile(r"&[^;]*;|\r\n|.", re.DOTALL)


class Split(Struct, frozen=True):
    """A place in a run: what closes the run before it and opens it anew after it.

    `edits` are what must be said of the text around, so that blanks at its ends still count.
    """

    at: int
    close: bytes
    open: bytes
    edits: tuple[Edit, ...] = ()


class _Written(Struct, frozen=True):
    """A `w:t` as it is written: where each of its characters begins, from how many blanks on."""

    places: list[int]
    blanks: int
    edits: tuple[Edit, ...]


class Splitter:
    """Parts the runs of one part."""

    def __init__(self, tagged: Tagged) -> None:
        self._tagged = tagged
        self._texts: dict[_Element, _Written | None] = {}

    def at(self, run: _Element, offset: int) -> Split | None:
        """The split before a character of a run's text (`run_text`), None where none can be."""
        tagged = self._tagged
        head = properties(run, R_PR)
        again = tagged.tag(run) + (b"" if head is None else tagged.outside(head))
        position = 0
        for child in run:
            if child.tag == ALTERNATE or child.tag in WRAPPERS:
                return None
            length = len(child_text(child))
            if position + length == offset:
                return Split(tagged.end(child), tagged.closing(run), again)
            if position + length > offset:
                return self._in_text(run, child, offset - position, again)
            position += length
        return None

    def _in_text(self, run: _Element, text: _Element, offset: int, again: bytes) -> Split | None:
        if text not in self._texts:
            self._texts[text] = self._written(text)
        written = self._texts[text]
        if written is None:
            return None
        tagged = self._tagged
        tag = tagged.tag(text)
        opening = tag if text.get(SPACE) == "preserve" else tag[:-1] + _PRESERVE + b">"
        close = tagged.closing(text) + tagged.closing(run)
        at = written.places[written.blanks + offset]
        return Split(at, close, again + opening, written.edits)

    def _written(self, text: _Element) -> _Written | None:
        """How a text is written, None where it is not written plainly."""
        tagged = self._tagged
        raw, full = tagged.inside(text), text.text or ""
        if text.tag != T or b"<" in raw or text.get(SPACE) not in (None, "preserve"):
            return None
        encoding = tagged.encoding
        at = tagged.inner(text)
        places = [at]
        for character in _CHARACTER.findall(raw.decode(encoding)):
            at += len(character.encode(encoding))
            places.append(at)
        if len(places) != len(full) + 1:
            return None
        if text.get(SPACE) == "preserve":
            return _Written(places, 0, ())
        first = len(full) - len(full.lstrip(_BLANKS))
        last = len(full.rstrip(_BLANKS))
        inner = tagged.inner(text)
        kept = Edit(inner - 1, inner - 1, _PRESERVE)
        blanks = (Edit(inner, places[first], b""), Edit(places[last], places[-1], b""))
        return _Written(places, first, (kept, *(one for one in blanks if one.start < one.end)))
