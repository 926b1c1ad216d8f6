"""Tables: drawn by lines or boxes, with merged cells, cut by page ends, without any lines."""

from itertools import pairwise

import pytest
from pdf_files import FONT, HEIGHT, Sheets

from gxcheck.document import read
from gxcheck.document.model import Document, Paragraph, Table

XS = (80.0, 200.0, 300.0, 400.0, 500.0)
YS = (100.0, 130.0, 160.0, 190.0)
ROWS = (("信息内容", "制发", "废止", "有效"), ("规章", "1", "0", "11"), ("文件", "8", "26", "66"))


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def only_table(document: Document) -> Table:
    (table,) = document.tables
    return table


def rows(data: bytes) -> list[list[str]]:
    return texts(only_table(read(data)))


def test_lines() -> None:
    sheets = Sheets()
    sheets.grid(XS, YS, ROWS)
    table = only_table(read(sheets.bytes()))
    assert table.spans_known
    assert texts(table) == [list(row) for row in ROWS]
    cell = table.rows[1][2]
    assert (cell.row, cell.column, cell.location.page) == (1, 2, 1)
    assert cell.location.box == pytest.approx((300, 130, 400, 160), abs=0.2)


def test_boxes_and_thin_bars() -> None:
    boxes, bars = Sheets(), Sheets()
    for top, bottom in pairwise(YS):
        for left, right in pairwise(XS):
            boxes.rectangle(left, top, right, bottom)
            bars.rectangle(left, top, right, top + 0.5, fill=True)
            bars.rectangle(left, bottom, right, bottom + 0.5, fill=True)
            bars.rectangle(left, top, left + 0.5, bottom, fill=True)
            bars.rectangle(right, top, right + 0.5, bottom, fill=True)
    for sheets in (boxes, bars):
        sheets.grid(XS, YS, ROWS, ruled=False)
        assert rows(sheets.bytes()) == [list(row) for row in ROWS]


def test_dashed_lines() -> None:
    sheets = Sheets()
    for y in YS:
        for x in range(80, 500, 4):
            sheets.line(x, y, x + 2.5, y)
    for x in XS:
        for y in range(100, 190, 4):
            sheets.line(x, y, x, y + 2.5)
    sheets.grid(XS, YS, ROWS, ruled=False)
    assert rows(sheets.bytes()) == [list(row) for row in ROWS]


def test_dotted_lines() -> None:
    """Chromium draws each dot by itself."""
    sheets = Sheets()
    for y in YS:
        for x in range(int(XS[0]), int(XS[-1]), 2):
            sheets.rectangle(x, y, x + 0.8, y + 0.8, fill=True)
    for x in XS:
        for y in range(int(YS[0]), int(YS[-1]), 2):
            sheets.rectangle(x, y, x + 0.8, y + 0.8, fill=True)
    words = [["行政规章", "", "制发", ""], ["", "规范文件", "", "现行有效"], ["", "", "废止", ""]]
    sheets.grid(XS, YS, words, ruled=False)
    assert rows(sheets.bytes()) == words


@pytest.mark.parametrize(("side", "place"), [("row", 0), ("row", 3), ("column", 0), ("column", 4)])
def test_a_missing_border_is_drawn(side: str, place: int) -> None:
    sheets = Sheets()
    sheets.grid(XS, YS, ROWS, skip=lambda *border: border == (side, place))
    assert rows(sheets.bytes()) == [list(row) for row in ROWS]


def test_backgrounds_and_frames_are_no_tables() -> None:
    sheets = Sheets()
    sheets.canvas.setFillGray(0.9)
    for top, bottom in pairwise(YS):
        sheets.rectangle(80, top, 500, bottom, fill=True)
    sheets.canvas.setFillGray(0)
    sheets.rectangle(60, 60, 540, 700)
    sheets.prose(220, "框中的正文不是表格。")
    sheets.grid(XS, YS, ROWS)
    document = read(sheets.bytes())
    assert texts(only_table(document)) == [list(row) for row in ROWS]
    assert [p.text for p in document.paragraphs] == ["框中的正文不是表格。"]


