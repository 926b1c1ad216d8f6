from reading import outline, rows

ROWS = [["内容", "件数", "总计"], ["规章", "3", ""]]


def test_cells_of_a_line():
    assert rows('{| class="wikitable"\n! 内容 !! 件数 !! 总计\n|-\n| 规章 || 3 || \n|}') == ROWS


def test_a_cell_a_line():
    assert rows("{|\n|-\n| 内容\n| 件数\n| 总计\n|-\n| 规章\n| 3\n|\n|}\n") == ROWS


def test_merged_cells_are_blank_where_they_do_not_begin():
    text = (
        '{|\n| rowspan="2" | 内容 || colspan=2 style="a" | 数量\n|-\n| 件数 || 总计\n|-\n'
        "| 规章 || 3 || 4\n|}"
    )
    assert rows(text) == [["内容", "数量", ""], ["", "件数", "总计"], ["规章", "3", "4"]]


def test_a_cell_goes_on_in_the_next_line():
    assert rows("{|\n| 行政规范\n性文件\n| 3\n|-\n| 规章 || 4\n|}")[0] == ["行政规范\n性文件", "3"]


def test_bold_letters_and_a_caption():
    assert rows("{|\n|+ 统计表\n! '''内容''' !! '''件数'''\n|-\n| 规章 || 3\n|}") == [
        ["统计表"],
        ["内容", "件数"],
        ["规章", "3"],
    ]


def test_empty_rows_are_none():
    assert rows("{|\n|-\n|-\n| 甲 || 1\n|-\n|-\n| 乙 || 2\n|-\n|}") == [["甲", "1"], ["乙", "2"]]
    assert rows("{|\n| rowspan=3 | 甲 || 1\n|-\n|-\n| 2\n|}") == [["甲", "1"], ["", "2"]]


def test_what_is_never_closed_is_no_table():
    assert outline("{|\n| 甲 || 1\n") == ["{", "甲 || 1"]


def test_text_around_stays():
    assert outline("一、甲\n{|\n| 规章 || 3\n|}\n二、乙\n") == ["一、甲", [["规章", "3"]], "二、乙"]
