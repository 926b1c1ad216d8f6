"""Where words stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from gxcheck.lazy import lazy
from gxcheck.rules.search.lexicon import Lexicon, units_of
from gxcheck.rules.search.rarity import anchor

__all__ = ["WordIndex"]


class WordIndex:
    """Where words stand in a text. Rules share words, so each is looked for once.

    To look for one character takes Python a tenth of the time that it takes to look for several,
    so a word is looked for by its rarest one, unless that is common too. Those of a lexicon are
    found together.
    """

    def __init__(self, text: str, lexicon: Lexicon | None = None) -> None:
        self.text = text
        self._lexicon = lexicon

    @lazy
    def units(self) -> bytes:
        """The text with two bytes for each character."""
        return units_of(self.text)

    @lazy
    def of_lexicon(self) -> Mapping[str, Sequence[int]]:
        """Where those words of the lexicon stand that the text has."""
        return self._lexicon.found_in(self.units) if self._lexicon else {}

    @lazy
    def _known(self) -> dict[str, Sequence[int]]:
        absent = self._lexicon.absent if self._lexicon else {}
        return {**absent, **self.of_lexicon}

    def lacks(self, words: frozenset[str]) -> bool:
        """Whether it is known already that the text has none of some words."""
        return self._knows(words) and self.of_lexicon.keys().isdisjoint(words)

    def held(self, words: frozenset[str]) -> Iterable[str]:
        """Those of some words that stand in the text."""
        if self._knows(words):
            return words.intersection(self.of_lexicon)
        return [word for word in words if self.spots(word)]

    def _knows(self, words: frozenset[str]) -> bool:
        return self._lexicon is not None and self._lexicon.has_all(words)

    def spots(self, word: str) -> Sequence[int]:
        """Where a word begins, in order."""
        spots = self._known.get(word)
        if spots is None:
            spots = self._known[word] = self._look_for(word)
        return spots

    def spots_of_any(self, words: Iterable[str]) -> Sequence[int]:
        """Where one of some words begins, in order."""
        found = [spots for word in words if (spots := self.spots(word))]
        return (
            sorted({*chain.from_iterable(found)}) if len(found) > 1 else found[0] if found else ()
        )

    def _look_for(self, word: str) -> Sequence[int]:
        if word.isascii() and word not in self._ascii:
            return ()
        rare, before = anchor(word)
        if rare not in self.text:
            return ()
        if rare == word:
            return self._all(word)
        begins = self.text.startswith
        spots = [spot - before for spot in self.spots(rare)]
        return [spot for spot in spots if spot >= 0 and begins(word, spot)]

    def _all(self, word: str) -> Sequence[int]:
        find = self.text.find
        spots: list[int] = []
        spot = find(word)
        while spot >= 0:
            spots.append(spot)
            spot = find(word, spot + 1)
        return spots

    @lazy
    def _ascii(self) -> str:
        """What is ASCII of the text: to see there that a word is missing takes next to no time."""
        return self.text.encode("ascii", "ignore").decode("ascii")