def test_merged_cells() -> None:
    sheets = Sheets()
    xs = (80, 200, 300, 400, 500)
    ys = (100, 130, 160, 190)
    sheets.rectangle(80, 100, 500, 190)
    sheets.line(200, 100, 200, 190)
    sheets.line(200, 130, 400, 130)
    sheets.line(80, 160, 500, 160)
    sheets.line(300, 130, 300, 190)
    sheets.line(400, 100, 400, 190)
    for x, y, words in (
        (84, 135, "项目"),
        (204, 120, "法人或其他组织"),
        (204, 150, "企业"),
        (304, 150, "其他"),
        (404, 135, "总计"),
        (84, 180, "新收"),
        (204, 180, "1"),
        (304, 180, "2"),
        (404, 180, "3"),
    ):
        sheets.text(x, y, words)
    table = only_table(read(sheets.bytes()))
    spans = {
        c.text: (c.row, c.column, c.row_span, c.column_span) for row in table.rows for c in row
    }
    assert spans["项目"] == (0, 0, 2, 1)
    assert spans["法人或其他组织"] == (0, 1, 1, 2)
    assert spans["总计"] == (0, 3, 2, 1)
    assert spans["其他"] == (1, 2, 1, 1)
    assert [cell.text for cell in table.rows[2]] == ["新收", "1", "2", "3"]
    assert all(cell is not None for row in table.grid for cell in row)
    assert (len(xs), len(ys)) == (table.width + 1, len(table.rows) + 1)


def test_words_and_numbers_that_wrap_in_their_cells() -> None:
    sheets = Sheets()
    sheets.grid((80, 140, 188, 300), (100, 150), [("", "", "")])
    sheets.spread(84, 115, "行政处")
    sheets.spread(84, 130, "罚")
    sheets.text(142, 115, "39857")
    sheets.text(142, 130, "58")
    sheets.text(192, 115, "12")
    sheets.text(192, 130, "34")
    assert rows(sheets.bytes()) == [["行政处罚", "3985758", "12 34"]]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("700000", "00"), "70000000"),
        (("1", "2,00", "0"), "12,000"),
        (("12", "3,456"), "12 3,456"),
        (("7000", "00"), "7000 00"),
    ],
)
def test_a_number_that_fills_its_cell_or_lacks_digits_goes_on(lines, whole) -> None:
    """The cell has room for seven digits, less what is left free at its sides."""
    sheets = Sheets()
    sheets.grid((80, 124, 188, 300), (100, 160), [("", "", "")])
    sheets.text(142, 115, "5")
    sheets.font(8.5)
    for number, words in enumerate(lines):
        sheets.text(85, 115 + 15 * number, words)
    assert rows(sheets.bytes()) == [[whole, "5", ""]]


def test_a_number_too_wide_for_its_cell_stays_whole() -> None:
    sheets = Sheets()
    sheets.grid((80, 110, 140, 300), (100, 130), [("3985758", "", "2")])
    assert rows(sheets.bytes()) == [["3985758", "", "2"]]


def test_words_too_long_for_their_cell_stay_whole() -> None:
    sheets = Sheets()
    sheets.grid((80, 110, 140, 300), (100, 130), [("社会公益组织", "", "2")])
    assert rows(sheets.bytes()) == [["社会公益组织", "", "2"]]


def test_upright_words() -> None:
    sheets = Sheets()
    sheets.grid((80, 120, 300), (100, 250), [("", "1")])
    sheets.upright(90, 120, "三、本年度办理")
    assert rows(sheets.bytes()) == [["三、本年度办理", "1"]]
    sheets = Sheets()
    sheets.grid((80, 130, 300), (100, 300), [("", "1")])
    sheets.upright(108, 120, "三、本年度")
    sheets.upright(88, 120, "办理结果")
    assert rows(sheets.bytes()) == [["三、本年度办理结果", "1"]]


