"""Statements that run over several paragraphs: lists after 其中：, and parts with their shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from gxcheck.report.prose.numbers.numerals import Number
from gxcheck.report.prose.numbers.quantities import Quantity
from gxcheck.report.prose.stated import ToldShare, ToldSum
from gxcheck.report.prose.statements.exhaustive import Breakdown
from gxcheck.report.prose.statements.lists import Part, PartList, list_words
from gxcheck.report.prose.statements.shares import Share, fits, told_share
from gxcheck.report.prose.statements.sketches import Sketch
from gxcheck.report.prose.statements.sums import made_up
from gxcheck.report.prose.statements.telling import HUNDRED, told_number, told_sum

__all__ = ["Family", "families_in", "item_lists"]

_ENDS = ("。", "!", "?")
_ROUNDED = 1  # percent by which shares may miss a hundred, each being rounded
_LEAST = 2  # parts of a whole
_BEFORE = 3  # passages before the first of some siblings in which their total may stand


def item_lists(sketches: Sequence[Sketch]) -> Iterator[ToldSum]:
    """Lists whose parts each have a paragraph, after one that ends in 其中：."""
    endings = (f"{list_words().anchor}:", list_words().anchor)
    for index, sketch in enumerate(sketches):
        if not sketch.text.endswith(endings) or not sketch.places:
            continue
        place = sketch.places[-1]
        total = _total_before(sketch, place)
        if total is None:
            continue
        found = _items(sketches[index + 1 :], total.unit)
        if len(found.parts) >= _LEAST:
            one = Breakdown(0, total, (), "", found, anchored=True, partial=False)
            told = made_up(sketch, one, own_end=False)
            if told:
                yield told


def _total_before(sketch: Sketch, place: int) -> Quantity | None:
    """The last count of a paragraph, its share aside: 共计5809条，占信息总量的45.8%，其中：."""
    for index in range(len(sketch.places) - 1, -1, -1):
        one = sketch.quantities[index]
        between = sketch.text[sketch.places[index] + 1 : place]
        if one.unit != "%":
            return one if one.unit and not one.hedge and "。" not in between else None
    return None


def _items(sketches: Sequence[Sketch], unit: str) -> PartList:
    """The parts that the following paragraphs begin with, to the one that ends the sentence."""
    parts: list[Part] = []
    clean, ended = True, False
    for sketch in sketches:
        if not sketch.places or sketch.quantities[0].unit != unit:
            break
        own = [one for one in sketch.quantities if one.unit == unit]
        clean &= len(own) == 1
        label = sketch.text[: sketch.places[0]]
        if not sketch.text.endswith((*_ENDS, ";", ",")):
            break
        parts.append(Part(label, own[0], sketch.places[0] + 1))
        if sketch.text.endswith(_ENDS):
            ended = True
            break
    return PartList(tuple(parts), clean and ended, False, False, False, 0)


class _Placed(Struct, frozen=True):
    """A share, and the passage that tells it."""

    passage: int
    sketch: Sketch
    share: Share


class Family(Struct, frozen=True):
    """Parts of one whole, and the share of each."""

    sum: ToldSum
    shares: list[ToldShare]


def families_in(sketches: Sequence[Sketch], told: Sequence[Sequence[Share]]) -> Iterator[Family]:
    """Parts of one whole, each told with its share, in sentences or paragraphs of their own.

    `told` are the shares of each sketch. Their whole is the last count of their unit before them.
    They are parts of it, and all of them, where they add up to it or their shares to a hundred.
    """
    families: dict[tuple[str, str], list[_Placed]] = {}
    for index, shares in enumerate(told):
        for share in shares:
            if share.of:
                one = _Placed(index, sketches[index], share)
                families.setdefault((share.part.unit, share.of), []).append(one)
    for members in families.values():
        if len(members) >= _LEAST and len({one.passage for one in members}) > 1:
            family = _family(sketches, members)
            if family:
                yield family


def _family(sketches: Sequence[Sketch], members: Sequence[_Placed]) -> Family | None:
    found = _whole(sketches, members)
    if found is None:
        return None
    sketch, whole = found
    added: Number = sum(one.share.part.value for one in members)
    shares: Number = sum(one.share.percent.value for one in members)
    complete = -_ROUNDED <= shares - HUNDRED <= _ROUNDED
    right = [fits(one.share.part, whole, one.share.percent) for one in members]
    if added != whole.value and not (complete and sum(right) >= len(right) - 1):
        return None
    shares_told = [told_share(one.sketch, one.share, whole, sketch) for one in members]
    return Family(_sum(sketch, whole, members), shares_told)


def _whole(
    sketches: Sequence[Sketch], members: Sequence[_Placed]
) -> tuple[Sketch, Quantity] | None:
    """The last count of their unit that is told before the members."""
    first = members[0]
    unit = first.share.part.unit
    for index in range(first.passage, max(-1, first.passage - 1 - _BEFORE), -1):
        sketch = sketches[index]
        for one in reversed(sketch.quantities):
            before = index < first.passage or one.start < first.share.part.start
            if before and one.unit == unit:
                return None if one.hedge else (sketch, one)
    return None


def _sum(sketch: Sketch, whole: Quantity, members: Sequence[_Placed]) -> ToldSum:
    parts = [told_number(one.sketch, one.share.part, "") for one in members]
    total = told_number(sketch, whole, "")
    return told_sum(total.text, total.location, total, parts, exhaustive=True, ceiling=whole.high)
