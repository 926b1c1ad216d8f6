"""Words that nobody sees, pale ones over others, and lines that are pictures."""

from io import BytesIO

import pytest
from pdf_files import HEIGHT, Sheets
from PIL import Image
from reportlab.lib.utils import ImageReader

from gxcheck.document import read

XS, YS = (80.0, 200.0, 300.0, 400.0), (100.0, 130.0, 160.0, 190.0)
ROWS = [["信息内容", "制发", "废止"], ["规章", "1", "26"], ["文件", "8", "66"]]
PALE = (0.85, 0.85, 0.85)


def rows(sheets: Sheets) -> list[list[str]]:
    (table,) = read(sheets.bytes()).tables
    return [[cell.text for cell in row] for row in table.rows]


def texts(sheets: Sheets) -> list[str]:
    return [block.text for block in read(sheets.bytes()).blocks]


def colored(sheets: Sheets, color: tuple[float, float, float], x: float, y: float, t: str) -> None:
    sheets.canvas.setFillColorRGB(*color)
    sheets.text(x, y, t)
    sheets.canvas.setFillColorRGB(0, 0, 0)


def unpainted(sheets: Sheets, x: float, y: float, text: str) -> None:
    layer = sheets.canvas.beginText()
    layer.setTextRenderMode(3)
    layer.setTextOrigin(x, HEIGHT - y)
    layer.textOut(text)
    sheets.canvas.drawText(layer)


def test_white_words_are_left_out() -> None:
    sheets = Sheets()
    sheets.grid(XS, YS, ROWS)
    colored(sheets, (1, 1, 1), 213, 149.2, "8")
    assert rows(sheets) == ROWS


def test_unpainted_words_are_left_out() -> None:
    sheets = Sheets()
    sheets.grid(XS, YS, ROWS)
    unpainted(sheets, 213, 149.2, "8")
    assert rows(sheets) == ROWS


def test_white_words_on_a_dark_ground_stay() -> None:
    sheets = Sheets()
    sheets.canvas.setFillColorRGB(0, 0.2, 0.6)
    sheets.rectangle(80, 100, 400, 130, fill=True)
    sheets.canvas.setFillColorRGB(0, 0, 0)
    sheets.grid(XS, YS, [["", "", ""], *ROWS[1:]])
    for x, word in zip(XS, ROWS[0], strict=False):
        colored(sheets, (1, 1, 1), x + 4, 119.2, word)
    assert rows(sheets) == ROWS


def test_what_is_all_unpainted_stays() -> None:
    sheets = Sheets()
    for place in range(4):
        unpainted(sheets, 80, 100 + 30 * place, f"文件全文公开{place}件。")
    assert texts(sheets) == [f"文件全文公开{place}件。" for place in range(4)]


@pytest.mark.parametrize("apart", [0.0, 0.4, 1.0])
@pytest.mark.parametrize("later", [True, False])
def test_an_edge_of_white_around_words(apart: float, later: bool) -> None:
    sheets = Sheets()
    words = ["全年公开", "文件", "1234", "11", "7"]
    for place, word in enumerate(words):
        y = 100 + 40 * place
        if not later:
            colored(sheets, (1, 1, 1), 80 - apart, y - apart, word)
        sheets.text(80, y, word)
    for place, word in enumerate(words if later else []):
        colored(sheets, (1, 1, 1), 80 - apart, 100 + 40 * place - apart, word)
    assert texts(sheets) == words


@pytest.mark.parametrize("cover", [0.0, 1.0])
def test_words_that_are_clear_and_printed_anew(cover: float) -> None:
    sheets = Sheets()
    words = ["不予公开其他", "文件", "1234", "11", "7"] * 4
    for alpha in (cover, 1.0):
        sheets.canvas.setFillAlpha(alpha)
        for place, word in enumerate(words):
            sheets.text(80, 100 + 30 * place, word)
    assert texts(sheets) == words


def test_pale_words_over_others_are_a_watermark_on_all_pages() -> None:
    sheets = Sheets()
    sheets.grid(XS, YS, ROWS)
    for page in range(2):
        for place, mark in enumerate("内部资料2024"):
            colored(sheets, PALE, 100 + 36 * place, 120 + 30 * place, mark)
        if not page:
            sheets.next_page()
    sheets.text(80, 700, "无。")
    data = read(sheets.bytes())
    assert [[cell.text for cell in row] for row in data.tables[0].rows] == ROWS
    assert [block.text for block in data.blocks[1:]] == ["无。"]


def test_pale_words_beside_others_stay() -> None:
    sheets = Sheets()
    sheets.grid(XS, YS, [ROWS[0], ["", "1", "26"], ROWS[2]])
    colored(sheets, PALE, 84, 149.2, "规章")
    assert rows(sheets) == ROWS


def test_lines_that_are_pictures() -> None:
    sheets = Sheets()
    file = BytesIO()
    Image.new("L", (1, 1), 0).save(file, "PNG")
    dot = ImageReader(file)
    for y in YS:
        sheets.canvas.drawImage(dot, XS[0], HEIGHT - y, XS[-1] - XS[0], 0.6)
    for x in XS:
        sheets.canvas.drawImage(dot, x, HEIGHT - YS[-1], 0.6, YS[-1] - YS[0])
    sheets.grid(XS, YS, ROWS, ruled=False)
    assert rows(sheets) == ROWS
