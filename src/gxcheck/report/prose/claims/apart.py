"""Numbers that are not what the word beside them says: of another matter, or of the next word."""

from __future__ import annotations

from gxcheck.report.prose.claims.clauses import Clause
from gxcheck.report.prose.claims.context import Context
from gxcheck.report.prose.claims.denials import of_part_of_the_year
from gxcheck.report.prose.claims.tokens import Sentence, Token
from gxcheck.report.prose.claims.topics import DECIDED, DISPUTES
from gxcheck.report.prose.claims.words import ends_of, is_made_of, words_of
from gxcheck.report.seek import holds_any

__all__ = [
    "is_about",
    "is_attribute",
    "is_denied",
    "is_no_deed",
    "is_object",
    "is_of_a_way",
    "is_of_last",
    "is_of_months",
    "is_of_some",
    "is_other",
    "is_reason",
    "is_since_year",
    "is_unsure",
    "names_matter",
    "told_alone",
]

_ALONE = ("disclosed", "refused")
_APART = 4
_OTHER = {"mark": ("compare", "not_own", "last_year", "instance"), "noun": ("foreign",)}
_BARE = 2  # characters of 办理 alone
_MONTH = 12  # characters before a comma in which a month is told with what it belongs to
_LIST = 16  # characters before 依申请公开4件 in which 主动公开27件 may stand


def is_other(clause: Clause) -> bool:
    """Whether words before the number say that it is no figure of this year."""
    text = clause.sentence.passage.normal
    if text.endswith(ends_of("not_one"), clause.sentence.start, clause.number.start):
        return True
    for token in clause.before:
        if token.name in _OTHER.get(token.kind, ()):
            return True
    return bool(
        clause.after
        and clause.after[0].name == "foreign"
        and len(clause.gap_after(clause.after[0])) <= _APART
    )


def is_about(topic: str, noun: Token, clause: Clause) -> bool:
    """Whether texts about cases are counted, or their kinds: 行政复议类信息24条, 许可11个事项."""
    if topic not in DISPUTES and topic not in DECIDED:
        return False
    text = clause.sentence.passage.normal
    kinds = text.startswith(ends_of("kinds_of_cases"), clause.number.end)
    return kinds or holds_any(clause.gap_before(noun), words_of("about_cases"))


def is_attribute(clause: Clause) -> bool:
    """Whether a number counts documents that are open on request: 主动公开27件，依申请公开4件.

    So does one of those that are not: 主动公开信息27件，依申请公开信息4件，不予公开信息2件.
    """
    topic = clause.before[-1] if clause.before else None
    if topic is None or not is_made_of(clause.gap_before(topic), "between"):
        return False
    text, start = clause.sentence.passage.normal, clause.sentence.start
    if topic.name == "refused" and text.startswith(ends_of("information"), topic.end):
        named = any(token.name == "applications_topic" for token in clause.sentence.tokens)
        return named and holds_any(text[start : topic.start], words_of("openly"))
    if topic.name != "applications_topic":
        return False
    before = text[max(start, topic.start - _LIST) : topic.start]
    return holds_any(before, words_of("openly"))


def is_of_a_way(clause: Clause) -> bool:
    """Whether a number counts what came by one way of several: 信函受理5件，当面受理4件."""
    sentence = clause.sentence.text
    own = clause.head(clause.number)
    ways = {word for word in words_of("ways") if word in own}
    return len(ways) == 1 and holds_any(sentence, words_of("ways") - ways)


def is_of_some(clause: Clause) -> bool:
    """Whether a reason stands before a number, which may count those alone: 因补正结转2件."""
    return holds_any(clause.head(clause.number), words_of("because"))


def is_of_last(role: Token, clause: Clause) -> bool:
    """Whether a role before a 、 belongs to the number before it: 3件维持、1件尚未审结."""
    tokens = clause.sentence.tokens
    if "、" not in clause.gap_before(role):
        return False
    counted = any(token.kind == "number" and token.end == clause.start for token in tokens)
    return counted and is_made_of(clause.head(role), "after")


def is_reason(first: Token, second: Token, clause: Clause) -> bool:
    """Whether a role is the reason of the one after it: 属于过程性信息不予公开2件."""
    gap = clause.sentence.passage.normal[first.end : second.start]
    if second.name not in ("refused", "unavailable", "not_handled"):
        return False
    return first.name in words_of("reasons", second.name) and is_made_of(gap, "reasons", "between")


def is_object(role: Token, noun: Token, clause: Clause) -> bool:
    """Whether a noun is all that a role is told of: no 低保申请, and no 当场处罚决定."""
    gap = clause.sentence.passage.normal[role.end : noun.start]
    if noun.name == "request":
        return is_made_of(gap, "between_request")
    return noun.name not in DECIDED or is_made_of(gap, "between")


def names_matter(role: Token, clause: Clause) -> bool:
    """Whether 办理 stands after what was dealt with: 案件办理22件."""
    if role.name != "handled" or role.end - role.start != _BARE:
        return False
    head = clause.head(role)
    return bool(head) and head[-1].isalpha() and not head.endswith(ends_of("before_handled"))


def _is_of_next(role: Token, clause: Clause) -> bool:
    """Whether a role has its own number: 公开8件、部分公开1件, 12件申请中已答复10件."""
    text, tokens = clause.sentence.passage.normal, clause.sentence.tokens
    if clause.ends_at >= len(tokens):
        return False
    following = tokens[clause.ends_at]
    if "、" not in text[clause.number.end : role.start]:
        return following.kind == "number" and following.start == role.end
    return following.kind == "number" and is_made_of(text[role.end : following.start], "between")


def is_of_months(clause: Clause) -> bool:
    """Whether a month is named in the clause of a number or ends the one before: 9月，收到3件."""
    text, start = clause.sentence.passage.normal, clause.start
    if text.endswith(ends_of("month_before"), clause.sentence.start, start):
        start = max(clause.sentence.start, start - _MONTH)
    return of_part_of_the_year(text[start : clause.number.start])


def is_denied(clause: Clause) -> bool:
    """Whether what a number counts did not happen: 未收到申请的26个."""
    if not clause.before or clause.before[-1].kind not in ("noun", "role"):
        return False
    return any(token.kind == "denial" for token in clause.before)


def is_no_deed(role: Token, clause: Clause) -> bool:
    """Whether a word after a number tells not what became of it: 1件答复引发复议."""
    follows = clause.sentence.passage.normal.startswith(ends_of("causing"), role.end)
    return follows or _is_of_next(role, clause)


def is_since_year(mark: Token, index: int, sentence: Sentence, context: Context) -> bool:
    """Whether all that is told since then is of the year of the report: 2023年以来."""
    year = sentence.tokens[index - 1] if index else mark
    if year.kind != "year" or year.end != mark.start:
        return False
    return sentence.passage.normal.startswith(f"{context.report.year}", year.start)


def is_unsure(topic: str, context: Context) -> bool:
    """Whether cases may be on other matters than disclosure."""
    return topic in DISPUTES and (context.other_disputes or not context.disclosure)


def told_alone(role: Token, clause: Clause, context: Context) -> str:
    """What 公开 alone tells beside other ways of handling applications: 公开6件，不予公开1件."""
    words = clause.sentence.passage.normal[role.start : role.end]
    found = next((name for name in _ALONE if words in words_of("alone", name)), "")
    if not found or context.topic != "applications":
        return ""
    beside = words_of("beside_disclosed")
    if not any(token.name in beside for token in clause.sentence.tokens):
        return ""
    return "" if holds_any(clause.sentence.text, words_of("openly")) else found
