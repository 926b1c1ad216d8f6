"""The text of a paragraph as the page shows it: of its runs what is visible, of fields the result.

What was inserted is kept and what was deleted left out, as if all changes had been accepted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from lxml.etree import _Element

from gxcheck.data import read_yaml
from gxcheck.document.docx.drafts import Piece
from gxcheck.document.docx.markup import chosen, flat
from gxcheck.document.docx.names import (
    ALTERNATE,
    BREAK,
    CHAR,
    DRAWN,
    DRAWN_WORDS,
    ENDNOTE_MARK,
    FIELD_CHAR,
    FIELD_CHAR_TYPE,
    FIELD_SIMPLE,
    FONT,
    FOOTNOTE_MARK,
    ID,
    INSTRUCTION,
    MATH_TEXT,
    MATHS,
    NO_BREAK_HYPHEN,
    PTAB,
    R_PR,
    RETURN,
    RUBY,
    RUBY_BASE,
    SPACE,
    SYMBOL,
    TAB,
    TEXT_BOX,
    R,
    T,
    w,
)
from gxcheck.document.docx.symbols import symbol

__all__ = ["WITH_TEXT", "Content", "child_text", "run_text"]

_INSTR = w("instr")
_SIGNS = {TAB: "\t", PTAB: "\t", BREAK: "\n", RETURN: "\n", NO_BREAK_HYPHEN: "-"}
WITH_TEXT = frozenset((T, SYMBOL, *_SIGNS))
"""The children of runs that stand for characters."""

_MARKS = {FOOTNOTE_MARK: "footnotes", ENDNOTE_MARK: "endnotes"}
_BLANKS = " \t\r\n"
_LINE_ENDS = str.maketrans("\t\r\n", "   ")


def run_text(run: _Element) -> str:
    """The text of a run, shown or not: what offsets within a run count."""
    return "".join(text for child in flat(run) if (text := child_text(child)))


@cache
def _page_fields() -> frozenset[str]:
    return frozenset(read_yaml("word.yml")["page_fields"])


@cache
def _watermarks() -> tuple[str, ...]:
    return tuple(read_yaml("word.yml")["watermarks"])


def child_text(child: _Element) -> str:
    """The characters that a child of a run stands for."""
    tag = child.tag
    if tag == T:
        text = child.text or ""
        bare = text.strip(_BLANKS)
        if bare != text and child.get(SPACE) != "preserve":
            text = bare
        return text.translate(_LINE_ENDS) if "\n" in text or "\t" in text else text
    sign = _SIGNS.get(tag)
    if sign is None and tag == SYMBOL:
        return symbol(_hexadecimal(child.get(CHAR, "")), child.get(FONT, ""))
    return sign or ""


def _hexadecimal(text: str) -> int:
    try:
        return int(text, 16) if len(text) <= 6 else 0
    except ValueError:
        return 0


@dataclass(slots=True)
class _Field:
    """A field that is open: whether its result has begun, and what it is asked to show."""

    result: bool = False
    instruction: str = ""


@dataclass(slots=True)
class Content:
    """What one paragraph holds: text, the boxes anchored in it, the notes it points to.

    `hidden` tells of a run whether it is not shown. `page_numbers` are the pieces that are the
    results of fields for the number of the page or of all pages.
    """

    hidden: Callable[[_Element], bool] | None = None
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    page_numbers: list[Piece] = field(default_factory=list)
    _fields: list[_Field] = field(default_factory=list)

    def read(self, parent: _Element) -> None:
        """Take what stands in a paragraph, or in an element within it."""
        for child in flat(parent):
            tag = child.tag
            if tag == R:
                self._read_run(child)
            elif tag == FIELD_SIMPLE:
                self._fields.append(_Field(True, child.get(_INSTR, "")))
                self.read(child)
                self._fields.pop()
            elif tag in MATHS:
                formula = "".join(part.text or "" for part in child.iter(MATH_TEXT))
                if formula and self._shown:
                    self.pieces.append(Piece(formula))

    @property
    def _shown(self) -> bool:
        return not self._fields or all(one.result for one in self._fields)

    def _read_run(self, run: _Element) -> None:
        """Take what a run shows; what is hidden still counts for the places of the rest."""
        hidden = self.hidden is not None and self.hidden(run)
        at = 0
        for child in flat(run):
            tag = child.tag
            if tag == R_PR:
                continue
            text = child_text(child)
            if text:
                if not hidden and (not self._fields or self._shown):
                    self._add(Piece(text, run, at))
                at += len(text)
            elif tag == FIELD_CHAR:
                self._turn(child.get(FIELD_CHAR_TYPE, ""))
            elif tag == INSTRUCTION:
                if self._fields:
                    self._fields[-1].instruction += child.text or ""
            elif not hidden and self._shown:
                self._read_other(child)

    def _add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        if self._fields and any(self._is_page(one) for one in self._fields):
            self.page_numbers.append(piece)

    def _is_page(self, one: _Field) -> bool:
        words = one.instruction.split(maxsplit=1)
        return bool(words) and words[0].upper() in _page_fields()

    def _turn(self, kind: str) -> None:
        """Enter a field, come to its result, or leave it; what does not fit is passed over."""
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._fields[-1].result = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _read_other(self, child: _Element) -> None:
        tag = child.tag
        if tag in DRAWN:
            self.pieces.extend(map(Piece, _drawn_words(child)))
            self.boxes.extend(_boxes(child))
        elif tag in _MARKS:
            self.notes.append((_MARKS[tag], child.get(ID, "")))
        elif tag == RUBY:
            for base in child.iterchildren(RUBY_BASE):
                self.read(base)


def _drawn_words(drawn: _Element) -> Iterator[str]:
    """The words that are drawn as a picture of letters (WordArt), without watermarks."""
    for words in drawn.iter(DRAWN_WORDS):
        told, shape = words.get("string", ""), words.getparent()
        name = "" if shape is None else shape.get("id", "")
        if told and not any(mark in name for mark in _watermarks()):
            yield told


def _boxes(drawn: _Element) -> Iterator[_Element]:
    """The text boxes of a drawing, each once; those within boxes are read with their own."""
    if next(drawn.iter(TEXT_BOX), None) is None:
        return
    for child in drawn:
        if child.tag == TEXT_BOX:
            yield child
        elif child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from _boxes(branch)
        else:
            yield from _boxes(child)
