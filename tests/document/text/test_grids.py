from time import perf_counter

import pytest
from reading import outline, rows

from gxcheck.document import read_text

LINES = """\
+----------+------+------+
| 内容     | 件数 | 总计 |
+==========+======+======+
| 行政规范 | 3    | 12   |
| 性文件   |      |      |
+----------+------+------+
| 规章     |      | 1    |
+----------+------+------+
"""
MERGED = """\
+-----------------+------+
| 办理结果        | 总计 |
+-----------+-----+------+
| 不予公开  | 秘密| 12   |
| （依法）  +-----+------+
|           | 事务| 3    |
+-----------+-----+------+
"""
DRAWN = str.maketrans("+-|", "┼─│")


def test_the_lines_of_a_cell_are_one_text():
    assert rows(LINES) == [
        ["内容", "件数", "总计"],
        ["行政规范\n性文件", "3", "12"],
        ["规章", "", "1"],
    ]


def test_each_character_of_such_a_cell_knows_its_place():
    cell = read_text(LINES).tables[0].rows[1][0]
    assert cell.offsets is not None
    assert "".join(LINES[at] for at in cell.offsets[:-1]) == cell.text
    assert cell.normal == "行政规范性文件"


def test_merged_cells_interrupt_rules_and_borders():
    assert rows(MERGED) == [
        ["办理结果", "", "总计"],
        ["不予公开\n（依法）", "秘密", "12"],
        ["", "事务", "3"],
    ]


@pytest.mark.parametrize("text", [LINES, MERGED])
def test_drawn_borders_are_read_alike(text):
    assert rows(text.replace("=", "-").translate(DRAWN)) == rows(text)


def test_quotation_marks_are_as_wide_as_letters_or_ideographs():
    narrow = MERGED.replace("办理结果        ", "“办理结果”      ")
    wide = MERGED.replace("办理结果        ", "“办理结果”    ")
    assert rows(narrow) == rows(wide)


def test_borders_that_stand_below_none_are_counted():
    crooked = LINES.replace("| 3    |", "| 3 |").replace("|      |      |", "|||")
    assert rows(crooked) == rows(LINES)


def test_a_grid_whose_borders_fit_in_no_way_is_read_line_by_line():
    crooked = MERGED.replace("| 12   |", "| 12 |")
    assert ["不予公开", "秘密", "12"] in rows(crooked)


def test_only_the_header_is_ruled_off():
    lines = LINES.splitlines()
    text = "\n".join([*lines[:4], *lines[6:]])
    assert rows(text.replace(lines[5], "").replace("\n\n", "\n"))[1:] == [
        ["行政规范", "3", "12"],
        ["规章", "", "1"],
    ]


def test_header_and_figures_between_two_rules_are_two_rows():
    text = "+----+----+\n| 甲 | 乙 |\n| 维持 | 纠正 |\n| 1 | 2 |\n+----+----+\n"
    assert rows(text)[1:] == [["维持", "纠正"], ["1", "2"]]


def test_the_rules_of_org_mode():
    text = "|---+---|\n| 规章 | 3 |\n|---+---|\n| 行政 | 12 |\n| 许可 |  |\n|---+---|\n"
    assert rows(text) == [["规章", "3"], ["行政\n许可", "12"]]


def test_text_with_plus_and_dashes_is_no_grid():
    assert outline("+-+ 公开\n甲-+-乙\n|a+b|\n") == ["+-+ 公开", "甲-+-乙", "a+b"]


def test_time_grows_with_the_length():
    def seconds(text):
        start = perf_counter()
        read_text(f"甲\n{text}")
        return perf_counter() - start

    for text in ("+-" * 99 + "+\n" + "|\n" * 99, "+--+\n" * 200, LINES + "|-+-|\n" * 200):
        assert seconds(text * 40) < 40 * seconds(text * 4) + 0.2
