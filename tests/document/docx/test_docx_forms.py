"""The official forms, blank and filled in: every field is found, each with its own number."""

from collections import Counter

import pytest
from word_files import outline
from word_forms import form

from gxcheck.document import read
from gxcheck.report.tables.reader import read_tables

# Rows and columns of the three tables.
SHAPES = {2019: [(18, 4), (26, 10), (4, 15)], 2021: [(14, 4), (28, 10), (4, 15)]}


def test_the_blank_official_form(shared):
    document = read(shared / "reports" / "template-2021.docx")
    assert [(len(table.rows), table.width) for table in document.tables] == SHAPES[2021]
    assert all(all(row) for table in document.tables for row in table.grid)
    found = read_tables(document)
    assert Counter(figure.state for figure in found.figures.values()) == {"blank": 200}
    groups = Counter(path.split(".")[0] for path in found.figures)
    assert groups["proactive"] == 10
    assert groups["applications"] == 175
    assert [groups[key] for key in ("reviews", "direct_suits", "suits_after_review")] == [5] * 3
    assert not any(figure.raw for figure in found.figures.values())
    assert [block for block in outline(document) if isinstance(block, str)] == [
        *("政府信息公开工作年度报告格式模板", "一、总体情况", "（文字描述）"),
        *("二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"),
        *("四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况"),
        *("（文字描述）", "六、其他需要报告的事项"),
        "（文字描述，收取信息处理费情况在此处报告。）",
    ]


@pytest.mark.parametrize(("edition", "figures"), [(2019, 198), (2021, 200)])
def test_every_number_of_a_filled_in_form(edition, figures):
    data, given = form(edition)
    document = read(data)
    assert [(len(table.rows), table.width) for table in document.tables] == SHAPES[edition]
    assert all(all(row) for table in document.tables for row in table.grid)
    found = read_tables(document).figures
    assert len(given) == figures
    assert {path: figure.value for path, figure in found.items()} == given


def test_our_form_is_merged_as_the_official_one(shared):
    official = read(shared / "reports" / "template-2021.docx")
    ours = read(form(2021)[0])

    def places(document):
        return [
            [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in row]
            for table in document.tables
            for row in table.rows
        ]

    assert places(ours) == places(official)
