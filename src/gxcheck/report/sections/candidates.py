"""Which headings of a document may be those of its sections: the candidates for the outline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from msgspec import Struct

from gxcheck.document.model import Document, Paragraph
from gxcheck.document.normalise import normalise
from gxcheck.patterns import own_pattern
from gxcheck.report.form_set import FormSet
from gxcheck.report.labels import label_key, normal_key
from gxcheck.report.sections.headings import (
    LISTED,
    STYLES,
    Bounds,
    read_bounds,
    read_mark,
    unnumbered_bounds,
)
from gxcheck.report.sections.roles import (
    TitleRole,
    is_required,
    known_role,
    own_titles,
    role_of_title,
)
from gxcheck.report.sections.structure import structure

__all__ = ["Candidate", "Found", "candidates", "is_attachment", "names_report", "read_found"]

_SECTION, _DIGITS = "一、", "1."
_LEVELS = {style: level for level, style in enumerate(STYLES)}
_LOWEST = len(STYLES)
_MOST = 1000  # headings that are weighed: no report has more
_LONG = 8  # characters of a title that is hardly a sub-heading's
_NUMBERED = 3  # headings with numbers show that those of sections have them
_PAGE = own_pattern(r"[-.…·—]*\d{1,3}[-—]?")
_SHORTEST_CONTENTS = 3  # headings in a row that repeat later are a table of contents


class Found(Struct, frozen=True):
    """A heading found in a document.

    `known` is the role of a title in a form's own words, `alone` says that it has its paragraph
    to itself, `paged` that no more than a page's number follows it, as in a table of contents,
    `appended` that it stands after an attachment began. `series` is what the numbers of one list
    have in common: the level of their style, from 0, and the separator.
    """

    block: int
    bounds: Bounds
    key: str
    known: TitleRole | None
    alone: bool
    paged: bool
    appended: bool
    series: tuple[int, str]


class Candidate(Struct, frozen=True):
    """A heading that may be a section's.

    `strong` says that its title is in a form's own words, `own` that the title also is that of a
    section a form requires and of nothing below it, `listed` that it goes on with a list that
    began with number one under the heading before it.
    """

    block: int
    bounds: Bounds
    style: str
    ordinal: int | None
    separator: str
    role: TitleRole | None
    strong: bool
    own: bool
    alone: bool
    listed: bool
    appended: bool


def read_found(document: Document, forms: FormSet) -> list[Found]:
    """All headings of a document that have a number or a known title, in order."""
    return list(_found(document, forms))


def candidates(found: Sequence[Found]) -> list[Candidate]:
    """Those headings that may be of sections, in order."""
    body = _without_labels(_without_contents(found))
    listed = _listed(body)
    outer = list(islice(_outermost(body, listed), _MOST))
    nested = _nested([body[at] for at in outer])
    kept = (at for place, at in enumerate(outer) if place not in nested)
    return [_candidate(body[at], listed[at]) for at in kept]


def _candidate(one: Found, listed: bool) -> Candidate:
    mark = one.bounds.mark
    role = one.known or (role_of_title(one.bounds.title) if mark.style else None)
    return Candidate(
        block=one.block,
        bounds=one.bounds,
        style=mark.style,
        ordinal=mark.ordinal,
        separator=mark.separator,
        role=role,
        strong=one.known is not None,
        own=_is_own(one),
        alone=one.alone,
        listed=listed,
        appended=one.appended,
    )


def _is_own(one: Found) -> bool:
    """Whether a title stands for a section even without its number."""
    if one.known is None or one.bounds.title in structure().headings.topics:
        return False
    return is_required(one.known.role) or len(one.key) >= _LONG


def is_attachment(paragraph: Paragraph) -> bool:
    """Whether an attachment begins, or attachments are named, at a paragraph."""
    ends = structure().ends
    return len(paragraph.text) <= 80 and ends.attachment.match(paragraph.normal) is not None


def names_report(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the title of a report, or of a text about one."""
    words = structure().report
    text = paragraph.normal
    if len(text) > structure().headings.longest or not text.endswith(words.names):
        return False
    return any(word in text for word in words.subject)


def _table_labels(forms: FormSet) -> Mapping[str, bool]:
    """Labels of the forms' tables: in some reports the rows lie in the text as lines.

    Each with whether it is numbered there in another way than sections are: 3.其他.
    """
    tables = [table for form in forms.forms for table in form.tables.values()]
    rows = [(key, row.label) for table in tables for row in table.rows for key in row.keys]
    groups = [(label_key(group), group) for table in tables for group in table.groups]
    labels: dict[str, bool] = {}
    for key, label in (*rows, *groups):
        mark = read_mark(normalise(label).text)
        labels[key] = labels.get(key, True) and mark is not None and mark.style == _DIGITS
    return labels


def _is_row(key: str, bounds: Bounds, labels: Mapping[str, bool]) -> bool:
    """Whether a heading is the label of a row, and not numbered as none of that label is."""
    return key in labels and not (labels[key] and bounds.mark.style == _SECTION)


