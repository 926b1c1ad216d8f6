"""What stands around the body of a Word file: footnotes and endnotes, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from lxml.etree import _Element

from gxcheck.data import read_yaml
from gxcheck.document.docx.drafts import Draft, Line
from gxcheck.document.docx.markup import is_on
from gxcheck.document.docx.names import (
    EVEN_AND_ODD,
    FOOTER_MARK,
    HEADER_MARK,
    ID,
    REFERENCE,
    SECTION,
    TITLE_PAGE,
    TYPE,
    w,
)
from gxcheck.document.docx.package import Package, Part
from gxcheck.document.docx.story import Lists, Story
from gxcheck.document.model import Role
from gxcheck.document.typography import typography
from gxcheck.patterns import own_pattern

__all__ = ["headers_and_footers", "notes"]

_NOTES = {"footnotes": w("footnote"), "endnotes": w("endnote")}
_ROLES: tuple[tuple[str, Role], ...] = ((HEADER_MARK, "header"), (FOOTER_MARK, "footer"))
_CHANGE = w("sectPrChange")


def notes(
    package: Package, lists: Lists, wanted: Iterable[tuple[str, str]]
) -> Iterator[tuple[Part, Role, Draft]]:
    """The notes that the text points to, each once, in the order of its marks."""
    for kind, tag in _NOTES.items():
        keys = list(dict.fromkeys(key for other, key in wanted if other == kind))
        part = package.related(kind) if keys else None
        if part is None:
            continue
        story = Story(part, lists)
        found = {note.get(ID, ""): note for note in part.root.iterchildren(tag)}
        for key in keys:
            if key in found:
                for draft in story.read(found[key]):
                    yield part, "footnote", draft


def headers_and_footers(package: Package, lists: Lists) -> Iterator[tuple[Part, Role, Draft]]:
    """What stands at the head and the foot of pages, page numbers left out, each text once."""
    seen: set[tuple[Role, str]] = set()
    sections = [s for s in package.main.outline.all(SECTION) if not _is_former(s)]
    for tag, role in _ROLES:
        for name in dict.fromkeys(_referred(package, sections, tag)):
            part = package.part(name)
            if part is None:
                continue
            for draft in Story(part, lists).read(part.root):
                text = draft.text.strip() if isinstance(draft, Line) else ""
                if text and ((role, text) in seen or _is_page_number(draft, text)):
                    continue
                seen.add((role, text))
                yield part, role, draft


def _referred(package: Package, sections: list[_Element], tag: str) -> Iterator[str]:
    """The parts that the sections of the body name and that are shown."""
    even = None
    for section in sections:
        for mark in section.iterchildren(tag):
            kind = mark.get(TYPE, "default")
            if kind == "first" and not is_on(next(section.iterchildren(TITLE_PAGE), None)):
                continue
            if kind == "even":
                even = _has_even(package) if even is None else even
                if not even:
                    continue
            target = package.target(mark.get(REFERENCE, ""))
            if target:
                yield target


def _is_former(section: _Element) -> bool:
    parent = section.getparent()
    return parent is not None and parent.tag == _CHANGE


def _has_even(package: Package) -> bool:
    """Whether pages with even numbers have headers of their own."""
    settings = package.related("settings")
    if settings is None:
        return False
    return is_on(next(settings.root.iterchildren(EVEN_AND_ODD), None))


@cache
def _page_words() -> re.Pattern[str]:
    return own_pattern(read_yaml("word.yml")["page_words"])


def _is_page_number(draft: Draft, text: str) -> bool:
    """Whether nothing but the number of the page stands there, be it a field or typed."""
    if isinstance(draft, Line) and draft.page_numbers:
        numbers = {id(piece) for piece in draft.page_numbers}
        rest = "".join(piece.text for piece in draft.pieces if id(piece) not in numbers)
        return _page_words().fullmatch(rest) is not None
    return text.isdigit() or typography().page_number.fullmatch(text) is not None
