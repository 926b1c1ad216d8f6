"""Tables that lack a ruling line here and there: figures stay in their cells."""

import pytest
from pdf_files import Sheets

from gxcheck.document import read

XS = (80.0, 200.0, 300.0, 400.0, 500.0)
YS = (100.0, 130.0, 160.0, 190.0, 220.0)
ROWS = [
    ["信息内容", "制发", "废止", "有效"],
    ["1.规章", "1", "0", "11"],
    ["2.文件", "8", "26", "66"],
    ["3.纪要", "/", "53", "904"],
]


def drawn(rows: list[list[str]], missing: set[tuple[str, int, int]], size: float = 12) -> Sheets:
    """A table without some pieces of lines: below a cell, or to the right of it."""
    sheets = Sheets()
    sheets.font(size)
    for row, words in enumerate(rows):
        for column, text in enumerate(words):
            middle = (XS[column] + XS[column + 1]) / 2
            wide = sheets.canvas.stringWidth(text, "Squares", size)
            sheets.text(middle - wide / 2, YS[row] + 19, text)
            if ("right", row, column) not in missing:
                sheets.line(XS[column + 1], YS[row], XS[column + 1], YS[row + 1])
            if ("below", row, column) not in missing:
                sheets.line(XS[column], YS[row + 1], XS[column + 1], YS[row + 1])
    sheets.line(XS[0], YS[0], XS[-1], YS[0])
    sheets.line(XS[0], YS[0], XS[0], YS[-1])
    return sheets


def texts(sheets: Sheets) -> list[list[str]]:
    (table,) = read(sheets.bytes()).tables
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    "missing",
    [
        {("right", 1, 1)},
        {("right", 1, 1), ("right", 1, 2)},
        {("right", 3, 1)},
        {("right", 2, 0)},
        {("right", 0, 1)},
        {("below", 1, 2)},
        {("below", 1, 3), ("below", 2, 3)},
        {("right", 1, 1), ("below", 2, 3)},
        {("below", 0, 1)},
        {("below", 1, 0)},
        {("below", 2, 0)},
    ],
)
def test_a_line_is_missing_between_cells(missing: set[tuple[str, int, int]]) -> None:
    assert texts(drawn(ROWS, missing)) == ROWS


def test_blank_cells_stay_in_their_columns() -> None:
    rows = [*ROWS[:3], ["纪要", "7", "", "904"]]
    assert texts(drawn(rows, {("right", 3, 1), ("right", 3, 2)})) == rows


def test_a_label_of_several_rows_stays_whole() -> None:
    rows = [ROWS[0], *[["", *row[1:]] for row in ROWS[1:]]]
    sheets = drawn(rows, {("below", 1, 0), ("below", 2, 0)})
    for place, words in enumerate(("（三）不", "予公开")):
        sheets.text(110, 155 + 15 * place, words)
    assert [row[0] for row in texts(sheets)[1:]] == [
        "（三）不予公开",
        *[row[1] for row in ROWS[2:]],
    ]


def test_words_over_several_columns_stay_whole() -> None:
    rows = [["信息内容", "", "本年处理决定数量", ""], *ROWS[1:]]
    sheets = drawn(rows, {("right", 0, 1), ("right", 0, 2)})
    assert texts(sheets)[0] == ["信息内容", "本年处理决定数量"]


def test_one_figure_over_several_columns_stays_one() -> None:
    rows = [*ROWS[:3], ["纪要", "", "53", ""]]
    sheets = drawn(rows, {("right", 3, 1), ("right", 3, 2)})
    assert texts(sheets)[3] == ["纪要", "53"]


def test_words_at_the_left_of_their_columns_part() -> None:
    rows = [["信息内容", "", "", "有效"], *ROWS[1:]]
    sheets = drawn(rows, {("right", 0, 1)})
    sheets.text(204, 119, "本年制发数")
    sheets.text(304, 119, "本年废止数")
    assert texts(sheets)[0] == ["信息内容", "本年制发数", "本年废止数", "有效"]


def test_words_that_are_spread_over_columns_stay_whole() -> None:
    rows = [["信息内容", "", "", "有效"], *ROWS[1:]]
    sheets = drawn(rows, {("right", 0, 1)})
    for x, word in ((250.0, "公"), (270.0, "开"), (310.0, "件"), (330.0, "数")):
        sheets.text(x, 119, word)
    assert texts(sheets)[0] == ["信息内容", "公开 件数", "有效"]


def test_figures_in_two_lines_that_do_not_fill_their_cell_are_two() -> None:
    sheets = Sheets()
    sheets.font(9)
    sheets.grid((80, 200, 232, 300), (100, 130, 160), (("规章", "", "5"), ("文件", "8", "6")))
    sheets.text(214, 112, "93")
    sheets.text(214, 124, "88")
    assert texts(sheets)[0] == ["规章", "93 88", "5"]