def _found(document: Document, forms: FormSet) -> Iterator[Found]:
    longest = structure().headings.longest
    labels, own = forms.once(_table_labels), forms.once(own_titles)
    appended = False
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph) or block.role != "body":
            continue
        bounds = read_bounds(block)
        if bounds is None and len(block.text) <= longest:
            appended = (appended or is_attachment(block)) and not names_report(block)
            bounds = unnumbered_bounds(block, own)
        if bounds is None or bounds.mark.style == LISTED:
            continue
        key = normal_key(bounds.title)
        known = own.get(key) or known_role(key)
        if not _is_row(key, bounds, labels) or (known and not appended):
            alone = bounds.rest >= len(block.normal)
            paged = alone or _PAGE.fullmatch(block.normal, bounds.rest) is not None
            series = _LEVELS[bounds.mark.style], bounds.mark.separator
            yield Found(index, bounds, key, known, alone, paged, appended, series)


def _without_labels(found: Sequence[Found]) -> list[Found]:
    """The headings without labels inside a section: words without a number before running text.

    Only a form's official title lacks but its number there; where hardly any heading has one,
    they may be headings as well.
    """
    numbered = sum(one.known is not None and one.bounds.mark.style != "" for one in found)
    if numbered < _NUMBERED:
        return list(found)
    return [one for one in found if not _is_label(one)]


def _is_label(one: Found) -> bool:
    if one.alone or one.bounds.mark.style or one.known is None:
        return False
    return one.known.likeness != "official"


def _without_contents(found: Sequence[Found]) -> list[Found]:
    """The headings without those of a table of contents before the body."""
    keys = [one.key.rstrip("0123456789") for one in found]
    last = {key: at for at, key in enumerate(keys)}
    if len(keys) - len(last) < _SHORTEST_CONTENTS:
        return list(found)
    kept: list[Found] = []
    for start, end in _unbroken(found, keys):
        repeated = sum(last[key] >= end for key in keys[start:end])
        if repeated < _SHORTEST_CONTENTS or 2 * repeated < end - start:
            kept.extend(found[start:end])
    return kept


def _unbroken(found: Sequence[Found], keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The stretches of headings that follow each other without text, none twice in one."""
    start, seen = 0, set[str]()
    for at, one in enumerate(found):
        before = found[at - 1]
        text = at > start and (one.block > before.block + 1 or not before.paged)
        if text or keys[at] in seen:
            yield start, at
            start, seen = at, set()
        seen.add(keys[at])
    yield start, len(found)


def _listed(found: Sequence[Found]) -> list[bool]:
    """For each heading whether it goes on with a list that began with one under its parent.

    Topics without numbers that follow each other are a list as well. The last of a list may be a
    section whose number is in the wrong style: it is not listed where its title is a section's own
    and long.
    """
    topics = list(map(_is_bare_topic, found))
    around = zip([False, *topics], topics, [*topics[1:], False], strict=False)
    listed = [own and (before or after) for before, own, after in around]
    runs: dict[tuple[int, str], tuple[int, int, int]] = {}
    for at, one in enumerate(found):
        ordinal, series = one.bounds.mark.ordinal, one.series
        if ordinal is None:
            continue
        for below in [other for other in runs if other[0] > series[0]]:
            _release(found, listed, runs.pop(below))
        last, first, place = runs.get(series, (-1, ordinal, at))
        if ordinal != last + 1:
            _release(found, listed, (last, first, place))
            first = ordinal
        listed[at] = first == 1
        runs[series] = (ordinal, first, at)
    for run in runs.values():
        _release(found, listed, run)
    return listed


def _is_bare_topic(one: Found) -> bool:
    return not one.bounds.mark.style and one.bounds.title in structure().headings.topics


def _release(found: Sequence[Found], listed: list[bool], run: tuple[int, int, int]) -> None:
    """Takes the last heading of a run off its list where it stands for a section by itself."""
    last, first, place = run
    one = found[place]
    if last > first and len(one.key) >= _LONG and _is_own(one):
        listed[place] = False


def _outermost(found: Sequence[Found], listed: Sequence[bool]) -> Iterator[int]:
    """The places of the headings without the lists that begin under a higher level's section."""
    highest = (_LOWEST, "")
    for at, one in enumerate(found):
        is_lower = one.series[0] >= highest[0] and one.series != highest
        if is_lower and listed[at]:
            continue
        yield at
        if one.known and one.bounds.mark.style and one.series[0] < highest[0]:
            highest = one.series


def _nested(found: Sequence[Found]) -> set[int]:
    """The places of lists that use the sections' own style again: 一 [一 二 三] 二."""
    by_series: dict[tuple[int, str], list[int]] = {}
    for at, one in enumerate(found):
        if one.bounds.mark.ordinal is not None:
            by_series.setdefault(one.series, []).append(at)
    return {at for places in by_series.values() for at in _lists(found, places)}


def _lists(found: Sequence[Found], places: Sequence[int]) -> Iterator[int]:
    ordinals = [found[at].bounds.mark.ordinal or 0 for at in places]
    start = 0
    for at in range(1, len(places)):
        if ordinals[at] == ordinals[at - 1] + 1:
            continue
        is_list = start > 0 and ordinals[start] == 1 and at - start > 1
        if is_list and ordinals[at] <= ordinals[at - 1]:
            before = {found[place].key for place in places[:start]}
            again = sum(found[place].key in before for place in places[start:at])
            if again < _SHORTEST_CONTENTS:
                yield from places[start:at]
        start = at
