from reading import outline, rows

CELLS = "内容\n|\n件数\n|\n规章\n|\n0\n|\n文件\n|\n3\n|\n"


def test_a_pipe_below_each_cell():
    assert rows(CELLS) == [["内容", "件数", "规章", "0", "文件", "3"]]


def test_a_pipe_below_a_pipe_closes_a_blank_cell():
    assert rows(CELLS.replace("0\n|", "|")) == [["内容", "件数", "规章", "", "文件", "3"]]


def test_a_cell_may_be_broken_over_lines():
    assert rows(CELLS.replace("件数", "商业\n企业"))[0][1] == "商业\n企业"


def test_what_follows_the_last_pipe_is_no_cell():
    text = (
        f"二、公开情况\n{CELLS}三、收到和处理政府信息公开申请情况\n以下是表格。\n{CELLS}四、复议\n"
    )
    assert outline(text)[2:4] == ["三、收到和处理政府信息公开申请情况", "以下是表格。"]


def test_a_few_pipes_between_lines_are_no_table():
    text = "字号：大\n|\n打印\n|\n一、概述\n无。\n"
    assert outline(text) == ["字号：大", "打印", "一、概述", "无。"]


def test_below_a_row_with_tabs_nothing_is_lost():
    assert "甲" in str(rows(f"甲\t1\n乙\t2\n|\n{CELLS}"))
