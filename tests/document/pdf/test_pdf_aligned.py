"""Tables without ruling lines: by the columns that figures form; prose is none."""

import pytest
from pdf_files import Sheets

import gxcheck
from gxcheck.document import read
from gxcheck.document.model import Table

XS = (220.0, 262.0, 304.0, 346.0, 388.0, 430.0, 472.0)
COLUMNS = ("自然人", "商业", "科研", "公益", "法律", "其他", "总计")
ROWS = (
    ("一、本年新收政府信息公开申请数量", "3001", "53", "0", "0", "61", "4", "3119"),
    ("二、上年结转政府信息公开申请数量", "34", "0", "0", "0", "0", "0", "34"),
    ("（一）予以公开", "1288", "21", "0", "0", "50", "3", "1362"),
    ("（七）总计", "2932", "53", "0", "0", "61", "4", "3050"),
    ("四、结转下年度继续办理", "103", "0", "0", "0", "0", "0", "103"),
)


def rows(data: bytes) -> list[list[str]]:
    (table,) = read(data).tables
    return [[cell.text for cell in row] for row in table.rows]


def test_rows_and_columns() -> None:
    sheets = Sheets()
    sheets.font(10)
    for x, words in zip(XS, COLUMNS, strict=True):
        sheets.text(x, 100, words)
    for place, (label, *figures) in enumerate(ROWS):
        sheets.text(40, 120 + 20 * place, label)
        for x, figure in zip(XS, figures, strict=True):
            sheets.text(x, 120 + 20 * place, figure)
    data = sheets.bytes()
    assert rows(data) == [list(COLUMNS), *map(list, ROWS)]
    (table,) = read(data).tables
    assert not table.spans_known
    assert all(c.location.box and c.location.page == 1 for row in table.rows for c in row)


def test_rows_that_stand_far_apart() -> None:
    sheets = Sheets()
    sheets.font(9)
    for x, words in zip(XS, COLUMNS, strict=True):
        sheets.text(x, 100, words)
    for place, (label, *figures) in enumerate(ROWS):
        sheets.text(40, 134 + 34 * place, label)
        for x, figure in zip(XS, figures, strict=True):
            sheets.text(x, 134 + 34 * place, figure)
    assert rows(sheets.bytes()) == [list(COLUMNS), *map(list, ROWS)]


def test_a_row_that_ends_in_its_unit_is_one_without_its_figure() -> None:
    sheets = Sheets()
    shown = [("（一）主动公开政府信息数", "条", "18"), ("制发规范性文件总数", "件", "")]
    shown += [
        ("1.政府公报公开政府信息数", "条", "7"),
        ("2.其他方式", "次", ""),
        ("3.网站", "条", "5"),
    ]
    shown += [("（二）收到申请数", "件", "6")]
    for place, row in enumerate(shown):
        for x, words in zip((80, 330, 420), row, strict=True):
            sheets.text(x, 100 + 22 * place, words)
    assert rows(sheets.bytes()) == [list(row) for row in shown]


def test_words_that_begin_where_their_figures_do_not_end() -> None:
    """Web pages set the words of a column at its left and its figures at its right."""
    sheets = Sheets()
    sheets.font(8)
    for place, x in enumerate(XS):
        for line, words in enumerate(("结果维", "总" if place % 2 else "持")):
            sheets.text(x - 34, 100 + 12 * line, words)
    for row in range(2):
        sheets.text(40, 140 + 20 * row, "行政复议")
        for place, x in enumerate(XS):
            sheets.canvas.drawRightString(x, 842 - 140 - 20 * row, str(7 * 11 ** (row + place % 2)))
    found = rows(sheets.bytes())
    assert found[0] == [f"结果维{'总' if place % 2 else '持'}" for place in range(len(XS))]


