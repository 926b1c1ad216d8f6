"""The words in which an input is refused, from rules/reading.yml."""

from __future__ import annotations

from gxcheck.data import read_yaml
from gxcheck.errors import ReadError

__all__ = ["refusal"]


def refusal(key: str, name: str | None, /, **values: object) -> ReadError:
    """The error for a `key` of rules/reading.yml; `name` is that of the input, if it has one."""
    words = read_yaml("reading.yml")
    chinese, english = words[key]["zh"], words[key]["en"]
    return ReadError(
        chinese.format(name=f"“{name}”" if name else words["text"]["zh"], **values),
        english.format(name=name or words["text"]["en"], **values),
    )
