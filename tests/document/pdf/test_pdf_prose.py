"""Running text: lines and pages joined, heads and page numbers told from it."""

import pytest
from pdf_files import LEFT, PITCH, RIGHT, Sheets
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

from gxcheck.document import read
from gxcheck.document.model import Document

SENTENCE = "全年主动公开政府信息五千余条，制发行政规范性文件八件，举办新闻发布会十二场。"
LONG = SENTENCE * 3


def body(document: Document) -> list[str]:
    return [p.text for p in document.paragraphs if p.role == "body"]


def test_lines_are_joined_and_paragraphs_kept() -> None:
    sheets = Sheets()
    y = sheets.prose(100, "一、总体情况")
    y = sheets.prose(y, LONG)
    sheets.prose(y, SENTENCE)
    document = read(sheets.bytes())
    assert body(document) == ["一、总体情况", LONG, SENTENCE]
    box = document.paragraphs[1].location.box
    assert box is not None
    assert box[0] == pytest.approx(LEFT, abs=1)
    assert box[3] - box[1] > 3 * PITCH


def test_ragged_lines_are_joined() -> None:
    """Not justified: lines end where the next word, or the marks that go with it, had no room."""
    full = int((RIGHT - LEFT) // 12)
    opening = ("根据条例规定，现公布本局去年的年度报告" * 3)[: full - 4]
    second = ("例》）第五十条要求，如有疑问请联系办公室" * 3)[: full - 5]
    sheets = Sheets()
    for _ in range(2):
        y = sheets.prose(100, LONG)
        sheets.spread(LEFT + 24, y, opening)
        sheets.spread(LEFT, y + PITCH, second)
        sheets.text(LEFT, y + 2 * PITCH, "0517-83605210，")
        sheets.spread(LEFT + 120, y + 2 * PITCH, "邮编如下。")
        sheets.prose(y + 3 * PITCH, LONG)
        sheets.next_page()
    joined = f"{opening}{second}0517-83605210，邮编如下。"
    assert [text.replace(" ", "") for text in body(read(sheets.bytes()))].count(joined) == 2


def test_a_heading_at_the_margin_after_a_full_line() -> None:
    full = int((RIGHT - LEFT) // 12)
    sheets = Sheets()
    y = sheets.prose(100, LONG)
    text = SENTENCE[: full - 3] + "。"
    y = sheets.prose(y, text)
    sheets.spread(LEFT, y, "（二）依申请公开情况")
    y = sheets.prose(y + PITCH, text)
    y = sheets.prose(y, f"（三）平台建设。{LONG}", indent=0)
    found = body(read(sheets.bytes()))
    assert found[1:3] == [text, "（二）依申请公开情况"]
    assert found[3] == f"{text}（三）平台建设。{LONG}"


def test_a_date_below_a_signature_is_a_line_of_its_own() -> None:
    sheets = Sheets()
    sheets.prose(100, LONG)
    sheets.spread(RIGHT - 9 * 12, 200, "某某县生态环境局县")
    sheets.text(RIGHT - 9 * 12, 224, "2024年1月16日")
    assert body(read(sheets.bytes()))[1:] == ["某某县生态环境局县", "2024年1月16日"]


def test_words_at_the_right_end_a_paragraph() -> None:
    sheets = Sheets()
    y = sheets.prose(100, LONG)
    sheets.spread(RIGHT - 9 * 12, y + PITCH, "二〇二四年一月十日")
    sheets.spread(LEFT, y + 2 * PITCH, "附件")
    assert body(read(sheets.bytes()))[1:] == ["二〇二四年一月十日", "附件"]


def test_a_page_may_have_margins_of_its_own() -> None:
    """Seen by lines that go on at its left, though it has not many."""
    sheets = Sheets()
    for _ in range(3):
        sheets.prose(100, LONG * 4)
        sheets.next_page()
    y = 100.0
    for number in range(4):
        for place, line in enumerate((LONG[:30], LONG[30:55])):
            sheets.spread(LEFT + 15 + (24 if place == 0 else 0), y, line + str(number) * place)
            y += PITCH
    assert body(read(sheets.bytes()))[-4:] == [LONG[:55] + str(n) for n in range(4)]


@pytest.mark.parametrize("raised", [4.0, 8.0])
def test_marks_of_notes_are_no_part_of_the_text(raised: float) -> None:
    sheets = Sheets()
    sheets.spread(LEFT, 100, "全年公开信息")
    sheets.text(LEFT + 80, 100, "58")
    sheets.spread(LEFT + 96, 100, "条")
    for x, mark in ((LEFT + 94, "1"), (LEFT + 109, "23")):
        sheets.font(7)
        sheets.text(x, 100 - raised, mark)
    assert [text.replace(" ", "") for text in body(read(sheets.bytes()))] == ["全年公开信息58条"]


def test_slanting_words_are_a_watermark() -> None:
    sheets = Sheets()
    sheets.grid((80, 200, 300, 400), (300, 330, 360), [("规章", "1", "2"), ("文件", "3", "4")])
    sheets.prose(100, SENTENCE)
    sheets.canvas.saveState()
    sheets.canvas.translate(150, 400)
    sheets.canvas.rotate(30)
    for place, mark in enumerate("内部资料请勿外传内部资料请勿外传"):
        sheets.canvas.drawString(20 * place, 0, mark)
    sheets.canvas.restoreState()
    document = read(sheets.bytes())
    assert body(document) == [SENTENCE]
    (table,) = document.tables
    assert [[cell.text for cell in row if cell.text] for row in table.rows] == [
        ["规章", "1", "2"],
        ["文件", "3", "4"],
    ]


def test_a_paragraph_goes_over_the_page_end() -> None:
    sheets = Sheets()
    lines = 60
    text = (SENTENCE * 60)[: int((RIGHT - LEFT) // sheets.size) * lines - 2]
    most = int((RIGHT - LEFT) // sheets.size)
    padded = "　　" + text
    pages = [padded[: most * 28], padded[most * 28 : most * 56], padded[most * 56 :]]
    for number, part in enumerate(pages, 1):
        sheets.text(250, 50, "某市人民政府年度报告")
        sheets.prose(90, part.lstrip("　"), indent=2 if number == 1 else 0)
        sheets.text(290, 800, str(number))
        if number < len(pages):
            sheets.next_page()
    document = read(sheets.bytes())
    assert body(document) == [text]
    roles = [(p.text, p.role) for p in document.paragraphs if p.role != "body"]
    assert roles.count(("某市人民政府年度报告", "header")) == 3
    assert [text for text, role in roles if role == "footer"] == ["1", "2", "3"]


NUMBERS = [
    "- 1 -",
    "—1—",
    "第 1 页 共 1 页",
    "1",
    "1/8",
    "第一页",
    "共 8 页，第 1 页",
    "Page 1 of 8",
]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_page_number_of_a_single_page(number: str) -> None:
    sheets = Sheets()
    sheets.prose(100, SENTENCE)
    sheets.text(290, 810, number)
    document = read(sheets.bytes())
    assert body(document) == [SENTENCE]
    footers = [p.text.replace(" ", "") for p in document.paragraphs if p.role == "footer"]
    assert footers == [number.replace(" ", "")]


def test_a_number_in_the_text_is_no_page_number() -> None:
    sheets = Sheets()
    sheets.prose(100, SENTENCE)
    sheets.text(290, 400, "12")
    assert body(read(sheets.bytes())) == [SENTENCE, "12"]


def test_a_wide_gap_parts_paragraphs_that_are_not_set_in() -> None:
    sheets = Sheets()
    y = sheets.prose(100, SENTENCE[:36] + SENTENCE[:36], indent=0)
    sheets.prose(y + PITCH, SENTENCE, indent=0)
    assert body(read(sheets.bytes())) == [SENTENCE[:36] + SENTENCE[:36], SENTENCE]


def test_a_title_of_another_size_is_a_paragraph_of_its_own() -> None:
    sheets = Sheets()
    sheets.font(22)
    sheets.spread(180, 80, "某市人民政府")
    sheets.spread(120, 115, "政府信息公开年度报告")
    sheets.font()
    sheets.prose(160, LONG)
    assert body(read(sheets.bytes())) == ["某市人民政府", "政府信息公开年度报告", LONG]


def test_latin_words_do_not_run_together() -> None:
    sheets = Sheets()
    sheets.text(100, 100, "联系 gov mail，电话 0517-83605210，共 3119 件")
    (paragraph,) = read(sheets.bytes()).paragraphs
    assert paragraph.normal == "联系gov mail,电话0517-83605210,共3119件"


def test_letters_set_apart_and_radicals() -> None:
    sheets = Sheets()
    sheets.spread(100, 100, "邮编：", pitch=24)
    sheets.text(100, 140, "⼆⼗条⾏政")
    sheets.text(100, 180, "\uf9d1、2024\uf98e")
    found = [p.normal for p in read(sheets.bytes()).paragraphs]
    assert found == ["邮编:", "二十条行政", "六、2024年"]


def test_fonts_that_are_not_brought_along() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    sheets = Sheets()
    sheets.canvas.setFont("STSong-Light", 12)
    sheets.spread(100, 100, "行政许可共3件无")
    assert body(read(sheets.bytes())) == ["行政许可共3件无"]


def test_bold_by_printing_twice_is_read_once() -> None:
    sheets = Sheets()
    for shift in (0, 0.4):
        sheets.text(100 + shift, 100, "一一、总体情况11")
    assert body(read(sheets.bytes())) == ["一一、总体情况11"]
