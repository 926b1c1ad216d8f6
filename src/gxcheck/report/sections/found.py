"""The headings of a document: lines with a number, or with a title that a form has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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
from gxcheck.report.sections.roles import TitleRole, is_required, known_role, own_titles
from gxcheck.report.sections.structure import structure
from gxcheck.report.seek import holds_any

__all__ = ["Found", "Series", "is_attachment", "is_own", "names_report", "read_found"]

_SECTION, _DIGITS = STYLES[1], STYLES[4]
_LEVELS = {style: level for level, style in enumerate(STYLES)}
_LONG = 8  # characters of a title that is hardly a sub-heading's
_LONGEST_NAMING = 80  # characters of a line that names attachments
_PAGE = own_pattern(r"[-.…·—]*\d{1,3}[-—]?")


class Series(Struct, frozen=True, order=True):
    """What the numbers of one list have in common: the level of their style, and the separator.

    Levels count from 0, that of the highest style in `STYLES`.
    """

    level: int
    separator: str


class Found(Struct, frozen=True):
    """A heading found in a document.

    `known` is the role of a title in a form's own words, `alone` says that it has its paragraph
    to itself, `paged` that no more than a page's number follows it, as in a table of contents,
    `appended` that it stands after an attachment began.
    """

    block: int
    bounds: Bounds
    key: str
    known: TitleRole | None
    alone: bool
    paged: bool
    appended: bool
    series: Series


def read_found(document: Document, forms: FormSet) -> list[Found]:
    """All headings of a document that have a number or a known title, in order."""
    return list(_found(document, forms))


def is_own(one: Found) -> bool:
    """Whether a title stands for a section even without its number."""
    if one.known is None or one.bounds.title in structure().headings.topics:
        return False
    return is_required(one.known.role) or len(one.key) >= _LONG


def is_attachment(paragraph: Paragraph) -> bool:
    """Whether an attachment begins, or attachments are named, at a paragraph."""
    if len(paragraph.text) > _LONGEST_NAMING:
        return False
    return structure().ends.attachment.match(paragraph.normal) is not None


def names_report(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the title of a report, or of a text about one."""
    words = structure().report
    text = paragraph.normal
    if len(text) > structure().headings.longest or not text.endswith(words.names):
        return False
    return holds_any(text, words.subject)


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
    """The headings, without labels of rows where tables lie in the text as lines."""
    longest = structure().headings.longest
    labels, own = forms.once(_table_labels), forms.once(own_titles)
    appended = among_rows = False
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
        extra = among_rows and known is not None and not is_required(known.role)
        among_rows = _is_row(key, bounds, labels) and (known is None or appended or extra)
        if not among_rows:
            alone = bounds.rest >= len(block.normal)
            paged = alone or _PAGE.fullmatch(block.normal, bounds.rest) is not None
            series = Series(_LEVELS[bounds.mark.style], bounds.mark.separator)
            yield Found(index, bounds, key, known, alone, paged, appended, series)
