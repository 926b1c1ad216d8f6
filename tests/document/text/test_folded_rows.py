from pathlib import Path

import pytest
from reading import outline, rows

import gxcheck

REPORTS = Path(__file__).resolve().parents[2] / "reports" / "clean"
TAB = "\t"

HEAD = "| 内容 | 件数 | 总计 |\n|---|---|---|\n"
READ = [["内容", "件数", "总计"], ["行政规范性文件", "3", "12"], ["规章", "", "1"]]


def test_a_label_that_a_line_end_breaks():
    text = f"{HEAD}| 行政规\n范性文\n件 | 3 | 12 |\n| 规章 |  | 1 |\n三、申请\n"
    found, after = outline(text)
    assert [[cell.replace("\n", "") for cell in row] for row in found] == READ
    assert after == "三、申请"


def test_an_empty_line_inside_a_label():
    text = f"{HEAD}| 行政规范\n\n性文件 | 3 | 12 |\n| 规章 |  | 1 |\n"
    assert [[cell.replace("\n", "") for cell in row] for row in rows(text)] == READ


def test_long_lines_that_an_editor_folds():
    assert rows(f"{HEAD}| 行政规范性文件 |\n3 | 12\n|\n| 规章 | |\n1 |\n") == READ


def test_dashes_beside_texts_show_that_rows_were_put_together_wrongly():
    text = "| 第一\n| --- | --- |\n项 | |\n| 规章 | 2 |\n| 文\n件 | 3 |\n| 合\n计 | 5 |\n"
    assert ["规章", "2"] in [row for block in outline(text) for row in block]


def test_empty_lines_between_the_rows():
    text = f"{HEAD}| 行政规范性文件 | 3 | 12 |\n| 规章 |  | 1 |\n".replace("\n", "\n\n")
    assert rows(text) == READ


def test_two_tables_with_an_empty_line_between_stay_two():
    table = f"{HEAD}| 规章 | 2 | 1 |\n"
    assert outline(f"{table}\n{table}") == [[READ[0], ["规章", "2", "1"]]] * 2


def test_rows_that_have_as_many_pipes_by_chance_are_not_put_together():
    text = "| 第一项 |\n| 规章 | 2 | 3 |\n| 第二项 |\n| 文件 | 1 | 3 |\n"
    assert outline(text) == [
        "第一项",
        [["规章", "2", "3"], ["第二项"], ["文件", "1", "3"]],
    ]


def test_rows_of_unlike_length_go_on_where_a_line_is_not_closed():
    text = "| 不予公\n开 | 秘密 | 2 | 3 |\n| 内部\n事务 | 1 | 3 |\n"
    assert rows(text) == [["不予公\n开", "秘密", "2", "3"], ["内部\n事务", "1", "3"]]


def test_text_below_an_open_row_is_not_taken_in():
    text = "| 规章 | 2 |\n| 文件 | 1\n" + "这里是一段很长的说明，" * 8 + "\n| 其他 | 3 |\n"
    assert any(block == "这里是一段很长的说明，" * 8 for block in outline(text))


@pytest.mark.parametrize("name", ["deqing-shuili-2023.txt", "jinhua-jianshe-2020.txt"])
def test_lines_that_are_a_cell_each_are_no_folded_rows(name):
    text = (REPORTS / name).read_text("utf-8")
    piped = [f"|{line.replace(TAB, '|')}|" if TAB in line else line for line in text.split("\n")]
    findings = gxcheck.check("\n".join(piped).encode())
    assert [finding.rule for finding in findings if finding.level != "info"] == []
