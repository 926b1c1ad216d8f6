"""Which headings of a document may be those of its sections: the candidates for the outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from gxcheck.document.model import Document, Paragraph
from gxcheck.report.forms import EDITIONS, form
from gxcheck.report.headings import STYLES, Bounds, read_bounds, unnumbered_bounds
from gxcheck.report.labels import label_key, normal_key
from gxcheck.report.roles import TitleRole, is_known_title, role_of_title
from gxcheck.report.structure import structure

__all__ = ["Candidate", "candidates", "is_attachment"]

_LEVELS = {style: level for level, style in enumerate(STYLES)}
_LOWEST = len(STYLES)
_LISTED = "一是"
_SHORTEST_CONTENTS = 3  # headings in a row that repeat later are a table of contents


@dataclass(frozen=True, slots=True)
class Candidate:
    """A heading that may be a section's.

    `first` is the ordinal at which the run of its style began under the same parent, `nested`
    says that it belongs to a list inside a section, `appended` that it stands after an attachment
    began, `strong` that the title is one that a form has.
    """

    block: int
    bounds: Bounds
    key: str
    role: TitleRole | None
    alone: bool
    first: int = 0
    nested: bool = False
    appended: bool = False

    @property
    def style(self) -> str:
        """The style of its number."""
        return self.bounds.mark.style

    @property
    def ordinal(self) -> int | None:
        """The value of its number."""
        return self.bounds.mark.ordinal

    @property
    def level(self) -> int:
        """The level of its style, from 0."""
        return _LEVELS[self.style]

    @property
    def is_strong(self) -> bool:
        """Whether its title is one of a form's own words."""
        return self.role is not None and self.role.likeness != "similar"


def candidates(document: Document) -> tuple[list[Candidate], list[Candidate]]:
    """All numbered headings of a document, and those that may be of sections, in order."""
    found = list(_found(document))
    numbered = [one for one in found if one.style]
    possible = _without_contents(found)
    possible = list(_with_runs(possible))
    possible = list(_outermost(possible))
    return numbered, _mark_nested(possible)


def is_attachment(paragraph: Paragraph) -> bool:
    """Whether an attachment begins, or attachments are named, at a paragraph."""
    ends = structure().ends
    return len(paragraph.text) <= 80 and ends.attachment.match(paragraph.normal) is not None


@cache
def _table_labels() -> frozenset[str]:
    """Labels of the forms' tables that no section bears: rows lie in the text of some reports."""
    tables = [table for edition in EDITIONS for table in form(edition).tables.values()]
    labels = {key for table in tables for row in table.rows for key in row.keys}
    labels |= {label_key(group) for table in tables for group in table.groups}
    return frozenset(label for label in labels if not is_known_title(label))


def _found(document: Document) -> Iterator[Candidate]:
    longest = structure().headings.longest
    appended = False
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph):
            continue
        bounds = read_bounds(block)
        if bounds is None and len(block.text) <= longest:
            appended = appended or is_attachment(block)
            bounds = unnumbered_bounds(block)
        if bounds is None or bounds.mark.style == _LISTED:
            continue
        key = normal_key(bounds.title)
        if key not in _table_labels():
            role = role_of_title(bounds.title)
            alone = bounds.rest >= len(block.normal)
            yield Candidate(index, bounds, key, role, alone, appended=appended)


def _without_contents(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without those of a table of contents before the body."""
    keys = [one.key.rstrip("0123456789") for one in found]
    last = {key: at for at, key in enumerate(keys)}
    kept: list[Candidate] = []
    start = 0
    for at in range(1, len(found) + 1):
        if at < len(found) and found[at].block == found[at - 1].block + 1:
            continue
        repeated = sum(last[key] >= at for key in keys[start:at])
        if repeated < _SHORTEST_CONTENTS or 2 * repeated < at - start:
            kept.extend(found[start:at])
        start = at
    return kept


def _with_runs(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Each candidate with the ordinal at which its run began under the same parent."""
    runs: dict[int, tuple[int, int]] = {}
    for one in found:
        if one.ordinal is None:
            yield one
            continue
        runs = {level: run for level, run in runs.items() if level <= one.level}
        last, first = runs.get(one.level, (-1, one.ordinal))
        if one.ordinal != last + 1:
            first = one.ordinal
        runs[one.level] = (one.ordinal, first)
        yield replace(one, first=first)


def _outermost(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Without the lists that begin under a section of a higher level."""
    highest = _LOWEST
    for one in found:
        if one.level > highest and one.first == 1:
            continue
        yield one
        if one.is_strong and one.style:
            highest = min(highest, one.level)


def _mark_nested(found: list[Candidate]) -> list[Candidate]:
    """Marks lists that use the sections' own style again: 一 [一 二 三] 二."""
    by_style: dict[str, list[int]] = {}
    for at, one in enumerate(found):
        by_style.setdefault(one.style, []).append(at)
    for style, places in by_style.items():
        if style:
            for at in _nested(found, places):
                found[at] = replace(found[at], nested=True)
    return found


def _nested(found: Sequence[Candidate], places: Sequence[int]) -> Iterator[int]:
    ordinals = [found[at].ordinal or 0 for at in places]
    start = 0
    for at in range(1, len(places)):
        if ordinals[at] == ordinals[at - 1] + 1:
            continue
        is_list = start > 0 and ordinals[start] == 1 and at - start > 1
        if is_list and ordinals[at] <= ordinals[at - 1]:
            yield from places[start:at]
        start = at
