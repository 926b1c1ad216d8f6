"""The most plausible chain of sections among the candidates for headings.

Each candidate earns points for its title and for how its number follows the one before; the chain
with the most points is the outline. Weak words with a number in sequence count as much as good
words with a wrong number, so that a mangled title, a repeated number or swapped sections all stay
in the outline, while lists inside a section, whose numbers begin anew, do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from gxcheck.report.outline import Candidate

__all__ = ["best_chain", "chains"]

_TITLE = {"official": 4.0, "synonym": 3.5, "similar": 2.0}
_NO_ROLE = -2.5
_RUN_ON = -1.0  # a title without role whose text runs on is rather an item of a list
_INSIDE = -4.0  # inside a list, or after the attachments began
_NEXT, _GAP, _REPEAT, _BACK = 3.0, -1.0, -1.0, -2.0
_UNNUMBERED = -1.0
_OTHER_STYLE = -1.0
_BROKEN = -8.0
_LATE = -0.5  # a chain that does not begin with number one
_SKIPPED = 0.5  # each good title that is left out between two of the chain
_SHORT = 8  # a title this long stands for a section among numbered ones without number
_WINDOW = 40
_ENOUGH = 3  # roles that another report in the same file must show


@dataclass(frozen=True, slots=True)
class _State:
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
    roles = _roles(best)
    before = [one for one in found if one.block < best[0].block]
    after = [one for one in found if one.block > best[-1].block and not one.appended]
    rest = (chains(part) if len(part) >= _ENOUGH else [] for part in (before, after))
    earlier, later = ([chain for chain in part if _is_other(chain, roles)] for part in rest)
    return [*earlier, best, *later]


def best_chain(found: Sequence[Candidate]) -> list[Candidate]:
    """The chain of sections with the most points; empty where no candidate has a role."""
    styles = {one.style for one in found if one.role}
    nodes = [one for one in found if one.role or (one.ordinal and one.style in styles)]
    if not any(one.is_strong for one in nodes) and sum(one.role is not None for one in nodes) < 2:
        return []
    states = _states(nodes)
    best = max(range(len(nodes)), key=lambda at: states[at].score, default=-1)
    chain: list[Candidate] = []
    while best >= 0:
        chain.append(nodes[best])
        best = states[best].before
    return chain[::-1]


def _states(nodes: Sequence[Candidate]) -> list[_State]:
    skipped = list(accumulate((_SKIPPED * one.is_strong for one in nodes), initial=0.0))
    states: list[_State] = []
    for at, one in enumerate(nodes):
        best = _first(one)
        for i in range(max(0, at - _WINDOW), at):
            score = states[i].score - skipped[at] + skipped[i + 1]
            if score + _TITLE["official"] + _NEXT > best.score:
                score += _gain(states[i], nodes[i].style, one)
                if score > best.score:
                    best = _State(score, i, *_sum(states[i], one))
        states.append(best)
    return states


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
    return worth + _INSIDE if one.nested or one.appended else worth


def _gain(state: _State, style: str, one: Candidate) -> float:
    """What a candidate adds to the chain that `state` ends."""
    good = one.is_strong and one.role is not None and one.role.role not in state.roles
    return _worth(one, state.roles) + _step(state, style, one, good)


def _step(state: _State, style: str, one: Candidate, good: bool) -> float:
    if one.ordinal is None:
        fits = good and (not style or len(one.key) >= _SHORT)
        return (_UNNUMBERED if style else 0.0) if fits else _BROKEN
    ahead = one.ordinal - state.ordinal
    if one.style == style:
        return _same_style(ahead, good and not one.nested)
    if not style:
        return _UNNUMBERED if one.role and ahead >= 1 else _BROKEN
    return _OTHER_STYLE if ahead == 1 and good and one.first != 1 else _BROKEN


def _same_style(ahead: int, good: bool) -> float:
    if ahead == 1:
        return _NEXT
    if ahead > 1:
        return _GAP
    if not good:
        return _BROKEN
    return _REPEAT if ahead == 0 else _BACK


def _roles(chain: Sequence[Candidate]) -> set[str]:
    return {one.role.role for one in chain if one.role and one.is_strong}


def _is_other(chain: Sequence[Candidate], roles: set[str]) -> bool:
    """Whether a chain outside a report is another report: it has the same sections again."""
    return len(_roles(chain) & roles) >= min(_ENOUGH, max(len(roles), 2))
