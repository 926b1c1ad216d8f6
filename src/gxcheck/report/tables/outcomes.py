"""The table of reviews and lawsuits: fifteen figures in a row, under groups of five outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from gxcheck.document.model import Cell
from gxcheck.report.tables.columns import Column, most_like
from gxcheck.report.tables.rows import Row
from gxcheck.report.tables.senses import VALUE, Senses
from gxcheck.report.tables.words import TableWords

__all__ = [
    "Group",
    "Outcome",
    "group_outcomes",
    "groups_in",
    "outcome_cells",
    "with_groups",
]


class Group(Struct, frozen=True):
    """A group of outcomes as printed (行政复议 …): its cell and the form's key."""

    cell: Cell
    key: str
    similar: bool = False


class Outcome(Struct, frozen=True):
    """A column of the table: the outcome and the group it stands under, if that is known."""

    column: Column
    group: Group | None


def with_groups(row: Row, senses: Senses) -> Row:
    """A row that names groups, with those in other words: as words they are no figures of it."""
    if not row.filled or row.senses[-1].key not in senses.words.outcome_groups:
        return row
    words = [cell for cell in row.values if cell.normal]
    told = tuple(map(senses.of, words))
    if VALUE in told:
        return row
    return Row((*row.labels, *words), (*row.senses, *told), (), (), filled=False, figures=0)


def outcome_cells(row: Row, count: int) -> Sequence[Cell]:
    """The `count` figures of outcomes in a row, words in the place of the first one included."""
    cells = (*row.labels, *row.values)
    is_bad = len(row.labels) == 1 and not row.senses[0].label and len(cells) == count
    return cells if is_bad else row.values


def groups_in(cells: Iterable[Cell], words: TableWords) -> list[Group]:
    """The groups that a row of the header names; empty where it names none."""
    known = words.outcome_groups
    keyed = [(cell, words.key(cell.normal)) for cell in cells]
    found = {known[key] for _, key in keyed if key in known}
    if not found:
        return []
    missing = {key: group for key, group in known.items() if group not in found}
    groups = (_group(cell, key, known, missing, words) for cell, key in keyed)
    return [group for group in groups if group]


def _group(
    cell: Cell, key: str, known: Mapping[str, str], missing: Mapping[str, str], words: TableWords
) -> Group | None:
    if key in known:
        return Group(cell, known[key])
    if key in words.captions:
        return None
    like = most_like(cell, missing, words, words.likeness)
    return Group(cell, like, similar=True) if like else None


def group_outcomes(
    columns: Sequence[Column], groups: Sequence[Group], words: TableWords
) -> Iterator[Outcome]:
    """Each column under its group: the next group begins where an outcome comes again.

    In whatever order they come, a group's cell begins where its first column does. Where the cells
    do not tell that they come as they are named; where the words of some groups are lost, the
    others keep the places that the form gives them; if not even that is plain, no column stands
    under a group. A group that is named again, as where merged cells were filled or a page repeats
    the header, is one.
    """
    runs: list[list[Column]] = [[]]
    seen: set[str] = set()
    for column in columns:
        if column.key in seen:
            runs.append([])
            seen.clear()
        if column.key:
            seen.add(column.key)
        runs[-1].append(column)
    named = list({group.key: group for group in reversed(groups)}.values())[::-1]
    placed = _above(named, runs) or _placed(named, len(runs), words)
    for run, group in zip(runs, placed, strict=True):
        yield from (Outcome(column, group) for column in run)


def _above(groups: Sequence[Group], runs: Sequence[Sequence[Column]]) -> Sequence[Group]:
    """The group that stands right above each of the runs; none where they do not fit so."""
    at = {group.cell.column: group for group in groups}
    starts = [run[0].cell.column for run in runs if run]
    fit = len(runs) == len(at) and set(starts) == set(at)
    return [at[start] for start in starts] if fit else ()


def _placed(groups: Sequence[Group], count: int, words: TableWords) -> list[Group | None]:
    """The group of each of `count` runs of outcomes."""
    if len(groups) >= count:
        return list(groups[:count])
    official = dict.fromkeys(words.outcome_groups.values())
    if len(official) != count:
        return [None] * count
    return [next((group for group in groups if group.key == key), None) for key in official]
