"""Names of organs: whether words are one, what kind of organ it is, whether two mean the same.

To call one organ two is much worse than the reverse: where the names alone cannot tell, the
answer is None.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from gxcheck.data import read_yaml
from gxcheck.document.normalise import normalise
from gxcheck.lazy import kept
from gxcheck.patterns import own_pattern
from gxcheck.report.front.vocabulary import pattern, words
from gxcheck.report.model import OrganKind, SpecialOrgan

__all__ = ["fields_of", "is_organ_name", "kind_of", "plain_name", "same_organ", "special_of"]

_MASK = "\ue000"  # stands for words that look like a place and are none
_SHORTEST = 2  # characters of a place or a function
# In the order in which they are tried.
_KINDS: tuple[tuple[str, OrganKind], ...] = (
    ("kind_zone", "government"),
    ("kind_township", "township"),
    ("kind_government", "government"),
    ("kind_other", "other"),
    ("kind_department", "department"),
)


def is_organ_name(normal: str) -> bool:
    """Whether a line in normal dress is the name of an organ and nothing else."""
    if normal[-1:] not in _last_characters():
        return False
    found = pattern("organ_name").match(normal)
    return bool(found) and not pattern("organ_never").search(normal)


@cache
def _last_characters() -> frozenset[str]:
    """What a name, or the note after it, can end with."""
    return frozenset({")", *(word[-1] for word in words("organ_ends"))})


@kept
def kind_of(name: str | None) -> OrganKind:
    """What kind of organ bears that name. The committee of a zone counts as a government."""
    plain = plain_name(name or "")
    for source, kind in _KINDS:
        if pattern(source).search(plain):
            return kind
    return "other"


def special_of(name: str | None, kind: OrganKind, *, by_school_year: bool) -> SpecialOrgan | None:
    """Whether less is asked of an organ of that name than of others of its kind."""
    plain = plain_name(name or "")
    if kind == "government" and pattern("kind_zone").search(plain):
        return "zone"
    if kind == "other" and by_school_year and pattern("school").search(plain):
        return "school"
    return None


@lru_cache(maxsize=256)
def plain_name(name: str) -> str:
    """A name in normal dress without its notes in brackets."""
    return pattern("note").sub("", normalise(name).text)


def same_organ(a: str, b: str) -> bool | None:
    """Whether two names mean the same organ: True where they can, False where they cannot.

    Short and full forms agree, a government and its office, a name with its place and without.
    Another place of the same level or another field of work is another organ. Else None.
    """
    some, others = _variants(a), _variants(b)
    if not some.isdisjoint(others):
        return True
    answers = {_same(one, other) for one in some for other in others}
    if True in answers:
        return True
    return False if answers == {False} else None


class _Place(Struct, frozen=True):
    """A place in a name: 宁波 and its level 市; the stem is empty in 市教育局."""

    stem: str
    level: str

    @property
    def is_zone(self) -> bool:
        return self.level in words("counties") and self.stem.endswith(words("zone_ends"))


class _Name(Struct, frozen=True):
    """A name in parts: its places from the highest to the lowest, and what its organ does."""

    places: tuple[_Place, ...]
    function: str

    @property
    def governs(self) -> bool:
        return bool(pattern("governs").search(self.function))


@lru_cache(maxsize=256)
def _variants(name: str) -> frozenset[str]:
    """A name without its notes, with them run in, and a note at its end by itself."""
    normal = normalise(name).text
    plain = pattern("note").sub("", normal)
    inner = {note[1:-1] for note in pattern("note").findall(normal) if normal.endswith(note)}
    found = {plain, normal.replace("(", "").replace(")", "")}
    found |= {note for note in inner if is_organ_name(note)}
    return frozenset(pattern("name_prefix").sub("", one) for one in found if one)


@lru_cache(maxsize=256)
def _name(text: str) -> _Name:
    """The places that begin a name, and what is left: its function, in short words."""
    masked = pattern("no_place").sub(lambda found: _MASK * len(found[0]), text)
    places: list[_Place] = []
    at = 0
    while found := pattern("place").match(masked, at):
        if not found["stem"] and places:
            found = pattern("later_place").match(masked, at)
            if not found:
                break
        places.append(_Place(found["stem"], found["level"]))
        at = found.end()
    return _Name(tuple(places), _short(text[at:]))


def _short(function: str) -> str:
    for long, short in read_yaml("front.yml")["long_words"].items():
        function = function.replace(long, short)
    if pattern("governs").search(function):
        return function
    function = pattern("openness_office").sub("", function)
    return pattern("inner_office").sub("", function)


def _same(a: str, b: str) -> bool | None:
    one, other = _name(a), _name(b)
    places = _same_place(one, other)
    if places is False:
        return False
    one, other = _without_stems(one, other), _without_stems(other, one)
    function = _same_function(one, other)
    if function is False:
        return False
    return True if function and places else None


def _same_place(one: _Name, other: _Name) -> bool | None:
    """Whether the lowest places agree. A name without a place agrees with any."""
    if not one.places or not other.places:
        return True
    a, b = one.places[-1], other.places[-1]
    same_class = _level_class(a.level) == _level_class(b.level)
    if not a.stem or not b.stem:
        return True if same_class else None
    if _are_like(a, b):
        return True if _lie_in_like(one, other) else None
    if a.is_zone or b.is_zone or not same_class:
        return None
    return False


def _are_like(a: _Place, b: _Place) -> bool:
    return _abridges(a.stem, b.stem) or _abridges(b.stem, a.stem)


def _lie_in_like(one: _Name, other: _Name) -> bool:
    """Whether what stands above the lowest places agrees; a name that tells nothing agrees."""
    above, over = one.places[:-1], other.places[:-1]
    if not above or not over:
        return True
    a, b = above[-1], over[-1]
    if a.level == b.level and a.stem and b.stem and not (a.is_zone or b.is_zone):
        return _are_like(a, b)
    return any(_are_like(a, b) for a in above for b in over)


@cache
def _level_class(level: str) -> str:
    for name in ("counties", "prefectures", "provinces", "towns"):
        if level in words(name):
            return name
    return level


def _without_stems(name: _Name, other: _Name) -> _Name:
    """A name whose function begins with the other's place without its level (宁波教育局)."""
    if name.places:
        return name
    function = name.function
    for place in other.places:
        for size in range(len(place.stem), _SHORTEST - 1, -1):
            if function.startswith(place.stem[:size]):
                function = function[size:].removeprefix(place.level)
                break
    return _Name((), function)


