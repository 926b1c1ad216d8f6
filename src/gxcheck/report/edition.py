"""Which edition of the form a report uses: by its tables, then its sections, then its year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from gxcheck.report.form_set import FormSet, shipped_forms
from gxcheck.report.forms import Form
from gxcheck.report.labels import label_key, normal_key
from gxcheck.report.lineage import EDITIONS, Edition
from gxcheck.report.model import Section

__all__ = ["read_edition", "table_labels"]

_OLD, *_LATER = EDITIONS  # the annex of the oldest, the tables in the sections of all others
_FEES = "fees"
_FEW = 3  # labels that several editions share, from which the tables are taken as seen
_TITLES = 2  # titles in the words of an edition, from which its sections are taken as used


def table_labels(edition: Edition, forms: FormSet | None = None) -> frozenset[str]:
    """The labels of the tables of an edition's form, as they are compared."""
    return (forms or shipped_forms()).once(_labels_by_edition)[edition]


def _labels_by_edition(forms: FormSet) -> Mapping[Edition, frozenset[str]]:
    return {edition: _labels(forms[edition]) for edition in EDITIONS}


def _labels(form: Form) -> frozenset[str]:
    labels = set[str]()
    for table in form.tables.values():
        for block in table.blocks:
            labels.add(label_key(block.header))
            labels.update(key for line in (*block.rows, *block.columns) for key in line.keys)
        labels |= table.captions | set(map(label_key, table.groups))
    return frozenset(labels - {""})


def _only_old(forms: FormSet) -> frozenset[str]:
    """The labels that only the annex of 2008 has."""
    labels = forms.once(_labels_by_edition)
    return labels[_OLD].difference(*(labels[other] for other in _LATER))


def read_edition(
    labels: Set[str],
    sections: Iterable[Section],
    year: int | None,
    forms: FormSet | None = None,
) -> tuple[Edition, bool]:
    """The edition of the form, and whether the form itself showed it rather than the year.

    `labels` are the keys (`label_key`) of the cells and short lines of the document. Tables of the
    later forms decide, since Zhejiang's reports carry parts of the annex of 2008 besides: the form
    that knows most of their labels, and by the year where several know as many.
    """
    forms = forms or shipped_forms()
    by_year = forms.of_year(year).edition if year else EDITIONS[-1]
    known = {edition: len(labels & own) for edition, own in forms.once(_without_old).items()}
    most = max(known.values())
    as_good = [edition for edition in _LATER if known[edition] == most]
    shared = len(labels & forms.once(_shared_labels))
    if most > shared or shared >= _FEW:
        return (by_year if by_year in as_good else as_good[0]), True
    annex = len(labels & forms.once(_only_old)) >= _FEW
    if _has_old_sections(sections, annex, forms) or (year is None and annex):
        return _OLD, True
    return by_year, annex and by_year == _OLD


def _without_old(forms: FormSet) -> Mapping[Edition, frozenset[str]]:
    """The labels of the later forms that the annex of 2008 has not."""
    labels = forms.once(_labels_by_edition)
    return {edition: labels[edition] - labels[_OLD] for edition in _LATER}


def _shared_labels(forms: FormSet) -> frozenset[str]:
    """The labels that all later forms have, and the annex of 2008 has not."""
    first, *others = forms.once(_without_old).values()
    return first.intersection(*others)


def _has_old_sections(sections: Iterable[Section], annex: bool, forms: FormSet) -> bool:
    """Whether the sections are those of 2008: with one on fees, or in the words of its titles.

    Many titles of 2008 are those of later forms too, so that beside fees and the annex, or where
    most other titles are not in the words of a later form, they tell nothing.
    """
    sections = list(sections)
    keys = {normal_key(section.heading.title) for section in sections}
    official = forms.once(_official_titles)
    later = official[EDITIONS[-1]]
    old, new = len(keys & official[_OLD]), len(keys & later - official[_OLD])
    others = sum(section.role != _FEES for section in sections)
    if others < len(sections):
        return annex or old >= new or new < max(_TITLES, others / 2)
    return len(keys & official[_OLD] - later) >= _TITLES > new


def _official_titles(forms: FormSet) -> Mapping[Edition, frozenset[str]]:
    """The titles of each edition's sections, as they are compared."""
    return {
        edition: frozenset[str]().union(*(one.official for one in forms[edition].sections))
        for edition in EDITIONS
    }
