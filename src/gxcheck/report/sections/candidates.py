"""Which headings of a document may be those of its sections: the candidates for the outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from msgspec import Struct
from msgspec.structs import replace

from gxcheck.report.sections.found import Found, Series, is_own
from gxcheck.report.sections.headings import STYLES, Bounds
from gxcheck.report.sections.roles import TitleRole, role_of_title
from gxcheck.report.sections.strays import without_strays
from gxcheck.report.sections.structure import structure

__all__ = ["Candidate", "candidates"]

_LOWEST = len(STYLES)
_BARE = Series(_LOWEST - 1, "")  # the series of headings without number
_TOP = -1  # the level of the sections where another list than 一、 numbers them
_MOST = 1000  # headings that are weighed: no report has more
_LONG = 8  # characters of a title that is hardly a sub-heading's
_ENOUGH = 3  # roles of sections that show how these are numbered
_ENOUGH_BARE = 4  # and that show that they are not
_ENOUGH_MAIN = 4  # and in which style they all are
_ANOTHER = 3  # headings that come again are those of another report


class Candidate(Struct, frozen=True):
    """A heading that may be a section's.

    `strong` says that its title is in a form's own words, `own` that the title also is that of a
    section a form requires and of nothing below it, `listed` that it goes on with a list that
    began with number one under the heading before it.
    """

    block: int
    bounds: Bounds
    style: str
    ordinal: int | None
    separator: str
    role: TitleRole | None
    strong: bool
    own: bool
    alone: bool
    listed: bool
    appended: bool


class _Run(Struct, frozen=True):
    """Headings of one list whose numbers follow each other, and the place of the last of them."""

    first: int
    last: int
    place: int


def candidates(found: Sequence[Found]) -> list[Candidate]:
    """Those headings that may be of sections, in order."""
    body = _raised(without_strays(found))
    listed = _listed(body)
    outer = list(islice(_outermost(body, listed), _MOST))
    nested = _nested([body[at] for at in outer])
    kept = (at for place, at in enumerate(outer) if place not in nested)
    return _without_lists([_candidate(body[at], listed[at]) for at in kept])


def _without_lists(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without those among the sections that only continue some list inside one.

    Where the sections' own titles are numbered in one style, a heading in another style is a
    section only if it tells what none of them does.
    """
    own = [one for one in found if one.own and one.ordinal]
    styles = [one.style for one in own]
    style = max(dict.fromkeys(styles), key=styles.count, default="")
    main = [one for one in own if one.style == style]
    roles = {one.role.role for one in main if one.role}
    if len(roles) < _ENOUGH_MAIN:
        return list(found)
    inside = range(_first_block(found, main[0]), main[-1].block)
    return [
        one
        for one in found
        if one.style == style or one.block not in inside or _role(one) not in {"", *roles}
    ]


def _first_block(found: Sequence[Candidate], own: Candidate) -> int:
    """Where the sections begin: with number one, whose title may be of no form."""
    ones = [one.block for one in found if one.style == own.style and one.ordinal == 1]
    return max((block for block in ones if block < own.block), default=own.block)


def _role(one: Candidate) -> str:
    return one.role.role if one.role else ""


def _candidate(one: Found, listed: bool) -> Candidate:
    mark = one.bounds.mark
    role = one.known or (role_of_title(one.bounds.title) if mark.style else None)
    return Candidate(
        block=one.block,
        bounds=one.bounds,
        style=mark.style,
        ordinal=mark.ordinal,
        separator=mark.separator,
        role=role,
        strong=one.known is not None,
        own=is_own(one),
        alone=one.alone,
        listed=listed,
        appended=one.appended,
    )


