"""The numbers that a browser shows before the items of a numbered list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gxcheck.document.numerals import chinese, letters, roman

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["item_numbers"]

_HUNDRED, _FORTY, _LETTERS = 100, 40, 26  # bounds of what each kind is written for
_INTEGER = re.compile(r"\s*[+-]?\d{1,6}")
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
# The styles of CSS and the values of `type`: a letters, i Roman, c Chinese, none at all; the rest
# are digits.
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
    """A number of a kind of `_KINDS`; in digits where the kind has no sign for it."""
    if kind == "c" and 0 < number < _HUNDRED:
        return f"{chinese(number)}、"
    if kind in ("a", "A") and 0 < number <= _LETTERS:
        text = letters(number)
    elif kind in ("i", "I") and 0 < number < _FORTY:
        text = roman(number)
    else:
        return f"{number}. " if kind else ""
    return f"{text.upper() if kind.isupper() else text}. "
