"""Checks on which sections a report has, in which order and under which titles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from gxcheck.report.forms import Addition, Form, SectionForm, form
from gxcheck.report.labels import normal_key
from gxcheck.report.lineage import EDITIONS, applies
from gxcheck.report.model import Report, Section
from gxcheck.rules.checks.structure.bodies import has_text, sections_of, whereabouts
from gxcheck.rules.checks.structure.joint_titles import joint_roles
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, Violation
from gxcheck.rules.search.words import normal_words

__all__ = [
    "content_role",
    "empty_sections",
    "extra_sections",
    "form_roles",
    "missing_sections",
    "out_of_order",
    "section_order",
    "section_titles",
    "split_sections",
]

_PLANS, _REST = "problems", "other"


def missing_sections(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The sections of the form that the report has not.

    `roles` names those to look for (default: all, but those `left_out` in this edition), `told` the
    words by which their content is known where another section tells it, `joint` when a title
    stands for several. Variants: `told`, `unnamed` (at its place stands a section whose title says
    nothing), `none` (no section at all).
    """
    if not report.sections:
        if "roles" in options:
            raise NotApplicable("nothing")
        yield Violation(variant="none", values={"titles": _titles(context.form, options)})
        return
    present = {section.role for section in report.sections}
    present |= {role for s in report.sections for role in joint_roles(s, options, context)}
    for section in _wanted(context.form, options):
        if section.role not in present:
            yield _missing(report, section, options, context.form)


