"""Check for sentences that report last year's work as this year's.

Certain only where a sentence begins with last year and goes on as a report does: 2019年，我局…,
我局2019年共收到…, 截至2019年12月31日，… in a report on 2020; or with the year before it and
tells what reports tell. Comparisons, plans, history, and documents or prizes named after a year
are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeAlias, cast

from msgspec import Struct

from gxcheck.document.model import Passage
from gxcheck.patterns import own_pattern
from gxcheck.report.model import Report
from gxcheck.report.passages import passages_of
from gxcheck.rules.checks.years.captions import captions_of
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotEvaluated, Violation

__all__ = ["year_leftover"]

Words: TypeAlias = tuple[str, ...]

_SENTENCE = own_pattern(r"[^。;!?\n]+")
_NAMED = own_pattern(r"《[^》]*》|〈[^〉]*〉|“[^”]*”|\([^()]*\)")
_MARK = own_pattern(r"\(?\w{1,3}[)、.]")
_PAUSES = (",", ":")
_SHORT_NAME = 2
_YEARS = (1, 2)  # before the report's: what may be left over


def year_leftover(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """No sentence reports last year's work as this year's. Values: `last`, `year`.

    Options name word lists. A sentence may begin with a number, some of `leads` and of `subjects`,
    or the organ, also after a clause that begins with one of `grounds`; then comes last year with
    one of the words `year`, and a comma, one of `subjects`, the organ, or one of `deeds` without a
    word of `of` after it; or one of `until`, the year and one of `last_days`; or the year and one
    of `whole`. After another clause the same must have a word of `told`, which only a report tells,
    and so must all that a sentence tells of the year before last. `others` are who else may follow
    the comma; a sentence with a word of `aside`, or with this year or a word of `now` outside
    quotes and brackets, is right, and so is one that tells of the year before last beside it.
    A preamble, or the first section without one, may call the report itself that of an earlier
    year: the year with one of `reports`, at most the organ between them, and none of `report_of`
    after it, in a sentence with one of `report_deeds` and none of `report_aside`. A preamble may
    name as its ground what was written for that year, one of `written`, and the annex may bear it
    in its caption, which ends with one of `tables`.
    """
    year = report.year
    if year is None:
        raise NotEvaluated("unknown-value", names=["year"])
    lists = {key: context.words(name) for key, name in options.items()}
    organs = tuple({name.text for name in report.organ.names})
    text = context.scopes.scope("document").words
    earlier = [year - before for before in _YEARS if str(year - before) in text]
    readers = [_reader(year, last, lists, organs) for last in earlier]
    for passage in _passages(report):
        for reader in readers:
            for place in reader.leftovers(passage.normal):
                yield _violation(passage, place, reader.last, year)
    if earlier:
        yield from _of_itself(report, earlier, lists)
        document = context.scopes.scope("document")
        for passage, place, last in captions_of(document, lists["tables"], earlier):
            yield _violation(passage, place, last, year)


def _of_itself(
    report: Report, earlier: Sequence[int], lists: Mapping[str, Words]
) -> Iterator[Violation]:
    """Where the report calls itself, or what it is written by, that of an earlier year."""
    first = report.sections[0].blocks if report.sections else ()
    for passage in passages_of(report.preamble.blocks if report.preamble else first):
        for last in earlier:
            for place in _published(passage.normal, last, lists, grounds=bool(report.preamble)):
                yield _violation(passage, place, last, cast("int", report.year))


def _passages(report: Report) -> Iterable[Passage]:
    """The running text of preamble and sections."""
    parts = [report.preamble.blocks] if report.preamble else []
    parts += [section.blocks for section in report.sections]
    return passages_of(block for part in parts for block in part)


def _published(
    text: str, last: int, lists: Mapping[str, Words], *, grounds: bool
) -> Iterator[tuple[int, int]]:
    """Where a text gives the report the year of an earlier one: 编制《某局2019年…年度报告》.

    With `grounds` what it names was written for the report, as in a preamble.
    """
    if str(last) not in text:
        return
    named, ground = _naming(lists["year"], lists["reports"], lists["written"])
    for sentence in _SENTENCE.finditer(text):
        told = sentence[0]
        if _holds(told, lists["report_aside"]):
            continue
        for found in ground.finditer(told) if grounds else ():
            if found["year"] == str(last):
                yield sentence.start() + found.start(), sentence.start() + found.end()
        of_year = (name for name in named.finditer(told) if name["year"] == str(last))
        name = next(of_year, None)
        another = name and told.startswith(lists["report_of"], name.end())
        if name and not another and _holds(told, lists["report_deeds"]):
            yield sentence.start() + name.start(), sentence.start() + name.end()


@lru_cache(maxsize=8)  # a pack may have words of its own
def _naming(
    years: Words, reports: Words, written: Words
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What names the report of a year, and what was written for a year."""
    year = rf"(?P<year>20\d\d)(?:{_any_of(years)})"
    return (
        re.compile(rf"{year}[^,。;:《》〈〉“”\d]{{0,16}}?(?:{_any_of(reports)})"),
        re.compile(rf"《[^《》]*?{year}[^《》]*(?:{_any_of(written)})[^《》]*》"),
    )


