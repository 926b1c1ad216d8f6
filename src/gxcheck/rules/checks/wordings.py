"""The words and patterns of rules/marks.yml and rules/persons.yml, and the texts they look at.

In a pattern {name} stands for another pattern of the files, for the characters of `classes`, or
for any word of a list; {first_of_name} for the first characters of its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import NamedTuple, cast

from gxcheck.data import read_yaml
from gxcheck.document.model import Passage
from gxcheck.document.normalise import normalise
from gxcheck.patterns import own_pattern
from gxcheck.rules.context import Context
from gxcheck.rules.search.passages import Placed

__all__ = ["Spot", "all_patterns", "at", "holds", "pattern", "whole", "words"]

_FILES = ("marks.yml", "persons.yml")
_FIRST = "first_of_"
_NAME = own_pattern(r"\{([a-z_]+)\}")


class Spot(NamedTuple):
    """A span of one passage of the report, in normal dress."""

    placed: Placed
    start: int
    end: int


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of a list in normal dress."""
    return tuple(normalise(word).text for word in cast("list[str]", _part("words")[name]))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern; where the file has several of that name, one for all of them."""
    return own_pattern(_source(name))


def all_patterns() -> list[re.Pattern[str]]:
    """Every pattern of the files."""
    return [pattern(name) for name in _part("patterns")]


def at(context: Context, start: int, end: int) -> Spot:
    """The span of `context.scopes.scope("document").words`, which lies within one passage."""
    scope = context.scopes.scope("document")
    index, first = scope.place_of(start)
    return Spot(scope.placed(scope.texts[index]), first, first + end - start)


def holds(text: str, marks: tuple[str, ...]) -> bool:
    """Whether a text has any of some words: what spares most texts the search for a pattern."""
    return any(map(text.__contains__, marks))


def whole(passage: Passage, start: int, end: int) -> bool:
    """Whether nothing was taken out of a span to make it normal: no space, no line end."""
    first, last = passage.original(start, end)
    return last - first == end - start


def _source(name: str) -> str:
    source = cast("str | list[str] | None", _part("patterns").get(name))
    if source is None and name.startswith(_FIRST):
        return f"[{''.join(dict.fromkeys(word[0] for word in words(name[len(_FIRST) :])))}]"
    if source is None:
        return "|".join(_alternatives(words(name)))
    if not isinstance(source, str):
        source = "|".join(source)
    return _NAME.sub(lambda found: _inner(found[1]), source)


def _alternatives(words: Iterable[str]) -> Iterator[str]:
    """The words in their order, those of one character as a class: `re` tries words one by one."""
    for single, group in groupby(words, lambda word: len(word) == 1):
        escaped = [re.escape(word) for word in group]
        yield f"[{''.join(escaped)}]" if single else "|".join(escaped)


def _inner(name: str) -> str:
    characters = _part("classes").get(name)
    return cast("str", characters) if characters else f"(?:{_source(name)})"


@cache
def _part(kind: str) -> Mapping[str, object]:
    parts: dict[str, object] = {}
    for file in _FILES:
        parts |= read_yaml(file).get(kind, {})
    return parts
