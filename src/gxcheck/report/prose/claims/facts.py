"""What sentences can state figures of, and which figures these are, from rules/claims.yml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct

from gxcheck.report.forms import form
from gxcheck.report.lineage import Edition, told_for
from gxcheck.report.prose.claims.words import claims_file

__all__ = ["Fact", "facts_of"]


class Fact(Struct, frozen=True):
    """What a claim can be about, in one edition.

    Without one of those it comes `after` or a word it is `beside`, it is `otherwise`, if at all.
    """

    name: str
    fields: tuple[str, ...]
    readings: tuple[tuple[str, ...], ...]
    units: frozenset[str]
    after: frozenset[str]
    beside: frozenset[str]
    otherwise: str


@cache
def facts_of(edition: Edition) -> Mapping[str, Fact]:
    """The facts with the figures of an edition's form, by name."""
    units = claims_file()["units"]
    return {
        name: Fact(
            name,
            _paths(told_for(edition, fact["fields"], ()), edition),
            tuple(_paths(one, edition) for one in told_for(edition, fact.get("readings", {}), ())),
            frozenset(units[fact.get("units", "cases")]),
            frozenset(_several(fact.get("after", ()))),
            frozenset(_several(fact.get("beside", ()))),
            _otherwise(fact.get("otherwise", ""), edition),
        )
        for name, fact in claims_file()["facts"].items()
    }


def _otherwise(told: str | Mapping[str, str], edition: Edition) -> str:
    return told if isinstance(told, str) else told_for(edition, told, "")


def _several(told: str | Iterable[str]) -> Iterable[str]:
    return (told,) if isinstance(told, str) else told


def _paths(told: Iterable[str], edition: Edition) -> tuple[str, ...]:
    """The paths of figures, with * for every row of a group."""
    found: list[str] = []
    for path in told:
        head, star, tail = path.partition("*")
        if star:
            known = form(edition).fields
            found += [one for one in known if one.startswith(head) and one.endswith(tail)]
        else:
            found.append(path)
    return tuple(found)
