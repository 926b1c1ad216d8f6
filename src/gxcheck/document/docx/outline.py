"""What stands where in a part: texts by their paragraphs, properties by rows, cells, paragraphs.

All is found in one walk that stops at nothing but what is read. To ask each element for its
children takes several times as long, for nearly all elements of a Word file tell how it looks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeAlias, TypeVar

from lxml.etree import _Element

from gxcheck.document.docx.drafts import Piece
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
    NUM_PR,
    P_PR,
    P_STYLE,
    RUBY,
    TBL,
    TC_PR,
    TR_PR,
    V_MERGE,
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
# What has text of its own within, or tells of the text around it more than where it stands.
_SPECIAL = (
    *(ALTERNATE, FIELD_CHAR, FIELD_SIMPLE, FOOTNOTE_MARK, ENDNOTE_MARK, RUBY, TBL),
    *(*WRAPPERS, *DRAWN, *MATHS, *EMBEDDED),
)
_READ = (P, *WITH_TEXT, *_HELD_BY, *_SPECIAL)


_What = TypeVar("_What")
_ByElement: TypeAlias = defaultdict[_Element | None, list[_What]]


class Outline:
    """The paragraphs and properties of a part; `root` is its XML."""

    def __init__(self, root: _Element) -> None:
        self._paragraphs: _ByElement[_Element] = defaultdict(list)
        self._pieces: _ByElement[Piece] = defaultdict(list)
        self._properties: _ByElement[_Element] = defaultdict(list)
        for paragraph in root.iter(P):
            self._paragraphs[paragraph.getparent()].append(paragraph)
        self._take_texts(root)
        for told in root.iter(*_HELD_BY):
            self._take_property(told)
        self._special = {_owner(special) for special in root.iter(*_SPECIAL)}

    def _take_texts(self, root: _Element) -> None:
        for element in root.iter(*WITH_TEXT):
            run, text = element.getparent(), child_text(element)
            if text and run is not None and run.tag == R:
                pieces = self._pieces[run.getparent()]
                last = pieces[-1] if pieces else None
                at = last.at + len(last.text) if last and last.run is run else 0
                pieces.append(Piece(text, run, at))

    def _take_property(self, told: _Element) -> None:
        holder = told.getparent()
        owner = None if holder is None else holder.getparent()
        if owner is not None and properties(owner, _HELD_BY[told.tag]) is holder:
            self._properties[owner].append(told)

    def properties(self, owner: _Element) -> Sequence[_Element]:
        """The properties of a row, a cell or a paragraph that change how it is read."""
        return self._properties.get(owner, ())

    def paragraphs(self, parent: _Element) -> Sequence[_Element] | None:
        """The paragraphs in an element, None where there is more to read in it."""
        return None if parent in self._special else self._paragraphs.get(parent, ())

    def pieces(self, paragraph: _Element) -> list[Piece] | None:
        """The text of a paragraph, None where there is more to read in it than runs of text."""
        return None if paragraph in self._special else self._pieces.get(paragraph, [])


def _owner(special: _Element) -> _Element | None:
    """The paragraph, or what else, in which there is more to read for a child of it or its runs."""
    parent = special.getparent()
    return parent.getparent() if parent is not None and parent.tag == R else parent
