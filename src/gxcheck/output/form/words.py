"""What drafts say and how they are set, from rules/drafts.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast

from msgspec import Struct

from gxcheck.data import read_yaml
from gxcheck.report.lineage import Edition, told_for

__all__ = ["EditionWords", "Style", "edition_words", "layout", "setting", "styles", "text"]


class Style(Struct, frozen=True):
    """How a paragraph is set: size in half points, measures in twentieths of a point.

    `indent` is that of its first line, in characters; `outline` its level in the outline.
    """

    font: str
    size: int
    align: str
    line: int = 0
    before: int = 0
    after: int = 0
    indent: int = 0
    outline: int | None = None
    new_page: bool = False


@dataclass(frozen=True)
class EditionWords:
    """The words of one edition's draft; `sections` has the paragraphs of each by its role."""

    title: str
    preamble: tuple[str, ...]
    sections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@cache
def edition_words(edition: Edition) -> EditionWords:
    """The words of an edition's draft."""
    item = told_for(edition, _all()["editions"], {})
    sections = {role: tuple(lines) for role, lines in item["sections"].items()}
    return EditionWords(item["title"], tuple(item["preamble"]), sections)


@cache
def styles() -> Mapping[str, Style]:
    """The styles of paragraphs by their names."""
    return {name: Style(**item) for name, item in _all()["styles"].items()}


def layout(table: str) -> Mapping[str, Any]:
    """The layout of a table."""
    return cast("Mapping[str, Any]", _all()["tables"][table])


def setting(name: str) -> Any:
    """Any other entry of the file."""
    return _all()[name]


def text(name: str, **values: object) -> str:
    """An entry that is a text, with its {names} filled."""
    return cast("str", _all()[name]).format(**values)


def _all() -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", read_yaml("drafts.yml"))
