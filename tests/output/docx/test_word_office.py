"""An office opens the commented file without complaint and shows the comments."""

import io
import re
import zipfile

from commented_files import TYPES, anchored_words, commented_at, comments_of, parts_of
from lxml import etree
from word_files import docx, field, p, r, tbl, tc, zipped
from word_forms import form

import gxcheck
from gxcheck.output.docx import commented
from gxcheck.output.form import draft

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
BOX = f"<w:pict><w:txbxContent>{p('框里的字')}</w:txbxContent></w:pict>"


def shown(odt: bytes) -> dict[str, str]:
    """The text of each comment that the office shows, and the words that it marks."""
    with zipfile.ZipFile(io.BytesIO(odt)) as archive:
        root = etree.fromstring(archive.read("content.xml"))
    found = {}
    for note in root.iter(f"{OFFICE}annotation"):
        name = note.get(f"{OFFICE}name")
        text = "".join(note.itertext())
        found[text] = _words(root, name) if name else ""
    return found


def _words(root, name: str) -> str:
    """The text between a comment and its end, comments left out."""
    words, inside = "", False
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag == f"{OFFICE}annotation":
            if event == "end":
                inside = inside or element.get(f"{OFFICE}name") == name
                words += (element.tail or "") if inside else ""
            continue
        if element.tag == f"{OFFICE}annotation-end" and element.get(f"{OFFICE}name") == name:
            return words
        in_note = any(one.tag == f"{OFFICE}annotation" for one in element.iterancestors())
        if inside and not in_note:
            words += (element.text if event == "start" else element.tail) or ""
    return words


def test_an_office_shows_each_comment_at_its_words(office):
    data = docx(
        p("收到", r("申请", props="<w:b/>"), "三件，见", field("REF a", "附表"), "。"),
        tbl(["甲", "乙12"], [tc(p("")), "丙"]),
        p(
            "收",
            f'<w:ins w:author="a">{r("新件")}</w:ins>',
            f"<w:hyperlink>{r('网址')}</w:hyperlink>",
        ),
        p("控件", f"<w:sdt><w:sdtContent>{r('内容甲')}</w:sdtContent></w:sdt>", r(BOX)),
    )
    words = ("到申", "请三件", "12", "新", "网址", "内容", "附表", "框里")
    notes = shown(office(commented_at(data, *words), "odt"))
    assert len(notes) == len(words) + 1
    marked = {re.search(r"rule-(\d)", text)[1]: at for text, at in notes.items() if "rule-" in text}
    assert [marked[str(n)] for n in range(6)] == list(words[:6])


def test_an_office_shows_the_comments_on_a_whole_form(office):
    data, _ = form(2021)
    review = gxcheck.review(data)
    assert len(review.findings) > 20
    notes = shown(office(commented(data, review), "odt"))
    for found in review.findings:
        assert any(found.rule in text and found.message in text for text in notes), found.rule
    again = commented(office(commented(data, review), "docx"), gxcheck.review(data))
    assert len(shown(office(again, "odt"))) == len(notes)


def test_the_page_itself_stays_as_it_was(office):
    data = zipped({"[Content_Types].xml": TYPES, **parts_of(form(2019)[0])})
    new = commented(data, gxcheck.review(data))
    plain = "txt:Text (encoded):UTF8"
    assert office(new, plain) == office(data, plain)
    assert office(new, "pdf").startswith(b"%PDF-")


def test_an_old_word_file_is_given_back_as_a_new_one(office):
    data = office(draft(2021, year=2025), "doc")
    review = gxcheck.review(data)
    assert review.report.document.source.format == "doc"
    new = commented(data, review)
    assert len(comments_of(new)) == len(review.findings) + 1
    assert "（请填写收到和办理申请的情况）" in anchored_words(new).values()
