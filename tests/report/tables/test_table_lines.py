"""Tables that are lines of text: what stands beside them belongs to them, blank rows are blank."""

import pytest

import gxcheck
from gxcheck.document.model import Block, Cell, Document, Location, Paragraph, Table
from gxcheck.report.tables.reader import read_tables

HEADER = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
LIST = [
    "（一）收到申请数{}9{}",
    "1.当面申请数{}4{}",
    "2.传真申请数{}0{}",
    "3.网络申请数{}3{}",
    "4.信函申请数{}2{}",
    "（二）申请办结数{}8{}",
]


def lines(*texts: str) -> list[Block]:
    return [Paragraph(text, Location(0, 0, len(text))) for text in texts]


def stream(*texts: str) -> Table:
    cells = [Cell(text, Location(0, 0, len(text), 0, n)) for n, text in enumerate(texts)]
    return Table((tuple(cells),), Location(0), spans_known=False)


def values(*blocks: Block) -> dict[str, object]:
    figures = read_tables(Document(blocks)).figures
    return {
        path: figure.value if figure.state == "number" else figure.state
        for path, figure in figures.items()
    }


def test_the_header_above_a_stream_is_its_own():
    found = values(*lines(*HEADER), stream("规章", "1", "2", "3"))
    assert found == {
        "proactive.regulations.issued": 1,
        "proactive.regulations.repealed": 2,
        "proactive.regulations.in_force": 3,
    }


def test_a_header_of_which_a_part_is_lost_places_nothing():
    assert values(*lines(*HEADER[3:]), stream("规章", "1", "2", "3")) == {}


def test_a_row_without_any_figure_is_blank():
    found = values(*lines(*HEADER), stream("规章", "1", "2", "3"), *lines("规范性文件"))
    assert {found[f"proactive.normative_documents.{key}"] for key in ("issued", "in_force")} == {
        "blank"
    }


def test_a_row_that_shows_some_of_its_figures_is_neither_placed_nor_blank():
    found = values(*lines(*HEADER), stream("规章", "1", "2", "3"), *lines("规范性文件", "7"))
    assert not any("normative" in path for path in found)


def test_a_whole_table_without_figures_is_blank():
    found = values(*lines("第二十条第（一）项", *HEADER, "规章", "行政规范性文件", "其他"))
    assert len(found) == 6
    assert set(found.values()) == {"blank"}


def test_a_few_labels_in_prose_are_no_table():
    assert values(*lines("规章", "行政许可"), *lines("全年办理许可事项较多。", "行政处罚")) == {}


@pytest.mark.parametrize("between", [" ", "：", "　", ",件,"])
@pytest.mark.parametrize("after", ["", "件", "；", " 件"])
def test_the_annex_as_a_list(between, after):
    found = values(*lines(*(line.format(between, after) for line in LIST)))
    assert list(found.values()) == [9, 4, 0, 3, 2, 8]


def test_the_annex_as_a_list_with_units_before():
    found = values(*lines(*(line.format(" 件 ", "") for line in LIST)))
    assert list(found.values()) == [9, 4, 0, 3, 2, 8]


def test_several_rows_of_the_annex_in_one_line():
    told = [line.format(" 件 ", "") for line in LIST]
    parted = [told[0], "　　".join(told[1:3]), " ".join(told[3:])]
    assert list(values(*lines(*parted)).values()) == [9, 4, 0, 3, 2, 8]
    assert values(*lines("全年收到申请 9 件 1.当面申请数 4", *LIST[:1])) == {}


def test_figures_whose_thousands_blanks_part():
    text = "\n".join(["二、主动公开政府信息情况", *HEADER, "规章", "1 234", "12", "2 345 678"])
    text += "\n行政规范性文件\n1\n2\n3\n三、收到和处理政府信息公开申请情况\n无。"
    proactive = gxcheck.parse_text(text).proactive
    assert proactive
    row = proactive.regulations
    assert [row.issued.value, row.repealed.value, row.in_force.value] == [1234, 12, 2345678]


