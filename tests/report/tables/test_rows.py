"""Cells are cut into rows by their senses: labels first, then the figures that they label."""

import pytest

from gxcheck.document.model import Cell, Location, Table
from gxcheck.report.tables.rows import rows_of
from gxcheck.report.tables.senses import senses_of


def rows(*lines: list[str]) -> list[tuple[list[str], list[str], bool]]:
    cells = (
        tuple(Cell(text, Location(0, 0, len(text), row, place)) for place, text in enumerate(line))
        for row, line in enumerate(lines)
    )
    table = Table(tuple(cells), Location(0), spans_known=False)
    return [
        ([cell.text for cell in row.labels], [cell.text for cell in row.values], row.filled)
        for row in rows_of(table, senses_of(), len(lines) == 1)
    ]


def test_figures_begin_after_the_last_label():
    line = ["三、本年度办理结果", "", "（一）予以公开", "1", "", "待补"]
    assert rows(line) == [(["三、本年度办理结果", "（一）予以公开"], ["1", "", "待补"], True)]


def test_a_row_of_blank_figures_is_not_filled():
    assert rows(["（一）予以公开", "", ""]) == [(["（一）予以公开"], ["", ""], False)]


def test_a_row_without_labels():
    assert rows(["1", "2"]) == [([], ["1", "2"], True)]
    assert rows([]) == []


def test_two_rows_side_by_side():
    line = ["（一）予以公开", "1", "（二）部分公开", "2"]
    assert rows(line) == [(["（一）予以公开"], ["1"], True), (["（二）部分公开"], ["2"], True)]


def test_rows_of_one_shape_keep_their_own_cells():
    found = rows(["（一）予以公开", "1", "2"], ["（一）予以公开", "3", "4"])
    assert [values for _, values, _ in found] == [["1", "2"], ["3", "4"]]


def test_a_label_in_several_cells_is_put_together():
    found = rows(["予以", "公开", "7"], ["（一）予以公开", "8"])
    assert found[0] == (["予以\n公开"], ["7"], True)
    assert found[1] == (["（一）予以公开"], ["8"], True)


@pytest.mark.parametrize("width", [20, 60])
def test_wide_rows_are_cut_as_narrow_ones(width):
    line = ["（一）予以公开", *["1"] * width, "（二）部分公开", *["2"] * width]
    found = rows(line, line)
    assert [len(values) for _, values, _ in found] == [width] * 4


def test_long_words_in_a_stream_are_a_label():
    stream = ["（一）予以公开", "1", "这一行不在表里", "2", "（二）部分公开", "", "x", "3"]
    labels = [row for row, _, _ in rows(stream)]
    assert labels[:2] == [["（一）予以公开"], ["这一行不在表里"]]
