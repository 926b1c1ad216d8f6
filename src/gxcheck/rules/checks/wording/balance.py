"""Checks that quotation marks and brackets come in pairs, within a paragraph or a cell.

A quotation may run over several paragraphs, and a bracket over the cells of a broken label: what
one leaves open and the next but one closes is a pair. Marks of one kind and two widths are a pair.
"""

from __future__ import annotations

from codecs import charmap_build, charmap_decode, charmap_encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from gxcheck.document.model import Paragraph, Passage
from gxcheck.report.model import Report
from gxcheck.report.sections.headings import Mark, read_mark
from gxcheck.rules.checks.wording.residue import debris_blocks
from gxcheck.rules.checks.wordings import pattern
from gxcheck.rules.context import Context
from gxcheck.rules.model import Violation

__all__ = ["brackets_unbalanced", "quotes_unbalanced"]

_MATES = {
    "”": "“",
    "’": "‘",
    ")": "(",
    "]": "[",
    "〕": "〔",
    "》": "《",
    "〉": "〈",
    "】": "【",
    "」": "「",
    "』": "『",
}
_CLOSERS = {opener: closer for closer, opener in _MATES.items()}
_KEPT = "".join(["\0\n", *_MATES, *_CLOSERS])
_CODE_PAGE = charmap_build(_KEPT)
_REACH = 3  # passages
_REACH_OF_CELLS = 12
_ROUNDS = 8
_WORDS = 12  # characters quoted beside a mark
_TOGETHER = 60
_LONGEST_ITEM = 6
_BRACKETED = "（一）"
_NEAR = 2  # marks
_SENTENCE_ENDS = ("。", ";", "!", "?", ":")


class _Mark(Struct, frozen=True):
    """A mark without its mate: its place in the passage, and how many marks stand before it."""

    char: str
    start: int
    nth: int

    @property
    def opens(self) -> bool:
        return self.char in _CLOSERS


def quotes_unbalanced(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Every quotation mark has its mate."""
    return _unbalanced(context, "quotes")


def brackets_unbalanced(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """Every bracket has its mate, but for those that number an item: 1) 一).

    Not where the items beside it are numbered in brackets: (一) 二) (三).
    """
    return _unbalanced(context, "brackets")


def _unbalanced(context: Context, kind: str) -> Iterator[Violation]:
    """The marks of a kind without mates; neighbours are one violation.

    Variants: `opens` and `closes` for one mark, `default` for several. Values: `mark`, `mate`.
    """
    scope = context.scopes.scope("document")
    lonely = {}
    for index in context.once(_suspects):
        marks = _lonely(scope.texts, index, kind)
        if marks:
            lonely[index] = marks
    _drop_pairs(lonely, scope.texts)
    for index, marks in lonely.items():
        placed = scope.placed(scope.texts[index])
        for group in _groups(marks):
            start, end = _span(placed.passage.normal, group)
            yield Violation(
                placed.passage.locate(start, end),
                quote=placed.passage.quote(start, end),
                values=_values(group),
                place=placed.place,
                variant=_variant(group),
            )


def _suspects(context: Context) -> Sequence[int]:
    """The passages in which marks remain when all pairs are taken out, innermost first."""
    scope = context.scopes.scope("document")
    marks = _only_marks(scope.words)
    for _ in range(_ROUNDS):
        before = len(marks)
        for closer, opener in _MATES.items():
            marks = marks.replace(opener + closer, "")
        if len(marks) == before:
            break
    if not marks.strip("\n"):
        return []
    debris = debris_blocks(context)
    return [
        index
        for index, left in enumerate(marks.split("\n"))
        if left and scope.texts[index].location.block not in debris
    ]


def _only_marks(text: str) -> str:
    """The marks of a text and its line ends: written in a code page that has nothing else.

    That takes a third of the time in which a pattern finds them one by one.
    """
    written, _ = charmap_encode(text, "ignore", _CODE_PAGE)
    return charmap_decode(written, "strict", _KEPT)[0]


def _lonely(texts: Sequence[Passage], index: int, kind: str) -> list[_Mark]:
    """The marks of a passage without mates, in order."""
    passage = texts[index]
    lonely: list[_Mark] = []
    opened: list[_Mark] = []
    count: Counter[str] = Counter()
    for nth, found in enumerate(pattern(kind).finditer(passage.normal)):
        mark = _Mark(found[0], found.start(), nth)
        if mark.opens:
            opened.append(mark)
            count[mark.char] += 1
        elif count[_MATES[mark.char]]:
            while opened:
                last = opened.pop()
                count[last.char] -= 1
                if last.char == _MATES[mark.char]:
                    break
                lonely.append(last)
        elif not _numbers_item(passage.normal, mark) or _is_halved(texts, index, mark):
            lonely.append(mark)
    return sorted([*lonely, *opened], key=lambda mark: mark.start)


def _numbers_item(text: str, mark: _Mark) -> bool:
    end = mark.start + 1
    return pattern("item_closer").search(text, max(0, end - _LONGEST_ITEM), end) is not None


def _is_halved(texts: Sequence[Passage], index: int, mark: _Mark) -> bool:
    """Whether a paragraph's number has lost its opening bracket: (一) 二) (三)."""
    own = _number(texts[index])
    if own is None or own.ordinal is None or not own.start <= mark.start < own.end:
        return False
    beside = range(index - 1, -1, -1) if own.ordinal > 1 else range(index + 1, len(texts))
    for other in beside:
        number = _number(texts[other])
        if number:
            follows = number.ordinal == own.ordinal + (1 if own.ordinal == 1 else -1)
            return follows and texts[other].normal.startswith("(")
    return False


