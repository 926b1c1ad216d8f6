"""The year that a report is on, by what most of its own statements say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from gxcheck.document.model import Block, Paragraph
from gxcheck.report.front.vocabulary import number, pattern
from gxcheck.report.model import Period, Report, Signature, Title

__all__ = ["YearVoices", "running_text"]

_OPENING = 160  # characters of a text that may open with the year
_SEVERAL = 2


class YearVoices(Struct, frozen=True):
    """What tells the year of a report.

    Title, period, the openings of the preamble and of the first section, and the year before the
    signature's date each have a voice. The year that most of them name is the report's, so that a
    slip in one of them stays visible beside the others; of equals the one that those two texts
    name more often wins, then the first named, the title being the organ's own name for the report.

    `texts` are the preamble and the first section, in normal dress.
    """

    title: Title | None = None
    period: Period | None = None
    texts: Sequence[str] = ()
    signature: Signature | None = None

    @classmethod
    def of(cls, report: Report) -> YearVoices:
        """The voices of a report that has been read."""
        preamble = report.preamble.blocks if report.preamble else ()
        first = report.sections[0].blocks if report.sections else ()
        texts = [running_text(preamble), running_text(first)]
        return cls(report.title, report.period, texts, report.signature)

    def year(self) -> int | None:
        """The year reported on; None where nothing tells it."""
        named = tuple(self._votes())
        if len(set(named)) < _SEVERAL:
            return named[0] if named else None
        votes = Counter(named)
        most = max(votes.values())
        leading = [year for year, count in votes.items() if count == most]
        if len(leading) > 1:
            mentions = self._mentions()
            return max(leading, key=mentions.__getitem__)
        return leading[0]

    def weight(self, year: int) -> tuple[int, int]:
        """How much speaks for a year: the voices that name it, then how often the texts do."""
        return Counter(self._votes())[year], self._mentions()[year]

    def _votes(self) -> Iterator[int]:
        """The years that the voices name, in the order of the report."""
        if self.title and self.title.year:
            yield self.title.year
        if self.period:
            bound = self.period.start or self.period.end
            if bound:
                yield bound.year
        for text in self._own_texts():
            found = pattern("opening_year").search(text, 0, _OPENING)
            year = number(found["year"]) if found else None
            if year:
                yield year
        if self.signature and self.signature.date:
            yield self.signature.date.year - 1

    def _own_texts(self) -> Iterator[str]:
        """The texts without the period, which has its own voice, and titles of other documents."""
        period = self.period.text if self.period else ""
        other = pattern("other_document")
        for text in self.texts:
            yield other.sub("", text.replace(period, "", 1) if period else text)

    def _mentions(self) -> Counter[int]:
        """How often the texts name each year, dates aside."""
        found = (
            number(one["year"])
            for text in self._own_texts()
            for one in pattern("opening_year").finditer(text)
        )
        return Counter(year for year in found if year)


def running_text(blocks: Sequence[Block]) -> str:
    """The paragraphs of the preamble or of a section in one, as the voices take them."""
    return "\n".join(block.normal for block in blocks if isinstance(block, Paragraph))
