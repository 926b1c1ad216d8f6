"""A sentence as claims are read from it: its words of rules/claims.yml and its numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from gxcheck.document.model import Passage
from gxcheck.report.prose.claims.topics import DISPUTES
from gxcheck.report.prose.claims.words import claim_words, is_made_of, words_of
from gxcheck.report.prose.numbers.quantities import Quantity, quantities
from gxcheck.report.seek import holds_any

__all__ = ["Sentence", "Token", "sentences", "tells_applications", "year_of"]

_END, _OTHER_ENDS = "。", "!?\n"
_ASKED = ("applications", "request")  # the nouns that may end in what a dispute is about
_OF = frozenset({"applications"})
_CARRYING = frozenset({"first_carry", "carried_some"})
_NEAR = 2
_SURE, _LEAST = 3, 2  # roles


class Token(Struct, frozen=True):
    """A word or number of a sentence; the span is of the passage's `normal`.

    `kind` is stop, year, number, or a kind of word of rules/claims.yml, `name` its name there;
    `of` the nouns that a role is told of.
    """

    start: int
    end: int
    kind: str
    name: str = ""
    of: frozenset[str] = frozenset()
    quantity: Quantity | None = None


class Sentence(Struct, frozen=True):
    """A sentence with its tokens in their order."""

    passage: Passage
    start: int
    end: int
    tokens: Sequence[Token]

    @property
    def text(self) -> str:
        """The sentence in normal dress."""
        return self.passage.normal[self.start : self.end]


def sentences(passage: Passage, year: int | None = None) -> Iterator[Sentence]:
    """The sentences of a passage that may hold a claim, with their tokens; `year` of the report."""
    text = passage.normal
    numbers = quantities(passage)
    denials = [sign for sign in words_of("denials", "signs") if sign in text]
    if not (numbers or denials):
        return
    anchors = claim_words().anchors
    at = 0
    for start, end in _spans(text):
        first = at
        while at < len(numbers) and numbers[at].start < end:
            at += 1
        told = at > first or (denials and holds_any(text[start:end], denials))
        if told and anchors.search(text, start, end):
            tokens = _merged(list(_tokens(text, start, end, numbers[first:at])), text, year)
            yield Sentence(passage, start, end, tokens)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of a text, without what ends them."""
    for mark in _OTHER_ENDS:
        text = text.replace(mark, _END)
    start = 0
    for sentence in text.split(_END):
        yield start, start + len(sentence)
        start += len(sentence) + 1


def _tokens(text: str, start: int, end: int, numbers: Sequence[Quantity]) -> Iterator[Token]:
    words = claim_words()
    upcoming = iter(numbers)
    number = next(upcoming, None)
    told = start  # where the last number ends, within which a comma is no stop
    for first, last, meaning in words.found(text, start, end):
        while number and number.number[0] < last:
            yield _number(number)
            told = number.number[1]
            number = next(upcoming, None)
        if first < told and meaning.kind == "stop":
            continue
        yield Token(first, last, meaning.kind, meaning.name, meaning.of)
    while number:
        yield _number(number)
        number = next(upcoming, None)


def _merged(tokens: list[Token], text: str, year: int | None) -> Sequence[Token]:
    """The tokens without 申请 of 政府信息公开申请行政复议, and with 2022年结转 as one."""
    kept: list[Token] = []
    for token in tokens:
        last = kept[-1] if kept else None
        if last and token.start - last.end <= _NEAR:
            carried = _carried(last, token, text, year)
            if carried:
                kept[-1] = carried
                continue
            if _goes_on(last, token, text):
                kept[-1] = replace(last, end=token.end)
                continue
            disputed = token.kind == "noun" and token.name in DISPUTES
            if disputed and last.end == token.start and last.name in _ASKED:
                kept.pop()
        kept.append(token)
    return kept


def _goes_on(last: Token, token: Token, text: str) -> bool:
    """Whether a word tells on of what was carried: 结转至2024年办理, 上年结转的未办结."""
    if last.name == "carried":
        between = text[last.end : token.start]
        return token.name == "carried_forward" and is_made_of(between, "of_carried")
    following = token.start == last.end and last.name == "carried_forward"
    return following and token.name in ("handled", "replied", "closed")


def _carried(first: Token, second: Token, text: str, year: int | None) -> Token | None:
    """2022年结转 and 结转2022年 in a report on 2023 are 上年结转, and 结转2024年 is 结转下年.

    What was 结转至2023年 was carried to the year of the report too.
    """
    if year is None or _CARRYING.isdisjoint((first.name, second.name)):
        return None
    told = first if first.kind == "year" else second
    onward = second.kind == "year" and year_of(second, text) == year
    if onward or (told.kind == "year" and year_of(told, text) == year - 1):
        return Token(first.start, second.end, "role", "carried", _OF)
    if second.kind == "year" and year_of(second, text) == year + 1:
        return Token(first.start, second.end, "role", "carried_forward", _OF)
    return None


def year_of(token: Token, text: str) -> int:
    """The year that a token of that kind names."""
    return int(text[token.start : token.start + 4])


def _number(quantity: Quantity) -> Token:
    return Token(quantity.start, quantity.end, "number", quantity=quantity)


def tells_applications(sentence: Sentence) -> bool:
    """Whether what a sentence tells can be told of applications alone.

    So can three ways of handling, who applied, and what balances where nothing else was named.
    """
    roles = {token.name for token in sentence.tokens if token.kind == "role"}
    if len(roles) < _LEAST:
        return False
    if len(roles & words_of("handling")) >= _SURE:
        return True
    divided = words_of("divided")
    if not roles.isdisjoint(divided) and holds_any(sentence.text, words_of("dividing")):
        return True
    if not (roles >= words_of("balance") or (roles >= divided and _opens_with(divided, sentence))):
        return False
    before = sentence.passage.normal[: sentence.end]
    return not holds_any(before, words_of("nouns", "foreign"))


def _opens_with(roles: Collection[str], sentence: Sentence) -> bool:
    """Whether a sentence begins with one of some roles: 自然人申请37件，法人…."""
    first = next((token for token in sentence.tokens if token.name in roles), None)
    text = sentence.passage.normal
    return first is not None and is_made_of(text[sentence.start : first.start], "between")
