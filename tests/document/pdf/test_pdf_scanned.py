"""Scans whose words were recognised: the lines of their tables are in the picture alone."""

from io import BytesIO
from math import cos, radians, sin

import pytest
from pdf_files import HEIGHT, WIDTH, Sheets
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader

from gxcheck.document import read
from gxcheck.document.model import Paragraph, Table

SCALE = 2
XS, YS = [80.0, 240.0, 330.0, 420.0, 510.0], [200.0, 222.0, 244.0, 266.0]
ROWS = [
    ("信息内容", "本年制发件数", "", "其他"),
    ("规章", "6", "48", "12"),
    ("其他", "5", "137", "9"),
]
PROSE = (
    "全年主动公开政府信息两千余条，办理申请若干件，均在规定的期限内答复。",
    "公开专栏按季度检查，栏目更新及时，内容准确。",
    "工作人员参加业务培训两次，答复文书由专人校对。",
)


def scan(
    angle: float = 0.0, shift: float = 0.0, skip: int | None = None, paper: int = 255
) -> bytes:
    """A page whose lines are in its picture, turned by `angle` degrees with its hidden words."""
    picture = Image.new("L", (round(WIDTH * SCALE), round(HEIGHT * SCALE)), paper)
    draw = ImageDraw.Draw(picture)
    for y in YS:
        draw.line([(XS[0] * SCALE, y * SCALE), (XS[-1] * SCALE, y * SCALE)], 60, 2)
    for place, x in enumerate(XS):
        if place != skip:
            draw.line([(x * SCALE, YS[0] * SCALE), (x * SCALE, YS[-1] * SCALE)], 60, 2)
    file = BytesIO()
    picture.rotate(angle, fillcolor=paper, resample=Image.Resampling.BICUBIC).save(file, "JPEG")
    sheets = Sheets()
    sheets.canvas.drawImage(ImageReader(file), 0, 0, WIDTH, HEIGHT)
    for line, text in enumerate(PROSE):
        words(sheets, 80.0, 90.0 + 24 * line, text, angle)
    for y, row in zip(YS, ROWS, strict=False):
        for x, text in zip(XS, row, strict=False):
            words(sheets, x + 6 + shift, y + 15, text, angle)
    return sheets.bytes()


def words(sheets: Sheets, x: float, y: float, text: str, angle: float) -> None:
    turn = radians(angle)
    across, up = x - WIDTH / 2, HEIGHT / 2 - y
    layer = sheets.canvas.beginText()
    layer.setTextRenderMode(3)
    layer.setTextTransform(
        cos(turn),
        sin(turn),
        -sin(turn),
        cos(turn),
        WIDTH / 2 + across * cos(turn) - up * sin(turn),
        HEIGHT / 2 + across * sin(turn) + up * cos(turn),
    )
    layer.textOut(text)
    sheets.canvas.drawText(layer)


def tables(data: bytes) -> list[list[tuple[str, ...]]]:
    found = [block for block in read(data).blocks if isinstance(block, Table)]
    return [[tuple(cell.text for cell in row) for row in table.rows] for table in found]


@pytest.mark.parametrize("angle", [0.0, 0.4, -0.7, 1.2])
def test_a_page_that_lies_askew(angle: float) -> None:
    data = scan(angle)
    assert tables(data) == [ROWS]
    prose = [block.text for block in read(data).blocks if isinstance(block, Paragraph)]
    assert "".join(prose) == "".join(PROSE)


def test_paper_that_is_grey() -> None:
    assert tables(scan(paper=170)) == [ROWS]


def test_a_cell_that_no_line_parts_is_merged() -> None:
    """Blank cells and merged ones are told apart by the picture."""
    (table,) = tables(scan(skip=2))
    assert [len(row) for row in table] == [3, 3, 3]


def test_words_that_do_not_fit_the_lines_are_told() -> None:
    """No number is put into a cell that it may not belong to."""
    data = scan(shift=-8.5)
    assert tables(data) == []
    assert [note.key for note in read(data).notes] == ["pdf_misplaced_words"]
