"""Which section of a form a title stands for, over the forms of all editions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from gxcheck.document.normalise import normalise
from gxcheck.report.form_set import FormSet, shipped_forms
from gxcheck.report.forms import Form, SectionForm
from gxcheck.report.labels import normal_key
from gxcheck.report.model import Likeness
from gxcheck.report.sections.structure import structure

__all__ = [
    "TitleRole",
    "is_known_title",
    "is_required",
    "known_role",
    "known_start",
    "likeness_in",
    "may_begin_title",
    "own_titles",
    "role_of_title",
]


class TitleRole(Struct, frozen=True):
    """The role that a title tells, and how it tells it: by which words, or only by likeness."""

    role: str
    likeness: Likeness


@cache
def _known() -> dict[str, TitleRole]:
    """Every title that some shipped form knows, by its key."""
    return _titles(_sections())


def _titles(sections: Sequence[SectionForm]) -> dict[str, TitleRole]:
    """Titles by their keys; official ones before synonyms."""
    known: dict[str, TitleRole] = {}
    for section in sections:
        for key in section.official:
            known.setdefault(key, TitleRole(section.role, "official"))
    for section in sections:
        for key in section.synonyms:
            known.setdefault(key, TitleRole(section.role, "synonym"))
    return known


@cache
def _sections() -> tuple[SectionForm, ...]:
    return _sections_of(shipped_forms())


def _sections_of(forms: FormSet) -> tuple[SectionForm, ...]:
    newest_first = forms.forms[::-1]
    sections = [section for each in newest_first for section in each.sections]
    return (*sections, *(addition for each in newest_first for addition in each.additions))


def own_titles(forms: FormSet) -> Mapping[str, TitleRole]:
    """The titles of sections that these forms have and the shipped have not, or otherwise."""
    known = _known()
    titles = _titles(_sections_of(forms)) if forms is not shipped_forms() else {}
    return {
        key: title
        for key, title in titles.items()
        if key not in known or known[key].role != title.role
    }


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns of all forms with their roles, each once, sections before additions."""
    found = {(pattern.pattern): (section.role, pattern) for section, pattern in _each_pattern()}
    return tuple(found.values())


def _each_pattern() -> Iterator[tuple[SectionForm, re.Pattern[str]]]:
    for section in _sections():
        for pattern in section.patterns:
            yield section, pattern


@cache
def _keys() -> tuple[str, ...]:
    return tuple(_known())


@cache
def _characters() -> frozenset[str]:
    return frozenset().union(*_known())


@cache
def _required() -> frozenset[str]:
    return frozenset(section.role for form in shipped_forms().forms for section in form.sections)


def is_required(role: str) -> bool:
    """Whether the form of some edition requires a section of that role."""
    return role in _required()


def known_role(key: str) -> TitleRole | None:
    """The role of a section that some form calls so, in its own words or synonyms of them."""
    return _known().get(key)


def is_known_title(title: str) -> bool:
    """Whether a form, or the list of topics, has the title in these words."""
    return normal_key(title) in _known() or title in structure().headings.topics


@cache
def _starts() -> dict[str, tuple[str, ...]]:
    """Titles and topics by their first two characters, the longest first."""
    words = {normalise(section.title).text for section in _sections()}
    words |= set(_known()) | structure().headings.topics
    starts: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        starts.setdefault(word[:2], []).append(word)
    return {start: tuple(words) for start, words in starts.items()}


def may_begin_title(text: str, start: int) -> bool:
    """Whether some known title begins as the text does at `start`: a cheap test."""
    return text[start : start + 2] in _starts()


def known_start(text: str, start: int) -> int:
    """The end of the longest known title that begins at `start`; `start` where there is none."""
    for word in _starts().get(text[start : start + 2], ()):
        if text.startswith(word, start):
            return start + len(word)
    return start


@lru_cache(maxsize=4096)
def role_of_title(title: str) -> TitleRole | None:
    """The role of a section of that title (in normal dress), None where no form has the like."""
    key = normal_key(title)
    return _known().get(key) or _by_pattern(title) or _by_likeness(key)


def _by_pattern(title: str) -> TitleRole | None:
    for role, pattern in _patterns():
        if pattern.search(title):
            return TitleRole(role, "similar")
    return None


def _by_likeness(key: str) -> TitleRole | None:
    cutoff = structure().likeness
    shared = sum(character in _characters() for character in key)
    if len(key) < 3 or 200 * shared < cutoff * (len(key) + shared):
        return None  # even a title of just the characters that they share would not be like it
    from rapidfuzz import fuzz, process  # slow to import, and most titles are known

    best = process.extractOne(key, _keys(), scorer=fuzz.ratio, processor=None, score_cutoff=cutoff)
    return TitleRole(_known()[best[0]].role, "similar") if best else None


def likeness_in(edition_form: Form, title: TitleRole, words: str) -> Likeness:
    """How `words` fit the section of that role in one form; as found where it has none such."""
    key = normal_key(words)
    for section in (*edition_form.sections, *edition_form.additions):
        if section.role == title.role:
            if key in section.official:
                return "official"
            return "synonym" if key in section.synonyms else "similar"
    return title.likeness