def test_labels_that_wrap_beside_their_figures() -> None:
    sheets = Sheets()
    for place, words in enumerate(("制发", "废止", "有效")):
        sheets.text(300 + 60 * place, 100, words)
    sheets.text(80, 125, "（一）规章（只计这一情")
    for place, words in enumerate(("1", "0", "11")):
        sheets.text(300 + 60 * place, 132, words)
    sheets.text(80, 140, "形，不计其他）")
    sheets.text(80, 165, "（二）文件")
    for place, words in enumerate(("8", "26", "66")):
        sheets.text(300 + 60 * place, 165, words)
    assert rows(sheets.bytes()) == [
        ["制发", "废止", "有效"],
        ["（一）规章（只计这一情形，不计其他）", "1", "0", "11"],
        ["（二）文件", "8", "26", "66"],
    ]


def test_a_header_between_rows_stays_one() -> None:
    sheets = Sheets()
    lines = (
        ("信息内容", "制发", "废止", "有效"),
        ("规章", "1", "0", "11"),
        ("文件", "8", "26", "66"),
        ("信息内容", "处理决定数量"),
        ("行政许可", "447228"),
    )
    for place, line in enumerate(lines):
        for column, words in enumerate(line):
            sheets.text(80 + 100 * column, 100 + 24 * place, words)
    found = rows(sheets.bytes())
    assert found[3] == ["信息内容", "处理决定数量"]
    assert found[4] == ["行政许可", "447228"]


@pytest.mark.parametrize(
    "lines",
    [
        [("联系人：张三", "电话：0517-83605210"), ("地址：某路1号", "邮编：223001")],
        [("某市人民政府", "2025年1月20日"), ("2024", "")],
        [("全年主动公开政府信息", "3119 件"), ("其中规章", "1 件")],
    ],
)
def test_what_is_no_table(lines: list[tuple[str, str]]) -> None:
    sheets = Sheets()
    for place, (left, right) in enumerate(lines):
        sheets.text(80, 100 + 20 * place, left)
        sheets.text(350, 100 + 20 * place, right)
    assert not read(sheets.bytes()).tables


def test_figures_of_a_report_are_found() -> None:
    sheets = Sheets()
    sheets.text(120, 60, "某市人民政府2024年政府信息公开工作年度报告")
    sheets.text(80, 90, "二、主动公开政府信息情况")
    header = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
    for place, line in enumerate(
        (header, ("规章", "1", "0", "11"), ("行政规范性文件", "8", "26", "66"))
    ):
        for column, words in enumerate(line):
            sheets.text(80 + 110 * column, 130 + 24 * place, words)
    report = gxcheck.parse(sheets.bytes())
    assert report.proactive is not None
    assert report.proactive.normative_documents.repealed.value == 26
    assert report.proactive.regulations.in_force.value == 11


def test_it_is_a_table_of_the_model() -> None:
    sheets = Sheets()
    for place in range(3):
        sheets.text(80, 100 + 20 * place, f"第{place}项")
        sheets.text(200, 100 + 20 * place, str(place))
        sheets.text(300, 100 + 20 * place, str(place * 7))
    (block,) = read(sheets.bytes()).blocks
    assert isinstance(block, Table)


OUTCOMES = ("维持", "纠正", "其他", "未结", "总计")


@pytest.mark.parametrize(
    "figures",
    [
        ["11", "22", "33", "44", "110", "7", "", "8", "9", "24"],
        ["", "22", "33", "44", "110", "7", "9", "8", "9", "24"],
    ],
)
def test_one_row_with_a_blank_cell_under_a_word_for_each_figure(figures: list[str]) -> None:
    sheets = Sheets()
    sheets.font(9)
    sheets.text(150, 100, "行政复议")
    sheets.text(350, 100, "行政诉讼")
    for place, words in enumerate(OUTCOMES * 2):
        sheets.text(80 + 42 * place, 112, words)
    for place, figure in enumerate(figures):
        sheets.text(84 + 42 * place, 126, figure)
    assert rows(sheets.bytes()) == [["行政复议", "行政诉讼"], list(OUTCOMES * 2), figures]


