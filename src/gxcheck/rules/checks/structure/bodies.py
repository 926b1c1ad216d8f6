"""What stands below the headings of sections, as the checks look through it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from gxcheck.document.model import Location, Paragraph, Passage
from gxcheck.patterns import own_pattern
from gxcheck.report.labels import normal_key
from gxcheck.report.model import Report, Section
from gxcheck.report.sections.roles import is_known_title

__all__ = [
    "Phrasing",
    "body",
    "has_text",
    "sections_of",
    "text_of",
    "unlabelled",
    "whereabouts",
]

_Spot: TypeAlias = "tuple[int, int | None, int | None]"
_WINDOW = 16
_WORD = own_pattern(r"\w")


def sections_of(report: Report, roles: Collection[str]) -> list[Section]:
    """The sections of those roles, in the report's order."""
    return [section for section in report.sections if section.role in roles]


def body(section: Section) -> Iterator[Passage]:
    """The paragraphs and cells below a section's heading."""
    for block in section.blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                yield from row


def has_text(section: Section) -> bool:
    """Whether anything but punctuation stands below a section's heading."""
    return any(_WORD.search(passage.text) for passage in body(section))


def text_of(sections: Iterable[Section]) -> str:
    """The text below the headings, a passage a line, in normal dress."""
    return "\n".join(passage.normal for section in sections for passage in body(section))


def unlabelled(
    sections: Iterable[Section],
    labels: Collection[str],
    *,
    only_empty: bool = False,
    belied: Sequence[str] = (),
) -> str:
    """The text below the headings without the sub-headings that only name what follows.

    Those are titles of sections, and what is among `labels`. With `only_empty` they are left out
    where nothing follows before the next one, or what follows has one of `belied`.
    """
    lines: list[str] = []
    for section in sections:
        lines += _without_labels(section, labels, belied, only_empty=only_empty)
    return "\n".join(lines)


def _without_labels(
    section: Section, labels: Collection[str], belied: Sequence[str], *, only_empty: bool
) -> Iterator[str]:
    naming = {
        _spot(heading.location): heading.text
        for heading in section.subheadings
        if is_known_title(heading.title) or normal_key(heading.title) in labels
    }
    waiting = ""
    for passage in body(section):
        label = naming.get(_spot(passage.location), "")
        text = passage.normal.replace(label, "", 1) if label else passage.normal
        if label:
            waiting = label if only_empty else ""
        if _WORD.search(text):
            yield text if any(word in text for word in belied) else waiting + text
            waiting = ""


def _spot(location: Location) -> _Spot:
    return location.block, location.row, location.cell


class Phrasing(Struct, frozen=True):
    """Words that tell something, save where one of `unless` goes before them.

    `fillers` may stand between: 有待进一步加强 tells no measure though it has 加强.
    """

    words: Sequence[str]
    unless: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()

    def is_told(self, text: str) -> bool:
        """Whether one of the words stands in the text as meant."""
        return any(self._told(word, text) for word in self.words)

    def _told(self, word: str, text: str) -> bool:
        at = text.find(word)
        while at >= 0:
            before = self._before(text[max(0, at - _WINDOW) : at])
            if not before.endswith(self.unless):
                return True
            at = text.find(word, at + 1)
        return False

    def _before(self, text: str) -> str:
        """The text without the fillers at its end."""
        while True:
            filler = next((one for one in self.fillers if text.endswith(one)), None)
            if filler is None:
                return text
            text = text.removesuffix(filler)


def whereabouts(
    sections: Iterable[Section], words: Sequence[str], aside: Location | None = None
) -> Iterator[tuple[Section, Location]]:
    """The sections that tell something in these words, each with the first place where it does.

    What stands at the place `aside` does not count.
    """
    for section in sections:
        places = (place for place in _places(section, words) if not _within(place, aside))
        place = next(places, None)
        if place is not None:
            yield section, place


def _places(section: Section, words: Sequence[str]) -> Iterator[Location]:
    for passage in body(section):
        for word in filter(passage.normal.__contains__, words):
            for found in re.finditer(re.escape(word), passage.normal):
                yield passage.locate(*found.span())


def _within(place: Location, around: Location | None) -> bool:
    return (
        around is not None
        and _spot(place) == _spot(around)
        and around.start <= place.start < around.end
    )
