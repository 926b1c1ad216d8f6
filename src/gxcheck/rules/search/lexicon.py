"""The words that the shipped rules look for in every report: one pass over its text finds them all.

They take hardly longer than one of them would, while to look for each takes a pass of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from gxcheck.data import built, read_yaml
from gxcheck.lazy import kept

__all__ = ["Lexicon", "lexicon", "units_of"]

_UNIT = 2  # bytes of a character
_LISTS = {
    "marks.yml": ("doubled_word", "item_numbers", "item_firsts", "page_anchors", "debris_anchors"),
    "persons.yml": ("leads_of_three", "leads_of_two", "called"),
}


class Lexicon:
    """Words that are found together."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(dict.fromkeys(words))
        self.absent: Mapping[str, Sequence[int]] = dict.fromkeys(self._words, ())
        self.has_all = kept(self._has_all)
        self._finder = BytesAhoCorasick(
            list(map(units_of, self._words)),
            matchkind=MatchKind.Standard,
            implementation=Implementation.ContiguousNFA,  # soon made, and quick to search
        )

    def _has_all(self, words: frozenset[str]) -> bool:
        """Whether all of some words are among these."""
        return words <= self.absent.keys()

    def found_in(self, units: bytes) -> Mapping[str, Sequence[int]]:
        """Where in a text those of the words begin that it has, in order, by its units."""
        found: dict[str, list[int]] = {}
        for index, start, _ in self._finder.find_matches_as_indexes(units, overlapping=True):
            if start % _UNIT == 0:  # else halves of characters, which look like others
                found.setdefault(self._words[index], []).append(start // _UNIT)
        return found


@cache
def lexicon() -> Lexicon:
    """Slips of the pen, some lists of the checks, and what the wheel knows patterns to need."""
    slips = [wrong for group in read_yaml("slips.yml") for wrong in group["slips"]]
    listed = [
        word
        for file, names in _LISTS.items()
        for name in names
        for word in read_yaml(file)["words"][name]
    ]
    doubled = [2 * char for char in read_yaml("marks.yml")["words"]["doubled"]]
    return Lexicon([*getattr(built(), "SOUGHT", ()), *listed, *doubled, *slips])


def units_of(text: str) -> bytes:
    """A text with two bytes for each character, also for the rare ones that take four."""
    units = text.encode("utf-16-be", "surrogatepass")
    if len(units) == _UNIT * len(text):
        return units
    plain = "".join([char if char <= "\uffff" else "\uffff" for char in text])
    return plain.encode("utf-16-be", "surrogatepass")
