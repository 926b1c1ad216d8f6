"""Whose report it is: every naming of the reporting organ, and the fullest of them.

Title, preamble, contact and signature name the organ, and so does who compiled the report
(由…编制). Words such as 我局 or 全市 name nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from gxcheck.report.front.flow import Flow
from gxcheck.report.front.organ_names import (
    is_organ_name,
    kind_of,
    plain_name,
    same_organ,
    special_of,
)
from gxcheck.report.front.title import before_subject
from gxcheck.report.front.vocabulary import pattern, words
from gxcheck.report.model import Contact, Organ, OrganName, Signature, Title, Words

__all__ = ["read_organ"]

_SHORTEST = 2  # characters of a name
_LONGEST_LEAD = 70  # characters before a word in which the organ's name stands


def read_organ(
    title: Title | None,
    preamble: Flow,
    contact: Contact | None,
    signature: Signature,
    *,
    by_school_year: bool = False,
) -> Organ:
    """The organ with all its names, in the order of the report.

    `by_school_year` says that the report is on a school year.
    """
    names = [
        *_title_names(title),
        *_preamble_names(preamble),
        *_contact_names(contact),
        *_signature_names(signature),
    ]
    name = _fullest(names)
    kind = kind_of(name)
    special = special_of(name, kind, by_school_year=by_school_year)
    return Organ.model_construct(name=name, kind=kind, special=special, names=tuple(names))


def _fullest(names: list[OrganName]) -> str | None:
    """The name to call the organ by: the signature's or the title's, else the first told.

    A government's report may be signed by its office; then the title tells whose it is.
    """
    by_place = {name.place: name.text for name in reversed(names)}
    title, signature = by_place.get("title"), by_place.get("signature")
    if title and signature:
        return signature if _same_rank(title, signature) else title
    return signature or title or by_place.get("preamble") or by_place.get("contact")


def _same_rank(title: str, signature: str) -> bool:
    if same_organ(title, signature) is False:
        return False
    return kind_of(title) == kind_of(signature) and len(plain_name(signature)) >= _SHORTEST


def _title_names(title: Title | None) -> Iterator[OrganName]:
    if title and title.organ:
        yield OrganName(text=title.organ, location=title.location, place="title")


def _preamble_names(preamble: Flow) -> Iterator[OrganName]:
    """The names in …(以下简称…), in 现公布…2018年政府信息公开工作年度报告 and in 由…编制."""
    text = preamble.text
    found = dict([*_compilers(text), *_names_of_reports(text), *_names_cut_short(text)])
    for start, name in sorted(found.items()):
        location = preamble.locate(start, start + len(name))
        yield OrganName(text=name, location=location, place="preamble")


def _names_of_reports(text: str) -> Iterator[tuple[int, str]]:
    for naming in pattern("naming").finditer(text):
        at = naming.start()
        lead = pattern("lead").search(text[max(0, at - _LONGEST_LEAD) : at])
        name = _named(lead.group()) if lead else None
        if name:
            yield text.rindex(name, 0, at), name


def _names_cut_short(text: str) -> Iterator[tuple[int, str]]:
    for mark in pattern("short_for").finditer(text):
        at = mark.start()
        before = pattern("name_before").search(text, max(0, at - _LONGEST_LEAD), at)
        name = pattern("naming_lead").sub("", before.group()) if before else ""
        if is_organ_name(name):
            yield at - len(name), name


def _compilers(text: str) -> Iterator[tuple[int, str]]:
    """The organs in 由某局编制 and in 某局编制了本报告."""
    named = [(found.start("organ"), found["organ"]) for found in pattern("compiled").finditer(text)]
    for verb in pattern("compiling").finditer(text):
        lead = pattern("lead").search(text[max(0, verb.start() - _LONGEST_LEAD) : verb.start()])
        if lead and not pattern("compiling_not").match(lead.group()):
            name = pattern("compiling_lead").sub("", lead.group())
            named.append((verb.start() - len(lead.group()), name))
    for at, name in named:
        if is_organ_name(name) and not pattern("inner").search(name):
            yield at, name


def _named(lead: str) -> str | None:
    """The organ in the words before 政府信息公开…报告."""
    subject = pattern("title_subject").search(lead)
    head = before_subject(lead, subject) if subject else lead
    years = pattern("title_years").split(head)
    for part in (years[-1], *reversed(years[:-1])) if len(years) > 1 else ():
        name = pattern("naming_lead").sub("", part or "")
        if name and name not in words("everyone") and is_organ_name(name):
            return name
    return None


def _contact_names(contact: Contact | None) -> Iterator[OrganName]:
    organ = contact.organ if contact else None
    if organ and is_organ_name(organ.text) and not pattern("inner").search(organ.text):
        yield _mention(organ, "contact")


def _signature_names(signature: Signature) -> Iterator[OrganName]:
    if signature.organ:
        yield _mention(signature.organ, "signature")


def _mention(organ: Words, place: Literal["contact", "signature"]) -> OrganName:
    return OrganName(text=organ.text, location=organ.location, place=place)
