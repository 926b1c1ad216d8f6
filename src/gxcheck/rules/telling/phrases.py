"""The engine's own words in both languages, from rules/messages.yml, and how values are written."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import cast

from gxcheck.data import read_yaml
from gxcheck.patterns import own_pattern
from gxcheck.report.figures import Figure
from gxcheck.rules.model import Lang

__all__ = ["NAME", "fill", "phrase", "reason", "value_text"]

NAME = own_pattern(r"\{([A-Za-z_][\w.]*)\}")
"""A {name} in a message: letters, digits, underscores and dots."""


def phrase(group: str, key: str, lang: Lang, **values: object) -> str:
    """The phrase `key` of a group of rules/messages.yml, filled with `values`."""
    template: str = read_yaml("messages.yml")[group][key][lang]
    return fill(template, values, lang)


def reason(key: str, values: Mapping[str, object], lang: Lang) -> str:
    """Why there was no verdict: `key` of `reasons`, or itself where there is no such key.

    Of `values`, `names` are paths of a report's fields.
    """
    known = read_yaml("messages.yml")["reasons"].get(key)
    if "names" in values:
        paths = cast("Sequence[str]", values["names"])
        names = dict.fromkeys(_field_name(path, lang) for path in paths)
        values = {**values, "names": tuple(names)}
    return fill(known[lang] if known else key, values, lang)


def _field_name(path: str, lang: Lang) -> str:
    """What people call a field of a report, or the part it belongs to; else its path."""
    known = read_yaml("messages.yml")["fields"]
    steps = path.split(".")
    heads = (".".join(steps[:end]) for end in range(len(steps), 0, -1))
    return next((known[head][lang] for head in heads if head in known), path)


def fill(template: str, values: Mapping[str, object], lang: Lang) -> str:
    """The template with its {names} replaced; a name without value is told as unknown."""
    if "{" not in template:
        return template
    pieces = list(_pieces(template))
    for place in range(1, len(pieces), 2):
        pieces[place] = value_text(values.get(pieces[place]), lang)
    return "".join(pieces)


@lru_cache(maxsize=2048)
def _pieces(template: str) -> tuple[str, ...]:
    """The text of a template between its {names}, and these, in turns."""
    return tuple(NAME.split(template))


def value_text(value: object, lang: Lang) -> str:
    """A value as it is written in a message."""
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Figure):
        return _figure_text(value, lang)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Sequence):
        return phrase("values", "comma", lang).join(value_text(item, lang) for item in value)
    return phrase("values", "unknown", lang) if value is None else str(value)


def _figure_text(figure: Figure, lang: Lang) -> str:
    if figure.value is not None:
        return value_text(figure.value, lang)
    if figure.state == "absent":
        return phrase("values", "absent", lang)
    return figure.raw.strip() or phrase("values", "blank", lang)
