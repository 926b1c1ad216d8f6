"""Reads one sentence for claims, from left to right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from gxcheck.report.model import Extent
from gxcheck.report.prose.claims.all import read_all
from gxcheck.report.prose.claims.apart import is_since_year
from gxcheck.report.prose.claims.clauses import Clause
from gxcheck.report.prose.claims.context import Context, Frame, Told, is_one_of
from gxcheck.report.prose.claims.denials import read_denial
from gxcheck.report.prose.claims.numbers import number_claims
from gxcheck.report.prose.claims.tokens import Sentence, Token, tells_applications, year_of
from gxcheck.report.prose.claims.topics import DECIDED, DOCUMENTS, about_of
from gxcheck.report.prose.claims.words import ends_of, is_made_of, words_of
from gxcheck.report.seek import holds_any

__all__ = ["read_sentence"]

_LASTING = {"applications_topic": "applications"}
_PASSING = ("request", "ignored")  # nouns that leave the topic as it is
_APART = frozenset({"compare", "last_year", "not_own"})
_KINDS_OF_SUITS = ("direct_suits", "suits_after_review")


def read_sentence(sentence: Sentence, context: Context) -> None:
    """Keep the claims of a sentence."""
    context.enter(sentence)
    if holds_any(sentence.text, words_of("disclosure")):
        context.disclosure = True
    if not context.topic and tells_applications(sentence):
        context.topic = "applications"
        context.disclosure = True
    _Reader(sentence, context).read()


class _Reader:
    """Goes through the tokens of a sentence; what each kind of them does is a method of its own."""

    def __init__(self, sentence: Sentence, context: Context) -> None:
        self._sentence, self._context = sentence, context
        self._text, self._tokens = sentence.passage.normal, sentence.tokens
        self._frame = Frame()
        self._open_clause(0, sentence.start)

    def _open_clause(self, first: int, start: int) -> None:
        """A clause begins with the token of that index, at that place of the text."""
        self._first, self._start = first, start
        self._counts = self._names_foreign = self._names_others = False

    def read(self) -> None:
        """Keep the claims, from left to right."""
        for index, token in enumerate(self._tokens):
            read = _READ.get(token.kind)
            if read:
                read(self, token, index)
        self._close_clause()

    def _close_clause(self) -> None:
        """At the end of a clause: other matters that were counted are what is spoken of now.

        What was gone through (清理规范性文件120件,废止30件) need not be what the form counts.
        """
        context = self._context
        if self._names_foreign and self._counts:
            context.topic = "foreign"
        elif self._names_others and context.topic in DOCUMENTS:
            context.topic = ""

    def _stop(self, token: Token, index: int) -> None:
        self._close_clause()
        self._open_clause(index + 1, token.end)
        sign, frame = self._text[token.start], self._frame
        if sign == ";":
            frame.extent, frame.scope, frame.in_part = "whole", "", False
        self._bracket(sign)

    def _bracket(self, sign: str) -> None:
        """After (未经复议直接起诉16件、复议后起诉12件) all lawsuits are spoken of again."""
        context, frame = self._context, self._frame
        if sign == "(":
            frame.outside = context.topic
        elif sign == ")" and frame.outside == "suits" and context.topic in _KINDS_OF_SUITS:
            context.topic = frame.outside

    def _number(self, _: Token, index: int) -> None:
        """A claim about applications makes them what is spoken of, also where only 申请 is said."""
        context = self._context
        clause = self._clause(index)
        if not _enumerated(clause, context, self._frame):
            number_claims(clause, context, self._frame)
        if next(reversed(context.here), "").startswith("applications."):
            context.topic = "applications"
        self._counts = True

    def _clause(self, index: int) -> Clause:
        """A number with what belongs to it: back to the last number or break, on to the next."""
        tokens = self._tokens
        first, begin = index, self._start
        while first > self._first:
            if tokens[first - 1].kind == "number":
                begin = tokens[first - 1].end
                break
            first -= 1
        last = index + 1
        while last < len(tokens) and tokens[last].kind not in ("number", "stop"):
            last += 1
        if first == index and self._first and self._only_counts(tokens[index]):
            first, begin = self._clause_before()
        number, after = tokens[index], tokens[index + 1 : last]
        return Clause(self._sentence, tokens[first:index], number, after, begin, index)

    def _only_counts(self, number: Token) -> bool:
        """Whether a clause only counts what the one before it names: 收到申请,共12件."""
        return is_made_of(self._text[self._start : number.start], "counting")

    def _clause_before(self) -> tuple[int, int]:
        """The index of the first token of the clause before, and where it begins."""
        tokens, first = self._tokens, self._first - 1
        while first > 0 and tokens[first - 1].kind not in ("stop", "number"):
            first -= 1
        return first, tokens[first - 1].end if first else tokens[0].start

    def _denial(self, _: Token, index: int) -> None:
        read_denial(self._sentence, index, self._context, self._frame)

    def _mark(self, token: Token, index: int) -> None:
        name, frame = token.name, self._frame
        if name in ("plan", "history"):
            since = is_since_year(token, index, self._sentence, self._context)
            frame.silent = frame.silent or not since
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
            read_all(token, index, self._sentence, self._context, frame)
        elif name == "not_own":
            self._names_others = True

    def _year(self, token: Token, index: int) -> None:
        """A year holds on to the next one; what was reached by its end may be of several years."""
        text, frame = self._text, self._frame
        if text.endswith(ends_of("compared"), 0, token.start):
            return
        year = year_of(token, text)
        is_own = year == self._context.report.year
        frame.year = year
        frame.silent = frame.silent or (index > 0 and self._ends_span(index))
        until = text.endswith(ends_of("until"), 0, token.start)
        frame.this_year = frame.this_year or (is_own and not until)
        if is_own and text.endswith(";", 0, token.start):
            frame.silent = frame.cumulative = False

    def _ends_span(self, index: int) -> bool:
        """Whether a year is the last of several, of all of which is told: 2019年至2023年."""
        text, (first, last) = self._text, self._tokens[index - 1 : index + 1]
        spanned = first.kind == "year" and text[first.end : last.start] in words_of("year_spans")
        return spanned and text[first.start : first.end] != text[last.start : last.end]

    def _role(self, token: Token, _: int) -> None:
        if token.name == "newly_received":
            self._frame.this_year = True

    def _extent(self, token: Token, _: int) -> None:
        """Whose figures follow; an organ that is no government has no departments or townships.

        The office of a government is all that its own report is on.
        """
        name, text, frame, organ = token.name, self._text, self._frame, self._context.report.organ
        if name == "part" and frame.all_organs and is_one_of(frame.all_organs, token, text):
            frame.extent, (start, end) = "whole", frame.all_organs
            frame.scope, frame.listed = text[start:end], True
            return
        if name != "part":
            frame.all_organs = (token.start, token.end) if name == "whole" else None
        if name != "part" or organ.kind in ("government", "other"):
            frame.scope = text[token.start : token.end]
            is_whole = name == "own" and (organ.name or "").endswith(frame.scope)
            frame.extent = "whole" if is_whole else cast("Extent", name)

    def _noun(self, token: Token, _: int) -> None:
        if token.name == "foreign":
            self._names_foreign = True
        elif token.name not in _PASSING:
            self._context.topic = _LASTING.get(token.name, token.name)


_READ: Mapping[str, Callable[[_Reader, Token, int], None]] = {
    "stop": _Reader._stop,
    "number": _Reader._number,
    "denial": _Reader._denial,
    "mark": _Reader._mark,
    "year": _Reader._year,
    "role": _Reader._role,
    "extent": _Reader._extent,
    "noun": _Reader._noun,
}


def _enumerated(clause: Clause, context: Context, frame: Frame) -> bool:
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
    numbers = _numbers(clause)
    numbers = numbers if each and not every else numbers[:1] * len(abouts)
    if len(numbers) != len(abouts):
        return False
    first = clause.before[0].start
    for about, number in zip(abouts, numbers, strict=True):
        quantity = number.quantity
        fact = context.facts.get(about)
        if fact and quantity and quantity.unit in fact.units:
            context.add(about, Told.of(quantity), (first, number.end), clause.sentence, frame)
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


def _numbers(clause: Clause) -> list[Token]:
    """The number of a clause and those that follow it with no more than a mark between."""
    found = [clause.number]
    for token in clause.sentence.tokens[clause.number_at + 1 :]:
        if token.kind == "number":
            gap = clause.sentence.passage.normal[found[-1].end : token.start]
            if not is_made_of(gap, "listing"):
                break
            found.append(token)
        elif token.kind != "stop" and token.name != "join":
            break
    return found
