"""Which edition of the form a report uses: by its tables, then its sections, then its year."""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import cache

from gxcheck.report.forms import EDITIONS, form, form_of_year
from gxcheck.report.labels import label_key, normal_key
from gxcheck.report.model import Edition, Section

__all__ = ["distinctive_labels", "read_edition", "table_labels"]

_OLD, _MIDDLE, _NEW = EDITIONS
_FEES = "fees"
_FEW = 3  # labels that several editions share, from which the tables are taken as seen
_TITLES = 2  # titles in the words of an edition, from which its sections are taken as used


@cache
def table_labels(edition: Edition) -> frozenset[str]:
    """The labels of the tables of an edition's form, as they are compared."""
    labels = set[str]()
    for table in form(edition).tables.values():
        for block in table.blocks:
            labels.add(label_key(block.header))
            labels.update(key for line in (*block.rows, *block.columns) for key in line.keys)
        labels |= table.captions | set(map(label_key, table.groups))
    return frozenset(labels - {""})


@cache
def distinctive_labels(edition: Edition) -> frozenset[str]:
    """The labels that only this edition's tables have."""
    others = (table_labels(other) for other in EDITIONS if other != edition)
    return table_labels(edition).difference(*others)


def read_edition(
    labels: Set[str], sections: Iterable[Section], year: int | None
) -> tuple[Edition, bool]:
    """The edition of the form, and whether the form itself showed it rather than the year.

    `labels` are the keys (`label_key`) of the cells and short lines of the document. Tables of the
    2019 and 2021 forms decide, since Zhejiang's reports carry parts of the annex of 2008 besides.
    """
    by_year = form_of_year(year).edition if year else _NEW
    new, middle = (len(labels & distinctive_labels(edition)) for edition in (_NEW, _MIDDLE))
    if new != middle:
        return (_NEW if new > middle else _MIDDLE), True
    if new or len(labels & _shared_labels()) >= _FEW:
        return (by_year if by_year != _OLD else _MIDDLE), True
    annex = len(labels & distinctive_labels(_OLD)) >= _FEW
    if _has_old_sections(sections, annex) or (year is None and annex):
        return _OLD, True
    return by_year, annex and by_year == _OLD


@cache
def _shared_labels() -> frozenset[str]:
    """The labels that the forms of 2019 and 2021 share and the annex of 2008 has not."""
    return table_labels(_NEW) & table_labels(_MIDDLE) - table_labels(_OLD)


def _has_old_sections(sections: Iterable[Section], annex: bool) -> bool:
    """Whether the sections are those of 2008: with one on fees, or in the words of its titles.

    Many titles of 2008 are those of later forms too, so that beside fees and the annex, or where
    most other titles are not in the words of a later form, they tell nothing.
    """
    sections = list(sections)
    keys = {normal_key(section.heading.title) for section in sections}
    old, new = len(keys & _official(_OLD)), len(keys & _official(_NEW) - _official(_OLD))
    others = sum(section.role != _FEES for section in sections)
    if others < len(sections):
        return annex or old >= new or new < max(_TITLES, others / 2)
    return len(keys & _official(_OLD) - _official(_NEW)) >= _TITLES > new


@cache
def _official(edition: Edition) -> frozenset[str]:
    return frozenset[str]().union(*(section.official for section in form(edition).sections))
