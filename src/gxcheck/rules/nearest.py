"""The right word that an author may have meant."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["nearest", "nearest_word"]


def nearest(word: str, choices: Iterable[str]) -> str:
    """`; did you mean 'carried'?` for the choice most like `word`, or nothing."""
    found = nearest_word(word, choices)
    return f"; did you mean {found!r}?" if found else ""


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
