"""The word lists of rules/words.yml and of rule packs, in normal dress."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

from msgspec import Struct, field

from gxcheck.document.normalise import normalise
from gxcheck.lazy import lazy

__all__ = ["WordList", "WordLists", "normal_words", "spots_of"]

WordList: TypeAlias = "list[str] | dict[str, str]"


class WordLists(Struct, frozen=True, dict=True):
    """Lists by name. A list holds words, or wrong words with the right one for each."""

    lists: Mapping[str, WordList] = field(default_factory=dict)

    def words(self, name: str) -> tuple[str, ...]:
        """The words of a list in normal dress. KeyError where there is no such list."""
        words = self._normal.get(name)
        if words is None:
            words = self._normal[name] = normal_words(tuple(self.lists[name]))
        return words

    @lazy
    def _normal(self) -> dict[str, tuple[str, ...]]:
        return {}

    def replacements(self, name: str) -> Mapping[str, str]:
        """Each word of the list, in normal dress, with the right word for it ("" for none)."""
        words = self.lists[name]
        if isinstance(words, dict):
            return dict(zip(normal_words(tuple(words)), words.values(), strict=True))
        return dict.fromkeys(self.words(name), "")

    def __contains__(self, name: object) -> bool:
        return name in self.lists

    def merged(self, others: Mapping[str, WordList]) -> WordLists:
        """These lists with others added; a list of the same name is replaced."""
        return WordLists({**self.lists, **others}) if others else self


def spots_of(word: str, text: str) -> Iterator[int]:
    """Where a word begins in a text, in order; none of them overlap."""
    spot = text.find(word)
    while spot >= 0:
        yield spot
        spot = text.find(word, spot + len(word))


@cache
def normal_words(words: Iterable[str]) -> tuple[str, ...]:
    """Words as they are looked for in normal dress."""
    return tuple(normalise(word).text for word in words)
