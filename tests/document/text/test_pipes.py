import re

import pytest
from reading import outline, rows

from gxcheck.document import read_text


def test_markdown():
    text = "| 内容 | 件数 |\n|---|:-:|\n| 规章 | 3 |\n|  文件  | - |\n"
    assert rows(text) == [["内容", "件数"], ["规章", "3"], ["文件", "-"]]


def test_markdown_without_outer_pipes():
    assert rows("内容 | 说明\n--- | ---\n规章 | 无\n") == [["内容", "说明"], ["规章", "无"]]


def test_a_cell_stands_where_its_text_does():
    cell = read_text("前言\n|  规章 | 12 |\n").tables[0].rows[0][1]
    assert (cell.text, cell.location.offset, cell.location.line) == ("12", 11, 2)
    assert cell.location.column == 9


def test_a_web_page_saved_as_text():
    text = "第一项 | |||\n内容 | 制发件数 | 废止件数 | 有效件数 |\n规章 | 0 | 1 | 3 | |\n"
    assert rows(text) == [
        ["第一项", "", "", ""],
        ["内容", "制发件数", "废止件数", "有效件数"],
        ["规章", "0", "1", "3", ""],
    ]


def test_blank_figures_at_the_end_of_a_row_stay():
    text = "内容 | 件数 | 总计 |\n规章 | 1 | 2 |\n结转 | | |\n"
    assert rows(text)[2] == ["结转", "", ""]


def test_layout_hides_no_prose():
    text = (
        "位置：首页 > |\n|\n甲市2021年报告 | |||||||\n|||||||\n一、概述 无。 |\n打印 关闭 | |||\n"
    )
    assert outline(text) == ["位置：首页 >", "甲市2021年报告", "一、概述", "无。", "打印 关闭"]


def test_headings_between_tables_of_a_page_that_is_one_table():
    text = "规章 | 0 | 3 |\n三、收到申请情况 | | |\n项目 | 自然人 | 总计 |\n新收 | 1 | 1 |\n"
    assert outline(text) == [
        [["规章", "0", "3"]],
        "三、收到申请情况",
        [["项目", "自然人", "总计"], ["新收", "1", "1"]],
    ]


def test_a_group_between_rows_is_a_row():
    text = "二、结转 | 0 | 3 |\n三、办理结果 | | |\n（一）公开 | 1 | 1 |\n四、结转 | | |\n"
    assert [row[0] for row in rows(text)] == ["二、结转", "三、办理结果", "（一）公开", "四、结转"]


def test_the_last_row_may_have_lost_the_pipes_of_its_blank_cells():
    text = "内容 | 件数 | 总计 |\n规章 | 1 | 2 |\n文件 | | |\n结转 |\n三、申请\n"
    assert rows(text)[-1] == ["结转"]
    assert outline(text.replace("结转 |", "打印 关闭"))[-2:] == ["打印 关闭", "三、申请"]


def test_a_cell_a_line():
    text = "内容 |\n件数 |\n规章 |\n0 |\n|\n3 |\n文件 |\n/ |\n1 |\n2 |\n"
    assert rows(text) == [["内容", "件数", "规章", "0", "", "3", "文件", "/", "1", "2"]]


def test_a_cell_a_line_where_a_pipe_opens_each_row():
    text = "|\n内容 |\n件数 |\n总计 |\n|\n规章 |\n1 |\n2 |\n|\n文件 |\n0 |\n0 |\n"
    assert rows(text) == [["内容", "件数", "总计", "规章", "1", "2", "文件", "0", "0"]]


def test_an_escaped_pipe_is_no_border():
    assert rows("| 甲\\|乙 | 1 |\n| 丙 | 2 |\n")[0] == ["甲\\|乙", "1"]
    assert outline("甲\\|乙") == ["甲\\|乙"]


def test_a_label_broken_by_a_line_end():
    text = "内容 | 本年新\n制作数量 | 本年新\n公开数量 |\n规章 | 0 | 1 |\n"
    assert rows(text)[0] == ["内容", "本年新\n制作数量", "本年新\n公开数量"]


def test_pipes_in_prose_and_menus_are_no_table():
    assert outline("发布：2021-01-20 | 来源：办公室\n首页 | 公开 | 年报") == [
        "发布：2021-01-20 | 来源：办公室",
        "首页 | 公开 | 年报",
    ]


def test_prose_beside_a_menu():
    text = "目录 | 2021年，我市认真做好政府信息公开工作，各项任务全面完成，成效明显。 |\n"
    assert outline(text)[0] == "目录"
    assert outline(text)[1].startswith("2021年，我市")


