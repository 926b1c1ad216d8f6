from reading import outline, rows

SIMPLE = """\
  内容        件数   总计
  ---------- ------ ------
  规范性文件      3     12
  规章                   1

三、申请
"""
LINES = """\
--------------------------
内容       件数   总计
---------- ------ ------
行政规范   3      12
性文件

规章              1
--------------------------
三、申请
"""


def test_each_line_below_dashes_is_a_row():
    assert outline(SIMPLE) == [
        [["内容", "件数", "总计"], ["规范性文件", "3", "12"], ["规章", "", "1"]],
        "三、申请",
    ]


def test_empty_lines_part_rows_of_several_lines():
    assert outline(LINES) == [
        [["内容", "件数", "总计"], ["行政规范\n性文件", "3", "12"], ["规章", "", "1"]],
        "三、申请",
    ]


def test_dashes_above_and_below_without_a_header():
    lines = SIMPLE.splitlines()
    text = "\n".join([lines[1], *lines[2:4], lines[1], "三、申请"])
    assert outline(text) == [[["规范性文件", "3", "12"], ["规章", "", "1"]], "三、申请"]


def test_double_dashes_around_the_header():
    rule = "==========  ======  ======"
    text = f"{rule}\n内容        件数    总计\n{rule}\n规范性文件  3       12\n{rule}\n三、申请\n"
    assert outline(text) == [[["内容", "件数", "总计"], ["规范性文件", "3", "12"]], "三、申请"]


def test_characters_that_were_counted_and_not_measured():
    text = "内容    件数   总计\n----- ---- ----\n规范性文件 3    12\n规章         1\n"
    assert rows(text) == [["内容", "件数", "总计"], ["规范性文件", "3", "12"], ["规章", "", "1"]]


def test_a_table_not_indented_ends_above_the_line_at_the_edge():
    assert outline(SIMPLE.replace("\n\n", "\n"))[1:] == ["三、申请"]


def test_text_that_stands_between_the_columns_makes_no_such_table():
    text = SIMPLE.replace("规范性文件      3", "规范性文件和其他 3")
    assert not any(row[:2] == ["规范性文件和其", "他 3"] for row in outline(text)[0])


def test_dashes_below_a_heading_are_no_table():
    assert outline("标题\n-----\n甲 - - 乙\n") == ["标题", "-----", "甲 - - 乙"]
