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
_JOINTS = own_pattern("[和及与、]")


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
    the form that is missing is left to `missing_sections`; titles that tell no role are lost
    where nothing below the list has their words, those of `general` aside. `topics` of a section
    are left aside, whatever note they bear, and so is a list that only names some parts (fewer
    than all but `short`, or ended by one of the words `open`). What begins with a word of
    `improvement` stands in the section on problems.
    """
    declared = _declared(report)
    titles = [title for title in declared.titles if not _is_attachment(title, options)]
    if not titles:
        raise NotApplicable("nothing")
    topics = normal_words(tuple(options["topics"]))
    named = [title for title in titles if _NOTE.sub("", title.text) not in topics]
    lost = _lost(named, report, options, context)
    known = all(title in lost or _content(title, context) for title in titles)
    unlisted = _unlisted(declared, report, context) if known else []
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
        if not title.text.startswith(inside)
        and (
            _content(title, context) not in elsewhere
            or (_is_own_title(title, options, context) and _is_nowhere(title, options, context))
        )
    ]


def _is_own_title(title: Words, options: Mapping[str, Any], context: Context) -> bool:
    """Whether a title has no role, ends as titles do, and bears no number of a lower level."""
    ends = normal_words(tuple(options["ends"]))
    numbered = title.text.startswith("(")
    return title.text.endswith(ends) and not numbered and _content(title, context) is None


def _is_nowhere(title: Words, options: Mapping[str, Any], context: Context) -> bool:
    """Whether no passage has any of the words that a title joins, but for the list itself."""
    words = title.text
    for general in normal_words(tuple(options["general"])):
        words = words.replace(general, " ")
    own = [word for part in words.split() for word in _JOINTS.split(part)]
    text = context.scopes.scope("document").words
    return bool(own) and all(len(word) > 1 and text.count(word) <= 1 for word in own)


def _unlisted(declared: DeclaredSections, report: Report, context: Context) -> list[Section]:
    """The sections found whose title is not listed, be it as an attachment (说明与附表)."""
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
