"""The source of a page, and where in it each run of text stands.

lxml keeps of the source only line numbers up to 65,535, and on government pages a whole table is
often one line. So each run of text is stamped before parsing: behind every ">" that text follows,
one character is put in that no page uses and that stands for its number. In the tree, a text says
by its stamps where it comes from, after whatever repair of the tags.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from html import unescape
from itertools import accumulate, chain, islice
from operator import add

from gxcheck.lazy import lazy

__all__ = ["MOST_RUNS", "STAMP", "PageSource", "without_stamps"]

# Two planes of Unicode are for private use, each without its last two places.
_PLANE = 0xFFFE
_FIRST, _SECOND = 0xF0000, 0x100000
MOST_RUNS = 2 * _PLANE

STAMP = chr(_FIRST)
"""A stamp, for texts in which a run is to begin."""
_SPACE = " \t\r\n\f"
# What most often follows comes first; the rest is the same behind white space, and the end.
_RUN = re.compile(rf">(?!<[/a-zA-Z!?])(?![{_SPACE}]*(?:<(?:[a-zA-Z/!?]|\Z)|\Z))")
_CELL = re.compile(r"<[tT][dDhH]\b[^>]*>")
_STAMPED = re.compile("([\U000f0000-\U0010fffd])")
_FOREIGN = re.compile("[\ufdd0\ufdd1\ufffe\uffff\U000f0000-\U0010ffff]")
_FOREIGN_SIGNS = "\ufdd0\ufdd1\ufffe\uffff"
# References to those signs, of which a parser would make them: planes 15 and 16, U+FDD0, U+FDD1.
_FOREIGN_REFERENCE = re.compile(
    rb"&(?=#0*(?:98[3-9]\d{3}|99\d{4}|1[01]\d{5}|6497[67])(?!\d)"
    rb"|#[xX]0*(?:[fF][0-9a-fA-F]{4}|10[0-9a-fA-F]{4}|[fF][dD][dD][01])(?![0-9a-fA-F]))"
)
_INSTEAD = "\ufffd"
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?")
_STOP = re.compile("[&<]")
_STRETCH = 256
_USUAL = 4096


class PageSource:
    """The text of a page's file; `stamped` is what is to be parsed, `low` that in lower case."""

    def __init__(self, text: str) -> None:
        self.text = _cleaned(text)
        pieces = _RUN.split(self.text)
        self.runs = len(pieces) - 1
        self._starts = _starts(pieces)
        self.stamped = _stamped(pieces) if self.runs < MOST_RUNS else b""
        self.low = self.stamped.lower()

    @lazy
    def lines(self) -> tuple[int, ...]:
        """The offset at which each line begins."""
        lengths = [len(line) + 1 for line in self.text.split("\n")]
        return tuple(accumulate(lengths[:-1], initial=0))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1

    def runs_of(self, text: str) -> list[tuple[int, str]]:
        """The runs of a text of the tree, each with its offset; -1 for text without a stamp."""
        pieces = _STAMPED.split(text)
        runs = [] if not pieces[0] or pieces[0].isspace() else [(-1, pieces[0])]
        runs += zip(map(self.offset_of, pieces[1::2]), pieces[2::2], strict=True)
        return runs

    def offset_of(self, stamp: str) -> int:
        """Where the run behind a stamp begins."""
        return self._starts[ord(stamp) - _FIRST]

    def next_cell(self, offset: int) -> int:
        """Where the content of the next cell after an offset begins."""
        found = _CELL.search(self.text, offset)
        return found.end() if found else offset

    def offsets_of(self, text: str, offset: int) -> list[int]:
        """The place of each character of a run that begins at `offset`, and of its end."""
        if self.text.startswith(text, offset):
            return list(range(offset, offset + len(text) + 1))
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


def without_stamps(text: str) -> str:
    """A text of the tree without stamps."""
    return _STAMPED.sub("", text)


def _starts(pieces: Sequence[str]) -> list[int]:
    """Where the run behind each stamp begins, by the stamp's place after the first of them."""
    starts: list[int] = list(map(add, accumulate(map(len, pieces)), range(1, len(pieces))))
    starts[_PLANE:_PLANE] = [0] * (_SECOND - _FIRST - _PLANE)
    return starts


def _stamped(pieces: Sequence[str]) -> bytes:
    count = len(pieces) - 1
    parts = [""] * (2 * count + 1)
    parts[::2] = pieces
    parts[1::2] = _stamps()[:count] if count <= _USUAL else list(_make_stamps(count))
    stamped = "".join(parts).encode("utf-8").replace(b"\x00", _INSTEAD.encode())
    return _FOREIGN_REFERENCE.sub(_INSTEAD.encode(), stamped)


def _make_stamps(count: int) -> Iterator[str]:
    codes = chain(range(_FIRST, _FIRST + _PLANE), range(_SECOND, _SECOND + _PLANE))
    return (f">{chr(code)}" for code in islice(codes, count))


@cache
def _stamps() -> list[str]:
    return list(_make_stamps(_USUAL))


def _cleaned(text: str) -> str:
    """The text, character for character, without what no page may hold; line ends as "\n"."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    beyond = len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)
    if beyond or any(foreign in text for foreign in _FOREIGN_SIGNS):
        return _FOREIGN.sub(_INSTEAD, text)
    return text