def _number(passage: Passage) -> Mark | None:
    """The number of a paragraph, if it is one like (一)."""
    mark = read_mark(passage.normal) if passage.location.row is None else None
    return mark if mark and mark.style == _BRACKETED else None


def _drop_pairs(lonely: dict[int, list[_Mark]], texts: Sequence[Passage]) -> None:
    """Take out what one passage leaves open and one of the next closes, or opens again."""
    for index in sorted(lonely):
        marks = lonely[index]
        opener = marks[-1] if marks else None
        if opener is None or not opener.opens:
            continue
        if _goes_on(texts, index, opener):
            marks.pop()
            continue
        for later in _reach(texts, index):
            first = next(iter(lonely.get(later, ())), None)
            if first and _MATES.get(first.char) == opener.char:
                marks.pop()
                lonely[later].pop(0)
            if first:
                break


def _goes_on(texts: Sequence[Passage], index: int, opener: _Mark) -> bool:
    """Whether a quotation goes on in the next paragraph, which opens it again."""
    if opener.char not in "“「" or index + 1 >= len(texts):
        return False
    own, following = texts[index], texts[index + 1]
    ended = own.normal.endswith(_SENTENCE_ENDS)
    return ended and isinstance(following, Paragraph) and following.normal.startswith(opener.char)


def _reach(texts: Sequence[Passage], index: int) -> Iterator[int]:
    """The passages in which a pair may end that begins in one; a table may go on over a page."""
    cells = texts[index].location.row is not None
    for later in range(index + 1, min(len(texts), index + 1 + _reach_of(cells))):
        other = texts[later]
        if (other.location.row is not None) == cells:
            yield later


def _reach_of(cells: bool) -> int:
    return _REACH_OF_CELLS if cells else _REACH


def _groups(marks: Iterable[_Mark]) -> Iterator[list[_Mark]]:
    """Marks that stand together: one slip leaves two of them, “两微一端’."""
    group: list[_Mark] = []
    for mark in marks:
        if group and (mark.nth > group[-1].nth + _NEAR or mark.start > group[0].start + _TOGETHER):
            yield group
            group = []
        group.append(mark)
    if group:
        yield group


def _span(text: str, group: Sequence[_Mark]) -> tuple[int, int]:
    """From the first mark to the last; one alone with the words that it should enclose."""
    start, end = group[0].start, group[-1].start + 1
    if len(group) == 1 and group[0].opens:
        stop = pattern("clause_end").search(text, end, end + _WORDS)
        return start, stop.start() if stop else min(len(text), end + _WORDS)
    if len(group) == 1:
        stops = list(pattern("clause_end").finditer(text, max(0, start - _WORDS), start))
        return (stops[-1].end() if stops else max(0, start - _WORDS)), end
    return start, end


def _values(group: Sequence[_Mark]) -> dict[str, str]:
    mark = group[0].char
    return {"mark": mark, "mate": _CLOSERS.get(mark) or _MATES[mark]}


def _variant(group: Sequence[_Mark]) -> str:
    if len(group) > 1:
        return "default"
    return "opens" if group[0].opens else "closes"
