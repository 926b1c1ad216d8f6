"""The words and patterns of a report's front and end matter, from rules/front.yml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import cast

from gxcheck.data import read_yaml
from gxcheck.document.normalise import dressed
from gxcheck.patterns import own_pattern

__all__ = ["all_patterns", "number", "pattern", "patterns", "words"]

_NAME = own_pattern(r"\{([a-z_]+)\}")


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of a list in normal dress, as the file orders them."""
    return dressed(_part("lists")[name])


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern for text in normal dress."""
    return own_pattern(_filled(cast(str, _part("patterns")[name])))


@cache
def patterns(name: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of that name, to be tried in this order."""
    return tuple(own_pattern(_filled(source)) for source in _part("patterns")[name])


def all_patterns() -> list[re.Pattern[str]]:
    """Every pattern of the file."""
    sources = _part("patterns").values()
    each = (one if isinstance(one, list) else [one] for one in sources)
    return [own_pattern(_filled(source)) for group in each for source in group]


def number(text: str) -> int | None:
    """The value of a number in figures or in Chinese: 12, 十二, 二〇一八; None if it is neither."""
    if text.isascii() and text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition(_ten())
    if ten:
        values = [_digits(tens) if tens else 1, _digits(ones) if ones else 0]
        return None if None in values else 10 * (values[0] or 0) + (values[1] or 0)
    return _digits(text)


def _digits(text: str) -> int | None:
    """The value of digits written one after the other."""
    table = _digit_table()
    figures = [table.get(digit, digit) for digit in text]
    plain = "".join(figures)
    return int(plain) if plain.isascii() and plain.isdecimal() else None


@cache
def _digit_table() -> Mapping[str, str]:
    return {str(digit): str(value) for digit, value in read_yaml("front.yml")["digits"].items()}


@cache
def _ten() -> str:
    return str(read_yaml("front.yml")["ten"])


def _part(name: str) -> Mapping[str, list[str]]:
    return cast("Mapping[str, list[str]]", read_yaml("front.yml")[name])


@cache
def _filled(source: str) -> str:
    """A pattern with what its names stand for."""
    return _NAME.sub(lambda name: _meaning(name[1]), source)


@cache
def _meaning(name: str) -> str:
    lists = _part("lists")
    if name in lists:
        longest_first = sorted(words(name), key=len, reverse=True)
        return "|".join(map(re.escape, longest_first))
    return _filled(cast(str, _part("patterns")[name]))
