"""What a report shows and cannot be read is told: pictures where tables belong, pages of scans."""

from dataclasses import replace

import pytest

import form_files
import gxcheck
from form_reports import department, government
from gxcheck.data import read_yaml
from gxcheck.document import read
from gxcheck.document.model import Location, Note
from gxcheck.report import recognise
from gxcheck.rules import load_rules

RULES = ("table-missing", "page-unread")

TABLES = {"proactive": 1, "applications": 2, "reviews": 3}
POINT = 12_700


def told(data: bytes) -> list[gxcheck.Finding]:
    return [f for f in gxcheck.check(data) if f.rule in RULES]


def without_table(role: str, instead: str) -> bytes:
    """A page in which something else stands for the table of a section."""
    page = form_files.web_page(government()).decode()
    first, *tables = page.split("<table")
    tables = [f"<table{table}" for table in tables]
    at = TABLES[role] - 1
    tables[at] = instead + tables[at].partition("</table>")[2]
    return "".join([first, *tables]).encode()


@pytest.mark.parametrize("role", TABLES)
def test_a_picture_for_a_table_on_a_web_page(role):
    (finding,) = told(without_table(role, '<p><img src="/2024/W020240131.png"></p>'))
    assert finding.place == f"sections.{role}"
    assert "好像是一幅图片" in finding.message
    assert finding.related


@pytest.mark.parametrize(
    "picture",
    [
        "",
        '<img src="/images/icon_doc.gif">',
        '<img src="/a.png" width="16" height="16">',
        '<img src="/a.png" style="width: 80px">',
        "<img alt=x>",
    ],
)
def test_signs_are_no_tables(picture):
    (finding,) = told(without_table("reviews", f"<p>{picture}</p>"))
    assert "没有规定的表格" in finding.message


def test_a_picture_beside_the_table_is_nothing():
    page = form_files.web_page(government()).decode()
    assert told(page.replace("<table", '<p><img src="/a.png"></p><table').encode()) == []


DRAWING = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:extent cx="{cx}" cy="{cy}"/><a:graphic xmlns:a="http://schemas.'
    'openxmlformats.org/drawingml/2006/main"><a:graphicData uri="x"><a:blip/></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing>"
)
VML = (
    '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:{width}pt;height:'
    '{height}pt"><v:imagedata/></v:shape></w:pict>'
)


def word(role: str, drawn: str) -> bytes:
    """A Word file in which a drawing stands for the table of a section."""

    def edit(xml: str) -> str:
        parts = xml.split("<w:tbl>")
        at = TABLES[role]
        rest = parts[at].partition("</w:tbl>")[2]
        tables = [f"<w:tbl>{part}" for part in parts[1:]]
        tables[at - 1] = f"<w:p><w:r>{drawn}</w:r></w:p>{rest}"
        return parts[0] + "".join(tables)

    return form_files.edited(form_files.docx(department()), edit)


@pytest.mark.parametrize("role", TABLES)
@pytest.mark.parametrize(
    ("drawn", "is_table"),
    [
        (DRAWING.format(cx=430 * POINT, cy=300 * POINT), True),
        (DRAWING.format(cx=60 * POINT, cy=60 * POINT), False),
        (VML.format(width=430, height=200), True),
        (VML.format(width=20, height=20), False),
        ("<w:t>见附件</w:t>", False),
    ],
)
def test_a_picture_for_a_table_in_word(role, drawn, is_table):
    (finding,) = told(word(role, drawn))
    assert finding.place == f"sections.{role}"
    assert ("好像是一幅图片" in finding.message) == is_table


def test_a_picture_gives_the_same_finding_in_word_and_on_a_page():
    page = told(without_table("reviews", '<img src="/2024/W020240131.png">'))
    report = replace(government(), name="other")
    parts = form_files.docx(report)
    drawn = DRAWING.format(cx=430 * POINT, cy=300 * POINT)

    def edit(xml: str) -> str:
        before, _, rest = xml.rpartition("<w:tbl>")
        return before + f"<w:p><w:r>{drawn}</w:r></w:p>" + rest.partition("</w:tbl>")[2]

    written = told(form_files.edited(parts, edit))
    assert [f.fingerprint for f in written] == [f.fingerprint for f in page]


def noted(data: bytes, *notes: Note) -> list[gxcheck.Finding]:
    document = replace(read(data), notes=notes)
    return [f for f in gxcheck.check(recognise(document)) if f.rule in RULES]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("pdf_page_without_text", "第2页是图片"),
        ("pdf_garbled_page", "第2页有些字符读不出来"),
        ("pdf_misplaced_words", "第2页是扫描件"),
        ("pdf_mended", "内部有损坏"),
        ("pdf_blank_page", ""),
        ("pdf_picture", ""),
    ],
)
def test_what_of_a_pdf_could_not_be_read(kind, words):
    found = noted(form_files.web_page(department()), Note(kind, Location(3, page=2)))
    assert [f.rule for f in found] == ["page-unread"] * bool(words)
    assert all(words in f.message and f.location.page == 2 for f in found)


@pytest.mark.parametrize(("page", "quotes"), [(None, []), (2, ["\ufffd"])])
def test_characters_of_a_page_that_is_told_are_no_debris(page, quotes):
    data = form_files.web_page(department()).decode().replace("年度", "年\ufffd", 1).encode()
    document = replace(read(data), notes=(Note("pdf_garbled_page", Location(0, page=page)),))
    found = [f for f in gxcheck.check(recognise(document)) if f.rule == "conversion-residue"]
    assert [f.quote for f in found] == quotes


def test_every_page_is_told_and_has_a_name_of_its_own():
    notes = [Note("pdf_page_without_text", Location(3, page=page)) for page in (2, 3, 4)]
    found = noted(form_files.web_page(department()), *notes)
    assert len({f.fingerprint for f in found}) == 3


def test_a_page_that_is_the_picture_of_a_table_is_told_once():
    page = without_table("reviews", "")
    blocks = read(page).blocks
    heading = next(n for n, b in enumerate(blocks) if getattr(b, "text", "").startswith("四、"))
    (found,) = noted(page, Note("pdf_page_without_text", Location(heading, page=5)))
    assert found.rule == "table-missing"
    assert "第5页" in found.message


def test_every_kind_of_note_has_its_part():
    kinds = read_yaml("notes.yml")
    variants = set(load_rules().get("page-unread").messages) - {"default"}
    assert variants == set(kinds["told"])
