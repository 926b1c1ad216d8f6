"""The source of a page, and where in it each run of text stands.

lxml keeps of the source only line numbers up to 65,535, and on government pages a whole table is
often one line. So each run of text is stamped before parsing (`stamps.py`), and says in the tree
where it comes from, after whatever repair of the tags.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from html import unescape

from gxcheck.document.html.hidden import hiding_words
from gxcheck.document.html.links import link_lists
from gxcheck.document.html.plain import plain_tables
from gxcheck.document.html.scripts import outside, scripts_of
from gxcheck.document.html.signs import INSTEAD, STAMP, STAMPS
from gxcheck.document.html.stamps import stamp
from gxcheck.document.html.tags import CELL_TAG
from gxcheck.lazy import lazy

__all__ = ["PageSource"]

_FOREIGN = re.compile("[\ufdd0\ufdd1\ufffe\uffff\U000f0000-\U0010ffff]")
_FOREIGN_SIGNS = "\ufdd0\ufdd1\ufffe\uffff"
_FAR_PLANES = (b"\xf3", b"\xf4")  # begin in UTF-8 what is of the last five planes, and nothing else
_LINE_END = re.compile("\n")
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?")
_STOP = re.compile("[&<]")
_STRETCH = 256  # characters that are compared at once


class PageSource:
    """The text of a page's file; `stamped` is what is to be parsed, None if it is too much.

    It is made of the text as decoded, and of the same as UTF-8.
    If it is to be `short`, the tags of plain tables and of lists of links are left out of it, and
    scripts; these are in `plain`, `lists` and `scripts`.
    """

    def __init__(self, text: str, utf8: bytes, short: bool = True) -> None:
        self.text = _cleaned(text, utf8)
        self.scripts = scripts_of(self.text) if short else []
        stretches = outside(self.text, self.scripts) if short else []
        tables, lists = (find(self.text, stretches) for find in (plain_tables, link_lists))
        left_out = [*self.scripts, *tables, *lists]
        self.stamped, self._starts, self.plain, self.lists = stamp(self.text, left_out)

    @lazy
    def low(self) -> bytes:
        """What is to be parsed, in lower case."""
        return (self.stamped or b"").lower()

    @lazy
    def hiding(self) -> list[int]:
        """Where it says there that something be hidden."""
        return hiding_words(self.low)

    @lazy
    def lines(self) -> tuple[int, ...]:
        """The offset at which each line begins."""
        return 0, *[found.end() for found in _LINE_END.finditer(self.text)]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1

    def runs_of(self, text: str) -> list[tuple[int, str]]:
        """The runs of a text of the tree, each with its offset; -1 for text without a stamp."""
        pieces = STAMPS.split(text)
        runs = [] if not pieces[0] or pieces[0].isspace() else [(-1, pieces[0])]
        runs += zip(map(self.offset_of, pieces[1::2]), pieces[2::2], strict=True)
        return runs

    def offset_of(self, stamp: str) -> int:
        """Where the run behind a stamp begins."""
        return self._starts[ord(stamp) - ord(STAMP)]

    def next_cell(self, offset: int) -> int:
        """Where the content of the next cell after an offset begins."""
        found = CELL_TAG.search(self.text, offset)
        return found.end() if found else offset

    def offsets_of(self, text: str, offset: int) -> Sequence[int]:
        """The place of each character of a run that begins at `offset`, and of its end."""
        if self.text.startswith(text, offset):
            return range(offset, offset + len(text) + 1)
        return self._aligned(text, offset)

    def _aligned(self, text: str, offset: int) -> list[int]:
        """The same where entities stand in the source, or white space that it has not here."""
        source, at, done = self.text, offset, 0
        places: list[int] = []
        while done < len(text):
            stop = _STOP.search(source, at, at + _STRETCH)
            size = min((stop.start() if stop else at + _STRETCH) - at, len(text) - done)
            end, plain = (at + size, source[at : at + size]) if size else self._entity(at)
            if plain and text.startswith(plain, done):
                places.extend(range(at, end) if size else [at] * len(plain))
                at, done = end, done + len(plain)
            elif not size and end > at + 1 and source[end : end + 1] == text[done]:
                at = end
            else:
                places.append(at)
                at, done = at + (not text[done].isspace()), done + 1
        return [*places, at]

    def _entity(self, at: int) -> tuple[int, str]:
        """The end of the entity at an offset, and what it stands for; itself if it is none."""
        found = _ENTITY.match(self.text, at)
        plain = unescape(found[0]) if found else ""
        return (
            (found.end(), plain)
            if found and plain != found[0]
            else (at + 1, self.text[at : at + 1])
        )


def _cleaned(text: str, utf8: bytes) -> str:
    """The text, character for character, without what no page may hold; line ends as "\n"."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    beyond = any(first in utf8 for first in _FAR_PLANES)
    if beyond or any(foreign in text for foreign in _FOREIGN_SIGNS):
        return _FOREIGN.sub(INSTEAD, text)
    return text
