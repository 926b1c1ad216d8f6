"""What is told of all that was counted before in a sentence: 收到12件，均已答复."""

from __future__ import annotations

from gxcheck.report.model import Claim
from gxcheck.report.prose.claims.context import Context, Frame, Told
from gxcheck.report.prose.claims.tokens import Sentence, Token
from gxcheck.report.prose.claims.topics import about_of
from gxcheck.report.prose.claims.words import is_made_of, words_of
from gxcheck.report.seek import holds_any

__all__ = ["read_all"]

_TOTALS = ("applications.received", "applications.handled", "applications.replied")
_OVER_ALL = {"closed": "replied", "replied": "replied", "handled": "replied"}


def read_all(token: Token, index: int, sentence: Sentence, context: Context, frame: Frame) -> None:
    """均已答复: all of what was told before in the sentence; `index` is that of 均 among tokens."""
    tokens = sentence.tokens
    role = next((t for t in tokens[index + 1 : index + 3] if t.kind in ("role", "stop")), None)
    if role is None or role.kind == "stop":
        return
    if "applications" not in role.of:
        _all_disputes(token, role, sentence, context, frame)
    elif not frame.silent and not (index and tokens[index - 1].kind == "number"):
        _all_applications(token, role, sentence, context, frame)


def _all_applications(
    token: Token, role: Token, sentence: Sentence, context: Context, frame: Frame
) -> None:
    """收到申请12件，均已答复: what became of all the applications that were counted."""
    text = sentence.passage.normal
    gap, words = text[token.end : role.start], text[token.start : role.end]
    if not is_made_of(gap, "after_all") or _only_in_time(words):
        return
    about = about_of("applications", _OVER_ALL.get(role.name, role.name))
    whole = _whole(context)
    is_listed = role.end < sentence.end and text[role.end] == "、"
    if whole and not is_listed and _may_follow(about, whole, context):
        context.add(about, Told.again(whole), (token.start, role.end), sentence, frame, "all")


def _may_follow(about: str, whole: Claim, context: Context) -> bool:
    """Whether a fact can be told of all that a claim counts, and was not told before."""
    if about not in context.facts or about in context.here or "applications.closed" in context.here:
        return False
    follows = context.facts[about].after
    return not follows or whole.about in follows


def _all_disputes(
    token: Token, role: Token, sentence: Sentence, context: Context, frame: Frame
) -> None:
    """行政诉讼2件,均获维持: what became of all the cases that were counted last."""
    whole = next(reversed(context.here.values()), None)
    topic, _, counted = whole.about.partition(".") if whole else ("", "", "")
    about = about_of(topic, role.name)
    if whole is None or counted != "total" or topic not in role.of or about not in context.facts:
        return
    gap = sentence.passage.normal[token.end : role.start]
    if whole.kind == "number" and is_made_of(gap, "all_ended"):
        told = Told.again(whole)
        context.add(about, told, (token.start, role.end), sentence, frame, "all", loose=False)


def _only_in_time(words: str) -> bool:
    timely = holds_any(words, words_of("in_time"))
    return timely and not holds_any(words, words_of("surely_all"))


def _whole(context: Context) -> Claim | None:
    """What 均 refers to: the applications counted last in the sentence, if nothing else was.

    None after a part, 其中收到信函1件，网上11件，均已答复: it may be the part or the whole.
    """
    last = next(reversed(context.here.values()), None)
    if last is None or last.about not in _TOTALS or last.kind != "number":
        return None
    return last if last.extent != "part" else None
