"""Check for sentences that report last year's work as this year's.

Certain only where a sentence begins with last year and goes on as a report does: 2019年，我局…,
我局2019年共收到…, 截至2019年12月31日，… in a report on 2020. Comparisons, plans, history, and
documents or prizes named after a year are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from gxcheck.document.model import Passage
from gxcheck.patterns import own_pattern
from gxcheck.report.flow import passages_of
from gxcheck.report.model import Report
from gxcheck.rules.context import Context
from gxcheck.rules.model import NotEvaluated, Violation

__all__ = ["year_leftover"]

_SENTENCE = own_pattern(r"[^。;!?\n]+")
_NAMED = own_pattern(r"《[^》]*》|〈[^〉]*〉|“[^”]*”|\([^()]*\)")
_MARK = own_pattern(r"\(?\w{1,3}[)、.]")
_PAUSES = (",", ":")
_SHORT_NAME = 2


def year_leftover(
    report: Report, options: Mapping[str, Any], context: Context
) -> Iterator[Violation]:
    """No sentence reports last year's work as this year's. Values: `last`, `year`.

    Options name word lists. A sentence may begin with a number, some of `leads` and of `subjects`,
    or the organ; then comes last year with one of the words `year`, and a comma, one of `subjects`,
    the organ, or one of `deeds` without a word of `of` after it; or one of `until`, the year and
    one of `last_days`; or the year and one of `whole`. `others` are who else may follow the comma;
    a sentence with a word of `aside`, or with this year or a word of `now` outside quotes and
    brackets, is right, and so is one that tells of the year before last beside it.
    """
    year = report.year
    if year is None:
        raise NotEvaluated("unknown-value", names=["year"])
    lists = {key: context.words(name) for key, name in options.items()}
    reader = _Reader(year, lists, tuple({name.text for name in report.organ.names}))
    for passage in _passages(report, str(year - 1)):
        for start, end in reader.leftovers(passage.normal):
            yield Violation(
                location=passage.locate(start, end),
                quote=passage.quote(start, end),
                values={"last": year - 1, "year": year},
            )


def _passages(report: Report, year: str) -> Iterator[Passage]:
    """The running text of preamble and sections that names a year."""
    parts = [report.preamble.blocks] if report.preamble else []
    parts += [section.blocks for section in report.sections]
    for passage in passages_of(block for part in parts for block in part):
        if year in passage.normal:
            yield passage


class _Reader(Struct, frozen=True):
    """Reads sentences of a report on `year` by the words of `lists`."""

    year: int
    lists: Mapping[str, tuple[str, ...]]
    organs: tuple[str, ...]

    def leftovers(self, text: str) -> Iterator[tuple[int, int]]:
        """The spans, from the year on, of sentences that report last year's work."""
        last = str(self.year - 1)
        for sentence in _SENTENCE.finditer(text):
            if last in sentence[0]:
                start = self._after_leads(text, sentence.start())
                rest = self._after_year(text, start, last)
                if rest is None or self._right(text[rest : sentence.end()]):
                    continue
                if not self._compared(text, sentence.end()):
                    yield start, sentence.end()

    def _compared(self, text: str, end: int) -> bool:
        """Whether this year's is told next: 2019年收到12件；2020年收到15件."""
        return text.startswith(str(self.year), end + 1)

    def _after_leads(self, text: str, at: int) -> int:
        mark = _MARK.match(text, at)
        at = mark.end() if mark else at
        leads = (*self.lists["leads"], *self.lists["subjects"], *self.organs)
        while lead := _prefix(text, at, leads):
            at += len(lead)
            at += text.startswith(_PAUSES, at)
        return at

    def _after_year(self, text: str, at: int, last: str) -> int | None:
        """Where a sentence goes on that opens with the work of last year; None if it does not."""
        whole = _prefix(text, at, (last + rest for rest in self.lists["whole"]))
        days = [last + day for day in self.lists["last_days"]]
        until = _prefix(text, at, (word + day for word in self.lists["until"] for day in days))
        if whole or until:
            return at + len(whole or until)
        named = _prefix(text, at, (last + word for word in self.lists["year"]))
        at += len(named)
        tells = text.startswith(",", at) or self._is_report(text, at)
        return at if named and tells else None

    def _is_report(self, text: str, at: int) -> bool:
        """Whether what follows the year without a comma tells of work."""
        own = (*self.lists["subjects"], *(organ[:_SHORT_NAME] for organ in self.organs))
        deed = _prefix(text, at, self.lists["deeds"])
        named = text.startswith(self.lists["of"], at + len(deed))
        return text.startswith(own, at) or bool(deed and not named)

    def _right(self, rest: str) -> bool:
        """Whether what follows makes the sentence speak of last year on purpose."""
        plain = _NAMED.sub("", rest).removeprefix(",")
        now = (f"{self.year}{word}" for word in self.lists["year"])
        earlier = f",{self.year - 2}{self.lists['year'][0]}"
        aside = (*self.lists["now"], *now, earlier, *self.lists["aside"])
        return plain.startswith(self.lists["others"]) or any(word in plain for word in aside)


def _prefix(text: str, at: int, words: Iterable[str]) -> str:
    """The longest of some words that a text has at a place; empty for none."""
    return max((word for word in words if text.startswith(word, at)), key=len, default="")
