from reading import outline, rows

from gxcheck.document import read_text


def test_a_cell_a_line():
    text = "2.具体情况\n\t信息内容\n\t制发件数\n\n\t规章\n\t0\n\n\n\n3、 其他"
    assert outline(text) == ["2.具体情况", [["信息内容", "制发件数"], ["规章", "0"]], "3、 其他"]


def test_a_cell_of_several_lines():
    text = "\t　　（一）公开数\n　　　　（相同信息计1条）\n\t条\n\t174\n\n\t规章\n\t件\n\t3\n"
    assert rows(text)[0] == ["（一）公开数\n　　　　（相同信息计1条）", "条", "174"]
    cell = read_text(text).tables[0].rows[0][0]
    assert (cell.location.offset, cell.location.line, cell.location.column) == (3, 1, 4)
    below = cell.place(cell.text.index("相同"), cell.text.index("相同") + 2)
    assert (below.line, below.column) == (2, 6)


def test_empty_cells_stay():
    assert rows("\t\n\t甲\n\t\n\n\t规章\n\t\n\t3\n\t\n") == [["", "甲", ""], ["规章", "", "3", ""]]


def test_two_empty_lines_end_a_table():
    assert outline("\t甲\n\t1\n\n\n\t乙\n\t2\n") == [[["甲", "1"]], [["乙", "2"]]]


def test_prose_after_a_figure_without_an_empty_line():
    assert outline("\t甲\n\t1\n三、收到申请情况\n无。") == [
        [["甲", "1"]],
        "三、收到申请情况",
        "无。",
    ]
    assert rows("\t甲\n\t1\n件\n") == [["甲", "1\n件"]]


def test_paragraphs_that_a_tab_indents_are_no_table():
    text = "\t一、概述\n\t2021年，我局认真做好政府信息公开各项工作，成效明显。\n\t（一）组织领导\n"
    assert outline(text) == [line.strip() for line in text.split("\n")[:3]]
    assert outline("\t一、概述\n\n\t二、主动公开\n") == ["一、概述", "二、主动公开"]


def test_a_cell_a_line_with_empty_lines_between_is_one_row():
    assert rows("\t规章\n\n\t0\n\n\t1\n\n\t3\n") == [["规章", "0", "1", "3"]]


def test_a_row_a_line():
    text = "信息内容\t制发件数\t废止件数\n规章\t0\t3\n第二十条第（五）项\n行政许可\t12\t4\n"
    assert rows(text) == [
        ["信息内容", "制发件数", "废止件数"],
        ["规章", "0", "3"],
        ["第二十条第（五）项"],
        ["行政许可", "12", "4"],
    ]


def test_a_row_a_line_with_merged_cells():
    text = "项目\t\t自然人\t总计\n\t（一）予以公开\t1\t1\n二、结转\t\t0\t0\n"
    assert rows(text) == [
        ["项目", "", "自然人", "总计"],
        ["", "（一）予以公开", "1", "1"],
        ["二、结转", "", "0", "0"],
    ]


def test_a_heading_between_two_tables_of_rows():
    text = "规章\t0\t3\n文件\t1\t2\n三、收到申请情况\n新收\t1\t2\n结转\t0\t0\n"
    assert outline(text)[1] == "三、收到申请情况"


def test_a_tab_after_a_number_or_a_label_is_no_table():
    text = "1.\t坚持公开\n2.\t加强解读\n3.\t回应关切\n电话：\t0574-1234567\n邮编：\t315000\n"
    assert len(outline(text)) == 5
    assert all(isinstance(block, str) for block in outline(text))


def test_spans_are_not_known():
    assert not read_text("\t甲\n\t1\n").tables[0].spans_known


def test_lines_of_a_cell_that_is_no_cell_stand_in_their_lines():
    document = read_text("\t如下：\n（一）公开\n（二）解读\n")
    places = [(block.text, block.location.line, block.location.column) for block in document.blocks]
    assert places == [("如下：", 1, 2), ("（一）公开", 2, 1), ("（二）解读", 3, 1)]


def test_rows_between_prose_without_an_empty_line():
    prose = ["3、收到申请情况", "4、复议情况", "5、问题", "公开不够及时。", "6、其他", "无。"]
    table = "行政复议\t行政诉讼\n维持\t纠正\t维持\n0\t1\t2"
    assert outline("\n".join([*prose[:2], table, *prose[2:]])) == [
        *prose[:2],
        [["行政复议", "行政诉讼"], ["维持", "纠正", "维持"], ["0", "1", "2"]],
        *prose[2:],
    ]


def test_a_mark_of_doubt_ends_no_sentence():
    assert rows("信息内容\t处理决定\t项目\n行政处罚\t0\t9\n行政强制\t0\t?\n")[2] == [
        "行政强制",
        "0",
        "?",
    ]


def test_the_heading_of_a_section_belongs_to_no_cell():
    assert outline("\t甲\n\t1\n\n\t注：已核对。\n三、收到申请情况\n无。") == [
        [["甲", "1"], ["注：已核对。"]],
        "三、收到申请情况",
        "无。",
    ]


def test_words_below_a_figure_belong_to_it_only_as_a_unit():
    assert rows("\t甲\n\t1\n（件）\n\t2\n") == [["甲", "1\n（件）", "2"]]
    assert outline("\t甲\n\t1\n续表\n\t乙\n\t2\n") == [[["甲", "1"]], "续表", [["乙", "2"]]]


def test_a_header_of_two_cells_over_a_row_of_two_is_not_broken():
    text = "信息\t制发件数\t废止件数\n规章\t0\t3\n信息\t决定数量\n许可\t16\n"
    assert rows(text) == [
        ["信息", "制发件数", "废止件数"],
        ["规章", "0", "3"],
        ["信息", "决定数量"],
        ["许可", "16"],
    ]


def test_quotation_marks_around_all_cells():
    text = '"内容"\t"件数"\t"总计"\n"规章"\t"3"\t""\n"文件"\t"2"\t"5"\n'
    assert rows(text) == [["内容", "件数", "总计"], ["规章", "3", ""], ["文件", "2", "5"]]
    assert rows('内容\t总计\n"双随机"抽查"\t3\n"双公示"\t5\n')[1:] == [
        ['双随机"抽查', "3"],
        ["双公示", "5"],
    ]
