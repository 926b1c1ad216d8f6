"""Stamps the runs of text in a page's source.

Behind every ">" that text follows, one character is put in that no page uses and that stands for
its number; and before every text of a plain table, whose tags are left out as scripts are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, chain, islice, zip_longest
from operator import add, attrgetter
from typing import NamedTuple

from gxcheck.document.html.plain import PlainTable
from gxcheck.document.html.scripts import Script
from gxcheck.document.html.signs import INSTEAD, SCRIPT, SPACE, STAMP

__all__ = ["MOST_RUNS", "Stamped", "stamp"]

# Two planes of Unicode are for private use, each without its last two places.
_PLANE = 0xFFFE
_FIRST, _SECOND = ord(STAMP), 0x100000
MOST_RUNS = 2 * _PLANE
_USUAL = 4096
# What most often follows comes first; the rest is the same behind white space, and the end.
_RUN = re.compile(rf">(?!<[/a-zA-Z!?])(?![{SPACE}]*(?:<(?:[a-zA-Z/!?]|\Z)|\Z))")
# References to our signs, of which a parser would make them: planes 15 and 16, U+FDD0, U+FDD1.
_FOREIGN_REFERENCE = re.compile(
    rb"&(?=#0*(?:98[3-9]\d{3}|99\d{4}|1[01]\d{5}|6497[67])(?!\d)"
    rb"|#[xX]0*(?:[fF][0-9a-fA-F]{4}|10[0-9a-fA-F]{4}|[fF][dD][dD][01])(?![0-9a-fA-F]))"
)


class Stamped(NamedTuple):
    """A page as it is to be parsed; None where it has too many runs.

    `starts` has where the run behind each stamp begins, by the stamp's place after the first of
    them; `plain` the plain tables by the stamps they begin with.
    """

    page: bytes | None
    starts: Sequence[int]
    plain: Mapping[str, PlainTable]


def stamp(text: str, tables: Sequence[PlainTable], scripts: Sequence[Script] = ()) -> Stamped:
    """The page of this text, with these plain tables and scripts of it."""
    left_out: list[PlainTable | Script] = sorted([*tables, *scripts], key=attrgetter("start"))
    between = list(_between(text, left_out))
    runs = sum([len(pieces) - 1 for _, pieces in between]) + sum(
        [len(table.texts) + 1 for table in tables]
    )
    if runs >= MOST_RUNS:
        return Stamped(None, [], {})
    stamps = _stamps() if runs <= _USUAL else list(_make_stamps(runs))
    parts: list[str] = []
    starts: list[int] = []
    plain: dict[str, PlainTable] = {}
    for (start, pieces), one in zip_longest(between, left_out):
        done, last = len(starts), len(starts) + len(pieces) - 1
        parts += _interleaved(pieces, stamps[done:last])
        starts += map(add, accumulate(map(len, pieces)), range(start + 1, start + len(pieces)))
        if isinstance(one, Script):
            parts.append(SCRIPT)
        if isinstance(one, PlainTable):
            own, *others = [stamp[1] for stamp in stamps[last : last + len(one.texts) + 1]]
            plain[own] = one
            parts += own, *_interleaved(one.signs, list(map(add, others, one.texts)))
            starts += one.start, *one.places
    starts[_PLANE:_PLANE] = [0] * (_SECOND - _FIRST - _PLANE)
    return Stamped(_encoded("".join(parts)), starts, plain)


def _between(text: str, left_out: Iterable[PlainTable | Script]) -> Iterator[tuple[int, list[str]]]:
    """What stands before, between and behind these: where, and parted at its runs."""
    start = 0
    for one in left_out:
        yield start, _RUN.split(text[start : one.start])
        start = one.end
    yield start, _RUN.split(text[start:] if start else text)


def _interleaved(pieces: Sequence[str], stamps: Sequence[str]) -> Sequence[str]:
    parts = [""] * (len(pieces) + len(stamps))
    parts[::2] = pieces
    parts[1::2] = stamps
    return parts


def _encoded(stamped: str) -> bytes:
    instead = INSTEAD.encode()
    page = stamped.encode().replace(b"\x00", instead)
    return _FOREIGN_REFERENCE.sub(instead, page) if b"&#" in page else page


def _make_stamps(count: int) -> Iterator[str]:
    codes = chain(range(_FIRST, _FIRST + _PLANE), range(_SECOND, _SECOND + _PLANE))
    return (f">{chr(code)}" for code in islice(codes, count))


@cache
def _stamps() -> list[str]:
    return list(_make_stamps(_USUAL))
