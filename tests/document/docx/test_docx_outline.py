"""The short way to simple paragraphs and cells gives what the long way gives."""

import pytest
from word_files import docx, outline, p, part, r, tbl, tc, texts, tr, unzipped, zipped
from word_forms import form

from gxcheck.document.docx import read_docx
from gxcheck.document.docx.package import Package
from gxcheck.document.limits import DEFAULT_LIMITS

# Where a style hides text, every paragraph goes the long way; no paragraph here has this one.
HIDING = part(
    "styles",
    '<w:style w:type="paragraph" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>',
)
STOPS = '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'
FOREIGN = "<w:other>" + p("外") + "</w:other>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ((p(r("甲", "<w:tab/>", "乙"), r(), props=STOPS),), ["甲\t乙"]),
        ((p("甲", "<w:other>" + r("外") + "</w:other>", "乙"),), ["甲乙"]),
        ((p("甲", r(FOREIGN, "乙")), FOREIGN), ["甲乙"]),
        ((tbl([tc("甲", FOREIGN), "乙"]),), [[["甲", "乙"]]]),
        ((tbl([tc("甲", "", "乙"), tc()], ["丙", tc("<w:t>外</w:t>", p("丁"))]),),
         [[["甲\n\n乙", ""], ["丙", "丁"]]]),
        ((tbl([tc(p("甲", r("藏", props="<w:vanish/>"))), "乙"]),), [[["甲", "乙"]]]),
        ((tbl([tc(p(r("甲", props='<w:ins w:id="1" w:author="甲"/>'))), "乙"]),), [[["甲", "乙"]]]),
    ],
)  # fmt: skip
def test_both_ways_give_the_same(body, expected):
    assert outline(read_docx(docx(*body))) == expected
    assert outline(read_docx(docx(*body, parts={"styles": HIDING}))) == expected


@pytest.mark.parametrize("edition", [2019, 2021])
def test_both_ways_give_the_same_form(edition):
    data, _ = form(edition)
    hiding = {"word/styles.xml": HIDING}
    assert read_docx(zipped({**unzipped(data), **hiding})) == read_docx(data)


def test_what_was_carried_over_reaches_a_simple_paragraph():
    gone = '<w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>'
    assert texts(p("收到", props=gone), p("申请"), p("三件")) == ["收到申请", "三件"]


def test_of_properties_the_first_element_that_holds_them_counts():
    twice = "<w:tc><w:tcPr/><w:tcPr><w:gridSpan w:val='3'/></w:tcPr><w:p/></w:tc>"
    misplaced = "<w:tc><w:trPr><w:gridSpan w:val='3'/></w:trPr><w:p/></w:tc>"
    (table,) = read_docx(docx(tbl([twice, misplaced], ["甲", "乙"]))).tables
    assert table.width == 2


def test_a_hidden_row_hides_no_other():
    hidden = tr("甲", "乙", props="<w:hidden/>")
    nested = tc(tbl(hidden, ["丙", "丁"]), p("戊"))
    assert outline(read_docx(docx(tbl([nested, "己"], ["庚", "辛"])))) == [
        [["丙\t丁\n戊", "己"], ["庚", "辛"]]
    ]


def test_an_outline_tells_where_more_is_to_be_read():
    run_with_note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = docx(tbl([tc(p("甲", run_with_note)), "乙"]))
    main = Package(data, DEFAULT_LIMITS, None).main
    first, second = main.root.iter("{*}tc")
    assert main.outline.lines(first) is None
    assert main.outline.line(first[-1]) is None
    assert [line.text for line in main.outline.lines(second) or ()] == ["乙"]
