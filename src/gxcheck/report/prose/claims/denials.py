"""The claims that plain denials make: 未收到政府信息公开申请, 没有发生行政复议和行政诉讼."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from gxcheck.report.prose.claims.context import Context, Frame, Told
from gxcheck.report.prose.claims.tokens import Sentence, Token
from gxcheck.report.prose.claims.topics import (
    ARRIVED,
    CASES,
    DECIDED,
    DISPUTES,
    DOCUMENTS,
    about_of,
)
from gxcheck.report.prose.claims.ways import FAR, clause_end_of, ways_named
from gxcheck.report.prose.claims.words import ends_of, is_made_of, month_sign, words_of
from gxcheck.report.seek import holds_any

__all__ = ["NOTHING", "of_part_of_the_year", "read_denial"]

NOTHING = Told(0, 0, 0)
_RESULTS = frozenset(
    {
        "carried",
        "carried_forward",
        "disclosed",
        "partly_disclosed",
        "refused",
        "unavailable",
        "not_handled",
    }
)
_DEEDS = ("issued", "shown", "decided", "repealed", "handled")
_PHRASES = (
    "procurement_items",
    "fee_notices",
    "complaints",
    "training_courses",
    "meetings",
    "press_conferences",
)
_CHARGES = "administrative_fees"
_OUTCOME = "corrected"
_COUNTED_ELSEWHERE = ("applications", "fees", "other")  # sections of another charge


class _Denied(Struct, frozen=True):
    """The facts that are denied, the span of the words that do, and where their clause ends."""

    abouts: Sequence[str]
    start: int
    end: int
    clause_end: int


def read_denial(sentence: Sentence, index: int, context: Context, frame: Frame) -> None:
    """Keep the claims of a denial, if it is a plain one of this year."""
    text = sentence.passage.normal
    denial = sentence.tokens[index]
    head = text[max(sentence.start, denial.start - FAR) : denial.start]
    if frame.silent or frame.in_part or of_part_of_the_year(head):
        return
    if holds_any(head, words_of("denials", "unless")) or _of_others(sentence, index):
        return
    if index and sentence.tokens[index - 1].kind == "denial":
        return
    found = _denied(sentence, index, context) or _named_before(sentence, index, context)
    if not found or text.startswith("(", found.clause_end):
        return
    if not is_made_of(text[found.end : found.clause_end], "denials", "after"):
        return
    span = (found.start, found.end)
    for about in found.abouts:
        context.add(about, NOTHING, span, sentence, frame, "none", loose=False)


def _of_others(sentence: Sentence, index: int) -> bool:
    """Whether a denial is of some, 5个乡镇未收到申请, 部分科室未收到申请, or of 上年度."""
    tokens, first = sentence.tokens, index
    while first and tokens[first - 1].kind != "stop":
        first -= 1
        if tokens[first].kind == "number" or tokens[first].name == "last_year":
            return True
    start = tokens[first - 1].end if first else sentence.start
    head = sentence.passage.normal[start : tokens[index].start]
    return holds_any(head, words_of("denials", "some"))


def of_part_of_the_year(head: str) -> bool:
    """Whether a month is named before: 12月未收到申请, but not 1月1日至12月31日 nor 截至12月."""
    at = head.rfind(month_sign())
    return (
        at > 0
        and head[at - 1].isdecimal()
        and not head[at + 1 : at + 2].isdecimal()
        and not head.startswith(ends_of("month_ends"), at + 1)
        and not holds_any(head, words_of("to_december"))
    )


def _denied(sentence: Sentence, index: int, context: Context) -> _Denied | None:
    """What a denial denies."""
    text, tokens, denial = sentence.passage.normal, sentence.tokens, sentence.tokens[index]
    at = last = denial.end
    abouts: list[str] = []
    seen: list[Token] = []
    clause_end = sentence.end
    ways = ways_named(text, at, sentence.end)
    for place in range(index + 1, len(tokens)):  # a slice would be as long as the sentence
        token = tokens[place]
        if token.start in ways:
            continue
        at = _past(ways, text, at, token.start)
        if token.kind in ("stop", "denial"):
            clause_end = token.start
            break
        if not is_made_of(text[at : token.start], "denials", "before"):
            clause_end = clause_end_of(text, at, sentence.end)
            break
        fact = _fact(token, seen, text, context) if _may_be_denied(token) else None
        if fact is None:
            return None
        if fact:
            _add(fact, abouts)
            last = token.end
        seen.append(token)
        at = token.end
    found = list(dict.fromkeys(abouts))
    return _Denied(found, denial.start, last, clause_end) if found else None


def _past(ways: range, text: str, at: int, following: int) -> int:
    """Where the words of a denial go on: behind the ways, if these stand before the next token."""
    if at <= ways.start < following and is_made_of(text[at : ways.start], "denials", "before"):
        return ways.stop
    return at


def _may_be_denied(token: Token) -> bool:
    """Whether it is no number but one: 未收到一件申请."""
    if token.kind != "number":
        return True
    return token.quantity is not None and token.quantity.value == 1


def _add(fact: str, abouts: list[str]) -> None:
    """Keep a fact; what became of cases takes the place of the cases: 未发生行政复议被纠正."""
    _, _, outcome = fact.partition(".")
    if outcome == _OUTCOME and abouts:
        abouts[:] = [f"{about.removesuffix('.total')}.{outcome}" for about in abouts]
    else:
        abouts.append(fact)


def _named_before(sentence: Sentence, index: int, context: Context) -> _Denied | None:
    """What is named before a denial that says no more than that: 行政复议、行政诉讼均未发生."""
    text, tokens, denial = sentence.passage.normal, sentence.tokens, sentence.tokens[index]
    end = clause_end_of(text, denial.end, sentence.end)
    if not is_made_of(text[denial.end : end], "denials", "happened"):
        return None
    first = index
    while first and tokens[first - 1].kind != "stop":
        first -= 1
    at = tokens[first - 1].end if first else sentence.start
    abouts: list[str] = []
    for token in tokens[first:index]:
        if not is_made_of(text[at : token.start], "denials", "before"):
            return None
        fact = "" if token.kind in ("year", "extent") else _fact(token, (), text, context)
        if fact is None:
            return None
        abouts += [fact] if fact else []
        at = token.end
    start = tokens[first].start
    named = abouts and is_made_of(text[at : denial.start], "denials", "before")
    return _Denied(abouts, start, end, end) if named else None


def _fact(token: Token, seen: Sequence[Token], text: str, context: Context) -> str | None:
    """The fact that a word names after a denial; "" for none, None where it is not plain."""
    words = text[token.start : token.end]
    if token.name == "ignored" and is_made_of(words, "denials", "before"):
        return ""
    if token.kind == "noun":
        return _noun_fact(token, seen, text, context)
    if token.kind == "role":
        return _role_fact(token, seen, text, context)
    if token.kind == "fees" or token.name == "processing_fee":
        return _fees(words, context)
    if token.kind == "phrase":
        return _phrase_fact(token, text, context)
    plain = token.kind == "number" or token.name in ("join", "this_year", "all", "whole")
    return "" if plain else None


def _noun_fact(token: Token, seen: Sequence[Token], text: str, context: Context) -> str | None:
    words, because = text[token.start : token.end], _is_cause(token, text)
    if token.name in CASES and (because or text.startswith(ends_of("causing"), token.end)):
        return ""
    if token.name in DECIDED and because:
        return None
    if words in words_of("denials", "beside") or words in words_of("denials", "judges"):
        return ""
    return _noun(token, seen, text, context)


def _role_fact(token: Token, seen: Sequence[Token], text: str, context: Context) -> str | None:
    if token.name in _RESULTS:
        plain = not (_is_cause(token, text) or _arrived(seen))
        return about_of("applications", token.name) if plain else None
    if token.name == _OUTCOME:
        return _outcome(seen, context)
    if token.name == "organisation" and text.endswith(_words("everybody"), 0, token.start):
        return ""
    return "" if token.name in ARRIVED or token.name in _DEEDS else None


def _phrase_fact(token: Token, text: str, context: Context) -> str | None:
    if token.name == "fees_charged":
        return _charges(context)
    plain = token.name in _PHRASES and not text.startswith(_words("beside"), token.end)
    return token.name if plain or _is_charge(token, text, context) else None


def _is_cause(token: Token, text: str) -> bool:
    """Whether a word is only the reason of what is denied: 因申请引发的行政复议."""
    return text.endswith(_words("because"), 0, token.start)


def _is_charge(token: Token, text: str, context: Context) -> bool:
    """Whether it is charges for the organ's whole work that are denied, and not for disclosure."""
    if token.name != _CHARGES or context.section in _COUNTED_ELSEWHERE:
        return False
    head = text[text.rfind("。", 0, token.start) + 1 : token.start]
    named = holds_any(head, words_of("headings"))
    return context.topic != "applications" and not named


