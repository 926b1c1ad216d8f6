"""A list of titles in running text, split where titles themselves may hold the separators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from gxcheck.patterns import own_pattern
from gxcheck.report.labels import normal_key
from gxcheck.report.sections.roles import TitleRole, is_required, known_role, role_of_title
from gxcheck.report.sections.structure import structure

__all__ = ["Span", "split_titles"]

Span: TypeAlias = tuple[int, int]

_SEPARATOR = own_pattern(r"[、,;]+")
_QUOTED = own_pattern(r"[“\"'‘]([^”\"'’]+)[”\"'’]")
_PAIR = 2  # pieces that may be halves of one title
_LONGEST = 4  # pieces that one title is made of
_MOST = 30  # pieces of a list; what has more is no list of sections
_KNOWN, _TITLE, _PIECE, _JOINED, _TORN = 4.0, 2.0, 0.0, 1.0, -3.0
_AS_TOLD = 6.0  # for a list of as many titles as told
_KNOWN_WHOLE = 10.0  # a title known with its separators is not torn to reach the number told


class _Piece(Struct, frozen=True):
    """What stands between two separators; `joins` where it may belong to the piece before."""

    start: int
    end: int
    joins: bool


def split_titles(
    text: str, masked: str, start: int, end: int, count: int | None
) -> tuple[Span, ...]:
    """The titles in `text[start:end]`, as many as `count` where the words allow it.

    `masked` is the text with what stands in brackets blotted out. Quoted titles are taken as
    quoted; else the longest titles that a form knows, then what ends as titles end.
    """
    quoted = [match.span(1) for match in _QUOTED.finditer(text, start, end)]
    if len(quoted) > 1:
        return tuple(quoted)
    pieces = list(_pieces(text, masked, start, end))
    if len(pieces) > _MOST:
        return ()
    spans = list(_longest_known(text, pieces))
    if count is None or len(spans) == count:
        return tuple(spans)
    return tuple(_best_split(text, pieces, count))


def _pieces(text: str, masked: str, start: int, end: int) -> Iterator[_Piece]:
    joins = False
    for until, following in _ends(masked, start, end):
        begin = _after_connector(text, start, until)
        joins = joins and begin == start
        middle = _connector_within(text, begin, until)
        if begin < until:
            if middle:
                yield _Piece(begin, middle[0], joins)
                yield _Piece(middle[1], until, False)
            else:
                yield _Piece(begin, until, joins)
        start, joins = following, masked[until:following] == "、"


def _ends(masked: str, start: int, end: int) -> Iterator[Span]:
    for match in _SEPARATOR.finditer(masked, start, end):
        yield match.span()
    yield end, end


def _after_connector(text: str, start: int, end: int) -> int:
    connectors = structure().declared.connectors
    if not text.startswith(connectors, start, end):
        return start
    for word in connectors:
        if text.startswith(word, start, end):
            return start + len(word)
    return start


def _connector_within(text: str, start: int, end: int) -> Span | None:
    """Where a connector stands between two titles: 下步工作安排及其他需要报告的事项."""
    if _is_known(text, start, end):
        return None
    for word in structure().declared.connectors:
        at = text.find(word, start + 2, end)
        while at >= 0:
            right = known_role(normal_key(text[at + len(word) : end]))
            left = role_of_title(text[start:at]) if right else None
            whole = role_of_title(text[start:end]) if left and right else None
            apart = left and right and left.role != right.role and _is_apart(left, right, whole)
            if apart and not _ends_in_title(text, start, at, end):
                return at, at + len(word)
            at = text.find(word, at + 1, end)
    return None


def _ends_in_title(text: str, start: int, connector: int, end: int) -> bool:
    """Whether a title with this connector ends the text: 工作中存在的问题及改进措施."""
    return any(known_role(normal_key(text[at:end])) for at in range(start, connector))


def _is_apart(left: TitleRole, right: TitleRole, whole: TitleRole | None) -> bool:
    """Whether two titles are not but one that a form has whole: 工作中存在的问题及改进措施."""
    return is_required(right.role) or whole is None or whole.role != left.role


def _longest_known(text: str, pieces: Sequence[_Piece]) -> Iterator[Span]:
    at = 0
    while at < len(pieces):
        start = pieces[at].start
        ends = [piece.end for piece in pieces[at : at + _joined(pieces, at)]]
        known = (n for n in range(len(ends), 1, -1) if _is_known(text, start, ends[n - 1]))
        length = next(known, _PAIR if _is_halved(text, pieces, at) else 1)
        yield start, ends[length - 1]
        at += length


def _joined(pieces: Sequence[_Piece], at: int) -> int:
    """How many pieces may be one title, from one of them on."""
    after = at + 1
    while after < len(pieces) and after - at < _LONGEST and pieces[after].joins:
        after += 1
    return after - at


def _is_known(text: str, start: int, end: int) -> bool:
    return known_role(normal_key(text[start:end])) is not None


def _is_halved(text: str, pieces: Sequence[_Piece], at: int) -> bool:
    """Whether a piece and the next are halves of one title: 申请行政复议、提起行政诉讼情况."""
    if _joined(pieces, at) < _PAIR:
        return False
    left, right = (text[piece.start : piece.end] for piece in pieces[at : at + _PAIR])
    if left.endswith(_endings()) or not right.endswith(_endings()):
        return False
    first, second = role_of_title(left), role_of_title(right)
    return first is not None and second is not None and first.role == second.role


def _best_split(text: str, pieces: Sequence[_Piece], count: int) -> list[Span]:
    """The split with the most points, of which a split into as many as told has more."""
    best: list[dict[int, tuple[float, list[Span]]]] = [{0: (0.0, [])}]
    for end in range(1, len(pieces) + 1):
        found: dict[int, tuple[float, list[Span]]] = {}
        for length in range(1, min(_LONGEST, end) + 1):
            group = pieces[end - length : end]
            if not all(piece.joins for piece in group[1:]):
                break
            worth = _worth(text, group)
            for number, (points, spans) in best[end - length].items():
                if number + 1 not in found or points + worth > found[number + 1][0]:
                    span = (group[0].start, group[-1].end)
                    found[number + 1] = (points + worth, [*spans, span])
        best.append(found)
    ranked = best[-1].items()
    return max(ranked, key=lambda item: item[1][0] + _AS_TOLD * (item[0] == count))[1][1]


def _worth(text: str, group: Sequence[_Piece]) -> float:
    if _is_known(text, group[0].start, group[-1].end):
        return _KNOWN if len(group) == 1 else _KNOWN_WHOLE
    complete = [text[piece.start : piece.end].endswith(_endings()) for piece in group]
    if len(group) == 1:
        return _TITLE if complete[0] else _PIECE
    return _JOINED if complete[-1] and not any(complete[:-1]) else _TORN


def _endings() -> tuple[str, ...]:
    return structure().declared.endings
