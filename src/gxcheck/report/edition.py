"""Which edition of the form a report uses: by its tables, then its sections, then its year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from gxcheck.report.form_set import FormSet, shipped_forms
from gxcheck.report.forms import EDITIONS, Form, form_of_year
from gxcheck.report.labels import label_key, normal_key
from gxcheck.report.model import Edition, Section

__all__ = ["distinctive_labels", "read_edition", "table_labels"]

_OLD, _MIDDLE, _NEW = EDITIONS
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


def distinctive_labels(edition: Edition, forms: FormSet | None = None) -> frozenset[str]:
    """The labels that only this edition's tables have."""
    return (forms or shipped_forms()).once(_distinctive)[edition]


def _distinctive(forms: FormSet) -> Mapping[Edition, frozenset[str]]:
    labels = forms.once(_labels_by_edition)
    return {
        edition: own.difference(*(labels[other] for other in EDITIONS if other != edition))
        for edition, own in labels.items()
    }


def read_edition(
    labels: Set[str],
    sections: Iterable[Section],
    year: int | None,
    forms: FormSet | None = None,
) -> tuple[Edition, bool]:
    """The edition of the form, and whether the form itself showed it rather than the year.

    `labels` are the keys (`label_key`) of the cells and short lines of the document. Tables of the
    2019 and 2021 forms decide, since Zhejiang's reports carry parts of the annex of 2008 besides.
    """
    by_year = form_of_year(year).edition if year else _NEW
    forms = forms or shipped_forms()
    distinctive = forms.once(_distinctive)
    new, middle = (len(labels & distinctive[edition]) for edition in (_NEW, _MIDDLE))
    if new != middle:
        return (_NEW if new > middle else _MIDDLE), True
    if new or len(labels & forms.once(_shared_labels)) >= _FEW:
        return (by_year if by_year != _OLD else _MIDDLE), True
    annex = len(labels & distinctive[_OLD]) >= _FEW
    if _has_old_sections(sections, annex, forms) or (year is None and annex):
        return _OLD, True
    return by_year, annex and by_year == _OLD


def _shared_labels(forms: FormSet) -> frozenset[str]:
    """The labels that the forms of 2019 and 2021 share and the annex of 2008 has not."""
    labels = forms.once(_labels_by_edition)
    return labels[_NEW] & labels[_MIDDLE] - labels[_OLD]


def _has_old_sections(sections: Iterable[Section], annex: bool, forms: FormSet) -> bool:
    """Whether the sections are those of 2008: with one on fees, or in the words of its titles.

    Many titles of 2008 are those of later forms too, so that beside fees and the annex, or where
    most other titles are not in the words of a later form, they tell nothing.
    """
    sections = list(sections)
    keys = {normal_key(section.heading.title) for section in sections}
    official = forms.once(_official)
    old, new = len(keys & official[_OLD]), len(keys & official[_NEW] - official[_OLD])
    others = sum(section.role != _FEES for section in sections)
    if others < len(sections):
        return annex or old >= new or new < max(_TITLES, others / 2)
    return len(keys & official[_OLD] - official[_NEW]) >= _TITLES > new


def _official(forms: FormSet) -> Mapping[Edition, frozenset[str]]:
    return {
        edition: frozenset[str]().union(*(one.official for one in forms[edition].sections))
        for edition in EDITIONS
    }
