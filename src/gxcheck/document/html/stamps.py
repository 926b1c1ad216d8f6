"""Stamps the runs of text in a page's source.

Behind every ">" that text follows, one character is put in that no page uses and that stands for
its number; and before every text of a plain table, whose tags are left out as scripts are, and
those of lists of links.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, chain, islice
from operator import add, attrgetter
from typing import NamedTuple, TypeAlias

from gxcheck.document.html.links import Folded, LinkList
from gxcheck.document.html.plain import PlainTable
from gxcheck.document.html.scripts import Script
from gxcheck.document.html.signs import SCRIPT, STAMP, page_of_signs
from gxcheck.document.html.tags import RUNS

__all__ = ["MOST_RUNS", "LeftOut", "Stamped", "stamp"]

LeftOut: TypeAlias = PlainTable | Script | LinkList

# Two planes of Unicode are for private use, each without its last two places.
_PLANE = 0xFFFE
_FIRST, _SECOND = ord(STAMP), 0x100000
MOST_RUNS = 2 * _PLANE
_USUAL = 4096


class Stamped(NamedTuple):
    """A page as it is to be parsed; None where it has too many runs.

    `starts` has where the run behind each stamp begins, by the stamp's place after the first of
    them; `plain` the plain tables, `lists` the lists of links by the stamps they begin with.
    """

    page: bytes | None
    starts: Sequence[int]
    plain: Mapping[str, PlainTable]
    lists: Mapping[str, Folded]


def stamp(text: str, left_out: Iterable[LeftOut]) -> Stamped:
    """The page of this text, with what is left out of it."""
    stretches = list(_stretches(text, sorted(left_out, key=attrgetter("start"))))
    runs = sum(map(_runs, stretches))
    if runs >= MOST_RUNS:
        return Stamped(None, [], {}, {})
    stamper = _Stamper(runs)
    for stretch in stretches:
        stamper.add(stretch)
    return stamper.stamped()


class _Stretch(NamedTuple):
    """A part of a page, parted at its runs, and what is left out behind it."""

    start: int
    pieces: Sequence[str]
    behind: LeftOut | None


def _stretches(text: str, left_out: Iterable[LeftOut]) -> Iterator[_Stretch]:
    start = 0
    for one in left_out:
        yield _Stretch(start, RUNS.split(text[start : one.start]), one)
        start = one.end
    yield _Stretch(start, RUNS.split(text[start:]), None)


def _runs(stretch: _Stretch) -> int:
    """How many stamps a stretch and what is behind it need."""
    runs, one = len(stretch.pieces) - 1, stretch.behind
    if isinstance(one, PlainTable):
        return runs + len(one.texts) + 1
    return runs + len(one.shape.runs) if isinstance(one, LinkList) else runs


class _Stamper:
    """Gives each run its stamp, in the order of the page."""

    def __init__(self, runs: int) -> None:
        self._stamps, self._ends = _usual_stamps() if runs <= _USUAL else _stamps(runs)
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._plain: dict[str, PlainTable] = {}
        self._lists: dict[str, Folded] = {}

    def add(self, stretch: _Stretch) -> None:
        """Go on with a stretch of the page and what is behind it."""
        start, pieces, one = stretch
        first = len(self._starts)
        self._parts += _interleaved(pieces, self._ends[first : first + len(pieces) - 1])
        self._starts += map(
            add, accumulate(map(len, pieces)), range(start + 1, start + len(pieces))
        )
        if isinstance(one, Script):
            self._parts.append(SCRIPT)
        elif isinstance(one, LinkList):
            self._add_list(one)
        elif one:
            self._add_table(one)

    def _add_list(self, links: LinkList) -> None:
        first = len(self._starts)
        stamps = self._stamps[first : first + len(links.shape.runs)]
        self._lists[stamps[0]] = Folded(links.source, links.shape, stamps)
        self._parts += _interleaved(links.shape.texts, stamps)
        self._starts += map(links.start.__add__, links.shape.runs)

    def _add_table(self, table: PlainTable) -> None:
        first = len(self._starts)
        own, *stamps = self._stamps[first : first + 1 + len(table.texts)]
        self._plain[own] = table
        self._parts += own, *_interleaved(table.signs, stamps, table.texts)
        self._starts += table.start, *table.places

    def stamped(self) -> Stamped:
        """The page, as far as it has come."""
        self._starts[_PLANE:_PLANE] = [0] * (_SECOND - _FIRST - _PLANE)
        page = page_of_signs("".join(self._parts))
        return Stamped(page, self._starts, self._plain, self._lists)


def _interleaved(*rows: Sequence[str]) -> Sequence[str]:
    """The first of each, the second of each and so on; the first row goes on one further."""
    parts = [""] * sum(map(len, rows))
    for number, row in enumerate(rows):
        parts[number :: len(rows)] = row
    return parts


def _stamps(count: int) -> tuple[Sequence[str], Sequence[str]]:
    """So many stamps, and the same behind the end of a tag."""
    codes = chain(range(_FIRST, _FIRST + _PLANE), range(_SECOND, _SECOND + _PLANE))
    stamps = list(map(chr, islice(codes, count)))
    return stamps, [f">{stamp}" for stamp in stamps]


@cache
def _usual_stamps() -> tuple[Sequence[str], Sequence[str]]:
    return _stamps(_USUAL)