def test_words_of_the_header_at_two_heights_go_to_their_columns() -> None:
    sheets = Sheets()
    sheets.font(9)
    for x, words in ((220.0, "自然人"), (472.0, "总计")):
        sheets.text(x, 100, words)
    sheets.text(325, 95, "法人或其他组织")
    for x, words in zip(XS[1:-1], COLUMNS[1:-1], strict=True):
        sheets.text(x, 110, words)
    for place, (label, *figures) in enumerate(ROWS):
        sheets.text(40, 124 + 16 * place, label)
        for x, figure in zip(XS, figures, strict=True):
            sheets.text(x, 124 + 16 * place, figure)
    found = rows(sheets.bytes())
    assert found[-6:] == [list(COLUMNS), *map(list, ROWS)]


def test_it_goes_on_over_a_page_and_a_number_with_a_word_is_one() -> None:
    sheets = Sheets()
    sheets.font(9)
    for x, words in zip(XS, COLUMNS, strict=True):
        sheets.text(x, 700, words)
    for place, (label, *figures) in enumerate(ROWS):
        if place == 2:
            sheets.next_page()
        y = 714 + 16 * place if place < 2 else 60 + 16 * place
        sheets.text(40, y, label)
        shown = ["约53" if figure == "53" else figure for figure in figures]
        for x, figure in zip(XS, shown, strict=True):
            sheets.text(x, y, figure)
    found = rows(sheets.bytes())
    assert found == [
        list(COLUMNS),
        *[["约53" if cell == "53" else cell for cell in row] for row in ROWS],
    ]


def test_a_numbered_heading_parts_two_tables() -> None:
    sheets = Sheets()
    sheets.font(9)
    for start, heading in ((100, ""), (160, "三、收到和处理申请情况")):
        if heading:
            sheets.text(80, start - 14, heading)
        for place, words in enumerate(("内容", "制发", "废止")):
            sheets.text(80 + 90 * place, start, words)
        for line in (1, 2):
            for place, words in enumerate(("规章", f"{line}1", f"{line}2")):
                sheets.text(80 + 90 * place, start + 14 * line, words)
    document = read(sheets.bytes())
    assert [len(table.rows) for table in document.tables] == [3, 3]
    assert [block.text for block in document.paragraphs] == ["三、收到和处理申请情况"]


def test_a_heading_far_above_the_lines_of_a_header() -> None:
    sheets = Sheets()
    sheets.font(10)
    labels = ["一、新收", "二、结转", "三、办结", "四、未办结"]
    for place, label in enumerate(labels):
        for x, words in zip((60, 260, 360), (label, "3", "4"), strict=True):
            sheets.text(x, 100 + 27 * place, words)
    sheets.text(60, 208, "五、行政复议和行政诉讼")
    sheets.text(60, 235, "行政复议")
    sheets.text(300, 235, "行政诉讼")
    for place in range(10):
        sheets.text(50 + 48 * place, 262, OUTCOMES[place % 5])
        sheets.text(56 + 48 * place, 289, f"{place}")
    document = read(sheets.bytes())
    assert [len(table.rows) for table in document.tables] == [4, 3]
    assert [block.text for block in document.paragraphs] == ["五、行政复议和行政诉讼"]


def test_labels_that_are_centred_under_one_that_opens_an_item() -> None:
    """A short label that begins farther left than most is not the end of one far above."""
    sheets = Sheets()
    sheets.font(10)
    labels = ["1.参加或举办新闻发布会次数", *["涉及商业秘密"] * 4, "不是本条例所指的政府信息数"]
    for place, label in enumerate([*labels, *["涉及个人隐私"] * 3]):
        sheets.text(180 - 5 * len(label), 100 + 22 * place, label)
        sheets.text(330, 100 + 22 * place, "件")
        sheets.text(420, 100 + 22 * place, f"{place}1")
    assert [row[0] for row in rows(sheets.bytes())][:6] == labels