def empty_sections(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The sections of the form without content.

    Where the form has a table, its loss is not told here. A title with one of the words
    `statements` in it (无, 未发生…) says all itself. `roles` as for `missing_sections`.
    """
    statements = normal_words(tuple(options["statements"]))
    for wanted in _wanted(context.form, options):
        found = sections_of(report, (wanted.role,)) if wanted.table is None else []
        if found and not any(_says(section, statements) for section in found):
            yield _at(found[0], title=found[0].heading.title)


def section_order(
    report: Report,
    options: Mapping[str, Any],
    context: Context,
) -> Iterator[Violation]:
    """The sections that stand outside the official order, told once; no `joint` one is."""
    alone = [one for one in report.sections if not joint_roles(one, options, context)]
    moved = out_of_order(alone, context.form)
    if moved:
        first, *others = moved
        order = [s.title for s in context.form.sections if report.section(s.role)]
        yield Violation(
            location=first.heading.location,
            values={"sections": [section.heading.text for section in moved], "order": order},
            related=tuple(section.heading.location for section in others),
        )


def section_titles(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The sections under other titles than the form's.

    In the editions of `synonyms` other known words are as good. Words of `ignored` are left aside,
    and `joint` titles.
    """
    ignored = normal_words(tuple(options.get("ignored", ())))
    with_synonyms = applies(report.edition, options.get("synonyms", ()))
    good = ("official", "synonym") if with_synonyms else ("official",)
    for wanted in context.form.sections:
        others = [
            one
            for one in report.sections
            if one.role == wanted.role
            and one.likeness not in good
            and not joint_roles(one, options, context)
        ]
        if not others:
            continue
        keys = wanted.official | wanted.synonyms if with_synonyms else wanted.official
        right = {_without(key, ignored) for key in keys}
        for section in others:
            own = _without(normal_key(section.heading.title), ignored)
            if not any(own.startswith(key) for key in right):
                yield _at(section, title=section.heading.title, official=wanted.title)


def extra_sections(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The sections beyond the form.

    Variants: `known` (a local addition that is known), `repeated` (a section told twice). What
    belongs to another section's content is left to `split_sections` in the editions `split`, and
    what stands for a section of the form to `missing_sections`.
    """
    own = form_roles(context.form)
    split = applies(report.edition, options.get("split", ()))
    instead = list(_stand_ins(report.sections, context.form))
    seen: set[str] = set()
    for section in report.sections:
        role = section.role
        if role is None:
            if all(section is not one for one in instead):
                yield _at(section, title=section.heading.title)
        elif role not in own:
            yield from _beyond(section, role, split=split)
        elif role in seen and not split:
            yield _at(section, "repeated", title=section.heading.title)
        seen.add(role or "")


def split_sections(
    report: Report,
    options: Mapping[str, Any],
    context: Context,
) -> Iterator[Violation]:
    """One content of the form that is spread over several sections, at the last of them."""
    parts: dict[str | None, list[Section]] = {}
    for section in report.sections:
        parts.setdefault(content_role(section.role, context.form), []).append(section)
    for wanted in context.form.sections:
        found = [section.heading for section in parts.get(wanted.role, ())]
        if len(found) > 1:
            yield Violation(
                found[-1].location,
                values={
                    "title": wanted.title,
                    "sections": [heading.text for heading in found],
                },
                related=tuple(heading.location for heading in found[:-1]),
            )


def form_roles(of: Form) -> list[str]:
    """The roles of a form's sections, in the official order."""
    return [section.role for section in of.sections]


@lru_cache(maxsize=256)
def content_role(role: str | None, of: Form) -> str | None:
    """The role whose content a section tells: its own, or the one that an addition belongs to."""
    belongs = next((one.belongs_to for one in of.additions if one.role == role), None)
    return belongs or role


def out_of_order(sections: Iterable[Section], of: Form) -> list[Section]:
    """The fewest sections that stand outside the order of the form."""
    roles = form_roles(of)
    known = [section for section in sections if section.role in roles]
    kept = set(_longest_rise([roles.index(section.role or "") for section in known]))
    return [section for at, section in enumerate(known) if at not in kept]


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """The indexes of a longest subsequence that does not fall."""
    tails: list[int] = []  # the index of the smallest end of a rise, by its length
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_right([numbers[tail] for tail in tails], number)
        before.append(tails[length - 1] if length else -1)
        tails[length : length + 1] = [at]
    rise = []
    at = tails[-1] if tails else -1
    while at >= 0:
        rise.append(at)
        at = before[at]
    return rise[::-1]


def _wanted(of: Form, options: Mapping[str, Any]) -> list[SectionForm]:
    roles = options.get("roles") or form_roles(of)
    left_out = options.get("left_out", {})
    return [
        one
        for one in of.sections
        if one.role in roles and not applies(of.edition, left_out.get(one.role, ()))
    ]


def _titles(of: Form, options: Mapping[str, Any]) -> list[str]:
    return [section.title for section in _wanted(of, options)]


def _missing(
    report: Report, wanted: SectionForm, options: Mapping[str, Any], of: Form
) -> Violation:
    instead = _unnamed(report.sections, wanted.role, of)
    if instead:
        found = instead.heading
        values = {"title": wanted.title, "instead": found.text}
        return Violation(found.location, values=values, place=wanted.role, variant="unnamed")
    words = normal_words(tuple(options.get("told", {}).get(wanted.role, ())))
    aside = report.declared.location if report.declared else None
    tellers = [one for one in report.sections if _may_tell(one, wanted.role)]
    told = list(whereabouts(tellers, words, aside))
    return Violation(
        values={"title": wanted.title, "sections": [s.heading.text for s, _ in told]},
        related=tuple(place for _, place in told),
        place=wanted.role,
        variant="told" if told else "default",
    )


def _may_tell(section: Section, role: str) -> bool:
    """Whether a section may tell what belongs to another: what is to be mended tells plans only."""
    return section.role != _PLANS or role == _REST


def _unnamed(sections: Sequence[Section], role: str, of: Form) -> Section | None:
    """The section of no known role that stands where the one of `role` belongs."""
    roles = form_roles(of)
    position = roles.index(role)
    before, after = set(roles[:position]), set(roles[position + 1 :])
    start = max((at + 1 for at, one in enumerate(sections) if one.role in before), default=0)
    ends = (at for at, one in enumerate(sections) if one.role in after)
    end = min(ends, default=len(sections))
    return next((one for one in sections[start:end] if one.role is None), None)


def _stand_ins(sections: Sequence[Section], of: Form) -> Iterator[Section]:
    """The sections that stand where those of the form are missing."""
    present = {section.role for section in sections}
    for role in form_roles(of):
        instead = None if role in present else _unnamed(sections, role, of)
        if instead:
            yield instead


def _says(section: Section, statements: Sequence[str]) -> bool:
    return has_text(section) or any(word in section.heading.title for word in statements)


def _without(key: str, ignored: Iterable[str]) -> str:
    for word in ignored:
        key = key.replace(word, "")
    return key


def _at(section: Section, variant: str = "default", **values: object) -> Violation:
    return Violation(section.heading.location, values=values, variant=variant)


def _beyond(section: Section, role: str, *, split: bool) -> Iterator[Violation]:
    added = _additions().get(role)
    title = section.heading.title
    if added is None:
        yield _at(section, title=title)
    elif not (split and added.belongs_to):
        yield _at(section, "known", title=title, name=added.name["zh"])


@cache
def _additions() -> Mapping[str, Addition]:
    return {one.role: one for edition in EDITIONS for one in form(edition).additions}
