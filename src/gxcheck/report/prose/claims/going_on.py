"""What a number is read as that goes on with the claim before it: 纠正2件、其他3件."""

from __future__ import annotations

from collections.abc import Collection

from gxcheck.report.prose.claims.clauses import Clause, Reading
from gxcheck.report.prose.claims.context import Context
from gxcheck.report.prose.claims.tokens import Token
from gxcheck.report.prose.claims.topics import DISPUTES, DOCUMENTS
from gxcheck.report.prose.claims.words import is_made_of, words_of

__all__ = ["going_on", "is_divided", "listed_after"]

_OUTCOMES = frozenset({"upheld", "corrected", "pending"})
_LAST_HANDLED = "not_handled"
_OVERDUE = ("correction_overdue", "fee_overdue")
_RECEIVED, _CARRIED, _DUE = "applications.received", "applications.carried", "applications.due"
_MADE = frozenset({"normative_documents.made", "normative_documents.issued"})
_OPEN = ("normative_documents.newly_disclosed", "normative_documents.openly_disclosed")
_NORMATIVE_PART = "normative_disclosed"
_COURSES, _TRAINEES = ("training_courses", "training_listed"), "trainees"
_MARKS = ",;、"


def going_on(clause: Clause, context: Context) -> Reading | None:
    """What goes on with what was told last.

    The others of it, what came in together, or of the documents made those that were opened.
    """
    words = clause.head(clause.number).lstrip(_MARKS)
    last = next(reversed(context.here), "")
    about = ""
    if words in words_of("others") and _follows_number(clause):
        about = _other(last, context)
    elif words in words_of("opened") and last in _MADE:
        about = next((name for name in _OPEN if context.facts[name].fields), "")
    elif last in _COURSES and _counts_people(words, clause, context):
        about = _TRAINEES
    elif words and _adds_up(words, last, clause, context):
        about = _DUE
    start = clause.number.start - len(words)
    return Reading(about, about != _DUE, (start, clause.number.end)) if about else None


def _counts_people(words: str, clause: Clause, context: Context) -> bool:
    """Whether a number only counts who came to courses told before it: 组织培训2期、66人次."""
    quantity = clause.number.quantity
    people = quantity is not None and quantity.unit in context.facts[_TRAINEES].units
    counted = not words or is_made_of(words, "counting")
    return people and counted and _follows_number(clause)


def _adds_up(words: str, last: str, clause: Clause, context: Context) -> bool:
    """Whether a number only counts what came in and was carried over: 上年结转4件，共44件."""
    quantity = clause.number.quantity
    if last != _CARRIED or _RECEIVED not in context.here or quantity is None:
        return False
    return quantity.unit == context.here[last].unit and is_made_of(words, "counting")


def _other(last: str, context: Context) -> str:
    """The other outcomes of cases, or other ways of handling where these were told to the end."""
    topic, _, told = last.partition(".")
    if topic in DISPUTES and told in _OUTCOMES:
        return f"{topic}.other_result"
    if told in _OVERDUE:
        return f"{topic}.other_reasons"
    told_all = sum(f"applications.{name}" in context.here for name in words_of("handling"))
    sure = topic == "applications" and told == _LAST_HANDLED and told_all > 2
    return f"{topic}.other_handling" if sure else ""


def _follows_number(clause: Clause) -> bool:
    """Whether no more than a mark stands between a number and the clause."""
    tokens = clause.sentence.tokens
    place = clause.begins_at - 1
    text = clause.sentence.passage.normal
    if place >= 0 and tokens[place].kind == "stop" and text[tokens[place].start] in _MARKS:
        place -= 1
    return place >= 0 and tokens[place].kind == "number"


def listed_after(noun: Token, clause: Clause, context: Context) -> Reading | None:
    """Documents listed after the claim before: 公开5210条，其中规范性文件12条."""
    last = next(reversed(context.here), "")
    if noun.name not in DOCUMENTS:
        return None
    about = _NORMATIVE_PART if _is_part(noun, clause, last) else _like(last, noun, clause)
    if about not in context.facts:
        return None
    return Reading(about, True, (noun.start, clause.number.end))


def _is_part(noun: Token, clause: Clause, last: str) -> bool:
    """Whether it is of all disclosed that a number counts the normative documents."""
    first = clause.before[0]
    if noun.name != "normative_documents" or first.name != "part" or first.end != noun.start:
        return False
    return last == "disclosed_items" and not clause.gap_before(noun)


def _like(last: str, noun: Token, clause: Clause) -> str:
    """The same of other documents in a list: 现行规范性文件367件、规章43件."""
    topic, _, told = last.partition(".")
    listed = clause.start < noun.start and is_made_of(clause.head(noun), "listing")
    return f"{noun.name}.{told}" if listed and topic in DOCUMENTS - {noun.name} else ""


def is_divided(whole: Collection[str], clause: Clause, context: Context) -> bool:
    """Whether the claim right before tells of another part of the same applications."""
    last = context.claims[-1] if context.claims else None
    if last is None or not last.about.startswith("applications."):
        return False
    here = clause.sentence.passage.location.block
    return last.location.block == here and context.facts[last.about].after == whole
