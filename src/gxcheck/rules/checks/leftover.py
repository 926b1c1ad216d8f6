"""Check for sentences that report last year's work as this year's.

Certain only where a sentence begins with last year and goes on as a report does: 2019年，我局…,
2019年共收到…, 截至2019年12月31日，… in a report on 2020. Comparisons, plans, history, and documents
or prizes named after a year are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from gxcheck.document.model import Cell, Location
from gxcheck.report.model import Report
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotEvaluated, Violation
from gxcheck.rules.passages import Placed

__all__ = ["year_leftover"]

_SENTENCE = re.compile(r"[^。;!?\n]+")
_NAMED = re.compile(r"《[^》]*》|〈[^〉]*〉|“[^”]*”|\([^()]*\)")
_OWN = 2
_SHORTEST_CELL = 30
_LISTS = ("marks", "leads", "year", "until", "last_days", "whole", "subjects", "deeds", "of")


def year_leftover(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """No sentence reports last year's work as this year's. Values: `last`, `year`.

    Options name word lists. A sentence may begin with one of `marks` (as 一是) and `leads`; then
    comes last year with one of the words `year`, and a comma, one of `subjects`, the organ, or one
    of `deeds` without a word of `of` after it; or one of `until`, the year and one of `last_days`;
    or the year and one of `whole`. `others` are who else may follow the comma; a sentence with a
    word of `aside`, or with this year or a word of `now` outside quotes and brackets, is right.
    """
    year = report.year
    if year is None:
        raise NotEvaluated("unknown-value", names=["year"])
    lists = {key: context.words(name) for key, name in options.items()}
    own = {name.text[:_OWN] for name in report.organ.names if len(name.text) > _OWN}
    shape = tuple(lists[key] for key in _LISTS)
    opening = _opening(year - 1, shape, tuple(sorted(own)))
    now = (*lists["now"], *(f"{year}{word}" for word in lists["year"]))
    for placed in _passages(context, str(year - 1)):
        text = placed.passage.normal
        for sentence in _SENTENCE.finditer(text):
            found = opening.match(text, *sentence.span())
            if found and not _right(text[found.end() : sentence.end()], now, lists):
                yield _violation(placed, found.start("told"), sentence.end(), year)


def _passages(context: Context, year: str) -> Iterator[Placed]:
    """The running text of preamble and sections that names a year, each passage once."""
    seen: set[Location] = set()
    for scope in ("preamble", "sections"):
        for placed in context.passages(scope):
            passage = placed.passage
            text = passage.normal
            if year not in text or passage.location in seen:
                continue
            if not isinstance(passage, Cell) or len(text) >= _SHORTEST_CELL:
                seen.add(passage.location)
                yield placed


@lru_cache(maxsize=64)
def _opening(
    last: int, shape: tuple[tuple[str, ...], ...], own: tuple[str, ...]
) -> re.Pattern[str]:
    """The beginning of a sentence that reports the work of the year `last`."""
    words = {key: _any(own) for key, own in zip(_LISTS, shape, strict=True)}
    words["subjects"] = _any((*shape[_LISTS.index("subjects")], *own))
    year = f"{last}(?:{words['year']})"
    return re.compile(
        rf"(?:{words['marks']})?(?:(?:{words['leads']}),?)*(?P<told>"
        rf"{year}(?:,|(?={words['subjects']})|(?=(?:{words['deeds']})(?!{words['of']})))"
        rf"|(?:{words['until']}){last}(?:{words['last_days']})"
        rf"|{last}(?:{words['whole']}))"
    )


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(map(re.escape, longest_first))


def _right(rest: str, now: tuple[str, ...], lists: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether what follows makes the sentence speak of last year on purpose."""
    plain = _NAMED.sub("", rest)
    return plain.startswith(lists["others"]) or any(
        word in plain for word in (*now, *lists["aside"])
    )


def _violation(placed: Placed, start: int, end: int, year: int) -> Violation:
    passage = placed.passage
    return Violation(
        location=passage.locate(start, end),
        quote=passage.quote(start, end),
        values={"last": year - 1, "year": year},
        place=placed.place,
    )
