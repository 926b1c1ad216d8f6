"""The numbers that a browser shows before the items of a numbered list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gxcheck.document.typography import typography

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["LIST_TAGS", "Numbering"]

LIST_TAGS = frozenset(("ol", "ul", "menu", "dir", "li"))

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
    "simp-chinese-informal": "c",
    "trad-chinese-informal": "c",
    "cjk-decimal": "c",
}


class Numbering:
    """Counts the items of the lists that are open."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []

    def start(self, element: Element, tag: str) -> str:
        """Take note of a list or an item that begins; the number shown before it, or nothing."""
        if tag == "ol":
            self._open.append((_kind(element), _integer(element.get("start"), 1) - 1))
        elif tag in ("ul", "menu", "dir"):
            self._open.append(("", 0))
        elif tag == "li" and self._open:
            kind, last = self._open.pop()
            number = _integer(element.get("value"), last + 1)
            self._open.append((kind, number))
            return _shown(kind, number)
        return ""

    def end(self, tag: str) -> None:
        """Take note of the end of a list."""
        if tag in ("ol", "ul", "menu", "dir") and self._open:
            self._open.pop()


def _kind(element: Element) -> str:
    style = _STYLE.search(element.get("style", ""))
    return _KINDS.get(style[1].lower() if style else element.get("type", ""), "1")


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
