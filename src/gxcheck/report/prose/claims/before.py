"""What a number is read as that stands after its role, noun or phrase: 予以公开3件, 复议1件."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from gxcheck.report.prose.claims.apart import (
    is_about,
    is_object,
    is_of_last,
    is_reason,
    is_unsure,
    names_matter,
    told_alone,
)
from gxcheck.report.prose.claims.clauses import Clause, Reading, read_as
from gxcheck.report.prose.claims.context import Context
from gxcheck.report.prose.claims.going_on import listed_after
from gxcheck.report.prose.claims.tokens import Token
from gxcheck.report.prose.claims.topics import (
    ARRIVED,
    DECIDED,
    DISPUTES,
    TOPICS,
    about_of,
    case_of,
)
from gxcheck.report.prose.claims.words import ends_of, is_made_of, marks_of, words_of
from gxcheck.report.seek import holds_any

__all__ = ["from_before"]

_ADJACENT, _APART, _NEAR = 2, 4, 6
_SOME, _FORWARD = "carried_some", "carried_forward"
_LED = "led"
_BOTH, _TOGETHER = ("disclosed", "partly_disclosed"), "disclosed_or_partly"
_KEPT = frozenset({"carried", "carried_some", "carried_forward"})
_PLAIN = frozenset({"training_courses", "meetings"})


def _content(tokens: Sequence[Token]) -> list[Token]:
    return [t for t in tokens if t.kind in ("noun", "role", "phrase") and t.name != "ignored"]


def from_before(clause: Clause, context: Context) -> Reading | None:
    """A number after its role, noun or phrase: 予以公开3件, 行政复议1件, 主动公开信息12条."""
    content = _content(clause.before)
    if content and not clause.gap_before(content[-1]):
        handled = told_alone(content[-1], clause, context)
        if handled:
            return read_as("applications", handled, (content[-1].start, clause.number.end))
    if content and _is_of_items(content[-1], clause):
        return _phrase(clause, replace(content[-1], name="disclosed_items"), context)
    while content and content[-1].kind == "role" and not _applies(content[-1], clause, context):
        content.pop()
    if not content or not is_made_of(_gap(clause, content[-1]), "between"):
        return None
    last = content[-1]
    if is_of_last(last, clause):
        return None
    if last.kind == "phrase":
        return _phrase(clause, last, context)
    if last.kind == "noun":
        return _noun(clause, content, context)
    return _role(clause, content, context)


def _gap(clause: Clause, token: Token) -> str:
    """What stands before a number, alone in brackets (予以公开(12件)) or after a comma."""
    gap = clause.gap_before(token)
    named, _, counted = gap.partition(",")
    if counted and is_made_of(counted, "counting"):
        return named
    enclosed = clause.sentence.passage.normal.startswith(")", clause.number.end)
    return gap.removesuffix("(") if enclosed else gap


def _is_of_items(role: Token, clause: Clause) -> bool:
    """Whether 主动公开 has its object after its number: 主动公开12条政府信息."""
    text, end = clause.sentence.passage.normal, clause.number.end
    adjacent = role.name == "openly_disclosed" and not clause.gap_before(role)
    return adjacent and text.startswith(ends_of("information"), end)


def _applies(role: Token, clause: Clause, context: Context) -> bool:
    return not names_matter(role, clause) and bool(_topic_of(role, clause, context))


def _topic_of(role: Token, clause: Clause, context: Context) -> str:
    """The topic that a role is told of: that named in the clause, else the one spoken of."""
    for token in reversed(_content(clause.before)):
        if token.kind == "noun" and token.start < role.start:
            named = case_of(token.name)
            if named in role.of:
                return named
            break
    if context.topic in role.of and not is_unsure(context.topic, context):
        return context.topic
    named = _noun_after(clause)
    return named if named in role.of else ""


def _noun_after(clause: Clause) -> str:
    """The topic that is named right after the number: 收到2件申请."""
    first = next((token for token in clause.after if token.kind == "noun"), None)
    if first is None:
        return ""
    gap = clause.gap_after(first)
    adjacent = first is clause.after[0] and len(gap) <= _ADJACENT
    near = adjacent or is_made_of(gap, "between_request")
    return case_of(first.name) if near else ""


def _phrase(clause: Clause, phrase: Token, context: Context) -> Reading | None:
    """A number after a phrase, or what was attended of what was told last."""
    span = (phrase.start, clause.number.end)
    if phrase.name == _LED:
        return Reading(f"{next(reversed(context.here), '')}_{_LED}", True, span)
    if phrase.name == "disclosed_items":
        head = clause.head(phrase)
        ways = holds_any(head, marks_of("channel"))
        if ways and not holds_any(head, marks_of("all_channels")):
            return None
        if holds_any(head, words_of("another")):  # 其他应主动公开的政府信息29件
            return None
    elif phrase.name in _PLAIN and not _alone(phrase, clause):
        return None
    return Reading(phrase.name, True, span)


def _noun(clause: Clause, content: Sequence[Token], context: Context) -> Reading | None:
    """A number after a noun: with the role before the noun, else the noun's own."""
    noun = content[-1]
    topic = case_of(noun.name)
    listed = listed_after(noun, clause, context)
    if listed:
        return listed
    if topic not in TOPICS or is_unsure(topic, context) or is_about(topic, noun, clause):
        return None
    earlier = [t for t in content[:-1] if t.kind == "noun" or _is_told_of(t, topic, context)]
    roles = [t for t in earlier if t.kind == "role"]
    if roles and earlier[-1].kind == "role":
        if not is_object(roles[-1], noun, clause):
            return None
        return _with_role(clause, roles, topic)
    if earlier and earlier[-1].kind == "noun" and _in_list(earlier[-1], noun, clause):
        return None
    if topic in DISPUTES:
        if any(token.name in _KEPT and token.end == noun.start for token in content[:-1]):
            return None  # 未办结的行政复议2件
        return Reading(f"{topic}.total", True, (noun.start, clause.number.end))
    if topic in DECIDED and _alone(noun, clause):
        return Reading(f"{topic}.decided", True, (noun.start, clause.number.end))
    asked = noun.name == "applications" or (noun.name == "applications_topic" and _no_one(clause))
    if asked and _alone(noun, clause):
        return Reading("applications.received", True, (noun.start, clause.number.end))
    return None


