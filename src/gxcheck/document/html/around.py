"""Leaves out the lines and tables before and after a text that are of the page: dates, buttons."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gxcheck.document.html.walk import Draft, TableDraft
from gxcheck.document.html.words import PageWords, page_words
from gxcheck.document.normalise import normalise
from gxcheck.document.typography import typography

__all__ = ["without_surroundings"]


def without_surroundings(drafts: list[Draft]) -> list[Draft]:
    """The drafts without what is of the page before the first sentence and after the last one.

    After it, all from the foot of the site on.
    """
    words = page_words()
    first = _reach(drafts, words)
    last = len(drafts) - _reach(reversed(drafts), words)
    below = range(max(first, last), len(drafts))
    foot = (at for at in below if _matches(drafts[at], words.foot_line, words))
    drafts = drafts[: next(foot, len(drafts))]
    return [
        draft
        for place, draft in enumerate(drafts)
        if first <= place < last or not _is_around(draft, words)
    ]


def _reach(drafts: Iterable[Draft], words: PageWords) -> int:
    """How many drafts come before the first that is surely of the text."""
    mark = typography().mark
    reach = 0
    for draft in drafts:
        if isinstance(draft, TableDraft):
            if not _tells_particulars(draft, words):
                break
        elif not _is_around(draft, words) and (
            len(draft.text) > words.prose or mark.match(draft.text)
        ):
            break
        reach += 1
    return reach


def _is_around(draft: Draft, words: PageWords) -> bool:
    if isinstance(draft, TableDraft):
        return _tells_particulars(draft, words)
    return _matches(draft, words.around_line, words)


def _matches(draft: Draft, pattern: re.Pattern[str], words: PageWords) -> bool:
    """Whether a draft is a line, and one of those that a pattern tells of."""
    if isinstance(draft, TableDraft) or len(draft.text) > words.longest_around:
        return False
    return pattern.fullmatch(normalise(draft.text).text) is not None


def _tells_particulars(table: TableDraft, words: PageWords) -> bool:
    """Whether a table tells a page's number, its date of issue and the like."""
    labels = (
        normalise(text).text.split(":")[0].strip("[]【】")
        for row in table.rows
        for text in row.texts
    )
    return len(words.particulars.intersection(labels)) >= words.least_particulars
