"""The preamble's own list of the report's parts: 本年报由概述、…及其他需要报告的事项七部分组成."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from gxcheck.document.model import Paragraph
from gxcheck.document.numerals import ordinal_of
from gxcheck.patterns import own_pattern
from gxcheck.report.model import DeclaredSections, Words
from gxcheck.report.sections.roles import is_required, role_of_title
from gxcheck.report.sections.structure import structure
from gxcheck.report.sections.title_list import Span, split_titles
from gxcheck.report.seek import holds_any

__all__ = ["read_declared"]

_LONGEST_LIST = 1000  # characters of a sentence
_MOST_OPENINGS = 40
_LEAST = 2  # titles of a form by which a list is one of sections
_OTHERS = 3  # one title in so many at least is that of a section, or the list is of other things
_LONGEST = 40  # characters of a title
_CLOSE = 16  # characters from the last title to the end of what closes the list
_SENTENCE = own_pattern(r"[^。!?]+")
_BRACKETS = own_pattern(r"\([^()]*\)")


class _Listed(Struct, frozen=True):
    """A list found in a sentence: its span with what declares it, its count and its titles."""

    start: int
    end: int
    told: int | None
    titles: tuple[Span, ...]
    roles: int


def read_declared(paragraphs: Iterable[Paragraph]) -> DeclaredSections | None:
    """The first list or count of the report's parts in its opening paragraphs."""
    words = structure().declared
    for paragraph in paragraphs:
        if holds_any(paragraph.text, words.prefilter):
            found = next(_in_paragraph(paragraph), None)
            if found:
                return _declared(paragraph, found)
    return None


def _declared(paragraph: Paragraph, found: _Listed) -> DeclaredSections:
    return DeclaredSections(
        text=paragraph.normal[found.start : found.end],
        location=paragraph.locate(found.start, found.end),
        count=found.told,
        titles=tuple(
            Words(text=paragraph.normal[start:end], location=paragraph.locate(start, end))
            for start, end in found.titles
        ),
    )


def _in_paragraph(paragraph: Paragraph) -> Iterator[_Listed]:
    normal = paragraph.normal
    masked = _BRACKETS.sub(lambda match: "_" * len(match[0]), normal)
    prefilter = structure().declared.prefilter
    for sentence in _SENTENCE.finditer(normal):
        start, end = sentence.span()
        if end - start <= _LONGEST_LIST and holds_any(sentence[0], prefilter):
            found = _in_sentence(normal, masked, start, end)
            if found:
                yield found


def _in_sentence(normal: str, masked: str, start: int, end: int) -> _Listed | None:
    """The list of a sentence with the most titles of a form; else the count alone."""
    openings = islice(structure().declared.opening.finditer(masked, start, end), _MOST_OPENINGS)
    listed = (_listed(normal, masked, opening, end) for opening in openings)
    best = max(listed, key=lambda one: (one.roles, -len(one.titles)), default=None)
    if best is None or best.roles < max(_LEAST, len(best.titles) / _OTHERS):
        return _count_alone(masked, start, end)
    if best.told is None:
        return replace(best, told=_count(masked, start, end))
    return best


def _listed(normal: str, masked: str, opening: re.Match[str], end: int) -> _Listed:
    """The list that follows an opening, up to its count or whatever else closes it."""
    words = structure().declared
    start = opening.end()
    count = words.count.search(masked, start, end)
    closing = words.closing.search(masked, start, end)
    until = min((match.start() for match in (count, closing) if match), default=end)
    told = ordinal_of(count["count"]) if count and count.start() == until else None
    whole = max((match.end() for match in (count, closing) if match), default=end)
    last = start + len(masked[start:until].rstrip(words.surplus_marks))
    surplus = words.surplus.search(masked, last, until)
    until = surplus.start() if surplus else until
    titles = split_titles(normal, masked, start, until, told)
    whole = whole if whole - until <= _CLOSE else until
    return _Listed(opening.start(), whole, told, titles, _roles(normal, titles))


def _roles(normal: str, titles: Iterable[Span]) -> int:
    """How many sections that a form requires the titles name."""
    found = (role_of_title(normal[start:end]) for start, end in titles if end - start < _LONGEST)
    return len({title.role for title in found if title and is_required(title.role)})


def _count_alone(masked: str, start: int, end: int) -> _Listed | None:
    """A sentence that tells how many parts the report has without listing them."""
    words, sentence = structure().declared, masked[start:end]
    if not holds_any(sentence, words.subject):
        return None
    told = _count(masked, start, end) if holds_any(sentence, words.told) else None
    return _Listed(start, end, told, (), 0) if told else None


def _count(masked: str, start: int, end: int) -> int | None:
    """The number of parts that a sentence tells before or after its list."""
    words = structure().declared
    counts = words.count.finditer(masked, start, end)
    return next((ordinal_of(one["count"]) for one in counts if one["unit"] in words.units), None)
