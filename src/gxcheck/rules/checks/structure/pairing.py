"""The check that as many measures are told as problems, where both are enumerated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from gxcheck.document.numerals import DIGITS
from gxcheck.report.model import Report
from gxcheck.rules.checks.structure.bodies import sections_of, text_of
from gxcheck.rules.checks.structure.numerals import numeral_like
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotApplicable, Violation
from gxcheck.rules.search.words import normal_words

__all__ = ["problems_unpaired"]

_MOST = 20
_NUMBER = 4  # characters of the number of the heading that turns to the measures


def problems_unpaired(
    report: Report,
    options: Mapping[str, Any],
    context: Context,
) -> Iterator[Violation]:
    """As many measures as problems in the sections of `roles`.

    The problems stand before the first of the words `turns`, or in a section of their own. `marks`
    are the ways to enumerate, the outermost first; {n} and {d} stand for a numeral and for digits.
    What is not enumerated exactly once is not judged.
    """
    sections = sections_of(report, options["roles"])
    if not sections:
        raise NotApplicable("nothing")
    problems, measures = _parts([text_of([section]) for section in sections], options)
    marks = normal_words(tuple(options["marks"]))
    told, answered = _count(problems, marks), _count(measures, marks)
    if told is None or answered is None:
        raise NotApplicable("nothing")
    if told != answered:
        heading = sections[0].heading
        values = {"title": heading.title, "problems": told, "measures": answered}
        yield Violation(heading.location, values=values)


def _parts(texts: Sequence[str], options: Mapping[str, Any]) -> tuple[str, str]:
    """The text on problems and that on measures."""
    if len(texts) > 1:
        return texts[0], "\n".join(texts[1:])
    (text,) = texts
    turns = [at for word in normal_words(tuple(options["turns"])) if (at := text.find(word)) > 0]
    at = min(turns, default=len(text))
    told, _, last = text[:at].rpartition("\n")
    return told if len(last) <= _NUMBER else text[:at], text[at:]


def _count(text: str, marks: Sequence[str]) -> int | None:
    """How many items the outermost enumeration has; None without one, or with several."""
    for mark in marks:
        first = _written(mark, 1)
        if text.count(first) > 1:
            return None
        count = _length(text, mark)
        if count > 1:  # one alone heads the problems or the measures themselves
            return count
    return None


def _length(text: str, mark: str) -> int:
    at, count = -1, 0
    for value in range(1, _MOST):
        at = text.find(_written(mark, value), at + 1)
        if at < 0:
            break
        count += 1
    return count


@lru_cache(maxsize=1024)
def _written(mark: str, value: int) -> str:
    return mark.replace("{n}", numeral_like(DIGITS, value)).replace("{d}", str(value))
