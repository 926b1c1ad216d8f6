"""What stands where in a part: texts by their paragraphs, properties by rows, cells, paragraphs.

Two walks find all of it, which stop at nothing but what is read. To ask each element for its
children takes several times as long, for nearly all elements of a Word file tell how it looks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from lxml.etree import _Element

from gxcheck.document.docx.drafts import Line, Piece
from gxcheck.document.docx.markup import properties
from gxcheck.document.docx.names import (
    ALTERNATE,
    CELL_DELETED,
    CELL_MERGE,
    DELETED,
    DRAWN,
    EMBEDDED,
    ENDNOTE_MARK,
    FIELD_CHAR,
    FIELD_SIMPLE,
    FOOTNOTE_MARK,
    GRID_AFTER,
    GRID_BEFORE,
    GRID_SPAN,
    H_MERGE,
    HIDDEN_ROW,
    MATHS,
    MOVED_AWAY,
    NUM_PR,
    P_PR,
    P_STYLE,
    PICTURE,
    PICTURE_DATA,
    R_PR,
    RUBY,
    SECTION,
    TBL,
    TC_PR,
    TR_PR,
    V_MERGE,
    VANISH,
    WIDTH_BEFORE,
    WRAPPERS,
    P,
    R,
)
from gxcheck.document.docx.runs import WITH_TEXT, child_text

__all__ = ["Outline"]

# Each property that is read here, and the element that must hold it.
_HELD_BY = {
    **dict.fromkeys((GRID_BEFORE, GRID_AFTER, WIDTH_BEFORE, DELETED, HIDDEN_ROW), TR_PR),
    **dict.fromkeys((GRID_SPAN, V_MERGE, H_MERGE, CELL_MERGE, CELL_DELETED), TC_PR),
    **dict.fromkeys((P_STYLE, NUM_PR), P_PR),
}
# What makes more of a paragraph than its runs of text, or more of a cell than its paragraphs.
_SPECIAL = frozenset(
    (
        *(ALTERNATE, FIELD_CHAR, FIELD_SIMPLE, FOOTNOTE_MARK, ENDNOTE_MARK, RUBY, TBL),
        *(DELETED, MOVED_AWAY, VANISH),
        *(*WRAPPERS, *DRAWN, *MATHS, *EMBEDDED),
    )
)
_PARTS_OF_PARAGRAPHS = frozenset((P, P_PR, R, R_PR))
_ASKED_FOR = frozenset((VANISH, SECTION, PICTURE, PICTURE_DATA))
_READ = (*WITH_TEXT, *_HELD_BY, *_SPECIAL, *_ASKED_FOR)


class Outline:
    """The paragraphs and properties of a part; `root` is its XML."""

    def __init__(self, root: _Element) -> None:
        self._lines: dict[_Element | None, Line] = {}
        self._within: defaultdict[_Element | None, list[Line]] = defaultdict(list)
        self._properties: defaultdict[_Element, list[_Element]] = defaultdict(list)
        self._special: set[_Element] = set()
        self._found: list[_Element] = []
        for paragraph in root.iter(P):
            line = self._lines[paragraph] = Line(paragraph, [])
            self._within[paragraph.getparent()].append(line)
        for element in root.iter(*_READ):
            if element.tag in WITH_TEXT:
                self._take_text(element)
            else:
                self._take(element)

    def _take_text(self, element: _Element) -> None:
        run = element.getparent()
        if run is None or run.tag != R:
            return
        line, text = self._lines.get(run.getparent()), child_text(element)
        if line is not None and text:
            last = line.pieces[-1] if line.pieces else None
            at = last.at + len(last.text) if last and last.run is run else 0
            line.pieces.append(Piece(text, run, at))

    def _take(self, element: _Element) -> None:
        tag = element.tag
        if tag in _HELD_BY:
            self._take_property(element)
        if tag in _SPECIAL:
            self._mark_around(element)
        if tag in _ASKED_FOR:
            self._found.append(element)

    def _mark_around(self, special: _Element) -> None:
        """Mark the run and the paragraph that an element is in, and what that stands in."""
        for around in special.iterancestors():
            if around in self._special:
                break
            self._special.add(around)
            if around.tag not in _PARTS_OF_PARAGRAPHS:
                break

    def _take_property(self, told: _Element) -> None:
        """Keep a property with its owner if the first element of that kind there holds it."""
        holder = told.getparent()
        owner = None if holder is None else holder.getparent()
        if owner is not None and properties(owner, _HELD_BY[told.tag]) is holder:
            self._properties[owner].append(told)

    def all(self, *tags: str) -> list[_Element]:
        """The sections, pictures or switches to hidden text, in their order."""
        return [element for element in self._found if element.tag in tags]

    def properties(self, owner: _Element) -> Sequence[_Element]:
        """The properties of a row, a cell or a paragraph that change how it is read."""
        return self._properties.get(owner, ())

    def line(self, paragraph: _Element) -> Line | None:
        """A paragraph, None where there is more to read in it than runs of text."""
        return None if paragraph in self._special else self._lines[paragraph]

    def lines(self, parent: _Element) -> Sequence[Line] | None:
        """The paragraphs in an element, None where there is more to read in it or in them."""
        return None if parent in self._special else self._within.get(parent, ())
