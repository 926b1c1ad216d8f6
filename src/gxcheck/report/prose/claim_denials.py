"""The claims that plain denials make: 未收到政府信息公开申请, 没有发生行政复议和行政诉讼."""

from __future__ import annotations

from collections.abc import Sequence

from gxcheck.report.prose.claim_clauses import DECIDED, about_of
from gxcheck.report.prose.claim_context import Context, Frame, Told
from gxcheck.report.prose.claim_tokens import Sentence, Token
from gxcheck.report.prose.claim_words import ends_of, is_made_of, month_sign, words_of

__all__ = ["NOTHING", "of_part_of_the_year", "read_denial"]

NOTHING = Told(0, 0, 0)
_ARRIVED = frozenset({"received", "newly_received"})
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
_DISPUTES = ("reviews", "suits", "direct_suits", "suits_after_review")
_DEEDS = ("issued", "shown", "decided", "repealed")
_PHRASES = ("complaints", "training_courses", "meetings", "press_conferences")
_FAR = 300  # characters of a sentence; what stands farther off says nothing of a denial
_CASES = ("applications", "applications_topic", "request")


def read_denial(sentence: Sentence, index: int, context: Context, frame: Frame) -> None:
    """Keep the claims of a denial, if it is a plain one of this year."""
    text = sentence.passage.normal
    denial = sentence.tokens[index]
    head = text[max(sentence.start, denial.start - _FAR) : denial.start]
    if frame.silent or frame.in_part or of_part_of_the_year(head):
        return
    if any(word in head for word in words_of("denials", "unless")) or _of_some(sentence, index):
        return
    found = _denied(sentence, index, context)
    if not found:
        return
    abouts, end, clause_end = found
    goes_on = text.startswith("(", clause_end)
    if goes_on or not is_made_of(text[end:clause_end], "denials", "after"):
        return
    for about in abouts:
        context.add(about, NOTHING, (denial.start, end), sentence, frame, "none", loose=False)


def _of_some(sentence: Sentence, index: int) -> bool:
    """Whether a denial is of some only: 5个乡镇未收到申请, 部分科室未收到申请."""
    tokens, first = sentence.tokens, index
    while first and tokens[first - 1].kind != "stop":
        first -= 1
        if tokens[first].kind == "number":
            return True
    start = tokens[first - 1].end if first else sentence.start
    head = sentence.passage.normal[start : tokens[index].start]
    return any(word in head for word in words_of("denials", "some"))


def of_part_of_the_year(head: str) -> bool:
    """Whether a month is named before: 12月未收到申请, but not 1月1日至12月31日 nor 截至12月."""
    at = head.rfind(month_sign())
    return (
        at > 0
        and head[at - 1].isdecimal()
        and not head[at + 1 : at + 2].isdecimal()
        and not head.startswith(tuple(words_of("month_ends")), at + 1)
        and not any(word in head for word in words_of("to_december"))
    )


def _denied(sentence: Sentence, index: int, context: Context) -> tuple[list[str], int, int] | None:
    """What a denial denies: the facts, where the words end, and where the clause does."""
    text = sentence.passage.normal
    tokens = sentence.tokens
    at = tokens[index].end
    last = at
    abouts: list[str] = []
    seen: list[Token] = []
    clause_end = sentence.end
    for place in range(index + 1, len(tokens)):
        token = tokens[place]
        if token.kind in ("stop", "denial"):
            clause_end = token.start
            break
        if not is_made_of(text[at : token.start], "denials", "before"):
            clause_end = _clause_end(text, at, sentence.end)
            break
        if token.kind == "number" and not _is_one(token):
            return None
        fact = _fact(token, seen, text, context)
        if fact is None:
            return None
        if fact:
            abouts.append(fact)
            last = token.end
        seen.append(token)
        at = token.end
    return (list(dict.fromkeys(abouts)), last, clause_end) if abouts else None


def _clause_end(text: str, start: int, end: int) -> int:
    end = min(end, start + _FAR)
    stops = [at for mark in ",;()" if (at := text.find(mark, start, end)) >= 0]
    return min(stops, default=end)


def _is_one(token: Token) -> bool:
    return token.quantity is not None and token.quantity.value == 1


def _fact(token: Token, seen: Sequence[Token], text: str, context: Context) -> str | None:
    """The fact that a word names after a denial; "" for none, None where it is not plain."""
    if token.kind == "noun":
        if token.name in _CASES and text.startswith(ends_of("causing"), token.end):
            return ""
        if token.name in DECIDED and text.endswith(ends_of("because"), 0, token.start):
            return None
        if text[token.start : token.end] in words_of("denials", "beside"):
            return ""
        return _noun(token, seen, context)
    if token.kind == "role":
        if token.name in _RESULTS and text.endswith(ends_of("because"), 0, token.start):
            return None
        if token.name in _RESULTS:
            return about_of("applications", token.name) if not _arrived(seen) else None
        if token.name == "organisation" and text.endswith(_everybody(), 0, token.start):
            return ""
        return "" if token.name in _ARRIVED or token.name in _DEEDS else None
    if token.kind == "fees":
        return _fees(text[token.start : token.end], context)
    if token.kind == "phrase":
        if token.name in ("fees_charged", "processing_fee"):
            return _fees(text[token.start : token.end], context)
        return token.name if token.name in _PHRASES else None
    if token.name == "join" or token.kind == "number":
        return ""
    return "" if token.name in ("this_year", "all") else None


def _arrived(seen: Sequence[Token]) -> bool:
    return any(token.name in _ARRIVED for token in seen)


def _noun(token: Token, seen: Sequence[Token], context: Context) -> str | None:
    name = token.name
    if name in ("ignored", "foreign"):
        return None
    if name in _DISPUTES:
        return f"{name}.total" if context.disclosure else None
    results = any(one.name in _RESULTS for one in seen)
    if name in _CASES:
        if results:
            return ""
        plain = name == "applications" or _arrived(seen)
        return "applications.received" if plain else ""
    if name in ("regulations", "normative_documents"):
        done = next((one.name for one in seen if one.name in ("issued", "repealed")), None)
        return f"{name}.{done}" if done else None
    if name in DECIDED:
        return f"{name}.decided"
    return None


def _fees(words: str, context: Context) -> str | None:
    """Whether charges for disclosure are denied; since 2021 there is only the processing fee."""
    if words in words_of("denials", "processing") or words.endswith(_processing()):
        return "processing_fee"
    if not (context.disclosure or context.section in ("fees", "applications")):
        return None
    return "fees_charged" if context.facts["fees_charged"].fields else "processing_fee"


def _everybody() -> tuple[str, ...]:
    return tuple(words_of("denials", "everybody"))


def _processing() -> tuple[str, ...]:
    return tuple(words_of("denials", "processing"))
