"""A section's title that stands in two paragraphs is one again."""

import pytest

from gxcheck.document import read, read_text
from gxcheck.document.model import Document, Location, Note, Paragraph
from gxcheck.report.sections.broken_titles import rejoined

REVIEWS = ["四、政府信息公开行政复", "议、行政诉讼情况"]


@pytest.mark.parametrize("between", ["\n", "\n\n\n"])
def test_a_title_over_two_lines(between):
    text = f"一、总体情况\n公开信息12条。\n{between.join(REVIEWS)}\n本年度没有行政复议。\n"
    found = rejoined(read_text(text)).paragraphs
    assert [paragraph.normal for paragraph in found][2:] == [
        "".join(REVIEWS),
        "本年度没有行政复议。",
    ]
    title = found[2]
    assert [paragraph.location.block for paragraph in found] == [0, 1, 2, 3]
    place = title.locate(title.normal.index("诉讼"), len(title.normal))
    assert text[place.offset :].startswith("诉讼情况")
    assert (place.line, place.column) == (3 + len(between), 5)


def test_a_title_over_two_paragraphs_of_a_page():
    page = "".join(f"<p>{line}</p>\n" for line in ["一、总体情况", *REVIEWS, "没有行政复议。"])
    document = rejoined(read(f"<html><body>{page}</body></html>".encode()))
    title = document.paragraphs[1]
    assert title.normal == "".join(REVIEWS)
    place = title.locate(title.normal.index("诉讼"), len(title.normal))
    assert (place.line, place.column) == (3, 8)


def test_an_official_title_of_which_a_half_is_a_synonym():
    halves = "二、主动公开政府信息\n情况"
    assert [paragraph.text for paragraph in rejoined(read_text(halves)).paragraphs] == [halves]


def test_a_number_that_stands_alone_belongs_to_the_title_below_it():
    (title,) = rejoined(read_text("四、\n\n政府信息公开行政复议、行政诉讼情况")).paragraphs
    assert title.normal == "".join(REVIEWS)


def test_a_title_over_two_paragraphs_whose_places_in_the_file_are_unknown():
    lines = ["一、总体情况", *REVIEWS, "没有行政复议。"]
    blocks = [Paragraph(line, Location(at, 0, len(line))) for at, line in enumerate(lines)]
    notes = tuple(Note("picture", Location(block)) for block in range(4))
    document = rejoined(Document(tuple(blocks), notes=notes))
    title = document.paragraphs[1]
    assert (title.normal, title.offsets) == ("".join(REVIEWS), None)
    assert title.location == Location(1, 0, len(title.text))
    assert document.paragraphs[2].location.block == 2
    assert [note.location.block for note in document.notes] == [0, 1, 1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "2\n主动公开情况",
        "一、总体情况\n主动公开情况",
        "六、其他需要报告的事项\n无",
        "五、存在的主要问题及改进情况\n（一）存在的主要问题",
        "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况",
    ],
)
def test_a_title_and_what_stands_below_it(text):
    document = read_text(text)
    assert rejoined(document) is document
