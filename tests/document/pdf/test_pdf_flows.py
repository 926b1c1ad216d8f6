"""Tables without ruling lines that page ends cut: in a row, in a label, below a header."""

import pytest
from pdf_files import Sheets

from gxcheck.document import read

XS = (220.0, 290.0, 360.0, 430.0)
HEADER = ["制发", "废止", "有效", "公开"]
ROWS = [["规章", "1", "0", "11", "3"], ["文件", "8", "26", "66", "7"], ["其他", "5", "2", "9", "4"]]
FOOT = 780.0
HEAD = 70.0


def line(sheets: Sheets, y: float, label: str, figures: list[str]) -> None:
    sheets.text(60, y, label)
    for x, figure in zip(XS, figures, strict=False):
        sheets.text(x, y, figure)


def rows(sheets: Sheets) -> list[list[str]]:
    (table,) = read(sheets.bytes()).tables
    return [[cell.text for cell in row] for row in table.rows]


def begun(last: float) -> Sheets:
    """A page that ends with a header and two rows, the last of them at a height."""
    sheets = Sheets()
    sheets.font(10)
    line(sheets, last - 40, "", HEADER)
    line(sheets, last - 20, ROWS[0][0], ROWS[0][1:])
    line(sheets, last, ROWS[1][0], ROWS[1][1:])
    return sheets


def test_the_end_of_a_label_is_on_the_next_page() -> None:
    sheets = begun(FOOT)
    sheets.next_page()
    sheets.text(60, HEAD, "（不含内部文件）")
    line(sheets, HEAD + 20, ROWS[2][0], ROWS[2][1:])
    assert rows(sheets) == [
        HEADER,
        ROWS[0],
        ["文件（不含内部文件）", *ROWS[1][1:]],
        ROWS[2],
    ]


def test_the_end_of_a_label_is_a_row_of_the_next_page_by_itself() -> None:
    sheets = begun(FOOT)
    sheets.next_page()
    sheets.font(10)
    sheets.text(60, HEAD, "（不含内部文件）")
    sheets.text(60, HEAD + 14, "（不含草案）")
    for place in (1, 2, 3):
        line(sheets, HEAD + 14 + 20 * place, ROWS[2][0], ROWS[2][1:])
    assert [row[0] for row in rows(sheets)[2:]] == [
        "文件（不含内部文件）（不含草案）",
        *["其他"] * 3,
    ]


def test_the_label_of_a_group_goes_on_beside_the_rows_of_the_next_page() -> None:
    sheets = begun(FOOT - 20)
    sheets.text(60, FOOT, "（三）不予")
    shown = [("公开", "2.商业秘密"), *[("", "3.个人隐私")] * 4]
    line(sheets, FOOT, "", ROWS[2][1:])
    sheets.text(130, FOOT, "1.国家秘密")
    sheets.next_page()
    sheets.font(10)
    for place, (group, label) in enumerate(shown):
        line(sheets, HEAD + 20 * place, group, ROWS[2][1:])
        sheets.text(130, HEAD + 20 * place, label)
    assert [row[:2] for row in rows(sheets)[3:]] == [
        ["（三）不予公开", "1.国家秘密"],
        *[[label, "5"] for _, label in shown],
    ]


def test_the_whole_label_of_a_row_is_on_the_next_page() -> None:
    sheets = begun(FOOT - 20)
    line(sheets, FOOT, "", ROWS[2][1:])
    sheets.next_page()
    sheets.font(10)
    sheets.text(60, HEAD, "1.纪要")
    line(sheets, HEAD + 20, "2.总计", ["14", "28", "86", "14"])
    assert rows(sheets)[-2:] == [["1.纪要", *ROWS[2][1:]], ["2.总计", "14", "28", "86", "14"]]


def test_the_beginning_of_a_label_is_on_the_page_before() -> None:
    sheets = begun(FOOT - 20)
    sheets.text(60, FOOT, "3.其他文件和会议")
    sheets.next_page()
    line(sheets, HEAD, "纪要", ROWS[2][1:])
    assert rows(sheets)[-1] == ["3.其他文件和会议纪要", *ROWS[2][1:]]


def test_a_header_is_alone_at_the_end_of_a_page() -> None:
    sheets = Sheets()
    sheets.font(10)
    line(sheets, FOOT, "信息内容", HEADER)
    sheets.next_page()
    for place, (label, *figures) in enumerate(ROWS):
        line(sheets, HEAD + 20 * place, label, figures)
    assert rows(sheets) == [["信息内容", *HEADER], *ROWS]


def test_each_cell_is_on_its_own_page() -> None:
    sheets = begun(FOOT)
    sheets.next_page()
    line(sheets, HEAD, ROWS[2][0], ROWS[2][1:])
    (table,) = read(sheets.bytes()).tables
    assert [[cell.location.page for cell in row] for row in table.rows] == [
        [1] * 4,
        [1] * 5,
        [1] * 5,
        [2] * 5,
    ]
    box = table.rows[-1][0].location.box
    assert box is not None
    assert HEAD - 12 < box[1] < box[3] < HEAD + 6
    assert table.location.page == 1


