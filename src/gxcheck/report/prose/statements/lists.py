"""The lists of parts in which prose breaks a total down: 其中：甲a件，乙b件."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from gxcheck.document.normalise import normalise
from gxcheck.patterns import own_pattern
from gxcheck.report.prose.numbers.numerals import Number
from gxcheck.report.prose.numbers.quantities import Quantity
from gxcheck.report.prose.statements.sketches import SIGNS, Sketch, statement_words
from gxcheck.report.seek import holds_any

__all__ = ["ListWords", "Part", "PartList", "list_words", "read_list"]

_BRACKETS = own_pattern(r"\([^()]*\)")
_CLAUSE = own_pattern(r"[^,、]*[,、]?")
_ITEM = own_pattern(r"[^;]+;?")
_PAUSES = " ,、;。():"
_SHARE = "%"
_LONGEST_CLAUSE = 200  # characters
_SHARE_AFTER = 40  # characters after the last part within which its share stands
_NAMED = 2  # counts in a clause of which the first belongs to the name of the part


class ListWords(Struct, frozen=True):
    """The words of lists of parts: those of `sums` in rules/statements.yml, by the same names."""

    anchor: str
    of_whole: str
    conjunctions: tuple[str, ...]
    partial: tuple[str, ...]
    including: tuple[str, ...]
    not_parts: tuple[str, ...]
    open: tuple[str, ...]
    of_ways: str
    rescoped: tuple[str, ...]
    changed: tuple[str, ...]
    deeds: tuple[str, ...]
    nouns: tuple[str, ...]
    of_year: tuple[str, ...]
    loose: tuple[str, ...]
    rest: tuple[str, ...]
    channels: tuple[str, ...]
    counted_once: tuple[str, ...]
    overlapping: tuple[str, ...]
    down: tuple[str, ...]
    exhaustive: tuple[str, ...]
    plain: tuple[str, ...]
    pairs: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    topics: tuple[str, ...]
    slip: float
    slip_of_two: float
    excess: float
    excess_of_ways: float
    most: float
    longest_tail: int
    longest_label: int
    divided: str
    answered: str
    halves: str
    undone: str
    entities: tuple[str, ...]
    organs: tuple[str, ...]
    summing: tuple[str, ...]
    totals: str
    organs_summed: str


class Part(Struct, frozen=True):
    """A part: its name, its number, and where it ends in the sketch."""

    label: str
    one: Quantity
    end: int


class PartList(Struct, frozen=True):
    """Parts of one unit.

    `clean` says that nothing but parts stands among them, `open` that 等 closes them, `rest` that
    what is left over is told without a number, `more` that a part may have been missed after them.
    `shares` are the percentages told among them.
    """

    parts: tuple[Part, ...]
    clean: bool
    open: bool
    rest: bool
    more: bool
    end: int
    shares: tuple[Number, ...] = ()


@cache
def list_words() -> ListWords:
    """The words."""
    words: Mapping[str, object] = statement_words("sums")
    return ListWords(**{name: _normal(value) for name, value in words.items()})  # type: ignore[arg-type]


def _normal(value: object) -> object:
    if isinstance(value, list):
        return tuple(map(_normal, value))
    return normalise(value).text if isinstance(value, str) else value


def read_list(sketch: Sketch, start: int, end: int, unit: str) -> PartList:
    """The list of parts of that unit which begins at `start`, within a span of the sketch."""
    return _Reader(sketch, start, end, unit).read()


class _Reader:
    """Reads one list, clause by clause, to the first that is no part.

    `start` and `end` are places of the sketch, `unit` that of the total.
    """

    def __init__(self, sketch: Sketch, start: int, end: int, unit: str) -> None:
        self._sketch, self._start, self._end, self._unit = sketch, start, end, unit
        self._words = list_words()
        self._parts: list[Part] = []
        self._label = ""
        self._clean = True
        self._open = False
        self._pending = False  # a clause without number follows a part

    def read(self) -> PartList:
        """The list."""
        text = self._sketch.text[self._start : self._end]
        if "(" in text:
            text = _BRACKETS.sub(lambda found: " " * len(found[0]), text)
        items = ";" in text.rstrip(";")
        pieces = _ITEM if items else _CLAUSE
        take = self._item if items else self._clause
        for found in pieces.finditer(text):
            if len(found[0]) > _LONGEST_CLAUSE and pieces is _CLAUSE:
                break
            if found[0] and not take(found[0], self._start + found.start()):
                break
        end = self._parts[-1].end if self._parts else self._start
        after = text[end - self._start :]
        rest = holds_any(after, self._words.rest)
        within = self._sketch.within(self._start, min(self._end, end + _SHARE_AFTER))
        told = (self._sketch.quantities[index] for index in within)
        shares = tuple(one.value for one in told if one.unit == _SHARE)
        more = self._goes_on(end)
        return PartList(tuple(self._parts), self._clean, self._open, rest, more, end, shares)

    def _item(self, item: str, start: int) -> bool:
        """Take an item of a list of sentences: its first number, where it has no other."""
        found = self._counts(item, start)
        if not found or self._foreign(item) or not self._fits(found[0][1]):
            return False
        self._clean &= sum(one.unit == self._unit for _, one in found) == 1
        place, one = found[0]
        self._add(item[:place], one, start + place + 1)
        self._open |= item.rstrip(_PAUSES).endswith(self._words.open)
        return True

    def _clause(self, clause: str, start: int) -> bool:
        """Take a clause of a list; False where the list ends before it."""
        found = self._counts(clause, start)
        if not found:
            return self._without_count(clause)
        if self._foreign(clause) or not all(self._fits(one) for _, one in found):
            return False
        self._clean &= not self._pending
        before = 0
        for place, one in found:
            self._clean &= not before or clause[before:place].startswith(self._words.conjunctions)
            self._add(clause[before:place], one, start + place + 1)
            before = place + 1
        self._close(clause[before:].strip(_PAUSES))
        return True

    def _counts(self, clause: str, start: int) -> list[tuple[int, Quantity]]:
        """The counts of a clause with their places; one that only names a part is none of them.

        Nor is the whole of a share: 占全部申请20件的45%.
        """
        if clause.startswith(self._words.of_whole):
            return []
        signs = (place for place, sign in enumerate(clause) if sign in SIGNS)
        found = [(place, self._sketch.at(start + place)) for place in signs]
        found = [pair for pair in found if pair[1].unit != _SHARE]
        last = found[-1][1].unit if found else ""
        if len(found) == _NAMED and last == self._unit and found[0][1].unit not in ("", last):
            return found[1:]
        return found

    def _foreign(self, clause: str) -> bool:
        words = clause.strip(_PAUSES)
        if self._words.anchor in clause:
            return True
        if not self._parts:
            return False
        deed = next((deed for deed in self._words.deeds if words.startswith(deed)), None)
        deed = None if words.startswith(self._words.nouns) else deed
        another = deed is not None and not self._parts[0].label.startswith(deed)
        return another or words.startswith(self._words.rescoped)

    def _goes_on(self, end: int) -> bool:
        """Whether the next number may be that of a further part: no new subject begins with it."""
        text, words = self._sketch.text, self._words
        after = self._sketch.within(end, min(len(text), end + words.longest_label))
        counts = [index for index in after if self._sketch.quantities[index].unit != _SHARE]
        if not counts:
            return False
        place, unit = self._sketch.places[counts[0]], self._sketch.quantities[counts[0]].unit
        between = text[end:place]
        if any(stop in between for stop in ("。", "\n", ")", words.anchor)):
            return False
        if text.startswith((f",{words.anchor}", words.anchor, "(", ":"), place + 1):
            return False
        clause = between[1 + max(between.rfind(mark) for mark in (",", ";")) :].strip(_PAUSES)
        if clause.startswith(words.rescoped):
            return False
        if clause.startswith(words.deeds):
            return unit == self._unit and ";" not in between
        return not (";" in between and (unit != self._unit or clause.startswith(words.topics)))

    def _fits(self, one: Quantity) -> bool:
        """Whether a number is in the unit of the total, which 4、5件 leave to the last."""
        return one.unit in (self._unit, "")

    def _add(self, words: str, one: Quantity, end: int) -> None:
        label = f"{self._label}{words}".strip(_PAUSES)
        self._label = ""
        self._clean &= not one.hedge and len(label) <= self._words.longest_label
        self._parts.append(Part(label, one, end))

    def _close(self, tail: str) -> None:
        """Look at what follows the number of a part within its clause."""
        self._open |= tail.startswith(self._words.open)
        self._clean &= len(tail) <= self._words.longest_tail or not self._parts[-1].label

    def _without_count(self, clause: str) -> bool:
        words = clause.strip(_PAUSES)
        self._open |= bool(self._parts) and words.startswith(self._words.open)
        if not self._parts or clause.endswith("、"):
            self._label += clause
        elif not any(sign in SIGNS for sign in clause):
            self._label = ""
            self._pending |= bool(words)
        return True