def _any_of(words: Words) -> str:
    """A pattern of some words, the longest first; what is a sign of patterns stands for itself."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _violation(passage: Passage, place: tuple[int, int], last: int, year: int) -> Violation:
    return Violation(
        location=passage.locate(*place),
        quote=passage.quote(*place),
        values={"last": last, "year": year},
    )


class _Reader(Struct, frozen=True):
    """Reads sentences of a report on `year` for the work of `last`, an earlier year.

    `leads` may begin a sentence, and `grounds` a clause before them, `whole` and `until` tell of
    the whole year, `named` names it; `own` and `deeds` go on as a report does, unless a word of
    `of` follows the deed. `others` and `aside` make it right, and so does the lack of a word of
    `told` where there are any; of `only` one must follow where the year opens a later clause.
    """

    year: str
    last: int
    leads: Words
    grounds: Words
    whole: Words
    until: Words
    named: Words
    own: Words
    deeds: Words
    of: Words
    others: Words
    aside: Words
    only: Words
    told: Words

    def leftovers(self, text: str) -> Iterator[tuple[int, int]]:
        """The spans, from the year on, of sentences that report the work of the earlier year."""
        last = str(self.last)
        if last not in text:
            return
        for sentence in _SENTENCE.finditer(text):
            start, end = sentence.span()
            if text.find(last, start, end) < 0:
                continue
            start, rest = self._opening(text, start, end)
            if rest is None or self._right(text[rest:end]):
                continue
            if not self._is_compared(text, rest, end):
                yield start, end

    def _is_compared(self, text: str, start: int, end: int) -> bool:
        """Whether the next sentence tells of this year what this one does of the earlier year.

        2019年收到12件。2020年收到15件; but not 2019年共收到申请12件。2020年发生行政复议1件.
        """
        if not text.startswith(self.year, end + 1):
            return False
        told, following = text[start:end], text[end + 1 :].partition("。")[0]
        both = (deed for deed in self.deeds if deed in told and deed in following)
        return not _holds(told, self.only) or any(both)

    def _opening(self, text: str, start: int, end: int) -> tuple[int, int | None]:
        """Where the year stands, and where the sentence goes on that reports its work."""
        start = self._after_leads(text, start)
        rest = self._after_year(text, start)
        clause = text.find(",", start, end) + 1 if text.startswith(self.grounds, start) else 0
        if rest is None and clause:
            after = self._after_leads(text, clause)
            rest = self._after_year(text, after)
            start = start if rest is None else after
        at = start
        while rest is None and (at := text.find(",", at, end) + 1):
            until = _prefix(text, at, self.until)
            if until and text.startswith(",", at + len(until)):
                return at, at + len(until)
            later = self._after_year(text, at)
            if later is not None and _holds(
                text[later:end].lstrip(",").partition(",")[0], self.only
            ):
                return at, later
        return start, rest

    def _after_leads(self, text: str, at: int) -> int:
        mark = _MARK.match(text, at)
        at = mark.end() if mark else at
        while lead := _prefix(text, at, self.leads):
            at += len(lead)
            at += text.startswith(_PAUSES, at)
        return at

    def _after_year(self, text: str, at: int) -> int | None:
        """Where a sentence goes on that opens with the year's work; None if it does not."""
        whole = _prefix(text, at, self.whole) or _prefix(text, at, self.until)
        if whole:
            return at + len(whole)
        named = _prefix(text, at, self.named)
        at += len(named)
        tells = text.startswith(",", at) or self._is_report(text, at)
        return at if named and tells else None

    def _is_report(self, text: str, at: int) -> bool:
        """Whether what follows the year without a comma tells of work."""
        deed = _prefix(text, at, self.deeds)
        named = text.startswith(self.of, at + len(deed))
        return text.startswith(self.own, at) or bool(deed and not named)

    def _right(self, rest: str) -> bool:
        """Whether what follows makes the sentence speak of the earlier year on purpose."""
        plain = _NAMED.sub("", rest).removeprefix(",")
        if self.told and not _holds(plain, self.told):
            return True
        return plain.startswith(self.others) or _holds(plain, self.aside)


def _reader(year: int, last: int, lists: Mapping[str, Words], organs: Words) -> _Reader:
    days = [f"{last}{day}" for day in lists["last_days"]]
    now = (f"{year}{word}" for word in lists["year"])
    others = (year - before for before in _YEARS if year - before != last)
    other = (f",{one}{lists['year'][0]}" for one in others)
    return _Reader(
        year=str(year),
        last=last,
        leads=(*lists["leads"], *lists["subjects"], *organs),
        grounds=lists["grounds"],
        whole=tuple(f"{last}{rest}" for rest in lists["whole"]),
        until=tuple(word + day for word in lists["until"] for day in days),
        named=tuple(f"{last}{word}" for word in lists["year"]),
        own=(*lists["subjects"], *_short_names(organs, lists["levels"])),
        deeds=lists["deeds"],
        of=lists["of"],
        others=lists["others"],
        aside=(*lists["now"], *now, *other, *lists["aside"]),
        only=lists["told"],
        told=lists["told"] if last < year - 1 else (),
    )


def _short_names(organs: Words, levels: Words) -> Iterator[str]:
    """What may stand for an organ: the first two characters, or what it is called at its place."""
    for organ in organs:
        yield organ[:_SHORT_NAME]
        for at in range(1, len(organ) - _SHORT_NAME):
            if organ.startswith(levels, at):
                yield organ[at:]


def _prefix(text: str, at: int, words: Words) -> str:
    """The longest of some words that a text has at a place; empty for none."""
    if not text.startswith(words, at):
        return ""
    return max((word for word in words if text.startswith(word, at)), key=len)


def _holds(text: str, words: Words) -> bool:
    return any(map(text.__contains__, words))