def _no_one(clause: Clause) -> bool:
    """Whether a number is 0, and not of documents by their attribute: 依申请公开0件."""
    attributes = holds_any(clause.sentence.text, words_of("attributes"))
    number = clause.number.quantity
    return number is not None and not number.value and not attributes


def _is_told_of(role: Token, topic: str, context: Context) -> bool:
    """Whether a word is a role of a topic, and not one by which others are only divided."""
    fact = context.facts.get(about_of(topic, role.name))
    return role.kind == "role" and topic in role.of and not (fact and fact.after)


def _in_list(first: Token, noun: Token, clause: Clause) -> bool:
    """Whether a noun stands in a list, so that the number may be that of all."""
    gap = clause.sentence.passage.normal[first.end : noun.start]
    return first.name in DISPUTES and (gap == "、" or gap in marks_of("join"))


def _alone(noun: Token, clause: Clause) -> bool:
    """Whether nothing before a noun in its clause says that it is only some of them."""
    head = clause.head(noun)
    for token in clause.before:
        if token.start < noun.start and token.kind in ("extent", "mark", "year"):
            head = clause.sentence.passage.normal[token.end : noun.start]
    return is_made_of(head, "between")


def _with_role(clause: Clause, roles: Sequence[Token], topic: str) -> Reading | None:
    """A number after a noun that follows its role; None where another role stands before."""
    role = roles[-1]
    if len(roles) > 1 and not _agree(roles[-2], role, clause):
        return None
    return read_as(topic, role.name, (role.start, clause.number.end))


def _agree(first: Token, second: Token, clause: Clause) -> bool:
    """Whether two roles that follow each other are one, or the first is told of something else."""
    if about_of("", first.name) == about_of("", second.name):
        return True
    gap = clause.sentence.passage.normal[first.end : second.start]
    if gap.endswith(":"):
        return True
    return len(gap) > _APART and not holds_any(gap, words_of("both"))


def _role(clause: Clause, content: Sequence[Token], context: Context) -> Reading | None:
    """A number right after a role: 答复12件, 予以公开3件."""
    role = content[-1]
    topic = _topic_of(role, clause, context)
    if not topic or (topic in DECIDED) or is_unsure(topic, context):
        return None
    before = [t for t in content[:-1] if _is_told_of(t, topic, context)]
    between = [
        t for t in content[:-1] if t.kind == "noun" and before and t.start > before[-1].start
    ]
    if before and not between and is_reason(before[-1], role, clause):
        return read_as(topic, before[-1].name, (before[-1].start, clause.number.end))
    if before and _is_both(before[-1], role, clause):
        return read_as(topic, _TOGETHER, (before[-1].start, clause.number.end))
    divides = before and _divides(role, before[-1], context)
    if before and not between and not (divides or _agree(before[-1], role, clause)):
        return None
    if role.name in ARRIVED and _other_noun_after(clause):
        return None
    if role.name in ARRIVED and not _names_applications(clause, context):
        return None
    name = _FORWARD if _is_carried_on(role, clause) else role.name
    return read_as(topic, name, (role.start, clause.number.end))


def _is_both(first: Token, second: Token, clause: Clause) -> bool:
    """Whether a number is that of two ways of handling together: 予以公开、部分公开34件."""
    told = {token.name for token in clause.before}
    apart = {"respectively", "all"} & told or len(told & words_of("handling")) > len(_BOTH)
    gap = clause.sentence.passage.normal[first.end : second.start]
    return (first.name, second.name) == _BOTH and gap == "、" and not apart


def _is_carried_on(role: Token, clause: Clause) -> bool:
    """Whether the year that cases were carried to stands after their number: 结转1件到次年办理."""
    first = clause.after[0] if clause.after else None
    if first is None or first.name != _FORWARD or role.name != _SOME:
        return False
    return is_made_of(clause.gap_after(first), "onward")


def _divides(role: Token, first: Token, context: Context) -> bool:
    """Whether a role tells by which way what is told before it came: 收到网上申请3件."""
    fact = context.facts.get(about_of("applications", role.name))
    return fact is not None and about_of("applications", first.name) in fact.after


def _other_noun_after(clause: Clause) -> bool:
    """Whether what was received is named after its number, and is no application: 收到12件提案."""
    first = next((token for token in clause.after if token.kind == "noun"), None)
    if first is None or case_of(first.name) == "applications":
        return False
    gap = clause.gap_after(first)
    adjacent = first is clause.after[0] and len(gap) <= _NEAR
    return adjacent or gap.endswith(ends_of("of_about"))


def _names_applications(clause: Clause, context: Context) -> bool:
    """收到3件 alone tells of whatever was sent; of applications only where these are named."""
    named = any(case_of(t.name) == "applications" for t in clause.before if t.kind == "noun")
    return named or _noun_after(clause) == "applications" or context.topic == "applications"
