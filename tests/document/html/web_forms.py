"""The official tables with a number of its own in every cell, to be set as web pages set them."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from gxcheck.report.forms import Line, TableForm, form

__all__ = ["Box", "Grid", "Numbers", "tables"]


class Box(NamedTuple):
    """A cell, and how many rows and columns it covers."""

    words: str
    down: int = 1
    across: int = 1


Grid = list[list[Box]]


class Numbers:
    """Hands out a number for each figure and remembers it."""

    def __init__(self, first: int = 1001) -> None:
        self.given: dict[str, int] = {}
        self.first = first

    def __call__(self, path: str) -> Box:
        self.given[path] = self.first + len(self.given)
        return Box(str(self.given[path]))


def tables(edition: int, numbers: Numbers) -> dict[str, Grid]:
    """The tables of an edition by the role of their section."""
    forms = form(edition).tables
    if edition == 2008:
        return {"annex": list(_annex(forms["annex"], numbers))}
    return {
        "proactive": list(_proactive(forms["proactive"], numbers)),
        "applications": list(_applications(forms["applications"], numbers)),
        "reviews": list(_litigation(forms["litigation"], numbers)),
    }


def _proactive(table: TableForm, numbers: Numbers) -> Iterator[list[Box]]:
    """Three figures a row, or as many as there are, the last one over the columns left."""
    for block in table.blocks:
        last = 4 - len(block.columns)
        yield [Box(block.header, 1, 4)]
        labels = [Box(column.label) for column in block.columns]
        yield [Box("信息内容"), *labels[:-1], labels[-1]._replace(across=last)]
        for row in block.rows:
            cells = [numbers(table.path(row.key, column.key)) for column in block.columns]
            yield [Box(row.label), *cells[:-1], cells[-1]._replace(across=last)]


def _applications(table: TableForm, numbers: Numbers) -> Iterator[list[Box]]:
    columns = table.blocks[0].columns
    first, *middle, last = (Box(column.label) for column in columns)
    note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    yield [Box(note, 3, 3), Box("申请人情况", 1, 7)]
    yield [first._replace(down=2), Box("法人或其他组织", 1, 5), last._replace(down=2)]
    yield middle
    rows = table.rows
    results = Box("三、本年度办理结果", len(rows) - 3)
    for group, lines in groupby(rows, key=lambda row: row.group):
        group_rows = list(lines)
        for place, row in enumerate(group_rows):
            figures = [numbers(table.path(row.key, column.key)) for column in columns]
            labels = _labels(row, group, len(group_rows) if place == 0 else 0)
            if row.key == "disclosed":
                labels.insert(0, results)
            yield [*labels, *figures]


def _labels(row: Line, group: str | None, rows: int) -> list[Box]:
    if row.key in ("received", "carried", "carried_forward"):
        return [Box(row.label, 1, 3)]
    if group is None:
        return [Box(row.label, 1, 2)]
    return [*([Box(group, rows)] if rows else []), Box(row.label)]


def _litigation(table: TableForm, numbers: Numbers) -> Iterator[list[Box]]:
    outcomes = [column.label for column in table.blocks[0].columns]
    yield [Box("行政复议", 1, 5), Box("行政诉讼", 1, 10)]
    yield [
        *(Box(label, 2) for label in outcomes),
        Box("未经复议直接起诉", 1, 5),
        Box("复议后起诉", 1, 5),
    ]
    yield [Box(label) for label in outcomes * 2]
    yield [
        numbers(table.path(row.key, column.key))
        for row in table.rows
        for column in table.blocks[0].columns
    ]


def _annex(table: TableForm, numbers: Numbers) -> Iterator[list[Box]]:
    yield [Box("统计指标"), Box("单位"), Box("统计数")]
    for row in table.rows:
        yield [Box(row.label), Box(row.unit or ""), numbers(table.path(row.key, "value"))]
