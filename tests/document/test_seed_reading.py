"""The blocks of the real reports: what is a table, what a paragraph, and where."""

import pytest

from gxcheck.document import read
from gxcheck.document.model import Table


@pytest.mark.parametrize(
    ("stem", "shapes"),
    [
        ("000", [(66, 3)]),
        ("001", [(66, 3)]),
        ("002", []),
        ("003", []),
        ("004", [(17, 3), (18, 4), (26, 10), (4, 15), (12, 3)]),
    ],
)
def test_tables(seed_path, stem, shapes):
    tables = read(seed_path(stem)).tables
    assert [(len(table.rows), table.width) for table in tables] == shapes


def test_every_character_stands_where_it_is_said_to(seed_path):
    for stem in ("000", "001", "002", "003", "004"):
        source = seed_path(stem).read_text("utf-8")
        for block in read(seed_path(stem)).blocks:
            cells = [c for row in block.rows for c in row] if isinstance(block, Table) else [block]
            for cell in cells:
                assert not cell.offsets
                assert source[cell.location.offset :].startswith(cell.text)


def test_a_break_inside_a_sentence(seed_path):
    texts = [block.text for block in read(seed_path("000")).paragraphs]
    assert sum("始终保持\n有力机制" in text for text in texts) == 1
    assert texts[:2] == ["市审管办（公共资源交管办）2017年政务公开", "工作报告"]


def test_headings_inside_the_lines_of_a_dump(seed_path):
    document = read(seed_path("003"))
    lines = {block.text: block.location.line for block in document.paragraphs}
    assert lines["一、总体情况"] == 6
    assert lines["(一)聚焦年度目标任务,夯实工作基础"] == 6
    assert lines["二、主动公开政府信息情况"] == 6
    assert lines["六、其他需要报告的事项"] == 9
    assert lines["无"] == 9
    assert lines["宁波市2020年政府信息公开工作年度报告"] == 3


def test_bookmarks_are_no_text(seed_path):
    document = read(seed_path("004"))
    texts = [cell.text for table in document.tables for row in table.rows for cell in row]
    assert not any("bookmark" in text for text in (*texts, *(p.text for p in document.paragraphs)))
    purchase = document.tables[1].rows[-1]
    assert [cell.text for cell in purchase] == ["政府集中采购", "8", "35074.0"]
    assert purchase[1].location.line == 151


def test_what_stands_after_the_last_table(seed_path):
    assert [block.text for block in read(seed_path("001")).blocks[-2:]] == ["10", "14"]
