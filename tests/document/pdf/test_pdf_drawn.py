"""Tables drawn in unusual ways, and words that are printed over others or turned."""

import pytest
from pdf_files import RIGHT, Sheets

from gxcheck.document import read
from gxcheck.report.front.signature import read_signature

XS = (80.0, 200.0, 300.0, 400.0, 500.0)
YS = (100.0, 130.0, 160.0, 190.0)
ROWS = [["信息内容", "制发", "废止", "有效"], ["规章", "1", "0", "11"], ["文件", "8", "26", "66"]]
CELLS = [(XS[x], YS[y], XS[x + 1], YS[y + 1]) for y in range(3) for x in range(4)]


def rows(sheets: Sheets) -> list[list[str]]:
    (table,) = read(sheets.bytes()).tables
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize("ground", [False, True])
def test_filled_cells_with_gaps_between_them(ground: bool) -> None:
    sheets = Sheets()
    if ground:
        sheets.rectangle(80, 100, 500, 190, fill=True)
    sheets.canvas.setFillGray(0.95)
    for left, top, right, bottom in CELLS:
        sheets.rectangle(left + 0.5, top + 0.5, right - 0.5, bottom - 0.5, fill=True)
    sheets.canvas.setFillGray(0)
    sheets.grid(XS, YS, ROWS, ruled=False)
    assert rows(sheets) == ROWS


def test_cells_whose_border_is_a_rectangle_with_a_hole() -> None:
    sheets = Sheets()
    for left, _, right, bottom in CELLS:
        path = sheets.canvas.beginPath()
        for edge in (1, 2):
            path.rect(left + edge, 842 - bottom + edge, right - left - 2 * edge, 30 - 2 * edge)
        sheets.canvas.drawPath(path, stroke=0, fill=1, fillMode=0)
    sheets.grid(
        XS, YS, [["", "1", "", "3"], ["规章", "", "0", "11"], ["文件", "8", "26", ""]], False
    )
    assert rows(sheets) == [["", "1", "", "3"], ["规章", "", "0", "11"], ["文件", "8", "26", ""]]


def test_turned_words_of_a_header() -> None:
    sheets = Sheets()
    sheets.grid((80, 140, 300), (100, 200, 230), [("", "年"), ("1", "2")])
    for place, words in enumerate(("社会公益", "组织")):
        sheets.canvas.saveState()
        sheets.canvas.translate(100 + 15 * place, 842 - 190)
        sheets.canvas.rotate(90)
        sheets.canvas.drawString(0, 0, words)
        sheets.canvas.restoreState()
    assert rows(sheets) == [["社会公益组织", "年"], ["1", "2"]]


def test_turned_words_that_are_too_long_for_their_cell() -> None:
    sheets = Sheets()
    sheets.grid((80, 140, 300), (100, 130, 180, 230), [("法人组织", "年"), ("", ""), ("1", "2")])
    sheets.canvas.saveState()
    sheets.canvas.translate(115, 842 - 175)
    sheets.canvas.rotate(90)
    sheets.canvas.drawString(0, 0, "社会公益组织")
    sheets.canvas.restoreState()
    assert rows(sheets) == [["法人组织", "年"], ["社会公益组织", ""], ["1", "2"]]


def test_large_level_words_over_a_table_are_a_watermark() -> None:
    sheets = Sheets()
    sheets.grid(XS, YS, ROWS)
    sheets.font(50)
    sheets.text(180, 170, "内部资料")
    assert rows(sheets) == ROWS


def test_level_lines_part_rows_whose_labels_wrap() -> None:
    sheets = Sheets()
    for y in (100, 130, 170, 210):
        sheets.line(80, y, 500, y)
    for x, words in zip((300, 400), ("制发", "有效"), strict=True):
        sheets.text(x, 120, words)
    for top, label, figures in ((130, "规章", "12"), (170, "文件", "34")):
        sheets.text(100, top + 15, f"{label}其余")
        sheets.text(100, top + 31, "各类")
        for x, figure in zip((300, 400), figures, strict=True):
            sheets.text(x, top + 15, figure)
    assert rows(sheets) == [
        ["制发", "有效"],
        ["规章其余各类", "1", "2"],
        ["文件其余各类", "3", "4"],
    ]


