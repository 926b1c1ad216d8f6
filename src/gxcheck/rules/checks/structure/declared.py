"""Checks on what the preamble says of the report's own parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gxcheck.patterns import own_pattern
from gxcheck.report.model import DeclaredSections, Report, Section, Words
from gxcheck.report.sections.roles import role_of_title
from gxcheck.rules.checks.structure.sections import content_role, form_roles
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, NotEvaluated, Violation
from gxcheck.rules.search.words import normal_words

__all__ = ["section_count", "section_declared"]

_NOTE = own_pattern(r"\(.*\)")


def section_count(
    report: Report,
    options: Mapping[str, Any],
    context: Context,
) -> Iterator[Violation]:
    """The number of parts that the preamble tells is that of the sections found.

    An attachment is no section; where the list names one (in words of `attachments`), it may have
    been counted. The section that tells of the others need not count itself.
    """
    declared = _declared(report)
    if declared.count is None:
        raise NotApplicable("nothing")
    found = len(report.sections)
    others = found - sum(1 for section in _tellers(declared, report, context))
    counted = sum(1 for title in declared.titles if _is_attachment(title, options))
    if declared.count not in (found, found + counted, others):
        yield Violation(
            declared.location,
            values={
                "declared": declared.count,
                "found": found,
                "sections": [section.heading.text for section in report.sections],
            },
            place="preamble",
        )


def section_declared(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The sections that the preamble lists are, by role, the sections found: one finding.

    Variants: `default` (listed, not found), `unlisted` (found, not listed), `both`. A section of
    the form that is missing is left to `missing_sections`; titles that tell no role are left
    aside, as are `topics` of a section, whatever note they bear, and so is a list that only names
    some parts (fewer than all but `short`, or ended by one of the words `open`). What begins with
    a word of `improvement` stands in the section on problems.
    """
    declared = _declared(report)
    titles = [title for title in declared.titles if not _is_attachment(title, options)]
    if not titles:
        raise NotApplicable("nothing")
    topics = normal_words(tuple(options["topics"]))
    lost = [
        one
        for one in _lost(titles, report, options, context)
        if _NOTE.sub("", one.text) not in topics
    ]
    unlisted = _unlisted(titles, declared, report, context)
    if len(unlisted) > options["short"] or _is_open(declared, options):
        unlisted = []
    if lost or unlisted:
        yield Violation(
            declared.location,
            values={
                "listed": [title.text for title in lost],
                "found": [section.heading.text for section in unlisted],
            },
            related=tuple(section.heading.location for section in unlisted),
            place="preamble",
            variant="default" if not unlisted else "both" if lost else "unlisted",
        )


def _declared(report: Report) -> DeclaredSections:
    declared = report.declared
    if declared is None:
        raise NotApplicable("nothing")
    if not report.sections:
        raise NotEvaluated("nothing")
    return declared


def _is_open(declared: DeclaredSections, options: Mapping[str, Any]) -> bool:
    """Whether a list says itself that it may not be the whole one."""
    rest = declared.text.rpartition(declared.titles[-1].text)[2]
    return declared.count is None and rest.startswith(normal_words(tuple(options["open"])))


def _is_attachment(title: Words, options: Mapping[str, Any]) -> bool:
    return title.text.endswith(normal_words(tuple(options["attachments"])))


def _lost(
    titles: Sequence[Words], report: Report, options: Mapping[str, Any], context: Context
) -> list[Words]:
    """The titles listed whose section is not there, though the form does not require it."""
    contents = {content_role(section.role, context.form) for section in report.sections}
    if None in contents:
        return []
    elsewhere = contents.union(form_roles(context.form), (None,))
    inside = normal_words(tuple(options["improvement"])) if "problems" in contents else ()
    return [
        title
        for title in titles
        if _content(title, context) not in elsewhere and not title.text.startswith(inside)
    ]


def _unlisted(
    titles: Sequence[Words], declared: DeclaredSections, report: Report, context: Context
) -> list[Section]:
    """The sections found whose title is not listed, be it as an attachment (说明与附表)."""
    if any(_content(title, context) is None for title in titles):
        return []
    tellers = _tellers(declared, report, context)
    return [one for one in _others(declared, report, context) if one not in tellers]


def _tellers(declared: DeclaredSections, report: Report, context: Context) -> list[Section]:
    """The first section, where it is the one that lists the others, and not itself."""
    first = report.sections[0]
    inside = declared.titles and declared.location.block > first.heading.location.block
    return [one for one in _others(declared, report, context) if inside and one is first]


def _others(declared: DeclaredSections, report: Report, context: Context) -> list[Section]:
    """The sections that the list does not name."""
    listed = {None, *(_content(title, context) for title in declared.titles)}
    return [s for s in report.sections if content_role(s.role, context.form) not in listed]


def _content(title: Words, context: Context) -> str | None:
    found = role_of_title(title.text)
    return content_role(found.role, context.form) if found else None
