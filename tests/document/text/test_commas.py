from reading import outline, paragraphs, rows

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