def _raised(found: Sequence[Found]) -> Sequence[Found]:
    """The headings, with the list that most sections' own titles are in put above all others.

    1、 may number the sections, and （一） what stands below them; or nothing numbers them, and
    each title has a line to itself.
    """
    roles: dict[Series, set[str]] = {}
    for one in found:
        bare = one.series == _BARE and one.alone
        if one.known and is_own(one) and (bare or one.bounds.mark.ordinal is not None):
            roles.setdefault(one.series, set()).add(one.known.role)
    if not roles:
        return found
    first = min(roles, key=lambda series: (-len(roles[series]), series))
    if first == _BARE:
        without = roles.pop(_BARE)
        others = chain.from_iterable(roles.values())
        enough = len(without) >= _ENOUGH_BARE and without.issuperset(others)
        return [one for one in found if one.series == _BARE and one.alone] if enough else found
    if first.level == 0 or len(roles[first]) < _ENOUGH:
        return found
    top = replace(first, level=_TOP)
    return [replace(one, series=top) if one.series == first else one for one in found]


def _listed(found: Sequence[Found]) -> list[bool]:
    """For each heading whether it goes on with a list that began with one under its parent.

    Topics without numbers that follow each other are a list as well. The last of a list may be a
    section whose number is in the wrong style: it is not listed where its title is a section's own
    and long.
    """
    topics = list(map(_is_bare_topic, found))
    around = zip([False, *topics], topics, [*topics[1:], False], strict=False)
    listed = [own and (before or after) for before, own, after in around]
    runs: dict[Series, _Run] = {}
    for at, one in enumerate(found):
        ordinal, series = one.bounds.mark.ordinal, one.series
        if ordinal is None:
            continue
        for below in [other for other in runs if other.level > series.level]:
            _release(found, listed, runs.pop(below))
        run = runs.get(series, _Run(ordinal, -1, at))
        first = run.first
        if ordinal != run.last + 1:
            _release(found, listed, run)
            first = ordinal
        listed[at] = first == 1
        runs[series] = _Run(first, ordinal, at)
    for run in runs.values():
        _release(found, listed, run)
    return listed


def _is_bare_topic(one: Found) -> bool:
    return not one.bounds.mark.style and one.bounds.title in structure().headings.topics


def _release(found: Sequence[Found], listed: list[bool], run: _Run) -> None:
    """Take the last heading of a run off its list where it stands for a section by itself."""
    one = found[run.place]
    if run.last > run.first and len(one.key) >= _LONG and is_own(one):
        listed[run.place] = False


def _outermost(found: Sequence[Found], listed: Sequence[bool]) -> Iterator[int]:
    """The places of the headings without the lists that begin under a higher level's section."""
    highest = Series(_LOWEST, "")
    for at, one in enumerate(found):
        is_lower = one.series.level >= highest.level and one.series != highest
        if is_lower and listed[at]:
            continue
        yield at
        if one.known and one.bounds.mark.style and one.series.level < highest.level:
            highest = one.series


def _nested(found: Sequence[Found]) -> set[int]:
    """The places of lists that use the sections' own style again: 一 [一 二 三] 二."""
    by_series: dict[Series, list[int]] = {}
    for at, one in enumerate(found):
        if one.bounds.mark.ordinal is not None:
            by_series.setdefault(one.series, []).append(at)
    return {at for places in by_series.values() for at in _lists(found, places)}


def _lists(found: Sequence[Found], places: Sequence[int]) -> Iterator[int]:
    """The places of the lists within a list.

    The outer list goes on with the number after its last, though the inner one may have come as
    far: there a section's own title tells.
    """
    outer = inner = 0
    before: list[int] = []
    pending: list[int] = []
    for at in places:
        ordinal = found[at].bounds.mark.ordinal or 0
        goes_on = ordinal == outer + 1
        if inner and ordinal == inner + 1 and not (goes_on and is_own(found[at])):
            inner, pending = ordinal, [*pending, at]
            continue
        if _is_list(found, pending, before):
            yield from pending
        else:
            before += pending
        if outer and ordinal == 1:
            inner, pending = 1, [at]
        else:
            outer, inner, pending = ordinal, 0, []
            before.append(at)


def _is_list(found: Sequence[Found], places: Sequence[int], before: Sequence[int]) -> bool:
    """Whether headings numbered from one are no sections: not those of another report either."""
    if len(places) == 1:
        return found[places[0]].known is None
    keys = {found[at].key for at in before}
    again = sum(found[at].key in keys for at in places)
    return again < _ANOTHER
