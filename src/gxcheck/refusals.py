"""The words in which rule packs, configurations and forms are refused, from rules/refusals.yml."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from gxcheck.data import read_yaml

__all__ = ["NOTHING", "RefusedError", "Told", "meant", "nearest", "nearest_word", "told"]


class Told(NamedTuple):
    """The same in both languages."""

    zh: str
    en: str


NOTHING = Told("", "")


class RefusedError(Exception):
    """Something that cannot be used: for a `key` of the words that its class has in `group`.

    `why` is the reason in words, to be told with its file and line.
    """

    group: ClassVar[str]

    def __init__(self, key: str, /, **values: object) -> None:
        self.key = key
        self.values = values
        self.why = told(self.group, key, **values)
        super().__init__(self.why.en)

    def told(self, lang: str) -> str:
        """The reason in the language asked for: "zh" or "en"."""
        return self.why.en if lang == "en" else self.why.zh


def told(group: str, key: str, /, **values: object) -> Told:
    """The words `key` of a group, filled with `values`; those that are `Told` in the language."""
    words = read_yaml("refusals.yml")[group][key]
    chinese = {name: one.zh if isinstance(one, Told) else one for name, one in values.items()}
    english = {name: one.en if isinstance(one, Told) else one for name, one in values.items()}
    return Told(words["zh"].format(**chinese), words["en"].format(**english))


def nearest(word: str, choices: Iterable[str]) -> Told:
    """`; did you mean 'carried'?` for the choice most like `word`, or nothing."""
    return meant(nearest_word(word, choices))


def meant(word: str | None) -> Told:
    """The same for the word that may be meant, if there is one."""
    return told("hint", "meant", word=word) if word else NOTHING


def nearest_word(word: str, choices: Iterable[str]) -> str | None:
    """The choice most like `word`, None where none is like it.

    A path that ends in it (applications.received for received) is more like it than any other.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    choices = list(choices)
    paths = [choice for choice in choices if choice.endswith(f".{word}")]
    if paths:
        return min(paths, key=len)
    found = process.extractOne(
        word,
        choices,
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=0.55,
    )
    return found[0] if found else None
