"""The most plausible chain of sections among the candidates for headings.

Each candidate earns points for its title and for how its number follows the one before; the chain
with the most points is the outline. Weak words with a number in sequence count as much as good
words with a wrong number, so that a mangled title, a repeated number or swapped sections all stay
in the outline, while lists inside a section, whose numbers begin anew, do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from gxcheck.report.sections.candidates import Candidate

__all__ = ["best_chain", "chains"]

_TITLE = {"official": 6.0, "synonym": 5.5, "similar": 2.5}
_NO_ROLE = -2.5  # a title that no form knows, or whose role the chain has
_RUN_ON = -1.0  # a title without role whose text runs on is rather an item of a list
_APPENDED = -4.0  # after the attachments began
_NEXT, _GAP, _REPEAT, _BACK = 3.0, -0.5, -1.0, -2.0  # for how a number follows the one before
_UNNUMBERED = -1.0  # a heading without number among numbered ones
_UNNUMBERED_RUN_ON = -4.0  # pays only where a number is missing, or at the end
_UNNUMBERED_SHORT = -0.2  # with its title: pays only where a number is missing
# The right number in another style: a good title, or not.
_OTHER_STYLE, _OTHER_STYLE_WEAK = -1.0, -2.0
# A wrong one; the title also stands by itself.
_OTHER_STYLE_WRONG, _OTHER_STYLE_OWN_WRONG = -3.0, -2.0
_BROKEN = -8.0  # no step of a chain
_LATE = -0.5  # a chain that does not begin with number one
_SKIPPED = 1.0  # each good title left out between two of the chain, twice if unmistakable
_WINDOW = 40  # candidates before one that it may follow
_MOST_REPORTS = 20  # in one file
_ENOUGH = 3  # roles that another report in the same file must show


class _State(Struct, frozen=True):
    """The best chain that ends at a candidate."""

    score: float
    before: int
    ordinal: int
    roles: frozenset[str]


def chains(found: Sequence[Candidate]) -> list[list[Candidate]]:
    """The outlines of all reports in a document, in order: mostly one."""
    best = best_chain(found)
    if not best:
        return []
    roles, others = _roles(best), list[list[Candidate]]()
    waiting = _around(found, best)
    while waiting and len(others) < _MOST_REPORTS:
        part = waiting.pop()
        chain = best_chain(part)
        if _is_other(chain, roles):
            others.append(chain)
            waiting += _around(part, chain)
    return sorted([best, *others], key=lambda chain: chain[0].block)


def _around(found: Sequence[Candidate], chain: Sequence[Candidate]) -> list[list[Candidate]]:
    """The candidates before and after a chain, where there are enough for another report."""
    before = [one for one in found if one.block < chain[0].block]
    after = [one for one in found if one.block > chain[-1].block and not one.appended]
    return [part for part in (before, after) if len(part) >= _ENOUGH]


def best_chain(found: Sequence[Candidate]) -> list[Candidate]:
    """The chain of sections with the most points; empty where no candidate has a role."""
    styles = {one.style for one in found if one.role}
    nodes = [one for one in found if one.role or (one.ordinal and one.style in styles)]
    if not any(one.strong for one in nodes) and sum(one.role is not None for one in nodes) < 2:
        return []
    states = _states(nodes)
    best = max(range(len(nodes)), key=lambda at: states[at].score, default=-1)
    chain: list[Candidate] = []
    while best >= 0:
        chain.append(nodes[best])
        best = states[best].before
    return chain[::-1]


def _states(nodes: Sequence[Candidate]) -> list[_State]:
    skipped = list(accumulate(map(_left_out, nodes), initial=0.0))
    states: list[_State] = []
    for at, one in enumerate(nodes):
        best = _first(one)
        for i in range(max(0, at - _WINDOW), at):
            score = states[i].score - skipped[at] + skipped[i + 1]
            if score + _TITLE["official"] + _NEXT > best.score:
                score += _gain(states[i], nodes[i], one)
                if score > best.score:
                    best = _State(score, i, *_sum(states[i], one))
        states.append(best)
    return states


def _left_out(one: Candidate) -> float:
    """What it costs to leave a candidate out."""
    unmistakable = one.own and one.alone and one.ordinal is not None and not one.listed
    return _SKIPPED * (one.strong + unmistakable)


def _first(one: Candidate) -> _State:
    score = _worth(one, frozenset())
    score += _LATE if one.ordinal not in (1, None) else 0.0
    roles = frozenset((one.role.role,)) if one.role else frozenset[str]()
    return _State(score, -1, one.ordinal or 1, roles)


def _sum(state: _State, one: Candidate) -> tuple[int, frozenset[str]]:
    roles = state.roles | {one.role.role} if one.role else state.roles
    return one.ordinal or state.ordinal + 1, roles


def _worth(one: Candidate, roles: frozenset[str]) -> float:
    """What a title is worth beside the roles that the chain has already."""
    if one.role is None or one.role.role in roles:
        worth = _NO_ROLE + (0.0 if one.alone else _RUN_ON)
    else:
        worth = _TITLE[one.role.likeness]
    return worth + _APPENDED if one.appended else worth


def _gain(state: _State, before: Candidate, one: Candidate) -> float:
    """What a candidate adds to the chain that `state` ends."""
    is_new = one.role is not None and one.role.role not in state.roles
    return _worth(one, state.roles) + _step(state, before, one, is_new)


def _step(state: _State, before: Candidate, one: Candidate, is_new: bool) -> float:
    """What the number of a candidate is worth after the one before; `is_new` if its role is."""
    good = is_new and one.strong
    if one.ordinal is None:
        if not before.style:
            return 0.0 if good else _BROKEN
        return _unnumbered(one) if good and not one.listed else _BROKEN
    ahead = one.ordinal - state.ordinal
    if not before.style:
        return _UNNUMBERED if is_new and ahead >= 1 else _BROKEN
    if one.style != before.style:
        return _other_style(ahead, good, one.own) if is_new and not one.listed else _BROKEN
    if one.separator != before.separator and not (one.strong and before.strong):
        return _BROKEN
    # a repeated number of a list is the one of its beginning
    return _same_style(ahead, good or (ahead == 0 and is_new and one.alone and one.ordinal > 1))


def _unnumbered(one: Candidate) -> float:
    if one.own:
        return _UNNUMBERED if one.alone else _UNNUMBERED_RUN_ON
    return _UNNUMBERED_SHORT - _title(one) if one.alone else _BROKEN


def _title(one: Candidate) -> float:
    return _TITLE[one.role.likeness] if one.role else _NO_ROLE


def _other_style(ahead: int, good: bool, own: bool) -> float:
    if ahead == 1:
        return _OTHER_STYLE if good else _OTHER_STYLE_WEAK
    if not good:
        return _BROKEN
    return _OTHER_STYLE_OWN_WRONG if own else _OTHER_STYLE_WRONG


def _same_style(ahead: int, good: bool) -> float:
    if ahead == 1:
        return _NEXT
    if ahead > 1:
        return _GAP
    if not good:
        return _BROKEN
    return _REPEAT if ahead == 0 else _BACK


def _roles(chain: Sequence[Candidate]) -> set[str]:
    return {one.role.role for one in chain if one.role and one.strong}


def _is_other(chain: Sequence[Candidate], roles: set[str]) -> bool:
    """Whether a chain outside a report is another report: it has the same sections again."""
    return len(_roles(chain) & roles) >= min(_ENOUGH, max(len(roles), 2))
