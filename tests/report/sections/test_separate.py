"""A section's title that a flattened table has swallowed is a paragraph again."""

import pytest

from gxcheck.document import read_text
from gxcheck.document.model import Paragraph
from gxcheck.report.sections.roles import role_of_title
from gxcheck.report.sections.separate import separated

LINES = [
    "信息内容\t本年制发件数\t本年废止件数\t现行有效件数",
    "规章\t0\t0\t0",
    "行政规范性文件\t1\t0\t4",
    "3、收到和处理政府信息公开申请情况",
    "二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1",
    "四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1",
]


def test_a_title_between_the_rows_of_two_tables():
    text = "\n".join(LINES)
    document = separated(read_text(text))
    first, title, second = document.blocks
    assert isinstance(title, Paragraph)
    assert title.text == LINES[3]
    assert text[title.location.offset :].startswith("3、收到")
    assert [block.location.block for block in document.blocks] == [0, 1, 2]
    assert [len(table.rows) for table in (first, second)] == [3, 2]
    for table in (first, second):
        for number, row in enumerate(table.rows):
            assert {(cell.location.block, cell.location.row) for cell in row} == {
                (table.location.block, number)
            }


def test_a_cell_a_line():
    above = ["规章", "0", "0", "3", "行政许可", "5"]
    below = ["自然人", "总计", "（一）予以公开", "2", "3", "（七）总计", "2", "3"]
    text = "\n".join([*above, "收到和处理政府信息公开申请情况", *below])
    titles = [block.text for block in separated(read_text(text)).paragraphs]
    assert titles == ["收到和处理政府信息公开申请情况"]


def test_groups_of_the_annex_are_no_titles():
    rows = ["统计指标\t单位\t统计数", "一、主动公开情况\t——\t", "（一）主动公开政府信息数\t条\t12"]
    document = read_text("\n".join([*rows, "三、依申请公开情况\t——\t"]))
    assert separated(document) is document


def test_a_title_in_words_of_an_annex_over_the_head_of_a_table():
    title, head = "3、依申请公开情况", "\t申请人情况\t自然人\t总计"
    document = separated(read_text("\n".join([*LINES[:3], title, head, *LINES[4:]])))
    assert [block.text for block in document.paragraphs] == [title]


def test_a_title_in_other_words_over_the_head_of_a_table():
    above, below = LINES[:3], [*LINES[4:]]
    title = "四、行政复议及诉讼情况"
    document = separated(read_text("\n".join([*above, title, "\t申请人情况\t总计", *below])))
    assert [block.text for block in document.paragraphs] == [title]


@pytest.mark.parametrize("group", ["未经复议直接起诉", "未经复议起诉", "不经复议的诉讼"])
def test_heads_over_heads_are_no_titles(group):
    rows = ["行政复议\t行政诉讼", f"{group}\t复议后起诉", "结果维持\t结果纠正", "1\t0"]
    document = read_text("\n".join(rows))
    assert separated(document) is document


def test_a_few_words_among_labels_are_no_title():
    lines = ["行政复议", "结果维持", "结果纠正", "其他情况", "尚未审结", "总计", *"10001"]
    document = read_text("\n".join(lines))
    assert separated(document) is document


def test_the_label_of_a_row_is_not_held_against_all_titles(monkeypatch):
    def likeness(key: str) -> None:
        raise AssertionError(key)

    monkeypatch.setattr("gxcheck.report.sections.roles._by_likeness", likeness)
    role_of_title.cache_clear()
    rows = [
        "指标名称\t单位\t数量",
        "1.政府公报公开政府信息数\t条\t3",
        "2.政府网站公开政府信息数\t条\t4",
    ]
    document = read_text("\n".join(rows))
    assert separated(document) is document
