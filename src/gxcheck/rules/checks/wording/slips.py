"""Check for known slips of the pen, from rules/slips.yml."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias

from msgspec import Struct

from gxcheck.data import read_yaml
from gxcheck.document.normalise import normalise
from gxcheck.patterns import own_pattern
from gxcheck.report.model import Report
from gxcheck.rules.checks.wordings import at
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation
from gxcheck.rules.search.rarity import rarest

__all__ = ["anchors_pattern", "known_typo", "pairs_pattern"]

_Finder: TypeAlias = Mapping[str, Sequence[tuple[str, int]]]
"""What is looked for, and the slips that have it, each with its place there; the longest first."""

_SENTENCE = own_pattern(r"[。;!?\n]")
_FAR = 60  # characters of the sentence that are looked at on either side
_LONGEST = 8
_PARTS = 4


class _Slip(Struct, frozen=True):
    """The right word, and what makes the wrong one right: see the head of the file."""

    right_word: str
    why: str
    common: bool
    right: tuple[str, ...]
    near: tuple[str, ...]
    later: tuple[str, ...]


def known_typo(report: Report, options: Mapping[str, Any], context: Context) -> Iterator[Violation]:
    """No known slip of the pen. Values: `word`, `right`, `why`.

    Option `more`: a list of wrong words, each with the right one, that a pack may fill.
    """
    more = options.get("more", "")
    own = context.replacements(more) if more in context.word_lists else {}
    text = context.scopes.scope("document").words
    for word, start, end in _found(text, own):
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


@cache
def anchors_pattern() -> re.Pattern[str]:
    """The rarest characters of the slips, beside a character that may stand beside them there.

    They are in some parts, so that most stand beside no character of their own part.
    """
    anchors = list(_anchored())
    parts = "|".join(_beside(anchors[first::_PARTS]) for first in range(_PARTS))
    return own_pattern(f"[{''.join(anchors)}](?:{parts})")


def _beside(anchors: Sequence[str]) -> str:
    """The place behind one of some characters where another of a slip stands before or behind."""
    slips = [slip for anchor in anchors for slip in _anchored()[anchor]]
    after = {word[place + 1] for word, place in slips if place + 1 < len(word)}
    before = {word[place - 1] for word, place in slips if place + 1 == len(word)}
    ahead = f"(?=[{''.join(sorted(after))}])" if after else ""
    behind = f"(?<=[{''.join(sorted(before))}].)" if before else ""
    return f"(?<=[{''.join(anchors)}])(?:{'|'.join(filter(None, (ahead, behind)))})"


@cache
def pairs_pattern() -> re.Pattern[str]:
    """The pairs of characters by which the common slips are found."""
    return own_pattern("|".join(sorted(_paired())))


def _found(text: str, own: Mapping[str, str]) -> Iterator[tuple[str, int, int]]:
    """The slips in a text, and their spans."""
    for pattern, finder in ((anchors_pattern(), _anchored()), (pairs_pattern(), _paired())):
        for found in pattern.finditer(text):
            for word, before in finder[found[0]]:
                start = found.start() - before
                if text.startswith(word, start):
                    yield word, start, start + len(word)
                    break
    for word in own:
        start = text.find(word)
        while start >= 0:
            yield word, start, start + len(word)
            start = text.find(word, start + len(word))


@cache
def _anchored() -> _Finder:
    """The slips by their rarest character."""
    anchored: dict[str, list[tuple[str, int]]] = {}
    for word, slip in _longest_first(common=False):
        place = rarest(word, slip.right_word)
        anchored.setdefault(word[place], []).append((word, place))
    return anchored


@cache
def _paired() -> _Finder:
    """The common slips by two characters that the right word has not, those that most share."""
    slips = dict(_longest_first(common=True))
    pairs = {word: _new_pairs(word, slip.right_word) for word, slip in slips.items()}
    shared = Counter(pair for found in pairs.values() for pair in found)
    paired: dict[str, list[tuple[str, int]]] = {}
    for word, found in pairs.items():
        pair = max(found, key=shared.__getitem__)
        paired.setdefault(pair, []).append((word, word.index(pair)))
    return paired


def _new_pairs(word: str, right_word: str) -> list[str]:
    pairs = (word[at : at + 2] for at in range(len(word) - 1))
    return [pair for pair in pairs if pair not in right_word]


def _longest_first(*, common: bool) -> Iterator[tuple[str, _Slip]]:
    for word in sorted(_slips(), key=len, reverse=True):
        if _slips()[word].common is common:
            yield word, _slips()[word]


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
def _slips() -> Mapping[str, _Slip]:
    """The slips by the wrong word."""
    return {
        normalise(wrong).text: _Slip(right, group["why"], group.get("common", False), *aside)
        for group in read_yaml("slips.yml")
        for aside in [tuple(_aside(group))]
        for wrong, right in group["slips"].items()
    }


def _aside(group: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for key in ("right", "near", "later"):
        yield tuple(normalise(word).text for word in group.get(key, ()))
