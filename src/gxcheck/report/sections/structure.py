"""The words by which a report's structure is told: those of rules/structure.yml, by their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from gxcheck.data import read_yaml
from gxcheck.document.normalise import dressed
from gxcheck.patterns import own_pattern

__all__ = [
    "AttachmentWords",
    "DeclaredWords",
    "EndWords",
    "HeadingWords",
    "ReportWords",
    "Structure",
    "structure",
]

Words = tuple[str, ...]


class HeadingWords(Struct, frozen=True):
    """What headings are made of; the lengths are in characters."""

    longest: int
    inline: int
    sentence: int
    label: int
    divisions: str
    openers: re.Pattern[str]
    topics: frozenset[str]
    foreign: Words


class EndWords(Struct, frozen=True):
    """What ends the last section."""

    attachment: re.Pattern[str]
    caption: re.Pattern[str]
    debris: re.Pattern[str]
    date: re.Pattern[str]
    organ: re.Pattern[str]
    longest: int


class AttachmentWords(Struct, frozen=True):
    """How a line names an attachment, or begins one."""

    first: Words
    head: re.Pattern[str]
    file: re.Pattern[str]


class DeclaredWords(Struct, frozen=True):
    """How a preamble lists the parts of its report."""

    opening: re.Pattern[str]
    count: re.Pattern[str]
    closing: re.Pattern[str]
    surplus: re.Pattern[str]
    surplus_marks: str
    connectors: Words
    endings: Words
    subject: Words
    told: Words
    units: tuple[str, ...]
    prefilter: Words


class ReportWords(Struct, frozen=True):
    """How a report names itself, and how texts of other kinds are called."""

    subject: Words
    names: Words
    others: Words
    news: Words
    phrases: Words
    enough: float


class Structure(Struct, frozen=True):
    """All of it. `likeness` is the share of equal characters, 0 to 100."""

    likeness: float
    headings: HeadingWords
    ends: EndWords
    attachments: AttachmentWords
    declared: DeclaredWords
    report: ReportWords


@cache
def structure() -> Structure:
    """The shipped words."""
    data = read_yaml("structure.yml")
    return Structure(
        likeness=data["likeness"],
        headings=_headings(data["headings"]),
        ends=EndWords(**_compiled(data["ends"])),
        attachments=AttachmentWords(**_compiled(data["attachments"])),
        declared=DeclaredWords(**_compiled(data["declared"])),
        report=ReportWords(**_compiled(data["report"])),
    )


def _headings(data: Mapping[str, Any]) -> HeadingWords:
    topics = [topic + ending for topic in data["topics"] for ending in ("", *data["topic_endings"])]
    return HeadingWords(
        longest=data["longest"],
        inline=data["inline"],
        sentence=data["sentence"],
        label=data["label"],
        divisions="|".join(map(re.escape, data["divisions"])),
        openers=_pattern(data["openers"]["patterns"]),
        topics=frozenset(dressed(topics)),
        foreign=dressed(data["foreign"]),
    )


def _compiled(data: Mapping[str, Any]) -> dict[str, Any]:
    """The same mapping with its patterns compiled and its words in normal dress."""
    return {name: _value(value) for name, value in data.items()}


def _value(value: Any) -> Any:
    if isinstance(value, Mapping):
        return _pattern(value["patterns"])
    return dressed(value) if isinstance(value, list) else value


def _pattern(patterns: Iterable[str]) -> re.Pattern[str]:
    return own_pattern("|".join(patterns))
