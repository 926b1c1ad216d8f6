"""The words and patterns of numbers in prose, from rules/quantities.yml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from msgspec import Struct

from gxcheck.data import read_yaml
from gxcheck.document.normalise import dressed
from gxcheck.patterns import own_pattern
from gxcheck.report.prose.stated import Hedge

__all__ = ["Money", "NumberWords", "number_words"]


class Money(Struct, frozen=True):
    """元, and the unit that takes its place where a multiplier of at least `power` precedes it."""

    unit: str
    with_power: str
    power: int


class NumberWords(Struct, frozen=True):
    """How numbers are written: what rules/quantities.yml has, mostly by the same names.

    `number` finds figures, numerals before a unit and shares in words, with what follows them.
    `hedges` gives the kind of each hedge; `counted` are the units that are taken as they are.
    `telling` are all words that change what a number after them is, `ends` their last characters.
    """

    number: re.Pattern[str]
    not_before: tuple[str, ...]
    ordinal: str
    counted: frozenset[str]
    not_after: tuple[str, ...]
    vague: tuple[str, ...]
    chain: frozenset[str]
    apart_from: frozenset[str]
    hotlines: frozenset[str]
    longest_bare: int
    years: tuple[int, int]
    zero: str
    zero_after: tuple[str, ...]
    idioms: re.Pattern[str]
    hedges: Mapping[str, Hedge]
    before: tuple[str, ...]
    telling: tuple[str, ...]
    ends: frozenset[str]
    apart: tuple[str, ...]
    bounds: Mapping[Hedge, tuple[Decimal, Decimal]]
    money: Money
    same_units: Mapping[str, str]
    measured: frozenset[str]


@cache
def number_words() -> NumberWords:
    """The words and patterns."""
    words = read_yaml("quantities.yml")
    hedges = words["hedges"]
    before = _kinds(hedges["before"])
    not_after = dressed(words["not_after"])
    vague = dressed(words["vague"])
    telling = (*not_after, *vague, *before)
    return NumberWords(
        number=_number(words),
        not_before=dressed(words["not_before"]),
        ordinal=words["ordinal"],
        counted=frozenset(words["units"]).difference(words["measured"], words["same_units"]),
        not_after=not_after,
        vague=vague,
        chain=frozenset(dressed(words["chain"])),
        apart_from=frozenset((*dressed(words["ranges"]), ":", "/")),
        hotlines=frozenset(words["hotlines"]),
        longest_bare=words["longest_bare"],
        years=tuple(words["years"]),
        zero=words["zero"],
        zero_after=dressed(words["zero_after"]),
        idioms=own_pattern(_either(words["idioms"])),
        hedges=before | _kinds(hedges["after"]),
        before=tuple(sorted(before, key=len, reverse=True)),
        telling=telling,
        ends=frozenset(word[-1] for word in telling),
        apart=dressed(hedges["apart"]),
        bounds=_bounds(words["bounds"]),
        money=Money(**words["money"]),
        same_units=words["same_units"],
        measured=frozenset(words["measured"]),
    )


def _kinds(listed: Mapping[Hedge, list[str]]) -> dict[str, Hedge]:
    return {word: kind for kind, words in listed.items() for word in dressed(words)}


def _bounds(shares: Mapping[Hedge, list[float]]) -> dict[Hedge, tuple[Decimal, Decimal]]:
    return {kind: (Decimal(str(low)), Decimal(str(high))) for kind, (low, high) in shares.items()}


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(dressed(words), key=len, reverse=True)))


def _signs(words: Mapping[str, Any]) -> str:
    return "".join([*words["digits"], *words["tens"], *words["powers"]])


def _number(words: Mapping[str, Any]) -> re.Pattern[str]:
    """What finds a number with all that follows it; the first sign is looked for before all else.

    Groups: the number in figures, as a share in words, or as a numeral, of which the first and the
    last lack their first sign; then an empty one where what follows makes it no quantity, else a
    hedge, the multiplier, a hedge, the unit, a hedge after it.
    """
    signs = _signs(words)
    hedges = words["hedges"]
    inside = _either(hedges["inside"])
    after = _either(_kinds(hedges["after"]))
    unit = f"(?!{_either(words['not_units'])})(?:{_either(words['units'])})"
    groups = r"(?=[, .])(?:,[0-9]{3})*(?: [0-9]+)*(?:\.[0-9]+)?"
    figures = f"(?<=[0-9])([0-9]*(?:{groups}|))"
    share = rf"[{signs}]+(?:{words['point']}[{signs}]+)?|[0-9]+(?:\.[0-9]+)?"
    share = f"(?<={words['percent'][0]}){words['percent'][1:]}({share})"
    goes_on = "".join(word[0] for word in (*signs, *words["units"], *hedges["inside"]))
    numeral = f"(?=[{goes_on}])(?<=[{signs}])[{signs}]*(?={unit}|{inside})|(?<={words['zero']})"
    powers, tens = "".join(words["powers"]), "".join(words["tens"])
    power = f"[{tens}]?[{powers}]{{1,2}}|[{tens}](?![{''.join(words['not_powers'])}])"
    none = f"(?={_either(words['not_before'])})()"
    parts = "".join(f"(?:({part})|)" for part in (inside, power, inside, unit, after))
    return own_pattern(f"[0-9{signs}](?:{figures}|{share}|({numeral}))(?:{none}|{parts})")
