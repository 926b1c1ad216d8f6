"""The console at 80 columns, in a pipe: golden where people look, exact where it matters."""

import io
from pathlib import Path
from unicodedata import east_asian_width

import pytest

import gxcheck
from gxcheck.output import Checked
from gxcheck.output.console import write_console

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"


@pytest.fixture(scope="module")
def review():
    return gxcheck.review(REPORTS / "faulty.txt")


def screen(review, lang="zh"):
    stream = io.StringIO()
    write_console([Checked("faulty.txt", None, review)], stream, lang)
    return stream.getvalue()


def width(line):
    return sum(2 if east_asian_width(mark) in "WF" else 1 for mark in line)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_a_terminal_and_none_has_colour(review, lang, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    lines = screen(review, lang).splitlines()
    assert max(map(width, lines)) <= 80
    assert not any("\x1b" in line or line.endswith(" ") for line in lines)


def test_findings_stand_under_their_sections_in_the_order_of_the_report(review):
    lines = screen(review).splitlines()
    groups = [line.split(" ─")[0] for line in lines if line.endswith("──")]
    assert groups == [
        "标题与前言",
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "七、其他需要报告的事项",
    ]
    applications = next(place for place, line in enumerate(lines) if line.startswith("三、"))
    balance = next(place for place, line in enumerate(lines) if "applications-balance" in line)
    reviews = next(place for place, line in enumerate(lines) if line.startswith("四、"))
    assert applications < balance < reviews


def test_the_quote_is_marked_in_its_sentence(review):
    assert "云溪镇人民政府2024年【政府信息公开工作报告】" in screen(review)


def test_the_cells_of_an_identity_are_shown_and_its_total_is_marked(review):
    text = screen(review)
    table = text[text.index("reviews-total") :]
    assert "| 行政复议 |        1 |        0 |        1 |        0 |  [1] |" in table
