"""What is refused and what is noted: damage, passwords, scans, pictures, limits."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from pdf_files import HEIGHT, OTHER_FONT, WIDTH, Sheets, nameless
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from gxcheck.document import read
from gxcheck.document.limits import DEFAULT_LIMITS, Limits
from gxcheck.errors import ReadError

WORDS = "全年主动公开政府信息五千余条，制发行政规范性文件八件。"


def picture() -> ImageReader:
    file = BytesIO()
    Image.new("L", (40, 40), 128).save(file, "PNG")
    file.seek(0)
    return ImageReader(file)


def file(pages: int = 1, **options: object) -> bytes:
    sheets = Sheets(**options)
    for page in range(pages):
        if page:
            sheets.next_page()
        sheets.prose(100, WORDS)
    return sheets.bytes()


def scan(pages: int = 1) -> bytes:
    sheets = Sheets()
    for _ in range(pages):
        sheets.canvas.drawImage(picture(), 0, 0, WIDTH, HEIGHT)
        sheets.next_page()
    return sheets.bytes()


def blank() -> bytes:
    return Sheets().bytes()


def locked() -> bytes:
    return file(encrypt=StandardEncryption("word", canPrint=0))


def with_limit(**limits: int) -> Limits:
    return replace(DEFAULT_LIMITS, **limits)


@pytest.mark.parametrize(
    ("make", "limits", "words"),
    [
        (scan, DEFAULT_LIMITS, "OCR"),
        (blank, DEFAULT_LIMITS, "blank"),
        (locked, DEFAULT_LIMITS, "password"),
        (lambda: nameless(file(compressed=False)), DEFAULT_LIMITS, "font"),
        (lambda: file()[:-600], DEFAULT_LIMITS, "damaged"),
        (lambda: b"%PDF-1.7\n%%EOF\n", DEFAULT_LIMITS, "damaged"),
        (lambda: file(4), with_limit(pages=3), "more than 3 pages"),
        (lambda: file(4), with_limit(characters=20), "longer than 20 characters"),
        (lambda: file(4), with_limit(bytes=100), "larger than 100 bytes"),
        (lambda: file(4), with_limit(blocks=2), "more than 2 paragraphs"),
    ],
)
def test_refusals_say_what_to_do(make: Callable[[], bytes], limits: Limits, words: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(make(), limits=limits, name="年报.pdf")
    assert words in caught.value.english
    assert "年报.pdf" in str(caught.value)


@pytest.mark.parametrize(("more", "notes"), [(0, []), (3, [1])])
def test_characters_that_a_font_does_not_name_are_noted(more: int, notes: list[int]) -> None:
    sheets = Sheets(compressed=False)
    for place in range(20):
        sheets.text(80, 100 + 30 * place, "办理信息公开申请若干件")
    sheets.font(name=OTHER_FONT)
    sheets.text(80, 800, "第")
    sheets.text(300, 100, "文" * more)
    document = read(nameless(sheets.bytes()))
    assert [note.location.page for note in document.notes] == notes
    assert {note.key for note in document.notes} <= {"pdf_garbled_page"}


def test_an_owner_password_alone_does_not_matter() -> None:
    data = file(encrypt=StandardEncryption("", "owner"))
    assert [p.text for p in read(data).paragraphs] == [WORDS]


def test_damage_inside_a_stream_is_found() -> None:
    data = bytearray(file())
    data[data.index(b"stream") + 40] ^= 0x55
    with pytest.raises(ReadError, match="已损坏"):
        read(bytes(data))


def test_one_page_that_is_a_scan_is_noted() -> None:
    sheets = Sheets()
    sheets.prose(100, WORDS)
    sheets.next_page()
    sheets.canvas.drawImage(picture(), 0, 0, WIDTH, HEIGHT)
    sheets.next_page()
    sheets.prose(100, WORDS)
    document = read(sheets.bytes())
    assert [(note.key, note.location.page) for note in document.notes] == [
        ("pdf_page_without_text", 2)
    ]


def test_a_picture_as_wide_as_a_table_is_noted_with_its_place() -> None:
    sheets = Sheets()
    y = sheets.prose(100, "二、主动公开政府信息情况", indent=0)
    sheets.canvas.drawImage(picture(), 80, HEIGHT - y - 200, 430, 200)
    sheets.prose(y + 230, "三、收到和处理政府信息公开申请情况", indent=0)
    (note,) = read(sheets.bytes()).notes
    assert (note.key, note.location.block, note.location.page) == ("pdf_picture", 0, 1)
    assert note.location.box == pytest.approx((80, y, 510, y + 200), abs=0.2)


def test_seals_and_backgrounds_are_not_noted() -> None:
    sheets = Sheets()
    sheets.canvas.drawImage(picture(), 0, 0, WIDTH, HEIGHT)
    sheets.canvas.drawImage(picture(), 350, 300, 120, 120)
    sheets.prose(100, WORDS)
    assert not read(sheets.bytes()).notes
