"""The numbers that a browser shows before the items of a numbered list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gxcheck.document.typography import typography

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["item_numbers"]

_HUNDRED, _FORTY, _LETTERS = 100, 40, 26
_INTEGER = re.compile(r"\s*[+-]?\d{1,6}")
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_KINDS = {
    "a": "a",
    "lower-alpha": "a",
    "lower-latin": "a",
    "A": "A",
    "upper-alpha": "A",
    "upper-latin": "A",
    "i": "i",
    "lower-roman": "i",
    "I": "I",
    "upper-roman": "I",
    "none": "",
    "disc": "",
    "cjk-ideographic": "c",
    "cjk-decimal": "c",
    "simp-chinese-informal": "c",
    "trad-chinese-informal": "c",
}


def item_numbers(numbered: Element) -> Iterator[tuple[Element, str]]:
    """The items of a numbered list, each with its number as shown."""
    style = _STYLE.search(numbered.get("style", ""))
    kind = _KINDS.get(style[1].lower() if style else numbered.get("type", ""), "1")
    number = _integer(numbered.get("start"), 1) - 1
    for item in numbered.iterchildren("li"):
        number = _integer(item.get("value"), number + 1)
        yield item, _shown(kind, number)


def _integer(value: str | None, default: int) -> int:
    found = _INTEGER.match(value or "")
    return int(found[0]) if found else default


def _shown(kind: str, number: int) -> str:
    if kind == "c" and 0 < number < _HUNDRED:
        return f"{_chinese(number)}、"
    if kind in ("a", "A") and 0 < number <= _LETTERS:
        return f"{chr(ord(kind) + number - 1)}. "
    if kind in ("i", "I") and 0 < number < _FORTY:
        roman = _roman(number)
        return f"{roman.upper() if kind == 'I' else roman}. "
    return f"{number}. " if kind else ""


def _chinese(number: int) -> str:
    numerals = typography().numerals
    tens, ones = divmod(number, 10)
    head = numerals[tens - 1] if tens > 1 else ""
    return head + (numerals[9] if tens else "") + (numerals[ones - 1] if ones else "")


def _roman(number: int) -> str:
    roman = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        roman += sign * count
    return roman
