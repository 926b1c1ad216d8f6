"""What is spoken of while sentences are read for claims: topic, year, whose figures."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from msgspec import Struct, field

from gxcheck.document.model import Passage
from gxcheck.report.model import Claim, Extent, Report
from gxcheck.report.prose.claims.facts import Fact, facts_of
from gxcheck.report.prose.claims.tokens import Sentence, Token
from gxcheck.report.prose.claims.words import (
    ends_of,
    marks_of,
    money_factor,
    outcomes,
    words_of,
)
from gxcheck.report.prose.numbers.numerals import Number, whole
from gxcheck.report.prose.numbers.quantities import Quantity
from gxcheck.report.prose.stated import Hedge
from gxcheck.report.seek import holds_any

__all__ = ["Context", "Frame", "Told", "is_one_of"]

_ORGAN = 20  # characters before a claim in which the organ may be named whose it is
_LIST = 14  # characters from 全区 to the last of a list of all
_LAST = 12  # claims before one that may be a part of theirs


class Told(Struct, frozen=True):
    """A number as a claim tells it."""

    value: Number
    low: Number
    high: Number | None
    unit: str = ""
    hedge: Hedge = ""

    @classmethod
    def of(cls, quantity: Quantity) -> Told:
        """What a quantity tells; money in 元."""
        factor = money_factor(quantity.unit)
        bounded = Decimal(quantity.high).is_finite()
        return cls(
            whole(quantity.value * factor),
            whole(quantity.low * factor),
            whole(quantity.high * factor) if bounded else None,
            quantity.unit,
            quantity.hedge,
        )

    @classmethod
    def again(cls, claim: Claim) -> Told:
        """What a claim tells, to be told of another fact."""
        return cls(claim.value, claim.low, claim.high, claim.unit, claim.hedge)


class Frame(Struct):
    """What holds for the part of a sentence that is being read.

    `year`, `extent` and `scope` are as in `Claim`. `in_part` says that a part of what was told
    follows (其中), `silent` that nothing is a claim, as where it is planned, `cumulative` that it
    is counted over years unless `this_year` is named, `by_attribute` that documents are counted by
    主动公开, 依申请公开 and 不予公开. `outside` is the topic before the last bracket, `all_organs`
    the span of the last words for all (全区各), `listed` whether departments or townships are named
    with them.
    """

    year: int | None = None
    extent: Extent = "whole"
    scope: str = ""
    in_part: bool = False
    silent: bool = False
    cumulative: bool = False
    this_year: bool = False
    by_attribute: bool = False
    outside: str = ""
    all_organs: tuple[int, int] | None = None
    listed: bool = False

    @property
    def of_years(self) -> bool:
        """Whether what is told was counted over several years."""
        return self.cumulative and not self.this_year


class Context(Struct):
    """What holds for the passage that is being read, and the claims until now.

    `topic` is the noun last spoken of, `disclosure` whether it is disclosure that is spoken of,
    `heading` whether the passage before was a heading, `last` the sentence last entered. `under` is
    what the heading of the part names, `level` the depth of its number. `here` has the last claim
    of the sentence about each fact, in the order in which they were told.
    """

    report: Report
    section: str | None = None
    topic: str = ""
    disclosure: bool = False
    heading: bool = False
    last: Sentence | None = None
    under: str = ""
    level: int = 0
    claims: list[Claim] = field(default_factory=list)
    here: dict[str, Claim] = field(default_factory=dict)

    @property
    def facts(self) -> Mapping[str, Fact]:
        """The facts there can be in this edition."""
        return facts_of(self.report.edition)

    @property
    def other_disputes(self) -> bool:
        """Whether the sentence tells of reviews and suits on other matters."""
        return self.last is not None and holds_any(self.last.text, words_of("other_disputes"))

    def enter(self, sentence: Sentence) -> None:
        """A new sentence; one that begins with 其中 goes on with what the one before it told."""
        last, self.last = self.last, sentence
        going_on = sentence.passage.normal.startswith(ends_of("going_on"), sentence.start)
        near = last and last.passage is sentence.passage and sentence.start == last.end + 1
        if not (going_on and near and all(c.extent == "whole" for c in self.here.values())):
            self.here.clear()

    def add(
        self,
        about: str,
        told: Told,
        span: tuple[int, int],
        sentence: Sentence,
        frame: Frame,
        kind: Literal["number", "none", "all"] = "number",
        *,
        loose: bool = True,
    ) -> None:
        """Keep a claim; `loose` where the words may mean other sums of figures as well."""
        fact = self.facts[about]
        bound = self._is_bound(about, span[0], sentence, frame)
        passage = sentence.passage
        repeated = frame.in_part and (about in self.here or self._is_told(about, passage))
        extent = self._extent(span, passage, frame)
        if repeated or (frame.in_part and extent != "whole"):
            extent = "part"
        claim = Claim(
            text=passage.normal[span[0] : span[1]],
            location=passage.locate(*span),
            about=about,
            fields=self._held(fact.fields) if bound else (),
            readings=self._readings(fact) if bound and loose else (),
            value=told.value,
            low=told.low,
            high=told.high,
            unit=told.unit,
            hedge=told.hedge,
            kind=kind,
            scope=frame.scope,
            extent=extent,
            year=None if frame.of_years else frame.year or self.report.year,
            section=self.section,
            quote=passage.quote(*span),
        )
        self.claims.append(claim)
        self.here.pop(about, None)
        self.here[about] = claim

    def _is_told(self, about: str, passage: Passage) -> bool:
        """Whether the passage told it before: 其中，区政府办结116件 is a part of that."""
        block = passage.location.block
        return any(c.about == about and c.location.block == block for c in self.claims[-_LAST:])

    def _is_bound(self, about: str, start: int, sentence: Sentence, frame: Frame) -> bool:
        """Whether a claim is of this year, and counted as the form counts."""
        if self.report.year is not None and frame.year not in (None, self.report.year):
            return False
        if frame.of_years:
            return False
        outcome = about.rpartition(".")[2]
        if outcome not in outcomes():
            return True
        return not holds_any(_half(sentence, start), words_of("other_outcomes", outcome))

    def _extent(self, span: tuple[int, int], passage: Passage, frame: Frame) -> Extent:
        """Whose figure it is, which may be told to be a part: 县政府收到11件，占全县的21.2%."""
        extent = self._named_extent(span[0], passage, frame)
        of_whole = passage.normal.startswith(ends_of("of_whole"), span[1])
        return "part" if of_whole and extent != "whole" else extent

    def _named_extent(self, start: int, passage: Passage, frame: Frame) -> Extent:
        """Whose figure it is; an organ named right before it may be one below the government.

        What follows in that half of the sentence is its own as well.
        """
        if self.report.organ.kind not in ("government", "other") or frame.extent != "whole":
            return frame.extent
        head = passage.normal[max(0, start - _ORGAN) : start]
        fillers = ends_of("before_role")
        while head.endswith(fillers):
            filler = next(word for word in fillers if head.endswith(word))
            head = head[: -len(filler)]
        if frame.scope and (head.endswith(frame.scope) or frame.scope.endswith(ends_of("every"))):
            return frame.extent
        if head.endswith(ends_of("governments")):
            frame.scope = frame.scope or _name_at_end(head)
            return "own"
        if head.endswith(ends_of("organs")):
            frame.extent = "part"
        return frame.extent

    def _held(self, fields: tuple[str, ...]) -> tuple[str, ...]:
        """The figures, where the report has what holds them."""
        if self.report.annex is not None:
            return fields
        return () if any(path.startswith("annex.") for path in fields) else fields

    def _readings(self, fact: Fact) -> tuple[tuple[str, ...], ...]:
        return tuple(held for one in fact.readings if (held := self._held(one)))


def _half(sentence: Sentence, place: int) -> str:
    """The part of a sentence between semicolons that a place is in."""
    text = sentence.passage.normal
    start = max(sentence.start, text.rfind(";", sentence.start, place) + 1)
    end = text.find(";", place, sentence.end)
    return text[start : end if end >= 0 else sentence.end]


def _name_at_end(head: str) -> str:
    """The government that a text ends with, and the sign before it: 县政府."""
    word = next(word for word in ends_of("governments") if head.endswith(word))
    return head[-1 - len(word) :]


def is_one_of(all_organs: tuple[int, int], token: Token, text: str) -> bool:
    """Whether departments or townships are named in a list of all: 全区各部门、各镇街."""
    if token.start - all_organs[1] > _LIST:
        return False
    between = text[all_organs[1] : token.start]
    listed = holds_any(between, ("、", *marks_of("join")))
    return listed and not any(sign in ",;()" or sign.isdigit() for sign in between)
