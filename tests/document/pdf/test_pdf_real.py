"""A real report as PDF, read to the last cell; it is others' and stays beside the checkout."""

import json
from collections import Counter
from decimal import Decimal
from functools import reduce
from pathlib import Path

import pdfplumber
import pytest

import gxcheck
from gxcheck.document import read
from gxcheck.document.model import Document, Paragraph
from gxcheck.report.model import Report

NAME = "reports/huaian-2024.pdf"


@pytest.fixture(scope="module")
def report(shared: Path) -> Report:
    return gxcheck.parse(shared / NAME)


@pytest.fixture(scope="module")
def document(shared: Path) -> Document:
    return read(shared / NAME)


def test_all_cells_are_exact_and_placed(shared: Path, report: Report) -> None:
    truth = json.loads((shared / NAME).with_suffix(".truth.json").read_text("utf-8"))
    assert len(truth) == 200
    wrong = {}
    for path, value in truth.items():
        figure = reduce(getattr, path.split("."), report)
        if figure.value != Decimal(str(value)) or not figure.location.page:
            wrong[path] = (value, figure)
    assert not wrong


def test_another_reader_finds_the_same_figures(shared: Path, document: Document) -> None:
    ours = Counter(c.normal for t in document.tables for row in t.rows for c in row)
    with pdfplumber.open(shared / NAME) as pages:
        found = [table for page in pages.pages for table in page.extract_tables()]
    theirs = Counter("".join((c or "").split()) for table in found for row in table for c in row)
    assert figures(ours) == figures(theirs)
    assert sum(figures(ours).values()) == 200


def figures(texts: Counter[str]) -> dict[str, int]:
    return {text: n for text, n in texts.items() if text.replace(".", "").isdecimal()}


def test_prose_is_recognised(report: Report) -> None:
    assert report.title is not None
    assert report.title.text == "淮安市人民政府2024年政府信息公开工作年度报告"
    assert report.organ is not None
    assert report.organ.name == "淮安市人民政府"
    assert report.period is not None
    assert report.period.text == "自2024年1月1日至2024年12月31日"
    assert report.contact is not None
    assert [phone.text for phone in report.contact.phones] == ["0517-83605210"]
    assert [email.text for email in report.contact.emails] == ["hazwgkc@163.com"]
    assert len(report.sections) == 6


def test_only_what_the_report_lacks_is_found(shared: Path) -> None:
    findings = [one for one in gxcheck.check(shared / NAME) if one.level in ("error", "warning")]
    assert [finding.rule for finding in findings] == ["accountability-missing"]


def test_every_block_and_cell_has_a_page_and_a_box(document: Document) -> None:
    places = [block.location for block in document.blocks]
    places += [c.location for table in document.tables for row in table.rows for c in row]
    for place in places:
        assert place.page in range(1, 7)
        assert place.box is not None
        left, top, right, bottom = place.box
        assert 0 <= left < right <= 595
        assert 0 <= top < bottom <= 842
    assert not document.notes


def test_prose_goes_over_page_ends_without_page_numbers(document: Document) -> None:
    text = "\n".join(p.normal for p in document.paragraphs if p.role == "body")
    assert "“建设‘四最’一流营商环境高质量推进产业发展”" in text
    assert "将栏目不更新、政策解读" in text
    numbers = [p.text for p in document.paragraphs if p.role == "footer"]
    assert numbers == [f"- {page} -" for page in range(1, 7)]


def test_tables_cut_by_page_ends_are_whole(document: Document) -> None:
    assert [table.width for table in document.tables] == [4, 10, 15]
    labels = {cell.normal: cell for row in document.tables[1].rows for cell in row}
    assert labels["三、本年度办理结果"].row_span == 22
    assert labels["(四)无法提供"].row_span == 3
    assert isinstance(document.blocks[-1], Paragraph)
