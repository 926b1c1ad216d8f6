"""The right word that an author may have meant."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["nearest", "nearest_word"]


def nearest(word: str, choices: Iterable[str]) -> str:
    """`; did you mean 'carried'?` for the choice most like `word`, or nothing."""
    found = nearest_word(word, choices)
    return f"; did you mean {found!r}?" if found else ""


def nearest_word(word: str, choices: Iterable[str]) -> str | None:
    """The choice most like `word`, None where none is like it."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    found = process.extractOne(
        word,
        list(choices),
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=0.55,
    )
    return found[0] if found else None
