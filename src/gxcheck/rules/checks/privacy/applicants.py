"""Check for applicants who are named, in full or by their surname: 方某某."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from gxcheck.report.model import Report
from gxcheck.rules.checks.wordings import at, holds, pattern, words
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation
from gxcheck.rules.search.word_index import WordIndex

__all__ = ["applicant_named"]

_AROUND = 60
_JOIN = 2  # characters between two names of a list: 、 and 和
_BEFORE = 12
_FULL = ("hint_after", "hint_aside")
_CALLED = ("hint_mister", "hint_lady")


def applicant_named(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """No applicant or plaintiff is named; names that follow each other are one violation."""
    index = context.scopes.scope("document").index
    text = index.text
    for start, end in _joined(text, sorted({*_masked(text), *_named(index)})):
        (passage, place), first, last = at(context, start, end)
        yield Violation(passage.locate(first, last), quote=passage.quote(first, last), place=place)


def _masked(text: str) -> Iterator[tuple[int, int]]:
    """Names of which the surname is told: 方某某, 李某."""
    if not holds(text, words("masks")):
        return
    for found in pattern("masked_name").finditer(text):
        start, end = found.start() - 1, found.end()
        if not _is_aside(text, start, end):
            yield start, end


def _named(index: WordIndex) -> Iterator[tuple[int, int]]:
    """Names in full, and surnames of ladies and gentlemen, where the words around say whose."""
    called = [] if index.lacks(_list("called")) else _hints(index.text, _CALLED)
    yield from _full(
        index.text, "full_name", sorted({*_led(index), *_hints(index.text, _FULL), *called})
    )
    yield from _full(index.text, "called_name", sorted(called))


def _hints(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Where patterns are found beside which a name may stand."""
    return [found.span() for name in names for found in pattern(name).finditer(text)]


def _led(index: WordIndex) -> Iterator[tuple[int, int]]:
    """The characters before what may be a name after words that lead to one."""
    begins = pattern("hint_led").match
    for word in index.held(_list("leads_of_three") | _list("leads_of_two")):
        for start in index.spots(word):
            found = begins(index.text, start + len(word))
            if found:
                yield found.end() - 1, found.end()


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(words(name))


def _full(text: str, name: str, hints: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last = 0
    for start, end in hints:
        low = max(last, text.rfind("\n", 0, start) + 1, start - _AROUND)
        for found in pattern(name).finditer(text, low, end + _AROUND):
            group = found.lastgroup or ""
            last = found.end(group)
            if _is_name(found[group]) and not _is_aside(text, *found.span(group)):
                yield found.span(group)


def _is_name(word: str) -> bool:
    return not (word.startswith(words("no_names")) or word.endswith(words("no_name_ends")))


def _is_aside(text: str, start: int, end: int) -> bool:
    """Whether the name is an official's, or none: 局长张某, 填报人：王某, 对方某人."""
    before = text[max(0, start - _BEFORE) : start].rstrip(":")
    after = text[end : end + _BEFORE]
    if before.endswith(words("no_person_before")) or after.startswith(words("no_person_after")):
        return True
    return (before + text[start]).endswith(words("no_person_words"))


def _joined(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, those as one that a comma or 和 parts."""
    last: tuple[int, int] | None = None
    for start, end in spans:
        if last and start < last[1]:
            last = last[0], max(last[1], end)
        elif last and start - last[1] <= _JOIN and _is_join(text[last[1] : start]):
            last = last[0], end
        else:
            if last:
                yield last
            last = start, end
    if last:
        yield last


def _is_join(between: str) -> bool:
    return pattern("name_join").fullmatch(between) is not None
