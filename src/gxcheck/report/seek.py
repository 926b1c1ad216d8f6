"""Which of some words stand in a text, and where: a pass for all of them, or a look for each."""

from __future__ import annotations

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick

__all__ = ["holds_any", "matches"]


def holds_any(text: str, sought: Iterable[str]) -> bool:
    """Whether any of a few words stands in a short text."""
    for word in sought:  # noqa: SIM110  # `any` takes a quarter more
        if word in text:
            return True
    return False


def matches(
    finder: AhoCorasick, text: str, *, overlapping: bool = False
) -> list[tuple[int, int, int]]:
    """What the words of a finder are found at: the index of each, its start and its end.

    Overlapping words are found where the finder is for matches of the standard kind.
    """
    try:
        return finder.find_matches_as_indexes(text, overlapping)
    except UnicodeEncodeError:  # halves of characters, which stand in broken texts
        readable = text.encode("utf-8", "replace").decode()
        return finder.find_matches_as_indexes(readable, overlapping)