def test_the_number_of_a_page_inside_a_table_is_no_figure():
    text = "\n".join(["二、主动公开政府信息情况", *HEADER, "规章", "1", "2", "3", "- 5 -"])
    text += "\n行政规范性文件\n4\n5\n6\n三、收到和处理政府信息公开申请情况\n无。"
    proactive = gxcheck.parse_text(text).proactive
    assert proactive
    row = proactive.normative_documents
    assert [row.issued.value, row.repealed.value, row.in_force.value] == [4, 5, 6]
    assert proactive.regulations.in_force.value == 3


def test_labels_of_columns_over_two_lines_of_a_page():
    text = """二、主动公开政府信息情况
信息内容              本年制  本年废  现行有
                      发件数  止件数  效件数
规章                  0       0       3
行政规范性文件        1       6       60
信息内容              本年处理决定数量
行政许可              1649
三、收到和处理政府信息公开申请情况
无。"""
    report = gxcheck.parse_text(text)
    assert report.proactive
    row = report.proactive.normative_documents
    assert [row.issued.value, row.repealed.value, row.in_force.value] == [1, 6, 60]
    assert not [one for one in gxcheck.check(report) if one.rule == "table-label"]
    (table,) = report.tables
    assert [column.text for column in table.columns[:3]] == HEADER[1:]


def test_a_row_of_the_annex_over_two_lines_of_a_page():
    rows = [
        ["（一）收到申请数", "件", "9"],
        ["1.当面申", "件", "4"],
        ["请数"],
        ["2.传真申请数", "件", "0"],
    ]
    cells = [
        tuple(Cell(text, Location(0, 0, len(text), at, n)) for n, text in enumerate(row))
        for at, row in enumerate(rows)
    ]
    found = values(Table(tuple(cells), Location(0), spans_known=False, blanks_shown=False))
    assert list(found.values()) == [9, 4, 0]


def test_second_lines_that_are_labels_elsewhere():
    text = """云岭市水务局2019年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第（五）项
信息内容              上一年项  本年增  处理决定
                      目数量    /减     数量
行政许可              16        -1      1649
其他对外管理服务事项  2         0       30
三、收到和处理政府信息公开申请情况
无。"""
    report = gxcheck.parse_text(text)
    assert report.proactive
    row = report.proactive.licences
    assert [row.previous_items.value, row.change.value, row.decisions.value] == [16, -1, 1649]
    assert not [one for one in gxcheck.check(report) if one.rule == "table-label"]


def test_a_group_beside_the_second_line_of_a_row():
    lines = [
        ["4.无正当理由大量反复申请", *"0000000"],
        ["1.申请人无正当理由逾"],
        ["（六）其他处理", "期不补正、行政机关不", *"1000001"],
        ["再处理其政府信息公开申请"],
        ["（七）总计", *"1000001"],
    ]
    names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    rows = [
        tuple(Cell(text, Location(0, 0, len(text), at, n)) for n, text in enumerate(row))
        for at, row in enumerate([["申请人情况", *names], *lines])
    ]
    found = values(Table(tuple(rows), Location(0), spans_known=False, blanks_shown=False))
    assert found["applications.other.correction_overdue.total"] == 1


def test_two_rows_of_one_label_that_are_misspelt_keep_their_order():
    rows = [
        ["四、行政复议数量", "件", "9"],
        ["（一）维持具体行政行为数目", "件", "4"],
        ["（二）被依法纠错数目", "件", "3"],
        ["五、行政诉讼数量", "件", "8"],
        ["（一）维持具体行政行为或驳回原告诉讼请求数", "件", "6"],
        ["（二）被依法纠错数目", "件", "2"],
    ]
    cells = [
        tuple(Cell(text, Location(0, 0, len(text), at, n)) for n, text in enumerate(row))
        for at, row in enumerate(rows)
    ]
    found = values(Table(tuple(cells), Location(0), spans_known=False))
    assert (found["annex.reviews.corrected"], found["annex.lawsuits.corrected"]) == (3, 2)
