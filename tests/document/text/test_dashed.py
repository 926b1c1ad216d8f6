"""Markdown's tables whose rows neither begin nor end with a pipe."""

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