def _outcome(seen: Sequence[Token], context: Context) -> str | None:
    """What no case that is spoken of came to: 没有一件被复议机关纠正, but not 无答复被复议纠正."""
    if any(
        one.name in _RESULTS or (one.kind == "noun" and one.name not in DISPUTES) for one in seen
    ):
        return None
    topic = next((one.name for one in seen if one.name in DISPUTES), context.topic)
    certain = topic in DISPUTES and context.disclosure and not context.other_disputes
    return f"{topic}.{_OUTCOME}" if certain else None


def _arrived(seen: Sequence[Token]) -> bool:
    return any(token.name in ARRIVED for token in seen)


def _noun(token: Token, seen: Sequence[Token], text: str, context: Context) -> str | None:
    """The fact that a noun names after a denial, as in `_fact`."""
    name = token.name
    if name == "foreign":
        return _matter(text[token.start : token.end], seen)
    if name in DISPUTES:
        return f"{name}.total" if context.disclosure else None
    if name in CASES:
        if any(one.name in _RESULTS for one in seen):
            return ""
        plain = name == "applications" or _arrived(seen) or _stands_alone(token, seen, text)
        return "applications.received" if plain else ""
    if name in DOCUMENTS:
        done = next((one.name for one in seen if one.name in ("issued", "repealed")), None)
        return f"{name}.{done}" if done else None
    return f"{name}.decided" if name in DECIDED else None


