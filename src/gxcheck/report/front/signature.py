"""Who signs a report and when: the lines after its last section, or below its title.

The date of posting that a page prints is no signature.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from msgspec import Struct

from gxcheck.document.model import Block, Paragraph, Passage
from gxcheck.document.normalise import normalise
from gxcheck.report.front.dates import read_date, read_month
from gxcheck.report.front.flow import Flow
from gxcheck.report.front.organ_names import is_organ_name
from gxcheck.report.front.title import is_chrome
from gxcheck.report.front.vocabulary import pattern, words
from gxcheck.report.model import DateMention, Signature, Words
from gxcheck.report.passages import lines_of, part_of
from gxcheck.report.seek import holds_any

__all__ = ["read_signature"]

_LONGEST = 90  # characters of a line that may sign
_APART = 2  # blocks from the organ to the date of one signature


class _Signed(Struct, frozen=True):
    """What one line says of a signature; `place` counts the blocks without the page's own."""

    place: int
    line: Passage
    organ: Words | None
    date: DateMention | None


def read_signature(
    section: Sequence[Block],
    end: Sequence[Block] = (),
    front: Sequence[Block] = (),
    title: str = "",
) -> Signature:
    """The signature.

    `section` are the last section's blocks, `end` what follows them, `front` what stands above
    the preamble, where a date in brackets, or organ and date on a cover, may sign instead. An
    organ whose name takes two lines is known by the `title`.
    """
    lines, below = list(_printed(section)), list(_printed(end))
    signed = list(_signed_lines([*lines, *below], _places([*section, *end])))
    found = _first_dated(signed) or _undated([*_last(lines), *below]) or _cover(front)
    found = found or Signature.model_construct(organ=None, date=None)
    return _whole(found, [*lines, *below], title)


def _whole(found: Signature, lines: Sequence[Passage], title: str) -> Signature:
    """The signature with an organ's name in one that takes two lines, as the title has it."""
    told = found.organ.text if found.organ else ""
    if told and (told not in title or title.startswith(told)):
        return found
    for upper, lower in pairwise(lines):
        rest = told or lower.normal
        name = upper.normal + rest
        if title.startswith(name) and lower.normal.startswith(rest) and is_organ_name(name):
            organ = Words(text=name, location=upper.location)
            return Signature.model_construct(organ=organ, date=found.date)
    return found


def _first_dated(signed: Sequence[_Signed]) -> Signature | None:
    """The first line with a date, and the organ on it or on the line before or after it."""
    for index, one in enumerate(signed):
        if one.date is None:
            continue
        neighbours = [one, *signed[max(0, index - 1) : index], *signed[index + 1 : index + 2]]
        near = (other.organ for other in neighbours if other.organ and _is_near(other, one))
        organ = next(near, None)
        return Signature.model_construct(organ=organ, date=one.date)
    return None


def _is_near(other: _Signed, one: _Signed) -> bool:
    """Whether two lines can be one signature; below it an annex may name the organ again."""
    return abs(other.place - one.place) <= _APART


def _places(blocks: Iterable[Block]) -> dict[int, int]:
    """The places of blocks in the text, where running heads and page numbers do not count."""
    own = (b.location.block for b in blocks if not isinstance(b, Paragraph) or b.role == "body")
    return {block: place for place, block in enumerate(dict.fromkeys(own))}


def _last(lines: Sequence[Passage]) -> Sequence[Passage]:
    """The last line, or the one above a date that is still to be written."""
    own = list(lines[1:])
    while own and pattern("date_unwritten").fullmatch(own[-1].normal):
        own.pop()
    return own[-1:]


def _undated(lines: Iterable[Passage]) -> Signature | None:
    """An organ alone, which signs only after the text or on its last line."""
    for one in _signed_lines(lines):
        if one.organ:
            return Signature.model_construct(organ=one.organ, date=None)
    return None


def _cover(front: Sequence[Block]) -> Signature | None:
    """A date in brackets or right below the title, or organ and date on lines of their own."""
    printed = list(_printed(front))
    below = [lower for upper, lower in pairwise(printed) if _ends_title(upper)]
    signed = list(_signed_lines(printed))
    for index, one in enumerate(signed):
        if one.date is None:
            continue
        organ = one.organ or (signed[index - 1].organ if index else None)
        alone = one.line in below and pattern("date_rest").search(one.line.normal)
        if organ or alone or one.line.normal.startswith("(") or one.line.normal.endswith(")"):
            return Signature.model_construct(organ=organ, date=one.date)
    return None


def _ends_title(line: Passage) -> bool:
    return bool(pattern("title_end").search(line.normal))


def _printed(blocks: Iterable[Block]) -> Iterator[Passage]:
    """The lines of the running text without the page's own."""
    for block in blocks:
        if isinstance(block, Paragraph) and block.role == "body":
            for line in _last_lines(block):
                if not _is_of_page(line.normal):
                    yield line


def _is_of_page(normal: str) -> bool:
    if pattern("page_numbers").match(normal):
        return True
    return is_chrome(normal) and not pattern("date_labelled").search(normal)


def _last_lines(passage: Passage) -> list[Passage]:
    """A passage's lines; what follows the last sentence of its last line may be one too."""
    lines = lines_of(passage)
    last = lines[-1] if lines else None
    cut = last.text.rfind("。", 0, len(last.text) - 1) + 1 if last else 0
    if last is None or not cut or not len(last.text) - _LONGEST < cut:
        return lines
    tail = normalise(last.text[cut:]).text
    return [*lines, part_of(last, cut, len(last.text))] if tail and _may_sign(tail) else lines


def _may_sign(normal: str) -> bool:
    """Whether a line may hold an organ or a date and nothing else: a cheap test."""
    return _may_date(normal) or not holds_any(normal, words("prose_marks"))


def _may_date(normal: str) -> bool:
    return holds_any(normal, words("date_marks"))


def _signed_lines(
    lines: Iterable[Passage], places: Mapping[int, int] = MappingProxyType({})
) -> Iterator[_Signed]:
    """The lines that hold an organ, a date or both, and nothing else."""
    for line in lines:
        if len(line.normal) > _LONGEST or not _may_sign(line.normal):
            continue
        place = places.get(line.location.block, 0)
        signed = _side_by_side(line, place) or _signed(line, place)
        if signed:
            yield signed


def _signed(line: Passage, place: int) -> _Signed | None:
    found = pattern("date_line").fullmatch(line.normal) if _may_date(line.normal) else None
    before = found["before"] if found else line.normal
    name = pattern("seal").sub("", before)
    organ = _organ(line, name) if is_organ_name(name) else None
    if organ or (found and not before):
        return _Signed(place, line, organ, _date(line) if found else None)
    return None


def _side_by_side(line: Passage, place: int) -> _Signed | None:
    """An organ or a date that stands there twice, as two parties sign beside each other."""
    first, *others = line.text.split() or [""]
    if not others or set(others) != {first}:
        return None
    start = line.text.index(first)
    return _signed(part_of(line, start, start + len(first)), place)


def _organ(line: Passage, name: str) -> Words:
    start = line.normal.index(name)
    return Words(text=name, location=line.locate(start, start + len(name)))


def _date(line: Passage) -> DateMention | None:
    flow = Flow((line,), (0,), line.normal)
    return read_date(flow) or read_month(flow)
