"""The source of a page, and where in it each run of text stands.

lxml keeps of the source only line numbers up to 65,535, and on government pages a whole table is
often one line. So each run of text is stamped before parsing: behind every ">" that text or an end
tag follows, one character is put in that no page uses and that stands for its number. In the tree,
a text says by its stamps where it comes from, after whatever repair of the tags.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from gxcheck.lazy import lazy

__all__ = ["MOST_RUNS", "PageSource"]

# Two planes of Unicode are for private use, each without its last two places.
_PLANE = 0xFFFE
_FIRST, _SECOND = 0xF0000, 0x100000
MOST_RUNS = 2 * _PLANE

_SPACE = " \t\r\n\f"
# An end tag of the page's frame is no place for text: text there would begin the body.
_RUN = re.compile(rf">(?=[{_SPACE}]*(?:[^<{_SPACE}]|<(?:/(?!head|html|body)|[^a-zA-Z/!?])))", re.I)
_STAMPED = re.compile("([\U000f0000-\U0010fffd])")
_FOREIGN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\U000f0000-\U0010ffff]")
_FOREIGN_BYTES = bytes({*range(0x20), 0x7F} - {9, 10, 12, 13})
_LAST_PLANES = (b"\xf3", b"\xf4")
_ENTITY = re.compile(r"&#?\w{1,32};?")


class PageSource:
    """The text of a page's file; `stamped` is what is to be parsed, `low` that in lower case."""

    def __init__(self, text: str) -> None:
        self.text = _without_foreign(text)
        pieces = _RUN.split(self.text)
        self.runs = len(pieces) - 1
        self._offsets = [0, *accumulate(len(piece) + 1 for piece in pieces[:-1])]
        self.stamped = _stamped(pieces) if self.runs < MOST_RUNS else b""
        self.low = self.stamped.lower()

    @lazy
    def lines(self) -> tuple[int, ...]:
        """The offset at which each line begins."""
        return (0, *(found.end() for found in re.finditer("\n", self.text)))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1

    def parts(self, text: str) -> Iterator[tuple[int | None, str]]:
        """The runs of a text of the tree, each with its offset; None before the first stamp."""
        pieces = _STAMPED.split(text)
        if pieces[0]:
            yield None, pieces[0]
        for at in range(1, len(pieces), 2):
            yield self._offsets[_number(pieces[at])], pieces[at + 1]

    def offsets_of(self, text: str, offset: int) -> list[int]:
        """The place of each character of a run that begins at `offset`, and of its end."""
        if self.text.startswith(text, offset):
            return list(range(offset, offset + len(text) + 1))
        return self._aligned(text, offset)

    def _aligned(self, text: str, offset: int) -> list[int]:
        """The same where entities, or characters that are not allowed, stand in the source."""
        source, at = self.text, offset
        places = []
        pending = 0
        for mark in text:
            places.append(at)
            if pending:
                pending -= 1
                at = at if pending else after
            elif source[at : at + 1] == mark != "&":
                at += 1
            elif (entity := _ENTITY.match(source, at)) is not None:
                after = entity.end() - _surplus(entity[0])
                pending = _expanded(entity[0]) - 1
                at = at if pending else after
            else:
                at += source[at : at + 2] == "\r\n" or source[at : at + 1] == mark
                at += source[at - 1 : at + 1] == "\r\n"
        places.append(at)
        return places


def without_stamps(text: str) -> str:
    """A text of the tree without stamps."""
    return _STAMPED.sub("", text)
