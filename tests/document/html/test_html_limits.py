"""What no page may do: crash, hang, fill memory. It is read, or refused with words."""

import random
import time

import pytest
from web_pages import PAGES, framed
from web_reports import report

from gxcheck import ReadError
from gxcheck.document import Limits, read
from gxcheck.document.model import Document

ROUNDS = 320
SMALL = "<p>一、总体情况，如下。</p><table><tr><td>甲<td>1</table>"

MENU = f"<ul><li><a href='/{'a' * 400}'>甲</a></li></ul>"


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The data cut off, with bits flipped, with a piece left out, doubled or moved, or foreign."""
    kind = chance.randrange(6)
    at, size = chance.randrange(len(data)), chance.choice((1, 2, 16, 512, 4096))
    if kind == 0:
        return data[:at]
    if kind == 1:
        changed = bytearray(data)
        for _ in range(chance.choice((1, 3, 30))):
            changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        return bytes(changed)
    if kind == 2:
        return data[:at] + data[at + size :]
    if kind == 3:
        return data[: at + size] + data[at:]
    if kind == 4:
        to = chance.randrange(len(data))
        return data[:to] + data[at : at + size] + data[to:]
    signs = b"<>&\"'/=\x00\xff\xf3\xb0\x80\x81-!;#x"
    return data[:at] + bytes(chance.choices(signs, k=size % 40 + 1)) + data[at:]


def read_or_refused(data: bytes) -> Document | None:
    """The document of a page, whose tables have grids; None where it is refused."""
    try:
        document = read(data)
    except ReadError:
        return None
    return document if all(table.grid for table in document.tables) else None


def test_damaged_pages_are_read_or_refused():
    names = ("trs", "jcms", "word", "entities", "archive", "heads_and_spans", "hidden", "one_table")
    pages = [PAGES[name](report(edition)) for name in names for edition in (2019, 2021)]
    chance = random.Random(20240118)
    documents = [read_or_refused(mutated(pages[n % len(pages)], chance)) for n in range(ROUNDS)]
    assert sum(document is not None for document in documents) > ROUNDS // 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<div>" * 100_000 + "一、总体情况", "嵌套"),
        ("<table><tr><td>" * 50_000 + "1", "嵌套"),
        ("<p>" + "<b>x</b>" * 300_000, "标签太多"),
        ("<div " + " ".join(f"a{n}=1" for n in range(100_000)) + ">一、", "标签太多"),
        ("<div " + "/".join(f"a{n}" for n in range(100_000)) + ">一、", "标签太多"),
        ("<table>" + "<tr><td colspan=1000>1" * 12_000, "单元格"),
        ("<table>" + "<tr><td rowspan=60000 colspan=1000>1" * 3_000, "单元格"),
        ("<html><head><title>x</title></head><body><script>1</script></body></html>", "没有正文"),
        ("<!-- 只有注释 -->", "没有正文"),
        ("<!doctype html>", "没有正文"),
        ("<html><body><img src=1.png><iframe src=a.pdf></iframe></body></html>", "没有正文"),
        ("MIME-Version: 1.0\nContent-Type: text/plain\n\n正文", "没有网页"),
    ],
)
def test_what_is_too_much_is_refused(text, words):
    with pytest.raises(ReadError, match=words) as caught:
        read(text.encode(), name="年报.html")
    assert "年报.html" in caught.value.english


@pytest.mark.parametrize(
    "text",
    [
        "<b>" * 1_500 + "</i>" * 60_000 + SMALL,
        "<p>" + "x<!-- -->" * 90_000 + SMALL,
        "<p>" + "&nbsp;" * 500_000 + SMALL,
        "<p>" + "&bogus" * 200_000 + SMALL,
        "<p>" + "a < b " * 60_000 + SMALL,
        "<ul>" + "<li><a href=1>甲</a>" * 24_000 + "</ul>" + SMALL,
        "<table>" + "<tr><td>1<td>2" * 8_000,
        "<p>" + "一、" * 900_000,
        "<ol>" * 400 + "<li>甲" * 12_000 + SMALL,
        "<pre>" + "甲\n" * 20_000 + "</pre>" + SMALL,
        "<p>" + "甲<br>" * 16_000 + SMALL,
        "<img src='data:image/png;base64," + "A" * 5_000_000 + "'>" + SMALL,
        "<style>" + "a{b:c}" * 200_000 + ".x{display:none}" * 20_000 + "</style>" + SMALL,
        "<style>@media" + "{" * 200_000 + "display:none</style>" + SMALL,
        "<div id=zoom class=share>" * 1_500 + SMALL,
        "<div class='zoom'>" * 1_900 + "甲，" * 20_000 + SMALL,
        "<table><tr><td>" * 600 + "甲，乙。" * 20 + "</table>" * 600 + SMALL,
        "<table>" + "<tr><td rowspan=9999>1" * 3_000,
        "<!--" * 100_000 + "-->" + SMALL,
        "<p title='" + ">" * 100_000 + "'>" + SMALL,
        "<div style='" + "display:" * 100_000 + "'>" + SMALL,
        "<title>" + "甲 _ " * 40_000 + "</title>" + SMALL,
        "<" * 150_000 + SMALL,
    ],
    ids=lambda text: text[:24],
)
def test_what_is_odd_is_read_or_refused(text):
    document = read_or_refused(text.encode())
    assert document is None or document.blocks


@pytest.mark.parametrize(
    "text",
    [
        "<p id=a class=b>甲" * 80_000 + SMALL,
        "<table><tr>" + "<td rowspan=1 colspan=1>1" * 60_000 + "</table>",
        "<table>" + "<tr><td>1" * 45_000 + "<tbody>" + "<tr><td>1" * 45_000 + "</table>",
        "<table><tr><td>1<td>2" + "</tr>x<tr>y</tr>z" * 40_000 + "</table>" + SMALL,
        f"<!-- {MENU * 20_000} -->{SMALL}",
        "<div class=row><div class=cell>1</div><div class=cell>2</div></div>" * 20_000,
    ],
    ids=("names", "spans", "groups", "beside_cells", "menus_in_a_comment", "boxes"),
)
def test_what_comes_often_is_read_in_linear_time(text):
    start = time.process_time()
    assert read(text.encode()).blocks
    assert time.process_time() - start < 9  # quadratic: 10 to 40


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(bytes=1000), "字节"),
        (Limits(characters=1000), "字符"),
        (Limits(blocks=5), "段落和表格"),
        (Limits(cells=100), "单元格"),
        (Limits(elements=500), "标签太多"),
    ],
)
def test_limits_can_be_set(limits, words):
    with pytest.raises(ReadError, match=words):
        read(PAGES["trs"](report(2021)), limits=limits)


def test_entities_from_elsewhere_are_not_fetched(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("机密")
    page = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body><p>一、总体情况：&x;'
        '</p><link rel="stylesheet" href="http://127.0.0.1:9/a.css"></body></html>'
    )
    text = "".join(block.text for block in read(page.encode()).paragraphs)
    assert "机密" not in text
    assert "一、总体情况" in text


def test_a_page_of_pictures_may_be_large():
    image = "<img src='data:image/png;base64," + "A" * 6_000_000 + "'>"
    assert read(framed(f"<div id=zoom>{image}{SMALL}</div>").encode()).tables
