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


@pytest.mark.parametrize("number", ["- 1 -", "—1—", "第 1 页 共 1 页", "1"])
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
    assert [p.normal for p in read(sheets.bytes()).paragraphs] == ["邮编:", "二十条行政"]


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