def test_a_row_that_begins_with_a_blank_cell():
    assert rows("维持 | 纠正 | 总计 |\n | 1 | 2 |\n")[1] == ["", "1", "2"]


CELLS = "第一项 |\n|||\n内容 |\n件数 |\n总计 |\n|\n规章 |\n|\n3 |\n|\n"


@pytest.mark.parametrize("text", [CELLS, CELLS.replace("内", "|\n内").replace("规", "|\n规")])
def test_a_cell_a_line_with_the_pipes_of_the_columns_that_it_is_too_short_of(text):
    text = text if text == CELLS else f"|\n{text}"
    assert rows(text) == [
        ["第一项", "", "", ""],
        ["内容", "件数", "总计", ""],
        ["规章", "", "3", ""],
    ]


def test_a_cell_a_line_with_the_pipe_of_a_row_s_first_below_it():
    assert rows(CELLS.replace("规章 |", "规章\n|"))[2] == ["规章", "", "3", ""]


def test_a_cell_a_line_where_one_is_lost_is_read_as_it_stands():
    assert outline(f"{CELLS}文件 |\n4 |\n|\n三、申请\n")[-1] == "三、申请"


BOXES = """┌──┬──┬──┐
│内容│制发件数│废止件数│
├──┼──┼──┤
│规章│0││
├──┼──┼──┤
│文件│2│3│
└──┴──┴──┘"""


@pytest.mark.parametrize(
    "text",
    [
        BOXES,
        BOXES.replace("│", "┃"),
        BOXES.replace("│", "｜"),
        re.sub("[┌├└┬┼┴┐┤┘]", "+", BOXES).replace("─", "-").replace("│", "|"),
        "|| 内容 || 制发件数 || 废止件数 ||\n|| 规章 || 0 || ||\n|| 文件 || 2 || 3 ||",
    ],
)
def test_borders_of_other_characters(text):
    assert rows(f"二、公开\n{text}\n三、申请\n") == [
        ["内容", "制发件数", "废止件数"],
        ["规章", "0", ""],
        ["文件", "2", "3"],
    ]


def test_words_between_bars_stay_as_they_are():
    assert outline("首页｜新闻｜公开\n\n正文。") == ["首页｜新闻｜公开", "正文。"]


def test_rows_of_a_wide_table_that_hold_but_a_label():
    blanks = " | " * 7
    head = f"项目 | 情形 | {' | '.join('自甲乙丙丁戊计')} |"
    first = f"（一）公开 | 类别 | 2{' | 0' * 6} |"
    labels = ["（三）不公开 | 1.国家秘密", "2.法律禁止公开", "3.其他事项"]
    lines = [head, first, *(label + blanks + "|" for label in labels)]
    found = rows("\n".join(["三、申请", *lines, "四、复议", ""]))
    assert [row[0] for row in found[2:]] == ["（三）不公开", "2.法律禁止公开", "3.其他事项"]


def test_a_mark_for_a_line_end_is_no_text_but_parts_two_numbers():
    text = "| 社会公益<br>组织 | 12<br>件 | 3<br/>4 |\n| --- | --- | --- |\n| 甲 | 1 | 2 |\n"
    assert rows(text)[0] == ["社会公益组织", "12件", "3<br/>4"]
    assert outline("公开情况<br>如下。\n") == ["公开情况<br>如下。"]


def test_bold_letters_and_blanks_of_html_are_no_text():
    text = "| **内容** | **件数** |\n|---|---|\n| **规章** | **12** |\n| &nbsp;文件 | 3&nbsp; |\n"
    assert rows(text) == [["内容", "件数"], ["规章", "12"], ["文件", "3"]]
    cell = read_text(text).tables[0].rows[1][1]
    assert (cell.text, cell.location.offset) == ("12", text.index("**12") + 2)


def test_bold_headings_are_headings():
    assert outline("## **一、概述**\n\n**（一）公开。**本年公开。\n") == [
        "一、概述",
        "（一）公开。本年公开。",
    ]


def test_stars_that_mask_names_and_numbers_stay():
    text = "由李**、张**负责，电话138**56**78，共**12**条"
    assert outline(text) == [text]


def test_broken_bars_are_borders():
    assert rows("¦内容¦件数¦\n¦规章¦3¦\n¦文件¦4¦\n")[1:] == [["规章", "3"], ["文件", "4"]]
