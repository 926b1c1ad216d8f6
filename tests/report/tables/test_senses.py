"""The text of a cell is judged once: a figure, a unit, a label of some form."""

import pytest

from gxcheck.document.model import Cell, Location
from gxcheck.report.tables.senses import BLANK, VALUE, Senses, senses_of


def sense(text: str):
    return senses_of().of(Cell(text, Location(0)))


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\u200b"])
def test_blank_cells_share_one_sense(text):
    assert sense(text) is BLANK


@pytest.mark.parametrize(
    "text", ["0", "12", "1 234", "１２", "-3", "3条", "1\n2", "/", "无", "9" * 99]
)
def test_figures_and_marks_for_none_share_one_sense(text):
    assert sense(text) is VALUE


def test_units_and_words():
    assert sense("万元").unit
    assert not sense("万元").label
    assert sense("1.这里没有的一行").numbered
    assert sense("1.这里没有的一行").long
    assert not sense("待补").long
    assert not sense("#VALUE!").long
    assert not sense("3..5").numbered


def test_labels_of_rows_columns_and_groups():
    row, column, group = sense("（一）予以公开"), sense("自然人"), sense("（三）不予公开")
    assert row.label
    assert row.row
    assert row.own_row
    assert row.key == "予以公开"
    assert column.label
    assert not column.row
    assert group.label
    assert not group.row


def test_a_row_that_can_be_a_column_is_no_row_of_its_own():
    assert sense("行政复议").row
    assert not sense("行政复议").own_row


def test_the_same_text_has_the_same_sense_and_a_long_one_is_not_kept():
    senses = Senses(senses_of().words)
    short, prose = "（一）予以公开", "这是一个写了很多字的单元格。" * 20
    assert senses.of(Cell(short, Location(0))) is senses.of(Cell(short, Location(3)))
    assert senses.of(Cell(prose, Location(0))) is not senses.of(Cell(prose, Location(0)))
