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

from gxcheck.document.model import Passage
from gxcheck.report.flow import passages_of
from gxcheck.report.model import Report
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotEvaluated, Violation

__all__ = ["year_leftover"]

_SENTENCE = re.compile(r"[^。;!?\n]+")
_NAMED = re.compile(r"《[^》]*》|〈[^〉]*〉|“[^”]*”|\([^()]*\)")
_OWN = 2
_MARK = r"\(?\w{1,3}[)、.]"
_LISTS = ("leads", "year", "until", "last_days", "whole", "subjects", "deeds", "of")


def year_leftover(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """No sentence reports last year's work as this year's. Values: `last`, `year`.

    Options name word lists. A sentence may begin with a number, some of `leads`, a subject; then comes
    last year with one of the words `year`, and a comma, one of `subjects`, the organ, or one of
    `deeds` without a word of `of` after it; or one of `until`, the year and one of `last_days`; or
    the year and one of `whole`. `others` are who else may follow the comma; a sentence with a
    word of `aside`, or with this year or a word of `now` outside quotes and brackets, is right.
    """
    year = report.year
    if year is None:
        raise NotEvaluated("unknown-value", names=["year"])
    lists = {key: context.words(name) for key, name in options.items()}
    organs = sorted({name.text for name in report.organ.names if len(name.text) > _OWN})
    opening = _opening(year - 1, tuple(lists[key] for key in _LISTS), tuple(organs))
    now = (*lists["now"], *(f"{year}{word}" for word in lists["year"]))
    for passage in _passages(report, str(year - 1)):
        text = passage.normal
        for sentence in _SENTENCE.finditer(text):
            found = opening.match(text, *sentence.span())
            if found and not _right(text[found.end() : sentence.end()], now, lists):
                yield _violation(passage, found.start("told"), sentence.end(), year)


def _passages(report: Report, year: str) -> Iterator[Passage]:
    """The running text of preamble and sections that name a year."""
    parts = [report.preamble.blocks] if report.preamble else []
    parts += [section.blocks for section in report.sections]
    for passage in passages_of(block for part in parts for block in part):
        if year in passage.normal:
            yield passage


@lru_cache(maxsize=64)
def _opening(
    last: int, shape: tuple[tuple[str, ...], ...], organs: tuple[str, ...]
) -> re.Pattern[str]:
    """The beginning of a sentence that reports the work of the year `last`."""
    lists = dict(zip(_LISTS, shape, strict=True))
    own = (*lists["subjects"], *organs)
    words = {key: _any(listed) for key, listed in lists.items()}
    words["leads"] = _any((*lists["leads"], *own))
    words["subjects"] = _any((*own, *(organ[:_OWN] for organ in organs)))
    year = f"{last}(?:{words['year']})"
    return re.compile(
        rf"(?:{_MARK})?(?:(?:{words['leads']})[,:]?)*(?P<told>"
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


def _violation(passage: Passage, start: int, end: int, year: int) -> Violation:
    return Violation(
        location=passage.locate(start, end),
        quote=passage.quote(start, end),
        values={"last": year - 1, "year": year},
    )