def cut(second: tuple[tuple[str, ...], ...], first: tuple[tuple[str, ...], ...]) -> Table:
    """A table whose `first` rows end one page and whose `second` rows begin the next."""
    sheets = Sheets()
    sheets.text(300, 40, "某市年度报告")
    sheets.grid(XS, [700 + 30 * place for place in range(len(first) + 1)], first)
    sheets.text(290, 815, "- 1 -")
    sheets.next_page()
    sheets.text(300, 40, "某市年度报告")
    sheets.grid(XS, [70 + 30 * place for place in range(len(second) + 1)], second)
    sheets.text(290, 815, "- 2 -")
    return only_table(read(sheets.bytes()))


def test_a_page_end_cuts_a_table() -> None:
    table = cut((("文件", "8", "26", "66"),), ROWS[:2])
    assert texts(table) == [list(row) for row in ROWS]
    assert [row[0].location.page for row in table.rows] == [1, 1, 2]
    assert [row[0].row for row in table.rows] == [0, 1, 2]


def test_a_repeated_header_is_there_once() -> None:
    assert texts(cut((ROWS[0], ROWS[2]), ROWS[:2])) == [list(row) for row in ROWS]


@pytest.mark.parametrize("word", ["续表", "（续表二）", "表二 申请情况（续）", "（接上页）"])
def test_a_line_that_tells_that_the_table_goes_on(word: str) -> None:
    sheets = Sheets()
    sheets.grid(XS, (720, 750, 780), (ROWS[0], ("行政规范", "8", "26", "66")))
    sheets.next_page()
    sheets.text(80, 60, word)
    sheets.grid(XS, (70, 100, 130), (("性文件", "", "", ""), ROWS[1]))
    assert rows(sheets.bytes())[1:] == [["行政规范性文件", "8", "26", "66"], list(ROWS[1])]


def test_a_page_end_cuts_a_row() -> None:
    first = (ROWS[0], ("行政规范", "8", "26", "66"))
    second = (("性文件", "", "", ""), ("规章", "1", "0", "11"))
    assert texts(cut(second, first)) == [
        list(ROWS[0]),
        ["行政规范性文件", "8", "26", "66"],
        ["规章", "1", "0", "11"],
    ]


def test_a_label_that_went_to_the_next_page_without_its_unit() -> None:
    first = (("文件", "件", "26", ""), ("", "次", "66", ""))
    assert texts(cut((("会议", "", "", ""),), first)) == [list(first[0]), ["会议", "次", "66", ""]]


def test_some_words_of_a_header_went_to_the_next_page() -> None:
    first = (ROWS[1], ("信息内容", "", "废止", "有效"))
    second = (("", "制发", "", ""), ROWS[2])
    assert texts(cut(second, first)) == [list(ROWS[1]), list(ROWS[0]), list(ROWS[2])]


def test_a_page_end_cuts_a_row_whose_cells_hold_blank_lines() -> None:
    first = (ROWS[0], ("规范性文件", "", "26", ""))
    second = (("", "8", "", "66"), ("规章", "1", "0", "11"))
    assert texts(cut(second, first))[1:] == [["规范性文件", "8", "26", "66"], list(second[1])]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        (("七、总计", "268", "39", "226"), ("", "5", "", "5"), ("七、总计", "2685", "39", "2265")),
        (
            ("3.要求提供公开出", "15", "7", "8"),
            ("版物", "8", "", ""),
            ("3.要求提供公开出版物", "158", "7", "8"),
        ),
        (("13", "21", "19", "51"), ("9", "0", "", "8"), ("139", "210", "19", "518")),
    ],
)
def test_a_page_end_cuts_numbers_that_wrap(first, second, whole) -> None:
    """A number that is cut short would be another number, and nobody would see it."""
    assert texts(cut((second,), (ROWS[0], first)))[1:] == [list(whole)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("规章", "1", "0", "11"), ("规范性文件", "8", "", "66")),
        (("（七）总计", "268", "39", "226"), ("四、结转", "5", "", "5")),
        (("1.政府公报", "268", "39", "226"), ("其中", "5", "6", "5")),
        (("维持", "纠正", "其他", "总计"), ("5", "6", "0", "11")),
        (("5", "6", "0", "11"), ("5", "6", "0", "11")),
        (("5", "6", "0", "8"), ("5", "6", "0", "8")),
    ],
)
def test_a_page_end_between_two_rows_joins_no_numbers(first, second) -> None:
    assert texts(cut((second,), (ROWS[0], first)))[1:] == [list(first), list(second)]


