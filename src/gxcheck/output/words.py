"""The words of the outputs in both languages, from rules/output.yml."""

from __future__ import annotations

from typing import cast

from gxcheck.data import read_yaml
from gxcheck.rules.model import Lang
from gxcheck.rules.phrases import fill

__all__ = ["clean", "words"]

_KEPT = {"\n", "\t"}
_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F}


def words(group: str, key: str, lang: Lang, **values: object) -> str:
    """The words `key` of a group, filled with `values`."""
    return fill(cast("str", read_yaml("output.yml")[group][key][lang]), values, lang)


def clean(text: str) -> str:
    """Text of a report made harmless to a terminal: no control or direction characters."""
    return "".join(mark if _is_harmless(mark) else "�" for mark in text)


def _is_harmless(mark: str) -> bool:
    code = ord(mark)
    if mark in _KEPT:
        return True
    return (
        code >= 0x20
        and not 0x7F <= code < 0xA0
        and not 0xD800 <= code < 0xE000
        and (code not in _BIDI)
    )
