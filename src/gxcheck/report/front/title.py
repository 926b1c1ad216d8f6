"""The titles of reports: over one line or several, among the words of a page.

A title ends with the name of a report on disclosure. Lines before it that hold only the organ or
the year belong to it, and the line below it that tells what it lacks. Sentences, document names and
attachments are no titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from gxcheck.document.model import Block, Location, Passage
from gxcheck.patterns import own_pattern
from gxcheck.report.front.organ_names import is_organ_name
from gxcheck.report.front.vocabulary import number, pattern, words
from gxcheck.report.model import Title
from gxcheck.report.passages import lines_of, part_of, passages_of
from gxcheck.report.seek import holds_any

__all__ = ["FoundTitle", "before_subject", "find_title", "is_chrome", "read_title"]

_LONGEST = 64  # characters of one of its lines
_LONGEST_CHROME = 120  # characters of a line of the page around a report
_MOST_LINES = 3
_WORD_RUN = own_pattern(r"\S+")


class FoundTitle(Struct, frozen=True):
    """A title and the lines that it stands on."""

    title: Title
    lines: tuple[Passage, ...]


class _Parts(Struct, frozen=True):
    """What a title says; its text in normal dress."""

    text: str
    year: int | None
    organ: str | None

    @property
    def rank(self) -> int:
        """How much of a title there is."""
        return (self.year is not None) + (self.organ is not None)

    @property
    def is_of_report(self) -> bool:
        """Whether it is the report that is named, and not the letter that it is sent with."""
        return pattern("title_of_letter").search(self.text) is None


class _Candidate(Struct, frozen=True):
    """What may be the title, and the lines that it stands on."""

    parts: _Parts
    lines: tuple[Passage, ...]


def read_title(blocks: Iterable[Block]) -> Title | None:
    """The title among `blocks`, which stand before the first section; None where there is none."""
    found = find_title(blocks)
    return found.title if found else None


def find_title(blocks: Iterable[Block]) -> FoundTitle | None:
    """The title with its lines.

    Of several, as on a page that prints its own title over the report's, the most complete one;
    of equals the first that names the report itself, and no letter that it is sent with.
    """
    blocks = tuple(blocks)
    found = _best(_titles_among(list(_printed_lines(blocks))))
    return found or _best(_run_in(blocks))


def is_chrome(normal: str) -> bool:
    """Whether a line is of the page around the report: where you are, date of posting, buttons."""
    if len(normal) >= _LONGEST_CHROME:
        return False
    return bool(pattern("chrome").match(normal)) or holds_any(normal, words("chrome_marks"))


def _printed_lines(blocks: Iterable[Block]) -> Iterator[Passage]:
    """The lines that may be of a title."""
    for passage in passages_of(blocks):
        yield from filter(_printed, lines_of(passage))


def _printed(line: Passage) -> bool:
    return len(line.normal) <= _LONGEST and not is_chrome(line.normal)


def _best(candidates: Iterable[_Candidate]) -> FoundTitle | None:
    found = list(candidates)
    best = max(found, key=lambda one: (one.parts.rank, one.parts.is_of_report), default=None)
    if best is None:
        return None
    own = next((one for one in found if _is_within(one.parts, best.parts)), best)
    parts, location = own.parts, _location(own.lines)
    title = Title(text=parts.text, location=location, year=parts.year, organ=parts.organ)
    return FoundTitle(title, own.lines)


def _is_within(parts: _Parts, whole: _Parts) -> bool:
    """Whether a title stands at the end of another that names its organ before as well.

    So the way through a site does: 清河县教育局 年度报告 清河县教育局2023年….
    """
    way = whole.text.removesuffix(parts.text)
    return parts.rank == whole.rank and way != whole.text and (parts.organ or "\0") in way


def _location(lines: Sequence[Passage]) -> Location:
    """From the first to the last of the lines that stand in the title's first block."""
    first = lines[0].location
    same = [line.location for line in lines if _block(line.location) == _block(first)]
    return replace(first, end=same[-1].end)


def _block(location: Location) -> tuple[int, int | None, int | None]:
    return location.block, location.row, location.cell


