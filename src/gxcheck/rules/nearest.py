"""The right word that an author may have meant."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["nearest"]


def nearest(word: str, choices: Iterable[str]) -> str:
    """`; did you mean 'carried'?` for the choice most like `word`, or nothing."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    found = process.extractOne(
        word,
        list(choices),
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=0.55,
    )
    return f"; did you mean {found[0]!r}?" if found else ""
