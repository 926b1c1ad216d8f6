"""Characters of symbol fonts, which have codes of their own, as characters that all fonts have."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from gxcheck.data import read_yaml

__all__ = ["symbol"]

_PRIVATE = range(0xE000, 0xF900)
_GREATEST = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


def symbol(code: int, font: str) -> str:
    """The character that a code shows in a font; codes for private use may stand for a byte."""
    known, other = _symbols()
    signs = known.get(font)
    if signs and (code in _PRIVATE or code < 0x100):
        return signs.get(f"{code & 0xFF:02X}", other)
    if code in _PRIVATE:
        return other
    if not 0x20 <= code <= _GREATEST or code in _SURROGATES:
        return ""
    return chr(code)


@cache
def _symbols() -> tuple[Mapping[str, Mapping[str, str]], str]:
    words = read_yaml("word.yml")
    return words["symbols"], words["symbol"]
