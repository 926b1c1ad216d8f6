"""Items of running text whose number is left out or comes twice: 一是…三是…."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from msgspec import Struct

from gxcheck.document.model import Paragraph
from gxcheck.document.numerals import DIGITS
from gxcheck.report.model import Section
from gxcheck.rules.checks.wordings import holds, pattern, words
from gxcheck.rules.context import Context
from gxcheck.rules.search.words import spots_of

__all__ = ["Item", "blocks_with_items", "out_of_turn"]

_DEEPEST = 4  # lists within lists
_LENGTH = 2  # characters of 三是


class Item(Struct, frozen=True):
    """Where the number of an item stands."""

    paragraph: Paragraph
    start: int
    end: int


def blocks_with_items(context: Context) -> Collection[int]:
    """The indexes of the blocks in which the number of an item may stand: most have none."""
    document = context.scopes.scope("document")
    spots = document.index.spots_of_any(document.index.held(_marks()))
    return {document.texts[document.place_of(spot)[0]].location.block for spot in spots}


@cache
def _marks() -> frozenset[str]:
    return frozenset([*words("item_numbers"), *words("item_firsts")])


def out_of_turn(section: Section, items: frozenset[str], within: Collection[int]) -> Iterator[Item]:
    """The items that go on in no list that is open: neither the innermost nor one around it.

    They stand in the blocks of the document whose indexes are `within`.

    A list ends with the next sub-heading, and with the first item out of turn; `items` are the
    styles of headings that are none. What begins with 二是 is left aside.
    """
    if not any(block.location.block in within for block in section.blocks):
        return
    headings = {one.location.block for one in section.subheadings if one.style not in items}
    last: list[int] = []
    between: list[str] = []
    for block in section.blocks:
        if not isinstance(block, Paragraph) or block.location.block in headings:
            last.clear()
        if not isinstance(block, Paragraph):
            continue
        text, end = block.normal, 0
        for start, number in _numbers(text) if block.location.block in within else ():
            between.append(text[end:start])
            if _goes_on(last, number) or _is_told(last[-1] + 1, "".join(between)):
                _enter(last, number)
            else:
                yield Item(block, start, start + _LENGTH)
                last.clear()
            between, end = [], start + _LENGTH
        between.append(text[end:])


def _numbers(text: str) -> list[tuple[int, int]]:
    """Where the items of a text begin, with their numbers; 首先 begins a list as 一是 does."""
    marks = (mark.start() - 1 for mark in pattern("item_mark").finditer(text))
    numbered = [(start, DIGITS.index(text[start]) + 1) for start in marks]
    firsts = [(start, 1) for word in words("item_firsts") for start in spots_of(word, text)]
    return sorted([*numbered, *firsts]) if firsts else numbered


def _goes_on(last: list[int], number: int) -> bool:
    return number == 1 or not last or number - 1 in last


def _enter(last: list[int], number: int) -> None:
    """Keep the lists that are open: those inside of the one that goes on have ended."""
    if number == 1:
        last.append(number)
        del last[:-_DEEPEST]
        return
    while last and last[-1] != number - 1 and number - 1 in last:
        last.pop()
    last[-1:] = [number]


def _is_told(number: int, between: str) -> bool:
    """Whether the item that is missing stands before, marked otherwise: 二要, 其二, 第二, 二、."""
    digit = DIGITS[number - 1 : number]
    marks = (lead + digit for lead in words("before_item_number"))
    others = (digit + tail for tail in words("after_item_number"))
    return bool(digit) and holds(between, (*marks, *others))
