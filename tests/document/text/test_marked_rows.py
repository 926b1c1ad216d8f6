import pytest
from reading import outline, paragraphs, rows

from gxcheck.document import read_text

TABLE = "信息内容,制发件数,废止件数,有效件数\n规章,0,1,3\n第二项\n文件,2,,4\n许可,143"


def test_a_row_a_line():
    assert outline(f"二、公开\n{TABLE}\n三、申请\n本年无申请，无结转，无复议。") == [
        "二、公开",
        [
            ["信息内容", "制发件数", "废止件数", "有效件数"],
            ["规章", "0", "1", "3"],
            ["第二项"],
            ["文件", "2", "", "4"],
            ["许可", "143"],
        ],
        "三、申请",
        "本年无申请，无结转，无复议。",
    ]


def test_commas_inside_brackets_and_quotation_marks_part_no_cells():
    text = '公开（只计这一情形，不计其他），"1,200",0,"1,200"\n总计，1，2，3\n'
    assert rows(text) == [
        ["公开（只计这一情形，不计其他）", "1,200", "0", "1,200"],
        ["总计", "1", "2", "3"],
    ]


def test_a_comma_that_may_part_thousands_beside_a_blank_cell_is_not_decided():
    text = "内容,件数,总计,备注\n规章,0,1,3\n条例,5,0,5\n许可,1,0,1\n文件,1,200,1,\n"
    assert rows(text)[4] == ["文件,1,200,1,"]


def test_prose_is_no_table():
    lines = ["2020年，我局公开信息12条，其中规章1件，文件2件", "公开，及时，准确，全面，1，2，3"]
    assert paragraphs("\n".join(lines)) == ["\n".join(lines)]


def test_many_commas_are_read_to_their_end():
    assert outline("\n".join(["1," * 50_000 + "字", ",1" * 50_000 + "字", "字，" * 50_000]))


READ = [["内容", "件数", "总计", "备注"], ["规章", "3", "", "1"], ["文件", "2", "/", "4"]]


@pytest.mark.parametrize("mark", ["；", "：", ";", ":", " / ", " - ", " — ", " → ", " & "])
def test_other_marks_between_cells(mark):
    assert rows("\n".join(map(mark.join, READ))) == READ


def test_a_stroke_between_blanks_is_no_mark_for_none():
    text = "内容 / 件数 / 总计 / 备注\n规章 / / / / / 3\n文件 / 0 /  / 1\n / 1 / 2 / 3\n"
    assert rows(text)[1:] == [["规章", "/", "/", "3"], ["文件", "0", "", "1"], ["", "1", "2", "3"]]


def test_a_mark_that_ends_each_row_is_none_between_cells():
    ended = [f"{'；'.join(row)}；" for row in READ]
    assert rows("\n".join(ended)) == READ
    assert rows("\n".join([*ended, "许可；1；2；3"]))[1] == [*READ[1], ""]


def test_tex_ends_rows_with_backslashes():
    assert rows("\n".join(f"{' & '.join(row)} \\\\" for row in READ)) == READ


def test_a_colon_ends_the_labels():
    text = "内容：件数；总计；备注；其他\n规章：3；；1；0\n文件（含：公告）：2；/；4；5\n"
    assert rows(text)[1:] == [["规章", "3", "", "1", "0"], ["文件（含：公告）", "2", "/", "4", "5"]]


def test_blanks_and_quotation_marks_around_cells():
    text = "\n".join(", ".join(f'"{cell}"' for cell in row) for row in READ)
    assert rows(text) == READ


def test_a_figure_a_row_behind_its_unit():
    lines = [f"{label},件,{n}" for n, label in enumerate("甲乙丙丁戊己庚辛")]
    assert len(rows("\n".join(lines))) == 8
    assert paragraphs("\n".join(lines[:5]))


def test_a_header_above_its_figures_alone():
    text = "维持；纠正；其他；未结；总计；维持\n1；2；3；4；10；\n"
    assert rows(text)[1] == ["1", "2", "3", "4", "10", ""]


def test_beside_tabs_colons_part_no_cells():
    text = "时间：1：2：3\n时间：1：2：3\n"
    assert len(rows(text)) == 2
    assert paragraphs(f"{text}甲\t乙\n")


@pytest.mark.parametrize("mark", "，；：、")
def test_lists_of_figures_in_prose_are_no_table(mark):
    text = f"本年新收申请1{mark}2{mark}3件。\n电话：0773-2812345{mark}邮编：541199\n时间12:30:05\n"
    assert len(paragraphs(text)) >= 1


def test_long_runs_of_lines_with_few_figures_are_read_once():
    text = "规章；1；2；3；4；5\n\n" * 2 + "甲；乙；丙\n" * 20_000
    assert len(read_text(text).blocks) >= 2