@pytest.mark.parametrize("turned", [False, True])
def test_three_pages(turned: bool) -> None:
    sheets = Sheets()
    for page in range(3):
        if page:
            sheets.next_page()
        if turned:
            sheets.canvas.setPageRotation(180)
        sheets.font(10)
        sheets.text(270, 20, "年度报告")
        if not page:
            line(sheets, HEAD - 20, "信息内容", HEADER)
        for place in range(18):
            line(sheets, HEAD + 40 * place, f"文件{page * 18 + place}", ["1", "2", "3", "4"])
        sheets.text(290, 815, f"- {page + 1} -")
    found = rows(sheets)
    assert found[1:] == [[f"文件{n}", "1", "2", "3", "4"] for n in range(54)]


def test_prose_on_the_next_page_is_no_part() -> None:
    sheets = begun(FOOT)
    sheets.next_page()
    sheets.text(60, HEAD, "以上各项由各科室报送，政务公开办公室汇总后核对一遍。")
    document = read(sheets.bytes())
    assert len(document.tables[0].rows) == 3
    assert [block.text[:4] for block in document.paragraphs] == ["以上各项"]


def test_another_table_on_the_next_page_keeps_its_labels() -> None:
    sheets = begun(FOOT)
    sheets.next_page()
    sheets.text(60, HEAD, "收到和处理申请情况")
    for place, words in enumerate(["自然人", "企业", "总计"]):
        sheets.text(330 + 60 * place, HEAD + 20, words)
    for number, y in ((1, HEAD + 40), (2, HEAD + 84)):
        sheets.text(60, y, f"{number}.申请人没有正当理由逾期不补正的各类申请")
        for place in range(3):
            sheets.text(330 + 60 * place, y + 7, f"{number}{place}")
        sheets.text(60, y + 14, "件数")
    found = [row for table in read(sheets.bytes()).tables for row in table.rows]
    shown = [[cell.text for cell in row if cell.text] for row in found]
    assert [row for row in shown if "申请人" in row[0]] == [
        [f"{n}.申请人没有正当理由逾期不补正的各类申请件数", f"{n}0", f"{n}1", f"{n}2"]
        for n in (1, 2)
    ]


def test_the_label_of_a_group_that_is_centred_beside_its_rows() -> None:
    sheets = Sheets()
    sheets.font(10)
    line(sheets, 100, "", HEADER)
    for place, (group, label) in enumerate(
        [("（三）不予", "1.国家秘密"), ("公开", "2.商业秘密"), *[("", "3.内部信息")] * 3]
    ):
        sheets.text(60 + 5 * (5 - len(group)), 120 + 20 * place, group)
        sheets.text(140, 120 + 20 * place, label)
        for x in XS:
            sheets.text(x, 120 + 20 * place, "7")
    assert [row[0] for row in rows(sheets)[1:]] == [
        "（三）不予公开",
        "2.商业秘密",
        *["3.内部信息"] * 3,
    ]


def test_figures_beside_the_first_line_of_their_labels() -> None:
    sheets = Sheets()
    sheets.font(10)
    line(sheets, 100, "信息内容", HEADER)
    y = 120.0
    for number in range(3):
        line(sheets, y, "申请人逾期未按照收费通知的", ["5", "6", "7", "8"])
        for more in ("要求缴纳各项费用、行政机关", "不再处理其申请的"):
            y += 14
            sheets.text(60, y, more)
        y += 20 + number
    label = "申请人逾期未按照收费通知的要求缴纳各项费用、行政机关不再处理其申请的"
    assert rows(sheets)[1:] == [[label, "5", "6", "7", "8"]] * 3


def test_a_short_label_without_figures_is_a_row_of_its_own() -> None:
    sheets = Sheets()
    sheets.font(10)
    line(sheets, 100, "信息内容", HEADER)
    shown = [("其他对外管理服务事项", ["5", "6", "7", "8"]), ("处罚", ["1"] * 4), ("强制", [])]
    for place, (label, figures) in enumerate(shown):
        line(sheets, 115 + 14 * place, label, figures)
    assert [row[0] for row in rows(sheets)[1:]] == ["其他对外管理服务事项", "处罚", "强制"]


def test_lines_at_a_page_end_part_no_row() -> None:
    sheets = Sheets()
    sheets.font(10)
    line(sheets, FOOT - 50, "信息内容", HEADER)
    for y in (FOOT - 65, FOOT - 45, FOOT - 25, FOOT + 5):
        sheets.line(50, y, 500, y)
    line(sheets, FOOT - 30, ROWS[0][0], ROWS[0][1:])
    sheets.text(60, FOOT, "其他文件")
    sheets.next_page()
    sheets.font(10)
    for y in (HEAD - 15, HEAD + 5, HEAD + 25):
        sheets.line(50, y, 500, y)
    line(sheets, HEAD, "和会议", ROWS[1][1:])
    line(sheets, HEAD + 20, ROWS[2][0], ROWS[2][1:])
    assert rows(sheets)[1:] == [ROWS[0], ["其他文件和会议", *ROWS[1][1:]], ROWS[2]]