def _titles_among(lines: Sequence[Passage]) -> Iterator[_Candidate]:
    """Every title among the lines."""
    for index in range(len(lines)):
        for count in range(1, _MOST_LINES + 1):
            core = tuple(lines[index : index + count])
            if len(core) < count or (count > 1 and not _may_join(core)):
                break
            parts = _parse(core)
            if parts:
                one = _Candidate(parts, core)
                yield _widened(one, lines[:index], lines[index + count :])
                break


def _may_join(core: Sequence[Passage]) -> bool:
    """Whether several lines may be one title: none but the last has its end."""
    last = core[-1].normal
    return _parse(core[-1:]) is None and not pattern("title_not").search(last)


def _widened(one: _Candidate, before: Sequence[Passage], after: Sequence[Passage]) -> _Candidate:
    """The title with the lines of organ and year around it that it lacks."""
    parts, core = one.parts, one.lines
    for line in reversed(before[-_MOST_LINES:]):
        wider = _with_line(parts, (line, *core))
        if wider is None:
            break
        parts, core = wider, (line, *core)
    below = after[0].normal if after else ""
    if parts.year is None and pattern("title_year_line").search(below):
        parts = replace(parts, text=parts.text + below, year=_year(below))
        return _Candidate(parts, (*core, after[0]))
    byline = _byline(after) if parts.organ is None else None
    if byline:
        return _Candidate(replace(parts, organ=byline), (*core, after[0]))
    return _Candidate(parts, core)


def _byline(after: Sequence[Passage]) -> str | None:
    """The organ alone on the line below a title, unless it begins the next title."""
    found = pattern("title_byline").fullmatch(after[0].normal) if after else None
    if not found or not is_organ_name(found["organ"]) or _parse(after[:2]):
        return None
    return found["organ"]


def _with_line(parts: _Parts, wider: tuple[Passage, ...]) -> _Parts | None:
    """The title with a line before it, if the line is only an organ or a year that it lacks."""
    line = wider[0].normal
    organ = _without_years(line)
    if organ and (parts.organ is not None or not is_organ_name(organ)):
        return None
    if organ != line and parts.year is not None:
        return None
    return _parse(wider) if line else None


def _parse(lines: Sequence[Passage]) -> _Parts | None:
    """The parts of a title that stands on `lines`; None if it is none."""
    text = pattern("title_around").sub("", "".join(line.normal for line in lines))
    end = pattern("title_end").search(text)
    subject = end and pattern("title_subject").search(text, 0, end.start())
    if not subject or pattern("title_not").search(text):
        return None
    text = text.replace("》", "").rstrip("*")
    year, organ = _year(text), _organ(before_subject(text, subject))
    if year is None and organ is None and pattern("title_weak").search(text):
        return None
    return _Parts(text, year, organ)


def before_subject(text: str, subject: re.Match[str]) -> str:
    """What stands before 政府信息公开; in 人民政府信息公开 the government keeps its own word."""
    head = text[: subject.start()]
    government = pattern("title_government").match(subject.group())
    if government and pattern("title_people").search(head):
        head += government.group()
    return head


def _year(text: str) -> int | None:
    found = pattern("title_years").search(text)
    return number(found["year"]) if found else None


def _without_years(text: str) -> str:
    return pattern("title_years").sub("", text)


def _organ(head: str) -> str | None:
    """The organ's words in what stands before the subject."""
    organ = pattern("about").sub("", _without_years(pattern("about").sub("", head)))
    if len(organ) < 2 or organ in words("everyone") or not pattern("organ_words").search(organ):
        return None
    return organ


def _run_in(blocks: Iterable[Block]) -> Iterator[_Candidate]:
    """Titles that only a space parts from what follows, as in a page saved as one line."""
    for passage in passages_of(blocks):
        runs = list(_WORD_RUN.finditer(passage.text, 0, 2 * _LONGEST))
        for first in range(min(len(runs), _MOST_LINES)):
            for last in runs[first : first + _MOST_LINES]:
                line = part_of(passage, runs[first].start(), last.end())
                parts = _parse([line])
                if parts and parts.rank:
                    yield _Candidate(parts, (line,))
