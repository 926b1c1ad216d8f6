"""Where findings mark a text: its stretches, each with the findings that it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from gxcheck.output.html.lines import shown
from gxcheck.rules.model import LEVELS, Level

__all__ = ["Mark", "Stretch", "stretches", "strongest"]


class Mark(Struct, frozen=True):
    """A span that a finding marks; of no width where it speaks of the whole passage.

    `number` is the finding's, from 1; `own` tells its own place from those that it only relates to.
    """

    start: int
    end: int
    number: int
    level: Level
    own: bool


class Stretch(Struct, frozen=True):
    """Characters with the same marks. `ends` has the findings whose own place ends here."""

    text: str
    level: Level | None
    own: bool
    numbers: tuple[int, ...]
    ends: tuple[int, ...]


def stretches(text: str, marks: Sequence[Mark], start: int = 0) -> tuple[Stretch, ...]:
    """The stretches of `text`, which begins at the character `start` of its passage."""
    spans = [_within(mark, start, start + len(text)) for mark in marks]
    spans = [mark for mark in spans if mark.start < mark.end]
    cuts = {0, len(text)} | {place for mark in spans for place in (mark.start, mark.end)}
    edges = sorted(cuts)
    return tuple(_stretch(text[first:last], first, last, spans) for first, last in pairwise(edges))


def strongest(marks: Sequence[Mark]) -> Level | None:
    """The level that comes first in `LEVELS`, None where there is no mark."""
    return min((mark.level for mark in marks), key=LEVELS.index, default=None)


def _within(mark: Mark, start: int, end: int) -> Mark:
    """The mark with places counted from `start`, cut to the stretch that ends at `end`."""
    return replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)


def _stretch(text: str, first: int, last: int, spans: Sequence[Mark]) -> Stretch:
    here = [mark for mark in spans if mark.start <= first and mark.end >= last]
    own = [mark for mark in here if mark.own]
    return Stretch(
        text=shown(text),
        level=strongest(own or here),
        own=bool(own),
        numbers=tuple(sorted({mark.number for mark in here})),
        ends=tuple(sorted(mark.number for mark in own if mark.end == last)),
    )