def _same_function(one: _Name, other: _Name) -> bool | None:
    a, b = one.function, other.function
    if one.governs or other.governs:
        return True if one.governs and other.governs else None
    for shorter, longer in _abridgements(a, b):
        if len(shorter) >= _SHORTEST and _abridges(shorter, longer):
            return True
    fields_a, fields_b = fields_of(a), fields_of(b)
    if fields_a and fields_b and not fields_a & fields_b:
        return False
    return None


def _abridgements(a: str, b: str) -> Iterator[tuple[str, str]]:
    """The pairs of a shorter and a longer form to compare, as written and without usual words."""
    core_a, core_b = _core(a), _core(b)
    yield from ((a, b), (b, a), (core_a, core_b), (core_b, core_a))


@lru_cache(maxsize=256)
def _core(function: str) -> str:
    return pattern("generic").sub("", function)


def _abridges(short: str, long: str) -> bool:
    """Whether the characters of `short` stand in `long`, in their order."""
    rest = iter(long)
    return all(character in rest for character in short)


@lru_cache(maxsize=256)
def fields_of(function: str) -> frozenset[str]:
    """The fields of work that a function names, by their keys in rules/front.yml."""
    fields: dict[str, str] = read_yaml("front.yml")["fields"]
    return frozenset(name for name, told in fields.items() if own_pattern(told).search(function))
