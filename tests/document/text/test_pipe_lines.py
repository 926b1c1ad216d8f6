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


def test_empty_lines_around_cells_and_pipes_say_nothing():
    assert rows(CELLS.replace("\n", "\n\n")) == rows(CELLS)


def test_pipes_that_open_the_rows_are_no_blank_cells():
    opened = (
        "二、情况\n\n|\n内容\n|\n件数\n|\n|\n规章\n|\n|\n|\n文件\n|\n3\n|\n三、申请\n|\n类别\n|\n"
    )
    assert rows(opened) == [["内容", "件数", "规章", "", "文件", "3"]]
    assert outline(opened)[0] == "二、情况"
    assert outline(opened)[2] == "三、申请"


def test_the_row_of_figures_below_a_header_has_no_blank_cell_more():
    header = ["维持", "纠正", "其他", "未结", "总计"]
    cells = ["|", "复议", "诉讼", "|", "未经", "之后", "|", *header, "|", "", "2", "0", "1", "3"]
    text = "".join("|\n" if cell == "|" else f"{cell}\n|\n" for cell in cells)
    assert rows(text)[0][-6:] == ["总计", "", "2", "0", "1", "3"]


def test_a_pipe_above_each_cell():
    text = CELLS.removesuffix("|\n") + "\n二、公开情况\n"
    assert rows(f"一、概述\n|\n{text}") == rows(CELLS)
    assert outline(f"一、概述\n|\n{text}")[2:] == ["二、公开情况"]


def test_words_between_pipes_without_a_figure_are_a_menu():
    menu = "首页 新闻 公开 办事 互动 数据 专题".replace(" ", "\n|\n")
    assert outline(f"|\n{menu}\n|\n")[:2] == ["首页", "新闻"]