def test_a_page_end_cuts_no_numbered_row() -> None:
    first = (ROWS[0], ("一、新收", "", "", ""))
    second = (("二、结转", "", "", ""),)
    assert len(cut(second, first).rows) == 3


def test_other_columns_are_another_table() -> None:
    sheets = Sheets()
    sheets.grid(XS, (740, 770, 800), ROWS[:2])
    sheets.next_page()
    sheets.grid((80, 150, 500), (70, 100), [("规章", "1")])
    assert len(read(sheets.bytes()).tables) == 2


def test_a_subset_of_the_columns_goes_on() -> None:
    sheets = Sheets()
    sheets.grid(XS, (740, 770, 800), ROWS[:2])
    sheets.next_page()
    sheets.grid((80, 200, 500), (70, 100), [("许可", "447228")])
    table = only_table(read(sheets.bytes()))
    assert [(c.text, c.column, c.column_span) for c in table.rows[2]] == [
        ("许可", 0, 1),
        ("447228", 1, 3),
    ]


def test_text_between_parts_two_tables() -> None:
    sheets = Sheets()
    sheets.grid(XS, (740, 770, 800), ROWS[:2])
    sheets.next_page()
    y = sheets.prose(80, "以下是另一张表格。")
    sheets.grid(XS, (y, y + 30), [ROWS[2]])
    assert len(read(sheets.bytes()).tables) == 2


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_turned_pages_and_turned_content(degrees: int) -> None:
    by_page, by_content = Sheets(), Sheets()
    by_page.canvas.setPageRotation(degrees)
    by_page.grid(XS, [y + 300 for y in YS], ROWS)
    by_content.canvas.translate(300, 400)
    by_content.canvas.rotate(degrees)
    by_content.canvas.translate(-300, -600)
    by_content.grid(XS, YS, ROWS)
    for sheets in (by_page, by_content):
        table = only_table(read(sheets.bytes()))
        assert texts(table) == [list(row) for row in ROWS]
        box = table.location.box
        assert box is not None
        assert box[0] < box[2]
        assert box[1] < box[3]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_what_stands_on_turned_pages_keeps_its_order(degrees: int) -> None:
    sheets = Sheets()
    sheets.canvas.translate(300, 400)
    sheets.canvas.rotate(degrees)
    sheets.canvas.translate(-300, -600)
    sheets.text(80, 90, "一、主动公开情况")
    sheets.grid(XS, YS, ROWS)
    sheets.text(80, 210, "二、收到和处理申请情况")
    sheets.grid(XS, [y + 130 for y in YS], ROWS)
    kinds = [type(block) for block in read(sheets.bytes()).blocks]
    assert kinds == [Paragraph, Table, Paragraph, Table]


def test_a_turned_page_of_figures_that_stand_alone() -> None:
    sheets = Sheets()
    sheets.canvas.translate(300, 400)
    sheets.canvas.rotate(90)
    sheets.canvas.translate(-300, -600)
    rows = [[str(place)] * 6 for place in range(9)]
    xs = [float(80 + 60 * place) for place in range(7)]
    sheets.grid(xs, [float(100 + 50 * place) for place in range(10)], rows)
    assert texts(only_table(read(sheets.bytes()))) == rows


