"""Which numbered lines go on with the outermost list of a text: the headings of its sections.

A table flattened into lines has numbered rows of its own, so the numbers alone do not tell its
rows from the headings around it. The outermost list does: after its 二 comes its 三, and a 一
between them opens a list inside. Where an attachment begins, the outermost list has ended; only
a 一 above running text opens the next report's.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from gxcheck.document.normalise import normalise
from gxcheck.document.numerals import ordinal_of
from gxcheck.document.typography import Typography

__all__ = ["Outline"]

_DEEPEST = 6  # lists within lists


class _Style(Struct, frozen=True):
    """How a list is numbered: by which pattern of `Typography.lists`, and the mark behind."""

    kind: int
    mark: str


_SECTIONS = _Style(0, "、")
_ITEMS = _Style(1, ")")


class _List(Struct, frozen=True):
    """A list that is open: its style, its last number, whether it is one of a table."""

    style: _Style
    last: int
    of_table: bool


class Outline:
    """Follows the numbered lines of a text in their order."""

    def __init__(self, words: Typography) -> None:
        self._words = words
        self._open: list[_List] = []
        self._waiting: list[str] = []
        self._appended = False

    def pass_by(self, lines: Iterable[str]) -> None:
        """Take note of lines that are running text; they are looked at when needed."""
        self._waiting.extend(lines)

    def is_section(self, line: str, follows: str) -> bool:
        """Whether the next line opens a section.

        `follows` is the kind of line that comes after it: a figure speaks for a row's label, a
        mark for none only where the numbers allow both.
        """
        waiting, self._waiting = self._waiting, []
        for text in waiting:
            self._place(text, "")
        return self._place(line, follows)

    def _place(self, text: str, follows: str) -> bool:
        """Put a line into the lists that are open; whether it opens a section."""
        number = self._number(text)
        if number is None:
            if self._open and self._words.attachment.match(text):
                self._appended = True
            return False
        style, value = number
        if self._appended:
            if value != 1 or style != _SECTIONS or follows != "prose":
                return False
            self._open, self._appended = [], False
        depth = self._depth(style, value, follows)
        if depth is None:
            if value != 1 and self._open:
                return style == _SECTIONS and follows not in ("figure", "mark")
            depth = min(len(self._open), _DEEPEST)
            of_table = follows == "figure"
        else:
            of_table = self._open[depth].of_table
        self._open[depth:] = [_List(style, value, of_table)]
        return depth == 0 and style != _ITEMS and not of_table and follows != "figure"

    def _depth(self, style: _Style, value: int, follows: str) -> int | None:
        """The list that a number goes on with: of two, the inner one only before a figure."""
        fitting = [
            depth
            for depth, opened in enumerate(self._open)
            if opened.style == style and opened.last + 1 == value
        ]
        if not fitting:
            return None
        return fitting[-1] if follows in ("figure", "mark") or fitting[0] else fitting[0]

    def _number(self, text: str) -> tuple[_Style, int] | None:
        """The style of the list that a line belongs to, and its number there."""
        for kind, pattern in enumerate(self._words.lists):
            found = pattern.match(text)
            if found:
                style = _Style(kind, found[0][-1].replace("）", ")"))
                return style, ordinal_of(normalise(found[1]).text) or 0
        return None
