"""A passage with one sign for each of its quantities, so that patterns can be about the words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from gxcheck.data import read_yaml
from gxcheck.document.model import Passage
from gxcheck.patterns import own_pattern
from gxcheck.report.prose.numbers.quantities import Quantity, quantities

__all__ = ["COUNT", "SIGNS", "Sketch", "filled", "sketch_of", "statement_words"]

COUNT, _SHARE, _MULTIPLE, _POINTS = "\ue001", "\ue002", "\ue003", "\ue004"
SIGNS = COUNT + _SHARE + _MULTIPLE + _POINTS
"""The signs (`COUNT` that of a count), none of which is a character of any script."""
_KINDS = {"share": _SHARE, "multiple": _MULTIPLE, "points": _POINTS}


class Sketch(Struct, frozen=True):
    """`text` is `normal` with a sign for each quantity; `places` says where the signs stand."""

    passage: Passage
    text: str
    quantities: tuple[Quantity, ...]
    places: tuple[int, ...]

    def at(self, place: int) -> Quantity:
        """The quantity whose sign stands at a place."""
        return self.quantities[bisect_left(self.places, place)]

    def first_at(self, place: int) -> int:
        """The index of the first quantity whose sign stands at a place, or after it."""
        return bisect_left(self.places, place)

    def within(self, start: int, end: int) -> range:
        """The indices of the quantities whose signs stand in a span."""
        return range(bisect_left(self.places, start), bisect_left(self.places, end))

    def normal(self, place: int, *, end: bool = False) -> int:
        """Where a place of the sketch stands in `normal`; with `end`, that of a span's end."""
        index = (bisect_left if end else bisect_right)(self.places, place) - 1
        if index < 0:
            return place
        sign, one = self.places[index], self.quantities[index]
        return one.start if place == sign else one.end + place - sign - 1


@cache
def statement_words(part: str) -> Mapping[str, Any]:
    """The words and patterns of one kind of statement, from rules/statements.yml."""
    found: Mapping[str, Any] = read_yaml("statements.yml")[part]
    return found


@cache
def filled(source: str, *, verbs: str = "") -> re.Pattern[str]:
    """A pattern with its {signs} filled in."""
    names = {
        "n": COUNT,
        "p": _SHARE,
        "t": _MULTIPLE,
        "q": f"[{SIGNS}]",
        "signs": SIGNS,
        "verbs": verbs,
    }
    for name, meaning in names.items():
        source = source.replace(f"{{{name}}}", meaning)
    return own_pattern(source)


def sketch_of(passage: Passage) -> Sketch:
    """The sketch of a passage."""
    found, signs = quantities(passage), _signs()
    text = passage.normal
    pieces: list[str] = []
    places: list[int] = []
    end = length = 0
    for one in found:
        piece = text[end : one.start]
        pieces += (piece, signs.get(one.unit, COUNT))
        places.append(length + len(piece))
        length += len(piece) + 1
        end = one.end
    pieces.append(text[end:])
    return Sketch(passage, "".join(pieces), found, tuple(places))


@cache
def _signs() -> Mapping[str, str]:
    """The signs of the units that are no count's."""
    return {unit: _KINDS[kind] for unit, kind in statement_words("units").items()}
