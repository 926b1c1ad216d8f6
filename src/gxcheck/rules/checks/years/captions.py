"""The year of the annex's caption: 2019年政府信息公开情况统计表 in a report on 2020."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from gxcheck.document.model import Passage
from gxcheck.patterns import own_pattern
from gxcheck.rules.search.passages import Scope

__all__ = ["captions_of"]

_AHEAD = 40  # characters before the caption's last words
_OF_YEAR = own_pattern(r"(?P<year>20\d\d)年[^,。;:()\d]*\Z")
_YEAR_ALONE = own_pattern(r"\(?(?P<year>20\d\d)年度?\)?")


def captions_of(
    document: Scope, words: Collection[str], years: Collection[int]
) -> Iterator[tuple[Passage, tuple[int, int], int]]:
    """The captions that bear one of some years, before or after them or alone in the next line.

    `words` are what a caption ends with. Told are the passage, the span and the year.
    """
    for word in words:
        for index in document.holding(word):
            passage = document.texts[index]
            at = passage.normal.index(word)
            end = at + len(word)
            found = _OF_YEAR.search(passage.normal, max(0, at - _AHEAD), at)
            found = found or _YEAR_ALONE.match(passage.normal, end)
            if found is None and index + 1 < len(document.texts):
                passage = document.texts[index + 1]
                found = _YEAR_ALONE.fullmatch(passage.normal)
                end = found.start() if found else 0
            if found and int(found["year"]) in years:
                yield passage, (min(found.start(), end), max(found.end(), end)), int(found["year"])
