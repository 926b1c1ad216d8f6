"""Whether the parts that prose tells of a total must make it up.

A list that names some parts only, or parts that overlap, is told apart by its words, and by how far
its sum is from the total: a slip of the pen is near it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from gxcheck.report.prose.numbers.numerals import Number
from gxcheck.report.prose.numbers.quantities import Quantity
from gxcheck.report.prose.statements.lists import Part, PartList, list_words
from gxcheck.report.prose.statements.sketches import filled
from gxcheck.report.seek import holds_any

__all__ = ["Breakdown", "goes_beyond", "is_after_open", "is_exhaustive", "without_ways"]

_NEARLY_ALL = 98  # percent
_PAIR = 2
_HALF = 2
_NAME = 2  # characters of a part's name by which another list names it


class Breakdown(Struct, frozen=True):
    """A total and the list of its parts.

    `start` is where the clause of the total begins, `label` what it says before the number.
    `others` are the numbers of its unit that the sentence tells before it. `anchored` says that
    其中 begins the list, `partial` that its words call it a selection,
    `after_open` that 等 stands before it in its sentence, `whole` that all of the total is told.
    """

    start: int
    total: Quantity
    others: tuple[Quantity, ...]
    label: str
    found: PartList
    anchored: bool
    partial: bool
    after_open: bool = False
    whole: bool = False


def is_after_open(earlier: str, own: str, parts: Sequence[Part]) -> bool:
    """Whether 等 closes a list before a total, of what is counted: 招标公告等信息120条.

    In an earlier clause it does so only where the list names a part.
    """
    words = list_words().open
    if holds_any(without_ways(own), words):
        return True
    named = any(part.label[:_NAME] in earlier for part in parts)
    return named and holds_any(without_ways(earlier), words)


def without_ways(words: str) -> str:
    """What is said before a total, without the ways of which 等 closes a list."""
    if not holds_any(words, list_words().open):
        return words
    return filled(list_words().of_ways).sub("", words)


def goes_beyond(one: Breakdown) -> bool:
    """Whether a later part has the deed of the whole: 举行9场，其中出席2场，镇街举行12场."""
    first, *others = (part.label for part in one.found.parts)
    deeds = [deed for deed in list_words().deeds if deed in one.label and deed not in first]
    return any(holds_any(label, deeds) for label in others)


def is_exhaustive(one: Breakdown, total: Quantity) -> bool:
    """Whether the parts must make up the total."""
    found = one.found
    if total.hedge or any(part.one.hedge for part in found.parts):
        return False
    if one.partial or found.open or holds_any(one.label, list_words().open):
        return False
    added: Number = sum(part.one.value for part in found.parts)
    if added == total.value:
        return True
    words = list_words()
    if not found.clean or not all(part.label for part in found.parts):
        return False
    labels = _bare(found.parts)
    paired = any(_are_pair(labels, pair) for pair in words.pairs)
    if not (paired and len(labels) == _PAIR) and _named(labels, words.overlapping):
        return False
    if added > total.value:
        return _too_much(one, total, added, labels)
    return _too_little(one, total, added, paired=paired)


def _too_much(one: Breakdown, total: Quantity, added: Number, labels: Sequence[str]) -> bool:
    """Whether parts that exceed their total are wrong: they neither overlap nor go beyond it."""
    parts, words = one.found.parts, list_words()
    several = total.unit not in words.counted_once and _named(labels, words.channels)
    if several and not _is_slip(parts, total, added):
        return False
    if any(other.value >= added for other in one.others):
        return False
    values = [part.one.value for part in parts]
    if any(sum(values[:end]) == total.value for end in range(_PAIR, len(values))):
        return False
    return added - total.value <= total.value * Decimal(str(words.excess))


def _is_slip(parts: Sequence[Part], total: Quantity, added: Number) -> bool:
    """Whether ways that may overlap exceed the total by next to nothing, none being nearly all."""
    words = list_words()
    near = added - total.value <= total.value * Decimal(str(words.excess_of_ways))
    return near and max(part.one.value for part in parts) <= total.value * Decimal(str(words.most))


def _too_little(one: Breakdown, total: Quantity, added: Number, *, paired: bool) -> bool:
    """Whether parts that fall short of their total are wrong: the list is whole, or nearly."""
    found, words = one.found, list_words()
    told = sum(found.shares)
    if found.rest or found.more or 0 < told < _NEARLY_ALL or total.unit in words.loose:
        return False
    if any(part.label.startswith(words.exhaustive) for part in found.parts[1:]):
        return added * _HALF >= total.value
    if paired:
        return True
    if one.after_open or one.whole:
        return one.whole
    slip = words.slip if len(found.parts) > _PAIR else words.slip_of_two
    return total.value - added <= total.value * Decimal(str(slip))


def _named(labels: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the name of a part holds one of some words."""
    return any(holds_any(label, words) for label in labels)


def _are_pair(labels: Sequence[str], pair: Sequence[Sequence[str]]) -> bool:
    """Whether parts are the kinds of a pair, each told by itself: 建议8件、提案9件."""
    if not all(_named(labels, side) for side in pair):
        return False
    return all(sum(holds_any(label, side) for side in pair) <= 1 for label in labels)


def _bare(parts: Sequence[Part]) -> list[str]:
    """The names of parts without words of plain kinds."""
    labels = [part.label for part in parts]
    for plain in list_words().plain:
        labels = [label.replace(plain, "") for label in labels]
    return labels