def _stands_alone(topic: Token, seen: Sequence[Token], text: str) -> bool:
    """Whether 依申请公开 is what did not happen: 无一例依申请公开, 依申请公开、行政复议均未发生."""
    counted = any(one.kind == "number" for one in seen)
    named = text.startswith(ends_of("listed"), topic.end) or not text[topic.end : topic.end + 1]
    others = any(one.kind != "extent" for one in seen)
    return topic.name == "applications_topic" and named and (counted or not others)


def _matter(words: str, seen: Sequence[Token]) -> str | None:
    """The decisions that are denied as matters that were handled: 未办理行政许可事项."""
    done = any(one.name in _DEEDS for one in seen)
    named = (name for name in sorted(DECIDED) if words in words_of("denials", "matters", name))
    return next((f"{name}.decided" for name in named if done), None)


def _fees(words: str, context: Context) -> str | None:
    """Whether charges for disclosure are denied; since 2021 there is only the processing fee."""
    if words in words_of("denials", "processing") or words.endswith(_words("processing")):
        return "processing_fee"
    if not (context.disclosure or context.section in ("fees", "applications")):
        return None
    return _charges(context)


def _charges(context: Context) -> str:
    """What the charges for disclosure are in an edition."""
    return "fees_charged" if context.facts["fees_charged"].fields else "processing_fee"


def _words(name: str) -> tuple[str, ...]:
    """The words of a list of denials, for `str.startswith` and `str.endswith`."""
    return tuple(words_of("denials", name))
