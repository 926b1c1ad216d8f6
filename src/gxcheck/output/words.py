"""The words of the outputs in both languages, from rules/output.yml."""

from __future__ import annotations

from typing import cast

from gxcheck.data import read_yaml
from gxcheck.patterns import own_pattern
from gxcheck.rules.model import Lang
from gxcheck.rules.telling.phrases import fill

__all__ = ["clean", "words"]

_HARMFUL = own_pattern(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def words(group: str, key: str, lang: Lang, **values: object) -> str:
    """The words `key` of a group, filled with `values`."""
    return fill(cast("str", read_yaml("output.yml")[group][key][lang]), values, lang)


def clean(text: str) -> str:
    """Text of a report made harmless to a terminal: no control or direction characters."""
    return _HARMFUL.sub("�", text)
