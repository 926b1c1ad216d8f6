"""The figures that the prose of a report states, each with what it speaks of."""

from __future__ import annotations

from collections.abc import Container, Iterator

from gxcheck.document.model import Paragraph
from gxcheck.report.model import Claim, Report
from gxcheck.report.prose.claims.context import Context, Frame
from gxcheck.report.prose.claims.denials import NOTHING
from gxcheck.report.prose.claims.sentences import read_sentence
from gxcheck.report.prose.claims.tokens import Sentence, sentences
from gxcheck.report.prose.claims.words import denied_by_section, words_of
from gxcheck.report.sections.headings import STYLES, read_mark
from gxcheck.report.seek import holds_any

__all__ = ["read_claims"]

_HEADING = 40  # characters
_OPENING = 20  # characters of a heading on the line of its text
_TOPIC_OF_SECTION = {"applications": "applications"}
_ON_DISCLOSURE = ("applications", "reviews", "fees")  # sections that speak of disclosure alone


def read_claims(report: Report, tabled: Container[int] = ()) -> tuple[Claim, ...]:
    """The claims of a report, in the order of its sections; never raises.

    `tabled` are the blocks that figures of the tables were read from: their lines are no prose.
    """
    context = Context(report)
    for section, paragraph in _paragraphs(report):
        _enter(section, paragraph, context)
        if paragraph.location.block in tabled or _says_nothing(paragraph, context):
            continue
        for sentence in sentences(paragraph, report.year):
            read_sentence(sentence, context)
    return tuple(context.claims)


def _paragraphs(report: Report) -> Iterator[tuple[str | None, Paragraph]]:
    if not report.sections:
        for paragraph in report.document.paragraphs:
            yield None, paragraph
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph) and block.role == "body":
                yield section.role, block


def _enter(section: str | None, paragraph: Paragraph, context: Context) -> None:
    """A new paragraph speaks of what its section or the heading above it names, if anything."""
    normal = paragraph.normal
    if section != context.section:
        context.section, context.heading, context.under = section, False, ""
    heading = len(normal) <= _HEADING and not normal.endswith(("。", ";"))
    title = normal if heading else _opening(normal)
    named = bool(title) and _names_applications(title)
    if named or context.under:
        _open_part(normal, context, heading=heading, named=named)
    if not context.heading:
        context.topic = context.under or _TOPIC_OF_SECTION.get(section or "", "")
        context.disclosure = bool(context.under) or section in _ON_DISCLOSURE
    context.heading = heading
    if heading and holds_any(normal, words_of("disclosure")):
        context.disclosure = True
        context.topic = "applications" if named else ""
    elif named and not (heading or context.topic):
        context.disclosure = True
        context.topic = "applications"
    elif title and not context.disclosure:
        context.disclosure = _names_disputes(title, context)


def _open_part(normal: str, context: Context, *, heading: bool, named: bool) -> None:
    """What a heading names holds until the next one of its level or of a higher one."""
    mark = read_mark(normal)
    level = STYLES.index(mark.style if mark else "")
    if context.under and (level > context.level if mark else not heading):
        return
    context.under, context.level = "applications" if named else "", level


def _opening(normal: str) -> str:
    """The heading that a paragraph begins with, on the line of its text: (二)依申请公开。…."""
    opening = normal[: _OPENING + 1].replace(":", "。")
    heading, stop, _ = opening.partition("。")
    return heading if stop else ""


def _names_applications(heading: str) -> bool:
    return holds_any(heading, words_of("headings"))


def _names_disputes(heading: str, context: Context) -> bool:
    """Whether a heading names both ways of dispute; some organs decide those of others."""
    if not all(word in heading for word in words_of("dispute_headings")):
        return False
    return not holds_any(context.report.organ.name or "", words_of("dispute_organs"))


def _says_nothing(paragraph: Paragraph, context: Context) -> bool:
    """Whether a section says 无 and nothing else; that denies all that the section is about."""
    facts = denied_by_section(context.section or "")
    normal = paragraph.normal
    if not facts or normal not in words_of("denials", "nothing"):
        return False
    sentence = Sentence(paragraph, 0, len(normal), ())
    for about in facts:
        span = (0, len(normal))
        context.add(about, NOTHING, span, sentence, Frame(), "none", loose=False)
    return True