def test_a_blank_row_at_a_page_end_stays_a_row() -> None:
    sheets = Sheets()
    sheets.grid((80, 300, 500), (700, 730, 760), [("内容", "数量"), ("行政许可", "")])
    sheets.next_page()
    sheets.grid((80, 300, 500), (60, 90, 120), [("行政处罚", ""), ("行政强制", "3")])
    assert rows(sheets)[1:] == [["行政许可", ""], ["行政处罚", ""], ["行政强制", "3"]]


def test_figures_set_apart_are_one_number() -> None:
    sheets = Sheets()
    sheets.grid((80, 200, 300), (100, 130), [("", "")])
    sheets.spread(84, 120, "数量")
    sheets.spread(210, 120, "273", pitch=10)
    assert rows(sheets) == [["数量", "273"]]


def test_an_address_that_a_line_end_cuts() -> None:
    sheets = Sheets()
    full = "根据条例规定现公布本局去年的年度报告网址"
    for y in (80, 104):
        sheets.spread(80, y, (full * 2)[:36])
    sheets.spread(80, 128, full[:18])
    sheets.spread(80 + 18 * 12, 128, "http://www.qianwei", pitch=12)
    sheets.text(80, 152, "xian.gov.cn。")
    assert "http://www.qianweixian.gov.cn" in read(sheets.bytes()).paragraphs[0].text.replace(
        " ", ""
    )


def test_a_title_like_the_signature_is_no_running_head() -> None:
    sheets = Sheets()
    sheets.font(20)
    sheets.text(180, 60, "临江市民政局")
    sheets.font()
    sheets.prose(120, "全年公开信息五条。")
    sheets.next_page()
    sheets.text(RIGHT - 80, 60, "临江市民政局")
    assert {p.role for p in read(sheets.bytes()).paragraphs} == {"body"}


def test_two_lines_alike_on_pages_apart_are_no_running_heads() -> None:
    sheets = Sheets()
    for page in range(4):
        sheets.text(180, 60, "临江市民政局" if page in (0, 3) else "一、总体情况")
        sheets.prose(120, f"全年公开信息{page}条。")
        sheets.next_page()
    assert {p.role for p in read(sheets.bytes()).paragraphs if "民政" in p.text} == {"body"}


def test_a_head_of_even_pages_is_a_running_head() -> None:
    sheets = Sheets()
    for page in range(1, 5):
        if page % 2 == 0:
            sheets.text(180, 40, "临江市民政局")
        sheets.prose(120, f"全年公开信息{page}条。")
        sheets.next_page()
    assert {p.role for p in read(sheets.bytes()).paragraphs if "民政" in p.text} == {"header"}


def test_a_signature_whose_date_is_on_the_next_page() -> None:
    sheets = Sheets()
    for page in (1, 2):
        sheets.text(200, 40, "政府信息公开年度报告")
        sheets.text(400, 300, "临江市民政局" if page == 1 else "2024年1月16日")
        sheets.text(290, 815, f"- {page} -")
        sheets.next_page()
    signature = read_signature(read(sheets.bytes()).blocks)
    assert signature.organ is not None
    assert signature.date is not None


def test_a_header_row_at_a_page_end_takes_no_blank_row() -> None:
    sheets = Sheets()
    sheets.grid((80, 300, 500), (730, 760), [("信息内容", "收费金额")])
    sheets.next_page()
    sheets.grid((80, 300, 500), (60, 90, 120), [("行政事业性收费", ""), ("采购", "3")])
    assert rows(sheets) == [["信息内容", "收费金额"], ["行政事业性收费", ""], ["采购", "3"]]


def test_a_header_cut_inside_its_words_beside_a_merged_cell() -> None:
    sheets = Sheets()
    for x in (80, 200, 320, 440):
        sheets.line(x, 700, x, 760)
    for y, left in ((700, 80), (730, 200), (760, 80)):
        sheets.line(left, y, 440, y)
    for x, y, words in ((90, 735, "行政复议"), (205, 720, "行政诉讼"), (325, 720, "其余")):
        sheets.text(x, y, words)
    sheets.text(205, 750, "未经复议")
    sheets.text(325, 750, "复议")
    sheets.next_page()
    xs = (80, 200, 320, 440)
    sheets.grid(xs, (60, 90, 120), [("", "直接起诉", "后起诉"), ("1", "2", "3")])
    assert rows(sheets)[1:] == [["未经复议直接起诉", "复议后起诉"], ["1", "2", "3"]]
