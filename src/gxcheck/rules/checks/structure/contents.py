"""Checks on what sections tell, by the words that tell it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gxcheck.patterns import own_pattern
from gxcheck.report.labels import label_key
from gxcheck.report.model import Report, Section
from gxcheck.report.sections.reader import first_level
from gxcheck.rules.checks.matching import matches
from gxcheck.rules.checks.structure.bodies import Phrasing, sections_of, text_of, unlabelled
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, Violation
from gxcheck.rules.search.words import normal_words

__all__ = ["told_in_section", "topics_told"]

_SENTENCE = own_pattern(r"[^\u3002;!?\n]+")
_SHORTEST = 6
_OPENING = 8


def told_in_section(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """The sections of `roles` tell something, in one of `words`, wherever its content stands.

    A word counts unless one of `unless` goes before it, with `fillers` between; what words cannot
    tell, one of `patterns` may; `whole` has texts that are an answer if they stand alone (无).
    Sub-headings that only name what follows (`labels`) count where something follows that has
    none of the words `belied`. Words of `anywhere` are looked for in the whole report. With
    `before` it is presumed told by whatever stands before the first sentence that has one of these
    words, or one of `opening` near its beginning; idle talk, which has one of `idle`, aside.
    """
    sections = sections_of(report, options["roles"])
    if not sections:
        raise NotApplicable("nothing")
    labels = frozenset(map(label_key, options.get("labels", ())))
    belied = _words(options, "belied")
    text = unlabelled(sections, labels, only_empty=True, belied=belied)
    if _is_told(text, options) or _is_presumed(text, options):
        return
    patterns = options.get("patterns", {})
    scopes = (f"sections.{role}" for role in options["roles"])
    if patterns and any(_is_matched(context, scope, patterns) for scope in scopes):
        return
    anywhere = _words(options, "anywhere")
    if anywhere:
        everything = context.scopes.scope("paragraphs").words
        if _has(everything, anywhere):
            return
    heading = sections[0].heading
    yield Violation(heading.location, values={"title": heading.title})


def topics_told(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Each of `topics` is told in the section `role`, or with `whole: true` in the report.

    A topic is told by its `words`, or by those `besides`. Where the section is arranged by the
    topics, that is where `arranged` of them or more have a sub-heading and no sub-heading names
    anything else, a topic without one must be told by one of its patterns `within`: what is said
    of the others names it in passing (a channel, a list). The finding stands at the section's
    heading and names the topics that are not told.
    """
    section = report.section(options["role"])
    if section is None:
        raise NotApplicable("nothing")
    text = context.scopes.scope("document").words if options.get("whole") else text_of([section])
    topics: Mapping[str, Mapping[str, Any]] = options["topics"]
    named = _arrangement(section, topics, options.get("arranged", 0))
    if named:
        scope = f"sections.{section.role}"
        missing = [
            name
            for name, topic in topics.items()
            if name not in named and not _is_matched(context, scope, topic["within"])
        ]
    else:
        missing = [name for name, topic in topics.items() if not _has(text, _topic_words(topic))]
    if missing:
        told = [name for name in topics if name not in missing]
        yield Violation(
            section.heading.location,
            values={"title": section.heading.title, "missing": missing, "told": told},
            variant="default" if told else "none",
        )


def _is_told(text: str, options: Mapping[str, Any]) -> bool:
    phrasing = Phrasing(*(_words(options, name) for name in ("words", "unless", "fillers")))
    return phrasing.is_told(text) or label_key(text.strip()) in _words(options, "whole")


def _is_presumed(text: str, options: Mapping[str, Any]) -> bool:
    before, opening, idle = (_words(options, name) for name in ("before", "opening", "idle"))
    for sentence in _SENTENCE.findall(text) if before else ():
        if _has(sentence, before) or _has(sentence[:_OPENING], opening):
            return False
        if len(sentence) >= _SHORTEST and not _has(sentence, idle):
            return True
    return False


def _has(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words)


def _words(options: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return normal_words(tuple(options.get(name, ())))


def _is_matched(context: Context, scope: str, patterns: Mapping[str, str]) -> bool:
    return next(matches(context, scope, patterns), None) is not None


def _topic_words(topic: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return normal_words(tuple(topic["words"])) + normal_words(tuple(topic.get("besides", ())))


def _arrangement(
    section: Section, topics: Mapping[str, Mapping[str, Any]], enough: int
) -> frozenset[str]:
    """The topics that the sub-headings of the first level name.

    None where they are too few, or a sub-heading names no topic.
    """
    titles = [heading.title for heading in first_level(section)] if section.subheadings else []
    if not enough or len(titles) < enough:
        return frozenset()
    named = [
        {name for name, topic in topics.items() if _has(title, normal_words(tuple(topic["words"])))}
        for title in titles
    ]
    found = frozenset[str]().union(*named)
    return found if all(named) and len(found) >= enough else frozenset()
