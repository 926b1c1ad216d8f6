"""What stands below the headings of sections, as the checks look through it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from gxcheck.document.model import Location, Paragraph, Passage
from gxcheck.report.labels import normal_key
from gxcheck.report.model import Report, Section
from gxcheck.report.roles import is_known_title

__all__ = ["Phrasing", "body", "has_text", "sections_of", "text_of", "whereabouts"]

_WORD = re.compile(r"\w")


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


def text_of(sections: Iterable[Section], labels: Collection[str] = ()) -> str:
    """The text below the headings, a passage a line, in normal dress.

    Sub-headings that only name what follows are left out: titles of sections, and `labels`.
    """
    return "\n".join(line for section in sections for line in _lines(section, labels))


def _lines(section: Section, labels: Collection[str]) -> Iterator[str]:
    naming = {
        _start(heading.location): heading.text
        for heading in section.subheadings
        if is_known_title(heading.title) or normal_key(heading.title) in labels
    }
    for passage in body(section):
        name = naming.get(_start(passage.location)) if naming else None
        yield passage.normal.replace(name, "", 1) if name else passage.normal


def _start(location: Location) -> tuple[int, int | None, int | None]:
    return location.block, location.row, location.cell


@dataclass(frozen=True)
class Phrasing:
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
            if not self.unless or not self._before(text[max(0, at - 16) : at]).endswith(self.unless):
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


def whereabouts(sections: Iterable[Section], words: Sequence[str]) -> Iterator[tuple[Section, Location]]:
    """The sections that tell something in these words, each with the first place where it does."""
    for section in sections:
        place = next(_places(section, words), None)
        if place is not None:
            yield section, place


def _places(section: Section, words: Sequence[str]) -> Iterator[Location]:
    for passage in body(section):
        for word in words:
            at = passage.normal.find(word)
            if at >= 0:
                yield passage.locate(at, at + len(word))
