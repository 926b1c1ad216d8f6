"""Reads one sentence for claims, from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from gxcheck.report.prose.claims.all import read_all
from gxcheck.report.prose.claims.apart import is_since_year
from gxcheck.report.prose.claims.clauses import Clause
from gxcheck.report.prose.claims.context import (
    Context,
    Extent,
    Frame,
    is_one_of,
    told,
)
from gxcheck.report.prose.claims.denials import read_denial
from gxcheck.report.prose.claims.numbers import number_claims
from gxcheck.report.prose.claims.tokens import Sentence, Token, tells_applications
from gxcheck.report.prose.claims.topics import DECIDED, DOCUMENTS, about_of
from gxcheck.report.prose.claims.words import ends_of, is_made_of, words_of
from gxcheck.report.seek import holds_any

__all__ = ["read_sentence"]

_LASTING = {"applications_topic": "applications"}
_APART = frozenset({"compare", "last_year", "not_own"})
_KINDS_OF_SUITS = ("direct_suits", "suits_after_review")


def read_sentence(sentence: Sentence, context: Context) -> None:
    """Keep the claims of a sentence."""
    context.enter(sentence)
    frame = Frame()
    text = sentence.passage.normal
    if holds_any(sentence.text, words_of("disclosure")):
        context.disclosure = True
    tokens = sentence.tokens
    if not context.topic and tells_applications(sentence):
        context.topic = "applications"
        context.disclosure = True
    start, start_at = 0, sentence.start
    counted = foreign = others = False
    for index, token in enumerate(tokens):
        kind = token.kind
        if kind == "stop":
            _close(context, counted=counted, foreign=foreign, others=others)
            counted = foreign = others = False
            start, start_at = index + 1, token.end
            if text[token.start] == ";":
                frame.extent, frame.scope, frame.in_part = "whole", "", False
            _bracket(text[token.start], context, frame)
        elif kind == "number":
            clause = _clause(sentence, start, index, start_at)
            if not _enumerated(clause, index, context, frame):
                number_claims(clause, context, frame)
            _topic_after(context)
            counted = True
        elif kind == "denial":
            read_denial(sentence, index, context, frame)
        elif kind == "mark":
            _mark(token, index, sentence, context, frame)
        elif kind == "year":
            _year(index, sentence, context, frame)
        elif token.name == "newly_received":
            frame.this_year = True
        elif kind == "extent":
            _extent(token, text, context, frame)
        elif kind == "noun":
            if token.name == "foreign":
                foreign = True
            elif token.name not in ("request", "ignored"):
                context.topic = _LASTING.get(token.name, token.name)
        others = others or token.name == "not_own"
    _close(context, counted=counted, foreign=foreign, others=others)


def _bracket(sign: str, context: Context, frame: Frame) -> None:
    """After (未经复议直接起诉16件、复议后起诉12件) it is all lawsuits that are spoken of again."""
    if sign == "(":
        frame.outside = context.topic
    elif sign == ")" and frame.outside == "suits" and context.topic in _KINDS_OF_SUITS:
        context.topic = frame.outside


def _extent(token: Token, text: str, context: Context, frame: Frame) -> None:
    """Whose figures follow; an organ that is no government has no departments or townships.

    The office of a government is all that its own report is on.
    """
    if token.name == "part" and frame.all_organs and is_one_of(frame.all_organs, token, text):
        frame.extent, (start, end) = "whole", frame.all_organs
        frame.scope, frame.listed = text[start:end], True
        return
    if token.name != "part":
        frame.all_organs = (token.start, token.end) if token.name == "whole" else None
    if token.name != "part" or context.report.organ.kind in ("government", "other"):
        frame.scope = text[token.start : token.end]
        own = token.name == "own" and (context.report.organ.name or "").endswith(frame.scope)
        frame.extent = "whole" if own else cast("Extent", token.name)


def _clause(sentence: Sentence, start: int, index: int, start_at: int) -> Clause:
    """A number with what belongs to it: back to the last number or break, on to the next."""
    tokens = sentence.tokens
    first = index
    begin = start_at
    while first > start:
        if tokens[first - 1].kind == "number":
            begin = tokens[first - 1].end
            break
        first -= 1
    last = index + 1
    while last < len(tokens) and tokens[last].kind not in ("number", "stop"):
        last += 1
    if first == index and start and is_made_of(_head(sentence, start_at, index), "counting"):
        first, begin = _previous(tokens, start)
    return Clause(
        sentence, tokens[first:index], tokens[index], tokens[index + 1 : last], begin, index
    )


def _head(sentence: Sentence, start_at: int, index: int) -> str:
    return sentence.passage.normal[start_at : sentence.tokens[index].start]


def _previous(tokens: Sequence[Token], start: int) -> tuple[int, int]:
    """The clause before, where this one only counts: 收到申请,共12件."""
    first = start - 1
    while first > 0 and tokens[first - 1].kind not in ("stop", "number"):
        first -= 1
    return first, tokens[first - 1].end if first else tokens[0].start


def _enumerated(clause: Clause, index: int, context: Context, frame: Frame) -> bool:
    """Whether a number is one of several that are told of several: 维持、纠正分别为1件、2件.

    None of several is none of each: 行政复议、行政诉讼0件.
    """
    names = [token.name for token in clause.before if token.kind == "mark"]
    each, every = "respectively" in names, "all" in names
    if not _APART.isdisjoint(names) or not (each or every or _is_none(clause.number)):
        return False
    abouts = _listed(clause, context)
    if len(abouts) < 2 or not (each or every or all(map(_is_case, abouts))):
        return False
    numbers = _numbers(clause.sentence.tokens, index, clause.sentence)
    numbers = numbers if each and not every else numbers[:1] * len(abouts)
    if len(numbers) != len(abouts):
        return False
    first = clause.before[0].start
    for about, number in zip(abouts, numbers, strict=True):
        quantity = number.quantity
        fact = context.facts.get(about)
        if fact and quantity and quantity.unit in fact.units:
            context.add(about, told(quantity), (first, number.end), clause.sentence, frame)
    return True


def _is_none(number: Token) -> bool:
    return number.quantity is not None and not number.quantity.high


def _is_case(about: str) -> bool:
    """Whether a fact is that of all reviews, suits or decisions, not what became of some."""
    return about.endswith((".total", ".decided"))


def _listed(clause: Clause, context: Context) -> list[str]:
    """The facts that are named one after the other before a number.

    Of one number they tell where 均 stands after them: 维持、纠正均为1件.
    """
    found: list[str] = []
    topic = context.topic
    named = [token for token in clause.before if token.kind != "mark"]
    if any(t.name == "all" and named and t.start < named[-1].start for t in clause.before):
        return found
    for token in clause.before:
        if token.kind == "noun" and token.name in ("reviews", "suits"):
            if not context.disclosure:
                return []
            found.append(f"{token.name}.total")
        elif token.kind == "noun" and token.name in DECIDED:
            found.append(about_of(token.name, "decided"))
        elif token.kind == "role" and topic in token.of and not _is_deed(topic, token):
            found.append(about_of(topic, token.name))
    return found if len(set(found)) == len(found) else []


def _is_deed(topic: str, role: Token) -> bool:
    """Whether a role only says that decisions were made: 作出行政许可、行政处罚决定分别为…."""
    return topic in DECIDED and about_of(topic, role.name).endswith(".decided")


def _numbers(tokens: Sequence[Token], index: int, sentence: Sentence) -> list[Token]:
    """The numbers that follow each other with no more than a mark between."""
    found = [tokens[index]]
    for place in range(index + 1, len(tokens)):
        token = tokens[place]
        if token.kind == "number":
            gap = sentence.passage.normal[found[-1].end : token.start]
            if not is_made_of(gap, "listing"):
                break
            found.append(token)
        elif token.kind != "stop" and token.name != "join":
            break
    return found


def _topic_after(context: Context) -> None:
    """A claim about applications makes them what is spoken of, also where only 申请 is said."""
    last = next(reversed(context.here), "")
    if last.startswith("applications."):
        context.topic = "applications"


def _close(context: Context, *, counted: bool, foreign: bool, others: bool) -> None:
    """At the end of a clause: other matters that were counted are what is spoken of now.

    What was gone through (清理规范性文件120件,废止30件) need not be what the form counts.
    """
    if foreign and counted:
        context.topic = "foreign"
    elif others and context.topic in DOCUMENTS:
        context.topic = ""


def _mark(token: Token, index: int, sentence: Sentence, context: Context, frame: Frame) -> None:
    name = token.name
    if name in ("plan", "history"):
        frame.silent = frame.silent or not is_since_year(token, index, sentence, context)
    elif name == "this_year_so_far":
        frame.silent = False
    elif name == "part":
        frame.in_part = True
        frame.extent = "part" if frame.listed else frame.extent
    elif name == "cumulative":
        frame.cumulative = True
    elif name == "this_year":
        frame.this_year = True
    elif name == "all":
        read_all(token, index, sentence, context, frame)


def _ends_span(index: int, sentence: Sentence) -> bool:
    """Whether a year is the last of several, of all of which is told: 2019年至2023年."""
    text, (first, last) = sentence.passage.normal, sentence.tokens[index - 1 : index + 1]
    spanned = first.kind == "year" and text[first.end : last.start] in words_of("year_spans")
    return spanned and text[first.start : first.end] != text[last.start : last.end]


def _year(index: int, sentence: Sentence, context: Context, frame: Frame) -> None:
    """A year holds on to the next one; what was reached by its end may be of several years."""
    text, token = sentence.passage.normal, sentence.tokens[index]
    if text.startswith(ends_of("compared"), token.start - 1):
        return
    year = int(text[token.start : token.start + 4])
    frame.year = year
    frame.silent = frame.silent or (index > 0 and _ends_span(index, sentence))
    until = text.endswith(ends_of("until"), 0, token.start)
    frame.this_year = frame.this_year or (year == context.report.year and not until)
    if year == context.report.year and text[token.start - 1] == ";":
        frame.silent = frame.cumulative = False
