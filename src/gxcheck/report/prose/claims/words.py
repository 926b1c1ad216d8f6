"""The words by which sentences state figures, from rules/claims.yml."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import Any, cast

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct

from gxcheck.data import read_compiled, read_yaml
from gxcheck.document.normalise import normalise
from gxcheck.lazy import kept
from gxcheck.patterns import own_pattern
from gxcheck.report.seek import matches

__all__ = [
    "MADE",
    "ClaimWords",
    "Meaning",
    "claim_words",
    "claims_file",
    "denied_by_section",
    "ends_of",
    "expanded",
    "is_made_of",
    "made_words",
    "marks_of",
    "money_factor",
    "month_sign",
    "outcomes",
    "words_of",
]

MADE = "claim_words"
"""The name under which the wheel carries what `made_words` gives."""
_CHOICE = own_pattern(r"\(([^()]*)\)|\{([^{}]*)\}|([^(){}]+)")
_NO_TOKENS = ("join", "channel", "all_channels")  # marks that are only looked for where needed
_LONGEST_GAP = 40  # characters between two words of a clause
_CENTURY = "20"  # what years begin with
_YEAR_LENGTH = 5  # characters of 2024年


class Meaning(Struct, frozen=True):
    """What a word is: its kind (noun, role, phrase, mark, extent, denial) and its name there."""

    kind: str
    name: str
    of: frozenset[str] = frozenset()


_STOP = Meaning("stop", "")
_YEAR = Meaning("year", "")


class ClaimWords(Struct, frozen=True):
    """The words with their meanings, found by their first signs.

    `lengths` has the lengths of words by their heads, longest first. By three signs are those of
    the words that begin with these or that these begin with; by two or one those of the words that
    are no longer. `finder` finds the heads, by whose indices the lengths are in `by_index`;
    `anchors` finds what no sentence with a claim is without.
    """

    meanings: Mapping[str, Meaning]
    lengths: Mapping[str, Sequence[int]]
    finder: AhoCorasick
    by_index: Sequence[Sequence[int]]
    anchors: re.Pattern[str]
    year: str

    def found(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, Meaning]]:
        """The words of a span, of overlapping ones the first, and of these the longest.

        To find all words so, and not but their heads, it takes too long to get ready.
        """
        at = start
        for index, first, last in matches(self.finder, text[start:end]):
            at = max(at, start + first)
            while at < start + last:  # one head may begin inside another
                inside = at > start + first
                for length in self._lengths(text, at) if inside else self.by_index[index]:
                    word = text[at : at + length]
                    meaning = self.meanings.get(word)
                    if meaning is None and length == _YEAR_LENGTH and self._is_year(word):
                        meaning = _YEAR
                    if meaning and at + length <= end:
                        yield at, at + length, meaning
                        at += length
                        break
                else:
                    at += 1

    def _lengths(self, text: str, at: int) -> Sequence[int]:
        """The lengths of words by the longest head that stands at a place."""
        lengths = self.lengths
        known = lengths.get(text[at : at + 3]) or lengths.get(text[at : at + 2])
        return known or lengths.get(text[at], ())

    def _is_year(self, word: str) -> bool:
        return word.endswith(self.year) and word[:-1].isdecimal()


@cache
def claim_words() -> ClaimWords:
    """The words of all kinds, as the wheel has them ready made or from the file."""
    made = read_compiled(MADE) or made_words()
    meanings: dict[str, Meaning] = {}
    for kind, name, of, words in made["words"]:
        meanings |= dict.fromkeys(words.split(), Meaning(kind, name, frozenset(of)))
    heads: dict[str, Sequence[int]] = {}
    for lengths, found in made["lengths"]:
        heads |= dict.fromkeys(found.split(), tuple(lengths))
    anchors = own_pattern("|".join(map(re.escape, map(_dress, claims_file()["anchors"]))))
    finder = AhoCorasick(heads, matchkind=MatchKind.LeftmostLongest, store_patterns=False)
    by_index = tuple(heads.values())
    return ClaimWords(meanings, heads, finder, by_index, anchors, claims_file()["year"])


def made_words() -> Mapping[str, Any]:
    """The words of all kinds as JSON can hold them: those of each meaning in one text.

    So are the heads that have the same lengths.
    """
    meanings: dict[str, Meaning] = {}
    for word, meaning in _meanings():
        meanings.setdefault(word, meaning)
    meanings |= dict.fromkeys(",;()", _STOP)
    words: defaultdict[Meaning, list[str]] = defaultdict(list)
    for word, meaning in meanings.items():
        words[meaning].append(word)
    return {
        "words": [
            (one.kind, one.name, sorted(one.of), " ".join(texts)) for one, texts in words.items()
        ],
        "lengths": _lengths(meanings),
    }


def _lengths(words: Collection[str]) -> Sequence[tuple[Sequence[int], str]]:
    """The lengths of words, each with the first signs, as `ClaimWords` has them, of such words."""
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for word in words:
        lengths[word[:3]].add(len(word))
        for short in (word[:1], word[:2], word[:3]):
            lengths[short].update(n for n in (1, 2) if word[:n] in words and n <= len(short))
    for head in {_CENTURY, *filter(lambda head: head.startswith(_CENTURY), lengths)}:
        lengths[head].add(_YEAR_LENGTH)
    heads: defaultdict[tuple[int, ...], list[str]] = defaultdict(list)
    for head, found in lengths.items():
        if found:
            heads[tuple(sorted(found, reverse=True))].append(head)
    return [(found, " ".join(texts)) for found, texts in heads.items()]


@kept
def denied_by_section(role: str) -> tuple[str, ...]:
    """The facts that a section denies that says 无 and nothing else."""
    return tuple(claims_file()["denials"]["sections"].get(role, ()))


def money_factor(unit: str) -> int:
    """How many 元 a unit of money is; 1 for any other unit."""
    return int(claims_file()["money"].get(unit, 1))


def outcomes() -> Collection[str]:
    """The names of what reviews and lawsuits come to."""
    return cast("Mapping[str, object]", claims_file()["other_outcomes"]).keys()


def month_sign() -> str:
    """What the number of a month stands before."""
    return str(claims_file()["month"])


@cache
def ends_of(name: str) -> tuple[str, ...]:
    """The words of a list, for `str.endswith`; longer ones first."""
    return tuple(sorted(words_of(name), key=len, reverse=True))


@cache
def words_of(*path: str) -> frozenset[str]:
    """The words of one list in normal dress."""
    found = claims_file()
    for name in path:
        found = found[name]
    return frozenset(word for text in found for word in expanded(str(text)))


@cache
def marks_of(name: str) -> tuple[str, ...]:
    """The words of a list of marks, to look for in a text."""
    return tuple(word for text in claims_file()["marks"][name] for word in expanded(text))


@lru_cache(maxsize=4096)
def is_made_of(text: str, *path: str) -> bool:
    """Whether a short text consists of words of a list alone, each any number of times."""
    if len(text) > _LONGEST_GAP:
        return False
    words = words_of(*path)
    longest = _longest(*path)
    reached = {0}
    for end in range(1, len(text) + 1):
        starts = range(max(0, end - longest), end)
        if any(start in reached and text[start:end] in words for start in starts):
            reached.add(end)
    return len(text) in reached


@cache
def _longest(*path: str) -> int:
    return max(map(len, words_of(*path)))


def expanded(text: str) -> Iterator[str]:
    """The words that a text with (what may be left out) and {one/or the other} stands for."""
    parts: list[list[str]] = []
    for optional, choice, plain in _CHOICE.findall(_dress(_nested(text))):
        if plain:
            parts.append([plain])
        elif choice:
            parts.append(choice.split("/"))
        else:
            parts.append([*optional.split("/"), ""])
    yield from filter(None, map("".join, product(*parts)))


def _nested(text: str) -> str:
    """({a/b}) is (a/b)."""
    return text.replace("({", "(").replace("})", ")")


def _meanings() -> Iterator[tuple[str, Meaning]]:
    """Every word with its meaning; where several have the word the first one counts."""
    file = claims_file()
    marks = {name: texts for name, texts in file["marks"].items() if name not in _NO_TOKENS}
    yield from _of_kind("mark", marks)
    yield from _of_kind("noun", file["nouns"])
    for name, role in file["roles"].items():
        yield from _each(role["words"], Meaning("role", name, frozenset(role["of"])))
    yield from _of_kind("phrase", file["phrases"])
    yield from _of_kind("extent", file["extents"])
    for word in words_of("denials", "words"):
        yield word, Meaning("denial", word)
    for word in words_of("denials", "fees"):
        yield word, Meaning("fees", word)


def _of_kind(kind: str, lists: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, Meaning]]:
    for name, texts in lists.items():
        yield from _each(texts, Meaning(kind, name))


def _each(texts: Iterable[str], meaning: Meaning) -> Iterator[tuple[str, Meaning]]:
    return ((word, meaning) for text in texts for word in expanded(text))


def _dress(text: str) -> str:
    return normalise(text).text


@cache
def claims_file() -> Mapping[str, Any]:
    """What rules/claims.yml says."""
    return cast("Mapping[str, Any]", read_yaml("claims.yml"))
