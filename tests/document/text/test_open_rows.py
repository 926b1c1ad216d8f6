"""Tables whose rows neither begin nor end with a pipe."""

from reading import outline, rows

TABLE = "内容| 制发| 废止  \n---|---|---  \n规章| 1| 2  \n文件| 3|    \n"


def test_a_pipe_at_the_end_of_a_line_stands_before_a_blank_cell():
    assert rows(TABLE) == [["内容", "制发", "废止"], ["规章", "1", "2"], ["文件", "3", ""]]


def test_a_pipe_at_its_beginning_stands_behind_one():
    assert rows(TABLE.replace("规章|", "|"))[1] == ["", "1", "2"]


def test_a_merged_title_above_one_column_of_dashes():
    text = "第（一）项  \n---  \n内容| 件数  \n规章| 1  \n第（五）项  \n内容| 件数  \n许可|  \n"
    assert rows(text)[0] == ["第（一）项"]
    assert rows(text)[2:] == [["规章", "1"], ["第（五）项"], ["内容", "件数"], ["许可", ""]]


def test_a_table_ends_at_an_empty_line_and_at_a_sentence():
    for after in ("\n公开", "公开不够及时。"):
        assert outline(f"{TABLE}{after}\n")[1:] == [after.strip()]


def test_dashes_below_a_heading_make_no_table():
    assert outline("一、概述\n---\n\n公开 | 打印\n") == ["一、概述", "---", "公开 | 打印"]


def test_a_pipe_that_is_escaped_is_no_border():
    assert rows(TABLE.replace("规章", "规\\|章"))[1][0] == "规\\|章"


OPEN = "内容 | 制发 | 有效\n规章 |  | 2\n文件 | 1 | 4\n其他 | 3 |\n办法 | 0 | 1\n"


def test_rows_that_end_with_figures_tell_how_all_rows_end():
    assert rows(OPEN)[1:4] == [["规章", "", "2"], ["文件", "1", "4"], ["其他", "3", ""]]


def test_a_label_broken_over_lines_is_one_where_all_rows_are_then_as_long():
    assert rows(OPEN.replace("文件 |", "行政规\n范性文件 |"))[2] == ["行政规\n范性文件", "1", "4"]


def test_where_most_rows_end_with_a_pipe_it_closes_their_last_cell():
    closed = "".join(f"{line} |\n" for line in OPEN.splitlines() * 8)
    assert ["规章", "", "2"] in rows(f"甲 | 1\n乙 | 2\n丙 | 3\n{closed}")


def test_the_heading_of_a_section_is_no_row_but_a_label_that_looks_like_one_is():
    assert outline(f"{OPEN}三、申请\n项目 | 制发 | 有效\n甲 | 1 | 2\n")[1] == "三、申请"
    assert rows(f"{OPEN}三、申请\n数量 | 1 | 2\n")[-1] == ["三、申请\n数量", "1", "2"]
