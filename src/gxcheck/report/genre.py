"""Whether a text is an annual report of this kind at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from itertools import islice

from gxcheck.document.model import Block, Document, Paragraph
from gxcheck.patterns import own_pattern
from gxcheck.report.edition import table_labels
from gxcheck.report.lineage import EDITIONS
from gxcheck.report.model import Section, Title
from gxcheck.report.sections.roles import is_required
from gxcheck.report.sections.structure import ReportWords, structure
from gxcheck.report.seek import holds_any

__all__ = ["is_report"]

_OPENING = 6  # paragraphs at the beginning among which a title of another kind may stand
_LONGEST = 80  # characters of such a title
_SECTION, _ALIKE = 1.0, 0.5  # points for a section called as in a form, and for one alike
_TITLE, _TABLES, _PHRASE = 2.0, 2.0, 1.0
_OTHER_KIND = -4.0
_LABELS = 6  # of the forms' tables, from which these are taken as seen
_CLOSING = "()[]《》<>“”\"'。:;、-—"
_NOTE = own_pattern(r"\([^()]{1,8}\)$")  # 年度报告(文字版)


def is_report(
    document: Document,
    sections: Iterable[Section],
    title: Title | None = None,
    labels: Set[str] = frozenset(),
) -> bool:
    """Whether a document is an annual report on the disclosure of government information.

    Sections, title, tables and what only such a report says of itself each speak for it; a title
    of another kind (a notice, a plan, a regulation, a piece of news) speaks against it. Half the
    sections are enough, with or without a title. `labels` are as for `read_edition`.
    """
    words = structure().report
    points = _sections_tell(sections)
    opening = list(islice(_lines(document.blocks), _OPENING))
    titles = [title.text] if title else opening
    if any(_names_report(text, words) for text in titles):
        points += _TITLE
    if any(text.rstrip(_CLOSING).endswith(words.others) for text in (*titles, *opening[:2])):
        points += _OTHER_KIND
    if len(labels & _all_labels()) >= _LABELS:
        points += _TABLES
    if points < words.enough and _has_phrase(document.paragraphs, words):
        points += _PHRASE
    return points >= words.enough


def _sections_tell(sections: Iterable[Section]) -> float:
    """Points for the roles of a form that are there, each once."""
    best: dict[str, float] = {}
    for section in sections:
        if section.role and is_required(section.role):
            points = _ALIKE if section.likeness == "similar" else _SECTION
            best[section.role] = max(points, best.get(section.role, 0.0))
    return sum(best.values())


@cache
def _all_labels() -> frozenset[str]:
    return frozenset[str]().union(*map(table_labels, EDITIONS))


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph) and len(block.text) <= _LONGEST and block.normal:
            yield block.normal


def _names_report(text: str, words: ReportWords) -> bool:
    bare = _NOTE.sub("", text).rstrip(_CLOSING)
    if not bare.endswith(words.names) or holds_any(bare, words.news):
        return False
    return holds_any(bare, words.subject)


def _has_phrase(paragraphs: Iterable[Paragraph], words: ReportWords) -> bool:
    return any(holds_any(paragraph.normal, words.phrases) for paragraph in paragraphs)