def test_tables_and_text_inside_forms() -> None:
    sheets = Sheets()
    canvas = sheets.canvas
    canvas.beginForm("table")
    canvas.setFont(FONT, 12)
    sheets.grid(XS, YS, ROWS)
    canvas.endForm()
    canvas.translate(30, -200)
    canvas.scale(0.8, 0.8)
    canvas.doForm("table")
    table = only_table(read(sheets.bytes()))
    assert texts(table) == [list(row) for row in ROWS]
    left, top = (HEIGHT - 100) * 0.8 - 200, 80 * 0.8 + 30
    assert table.location.box is not None
    assert table.location.box[:2] == pytest.approx((top, HEIGHT - left), abs=0.3)


def test_replacement_text_inside_forms() -> None:
    sheets = Sheets()
    canvas = sheets.canvas
    canvas.beginForm("table")
    canvas.setFont(FONT, 12)
    sheets.grid(XS, YS[:2], [("", "1", "2", "3")])
    canvas._code.append("/Span <</ActualText <FEFF4E8C>>> BDC")
    sheets.text(90, 120, "口")
    canvas._code.append("EMC")
    canvas.endForm()
    canvas.translate(40, -300)
    canvas.scale(0.7, 0.7)
    canvas.doForm("table")
    assert rows(sheets.bytes()) == [["二", "1", "2", "3"]]


def test_prose_stands_before_and_after() -> None:
    sheets = Sheets()
    sheets.prose(80, "二、主动公开政府信息情况", indent=0)
    sheets.grid(XS, YS, ROWS)
    sheets.prose(220, "三、收到和处理政府信息公开申请情况", indent=0)
    kinds = [type(block) for block in read(sheets.bytes()).blocks]
    assert kinds == [Paragraph, Table, Paragraph]


CUT = [
    ("（一）予以公开", "11"),
    ("（二）部分公开", "12"),
    ("（三）不予公开", "13"),
    ("（四）无法提供", "14"),
]


def test_a_merged_cell_that_is_not_drawn_on_the_next_page() -> None:
    sheets = Sheets()
    sheets.grid(
        (160, 300, 400), (700, 730, 760), [("（一）予以公开", "11"), ("（二）部分公开", "12")]
    )
    sheets.rectangle(80, 700, 160, 760)
    sheets.text(84, 730, "三、办理结果")
    sheets.next_page()
    sheets.grid(
        (160, 300, 400), (60, 90, 120), [("（三）不予公开", "13"), ("（四）无法提供", "14")]
    )
    (table,) = read(sheets.bytes()).tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["三、办理结果", "（一）予以公开", "11"],
        ["（二）部分公开", "12"],
        ["（三）不予公开", "13"],
        ["（四）无法提供", "14"],
    ]
    assert table.rows[0][0].row_span == 4
    assert all(row[-1].column == 2 for row in table.rows)


def test_a_header_cut_through_its_words() -> None:
    sheets = Sheets()
    xs = (80, 160, 240, 320, 400)
    sheets.grid(xs, (730, 760), [("结果维", "结果纠", "其他结", "尚未审")])
    sheets.next_page()
    sheets.grid(xs, (60, 90, 120), [("持", "正", "果", "结"), ("1", "2", "3", "4")])
    (table,) = read(sheets.bytes()).tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["结果维持", "结果纠正", "其他结果", "尚未审结"],
        ["1", "2", "3", "4"],
    ]


def test_an_amount_that_goes_on_in_the_next_line() -> None:
    sheets = Sheets()
    sheets.grid((80, 160, 225), (100, 150, 180), [("金额", ""), ("数量", "7")])
    sheets.text(163, 120, "18650423")
    sheets.text(163, 138, "98.07")
    (table,) = read(sheets.bytes()).tables
    assert table.rows[0][1].text == "1865042398.07"
