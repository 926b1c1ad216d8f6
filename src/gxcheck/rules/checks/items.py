"""Items of running text whose number is left out or comes twice: 一是…三是…."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gxcheck.document.model import Paragraph
from gxcheck.patterns import own_pattern
from gxcheck.report.model import Section

__all__ = ["Item", "out_of_turn"]

_DIGITS = "一二三四五六七八九十"
_NUMBER = own_pattern(
    "(?<![之统唯第万其另专单同十百])一是(?![一否])|首先|其一|一方面"
    "|(?:(?<=[,。;:、!?()“”\\s])|^)[二三四五六七八九十]是(?!否)"
)
_DEEPEST = 4  # lists within lists
_OTHERWISE = (" 是", "要", "来", "则", "为", "、", ".", ":", ",", "在于")


class Item(NamedTuple):
    """Where the number of an item stands."""

    paragraph: Paragraph
    start: int
    end: int


def out_of_turn(section: Section, items: frozenset[str]) -> Iterator[Item]:
    """The items that go on in no list that is open: neither the innermost nor one around it.

    A list ends with the next sub-heading, and with the first item out of turn; `items` are the
    styles of headings that are none. What begins with 二是 is left aside.
    """
    headings = {one.location.block for one in section.subheadings if one.style not in items}
    last: list[int] = []
    between: list[str] = []
    for block in section.blocks:
        if not isinstance(block, Paragraph) or block.location.block in headings:
            last.clear()
        if not isinstance(block, Paragraph):
            continue
        text, end = block.normal, 0
        for found in _NUMBER.finditer(text):
            between.append(text[end : found.start()])
            number = max(_DIGITS.find(found.group()[0]), 0) + 1
            if _goes_on(last, number) or _is_told(last[-1] + 1, "".join(between)):
                _enter(last, number)
            else:
                yield Item(block, found.start(), found.end())
                last.clear()
            between, end = [], found.end()
        between.append(text[end:])


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
    digit = _DIGITS[number - 1 : number]
    return bool(digit) and any(
        f"{lead}{digit}{tail}" in between
        for lead, tail in (("其", ""), ("第", ""), *(("", tail) for tail in _OTHERWISE))
    )
