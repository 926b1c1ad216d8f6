"""Every figure, section and contact of a report, however the page around it is made."""

import pytest
from web_pages import PAGES
from web_reports import CHROME, report

import gxcheck
from gxcheck.document import read
from gxcheck.document.html.archive import page_of
from gxcheck.document.html.charset import decode_page
from gxcheck.document.model import Paragraph

EDITIONS = (2008, 2019, 2021)
CASES = [(name, edition) for name in PAGES for edition in EDITIONS]


def passages(document):
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from (cell for row in block.rows for cell in row)


def figures(found, paths):
    values = {}
    for path in paths:
        value = found
        for name in path.split("."):
            value = getattr(value, name)
        values[path] = value.value
    return values


@pytest.mark.parametrize(("name", "edition"), CASES)
def test_a_page_is_read_to_the_last_cell(name, edition):
    web = report(edition)
    data = PAGES[name](web)
    found = gxcheck.parse(data)
    assert found.is_report
    assert found.edition == edition
    assert found.document.source.format == "html"
    assert figures(found, web.figures) == web.figures
    assert [section.role for section in found.sections] == web.roles
    assert found.title.text == web.title or name == "fragment"
    assert [phone.text for phone in found.contact.phones] == [web.phone]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_of_the_page_around_is_in_the_text(name):
    web = report(2021)
    document = read(PAGES[name](web))
    text = "\n".join(passage.text for passage in passages(document))
    assert [words for words in CHROME if words in text] == []
    lines = [block.text for block in document.paragraphs if block.text != "单位：件"]
    assert lines == [web.title, *web.prose]
    assert len(document.tables) == 3


@pytest.mark.parametrize(("name", "edition"), CASES)
def test_every_place_is_that_of_its_words(name, edition):
    data = PAGES[name](report(edition))
    page, charset = page_of(data, None)
    source = decode_page(page, charset, None).text
    lines = source.splitlines(keepends=True)
    last = 0
    for passage in passages(read(data)):
        place = passage.location
        assert source[: place.offset].count("\n") + 1 == place.line
        assert lines[place.line - 1][place.column - 1] == source[place.offset : place.offset + 1]
        if passage.text:
            assert source[place.offset] in (passage.text[0], "&")
        else:
            assert source[: place.offset].rstrip().endswith(">")
        if place.block:
            assert last <= place.offset
            last = place.offset
        for at in range(0, len(passage.text), 7):
            assert source[passage.place(at, at + 1).offset] in (passage.text[at], "&")
