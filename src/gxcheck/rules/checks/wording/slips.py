"""Check for known slips of the pen, from rules/slips.yml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from gxcheck.data import read_yaml
from gxcheck.patterns import own_pattern
from gxcheck.report.model import Report
from gxcheck.rules.checks.wordings import at
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation
from gxcheck.rules.search.word_index import WordIndex
from gxcheck.rules.search.words import spots_of

__all__ = ["known_typo"]

_SENTENCE = own_pattern(r"[。;!?\n]")
_FAR = 60  # characters of the sentence that are looked at on either side
_LONGEST = 8


class _Slip(Struct, frozen=True):
    """The right word, and what makes the wrong one right: see the head of the file."""

    right_word: str
    why: str
    right: tuple[str, ...]
    near: tuple[str, ...]
    later: tuple[str, ...]


def known_typo(report: Report, options: Mapping[str, Any], context: Context) -> Iterator[Violation]:
    """No known slip of the pen. Values: `word`, `right`, `why`.

    Option `more`: a list of wrong words, each with the right one, that a pack may fill.
    """
    more = options.get("more", "")
    own = context.replacements(more) if more in context.word_lists else {}
    index = context.scopes.scope("document").index
    text = index.text
    for word, start, end in _found(index, own):
        slip = _slips().get(word)
        if slip and _is_right(text, start, end, slip):
            continue
        (passage, place), first, last = at(context, start, end)
        yield Violation(
            passage.locate(first, last),
            quote=passage.quote(first, last),
            values={
                "word": word,
                "right": slip.right_word if slip else own[word],
                "why": slip.why if slip else "",
            },
            place=place,
            variant="default" if slip else "own",
        )


def _found(index: WordIndex, own: Mapping[str, str]) -> Iterator[tuple[str, int, int]]:
    """The slips in a text, and their spans; of overlapping ones the first, then the longest."""
    words, stop = index.held(_words()), 0
    found = [(start, word) for word in words for start in index.spots(word)]
    for start, word in sorted(found, key=lambda one: (one[0], -len(one[1]))):
        if start >= stop:
            stop = start + len(word)
            yield word, start, stop
    for word in own:
        for start in spots_of(word, index.text):
            yield word, start, start + len(word)


def _is_right(text: str, start: int, end: int, slip: _Slip) -> bool:
    around = text[max(0, start - _LONGEST) : end + _LONGEST]
    if any(text[start:end] in word and word in around for word in slip.right):
        return True
    if slip.near or slip.later:
        before = _SENTENCE.split(text[max(0, start - _FAR) : start])[-1]
        after = _SENTENCE.split(text[end : end + _FAR], maxsplit=1)[0]
        return _any(before, slip.near) or _any(after, slip.later)
    return False


def _any(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)


@cache
def _words() -> frozenset[str]:
    return frozenset(_slips())


@cache
def _slips() -> Mapping[str, _Slip]:
    """The slips by the wrong word."""
    return {
        wrong: _Slip(right, group["why"], *aside)
        for group in read_yaml("slips.yml")
        for aside in [[tuple(group.get(key, ())) for key in ("right", "near", "later")]]
        for wrong, right in group["slips"].items()
    }
