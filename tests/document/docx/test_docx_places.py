"""From a location back to the words in the file."""

import io
import zipfile

import pytest
from lxml import etree
from word_files import WORD, docx, field, p, part, r, tbl, tc

from gxcheck.document.docx import read_docx
from gxcheck.document.docx.places import Places, Point, run_text
from gxcheck.document.model import Document, Location, Paragraph, Table
from gxcheck.report.tables.reader import read_tables

P, R = f"{{{WORD}}}p", f"{{{WORD}}}r"


def written(data: bytes, place) -> str:
    """What stands at a place, found as a writer would find it: by counting in the part's XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(place.part))
    runs = [
        (paragraph, number, run)
        for paragraph, element in enumerate(root.iter(P))
        for number, run in enumerate(element.iter(R))
        if next(run.iterancestors(P)) is element
    ]
    text = ""
    last = None
    for paragraph, number, run in runs:
        if not (place.start.paragraph, place.start.run) <= (paragraph, number):
            continue
        if (paragraph, number) > (place.end.paragraph, place.end.run):
            break
        here = (paragraph, number)
        start = place.start.offset if here == (place.start.paragraph, place.start.run) else 0
        end = place.end.offset if here == (place.end.paragraph, place.end.run) else None
        text += "\n" if last not in (None, paragraph) else ""
        text += run_text(run)[start:end]
        last = paragraph
    return text


def passages(data: bytes):
    for block in read_docx(data).blocks:
        if isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row)
        else:
            yield block


def found(data: bytes, location: Location) -> str:
    place = Places(data).find(location)
    assert place is not None
    return written(data, place)


BOX = f"<w:pict><w:txbxContent>{p('框里', '的字')}</w:txbxContent></w:pict>"
REPORT = docx(
    p("　　一、", r("总体", props="<w:b/>"), "情况 "),
    p("收到", r("申请", "<w:tab/>", "3", "<w:br/>", "件"), "。", r(BOX)),
    tbl(
        [tc("商业", "企业"), tc(p("甲", "乙"), merge="restart")],
        [tc(p(" 12 ")), tc(merge="go on")],
    ),
    p("页脚前"),
    parts={"footer1": part("ftr", p("某某县", "公开办"))},
    section='<w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>',
)


def test_every_span_of_every_passage_is_found_again():
    places = Places(REPORT)
    count = 0
    for passage in passages(REPORT):
        for start in range(len(passage.text)):
            for end in range(start + 1, len(passage.text) + 1):
                quote = passage.text[start:end]
                if quote.strip("\n") == quote:
                    place = places.find(passage.place(start, end))
                    assert written(REPORT, place) == quote
                    count += 1
    assert count > 90


def test_parts_paragraphs_and_runs_are_counted_from_nought():
    body, *_, foot = passages(REPORT)
    place = Places(REPORT).find(body.place(2, 4))
    assert place.part == "word/document.xml"
    assert (place.start, place.end) == (Point(0, 1, 0), Point(0, 1, 2))
    place = Places(REPORT).find(foot.place(3, 6))
    assert (place.part, place.start) == ("word/footer1.xml", Point(0, 1, 0))


def test_blank_cells_have_a_paragraph():
    data = docx("前", tbl(["甲", tc(p(r("<w:t/>")))], ["", "1"]))
    cells = {(c.row, c.column): c for c in passages(data) if c.location.row is not None}
    for at, paragraph in (((0, 1), 2), ((1, 0), 3)):
        place = Places(data).find(cells[at].location)
        assert place.start == place.end == Point(paragraph, None)


def test_an_automatic_number_is_taken_with_what_it_numbers():
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    heading = p("总体", "情况", props='<w:numPr><w:numId w:val="1"/></w:numPr>')
    data = docx(heading, parts={"numbering": numbering})
    (paragraph,) = read_docx(data).paragraphs
    assert paragraph.text == "一、总体情况"
    for span, quote in (
        ((0, 2), "总体情况"),
        ((1, 4), "总体"),
        ((2, 6), "总体情况"),
        ((4, 6), "情况"),
    ):
        assert found(data, paragraph.place(*span)) == quote


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        (p("甲", field("REF a", "乙"), "丙"), "乙"),
        (p("甲", f'<w:del w:author="a">{r("旧")}</w:del>', "乙"), "乙"),
        (p("甲", r("藏", props="<w:vanish/>"), r("乙")), "乙"),
        (p("甲", f"<w:hyperlink>{r('乙')}</w:hyperlink>"), "乙"),
        (p("甲", f'<w:ins w:author="a">{r("<w:t>  </w:t>", "乙")}</w:ins>'), "乙"),
        (
            p("甲", r(f"<w:ruby><w:rt>{r('y')}</w:rt><w:rubyBase>{r('乙')}</w:rubyBase></w:ruby>")),
            "乙",
        ),
        (p("甲", props='<w:rPr><w:del w:author="a"/></w:rPr>') + p("乙"), "乙"),
    ],
)
def test_places_among_what_is_not_shown(body, quote):
    data = docx(body)
    (paragraph,) = read_docx(data).paragraphs
    start = paragraph.text.index(quote)
    assert found(data, paragraph.place(start, start + len(quote))) == quote


def test_a_whole_table_leads_to_its_first_cell_and_nowhere_to_nothing():
    table = read_docx(REPORT).tables[0]
    assert found(REPORT, table.location) == "商业"
    places = Places(REPORT)
    assert places.find(Location(99)) is None
    assert places.find(Location(table.location.block, row=9, cell=0)) is None


def test_every_cell_of_the_official_form(shared):
    data = (shared / "reports" / "template-2021.docx").read_bytes()
    places = Places(data)
    figures = read_tables(read_docx(data)).figures.values()
    points = {places.find(figure.location).start for figure in figures}
    assert len(points) == 200
    for passage in passages(data):
        if passage.text:
            assert written(data, places.find(passage.location)) == passage.text


def test_two_paragraphs_of_the_file_may_be_one_of_the_document():
    data = docx("前文。", p("　　四、行政复", "　"), p("　议情况"), tbl(["甲", "乙"]), "后文。")
    first, upper, lower, table, last = read_docx(data).blocks
    title = Paragraph(f"{upper.text}\n{lower.text}", Location(1))
    places = Places(data, document=Document((first, title, table, last)))
    place = places.find(Location(1, 2, 9))
    assert (place.start, place.end) == (Point(1, 0, 4), Point(2, 0, 4))
    assert places.find(Location(1, 7, 8)).start == Point(2, 0, 2)
    assert places.find(Location(2, 0, 1, 0, 1)).start.paragraph == 4
    assert places.find(Location(3, 0, 3)).start.paragraph == 5
    assert places.find(Location(4)) is None
