"""Tables: every cell at its place, merged ones over all that they cover."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_files import docx, outline, p, r, spans, tbl, tc, tr

from gxcheck.document.docx import read_docx


def shown(*body: str) -> list[object]:
    return outline(read_docx(docx(*body)))


def test_merged_cells():
    data = docx(
        tbl(
            [tc("项目", span=2, merge="restart"), tc("申请人", span=2)],
            [tc(span=2, merge="go on"), tc("自然人"), tc("总计", merge="restart")],
            [tc("（三）", merge="restart"), tc("1."), tc("3"), tc(merge="go on")],
            [tc(merge="continue"), "2.", "4", "5"],
        )
    )
    assert spans(data) == [
        *(("项目", 0, 0, 2, 2), ("申请人", 0, 2, 1, 2)),
        *(("自然人", 1, 2, 1, 1), ("总计", 1, 3, 2, 1)),
        *(("（三）", 2, 0, 2, 1), ("1.", 2, 1, 1, 1), ("3", 2, 2, 1, 1)),
        *(("2.", 3, 1, 1, 1), ("4", 3, 2, 1, 1), ("5", 3, 3, 1, 1)),
    ]
    (table,) = read_docx(data).tables
    assert table.spans_known
    assert table.width == 4
    assert all(cell for row in table.grid for cell in row)


def test_columns_are_counted_by_the_cells_whatever_the_grid_says():
    rows = (
        [tc("甲", span=4), tc("乙", span=2)],
        [tc("1", span=2), tc("2", span=2), tc("3", span=2)],
    )
    expected = [("甲", 0, 0, 1, 2), ("乙", 0, 2, 1, 1)]
    expected += [("1", 1, 0, 1, 1), ("2", 1, 1, 1, 1), ("3", 1, 2, 1, 1)]
    for grid in ((), (100,), (0, 0, 0), (1, 2, 3, 4, 5, 6, 7, 8, 9)):
        assert spans(docx(tbl(*rows, grid=grid))) == expected


def test_rows_that_begin_later_or_end_earlier():
    before = '<w:gridBefore w:val="1"/><w:wBefore w:w="100" w:type="dxa"/>'
    data = docx(
        tbl(
            tr("甲", "乙", "丙"),
            tr("1", "2", props=before),
            tr("3", "4", props='<w:gridAfter w:val="1"/>'),
        )
    )
    assert [(text, column) for text, _, column, _, _ in spans(data)][3:] == [
        *(("1", 1), ("2", 2), ("3", 0), ("4", 1))
    ]
    (table,) = read_docx(data).tables
    assert table.grid[1][0] is None
    assert table.grid[2][2] is None


def test_a_sliver_of_a_dragged_border_is_no_column():
    data = docx(
        tbl(
            [tc("甲", span=2, width=1010), tc("乙", width=990), tc("丙", width=3000)],
            [tc("", width=1000), tc("7", span=2, width=1000), tc("8", width=3000)],
        )
    )
    assert [cell[2:] for cell in spans(data)] == [(0, 1, 1), (1, 1, 1), (2, 1, 1)] * 2
    wide = docx(
        tbl(
            [tc("甲", span=2, width=2000), tc("乙", width=1000)],
            [tc("1", width=1000), tc("2", span=2, width=2000)],
        )
    )
    assert [cell[2:] for cell in spans(wide)] == [(0, 1, 2), (2, 1, 1), (0, 1, 1), (1, 1, 2)]


def test_cells_merged_by_width_alone():
    data = docx(
        tbl(
            [tc("行政复议", width=5000), tc("行政诉讼", width=5000)],
            [
                tc(text, width=2500 + odd)
                for text, odd in zip("甲乙丙丁", (10, -8, 0, -2), strict=True)
            ],
        )
    )
    assert spans(data)[:2] == [("行政复议", 0, 0, 1, 2), ("行政诉讼", 0, 2, 1, 2)]
    ragged = docx(tbl([tc("甲", width=1000)], [tc("1", width=1000), tc("2", width=1000)]))
    assert [cell[2:] for cell in spans(ragged)] == [(0, 1, 1), (0, 1, 1), (1, 1, 1)]
    unknown = docx(tbl([tc("甲")], [tc("1", width=1000), tc("2", width=1000)]))
    assert [cell[2:] for cell in spans(unknown)] == [(0, 1, 1), (0, 1, 1), (1, 1, 1)]


def test_cells_merged_sideways_by_mark():
    first, rest = ('<w:hMerge w:val="restart"/>', "<w:hMerge/>")
    data = docx(tbl([tc("甲", props=first), tc(props=rest), "乙"], ["1", "2", "3"]))
    assert spans(data)[:2] == [("甲", 0, 0, 1, 2), ("乙", 0, 2, 1, 1)]


def test_merging_that_has_no_beginning_or_does_not_fit_keeps_its_text():
    assert spans(docx(tbl([tc("甲", merge="go on"), "乙"])))[0] == ("甲", 0, 0, 1, 1)
    uneven = docx(
        tbl([tc("甲", merge="restart"), "乙", "丙"], [tc("1", span=2, merge="go on"), "2"])
    )
    assert ("1", 1, 0, 1, 2) in spans(uneven)


def test_what_a_cell_that_goes_on_holds_is_not_shown():
    data = docx(tbl([tc("甲", merge="restart"), "乙"], [tc("藏", merge="go on"), "1"]))
    assert [cell[0] for cell in spans(data)] == ["甲", "乙", "1"]


def test_a_cell_of_several_paragraphs_lines_and_boxes():
    box = f"<w:pict><v:textbox><w:txbxContent>{p('框')}</w:txbxContent></v:textbox></w:pict>"
    data = docx(tbl([tc("商业", "企业"), tc(p(r("科研", "<w:br/>", "机构"))), tc(p("甲", r(box)))]))
    assert [cell[0] for cell in spans(data)] == ["商业\n企业", "科研\n机构", "甲\n框"]


def test_rows_and_cells_in_controls_and_changes():
    control = f"<w:sdt><w:sdtContent>{tr('1', '2')}</w:sdtContent></w:sdt>"
    cell = f"<w:sdt><w:sdtContent>{tc('3')}</w:sdtContent></w:sdt>"
    gone = tr("旧", "旧", props='<w:del w:id="1" w:author="甲"/>')
    fresh = tr("新", "新", props='<w:ins w:id="1" w:author="甲"/>')
    hidden = tr("藏", "藏", props="<w:hidden/>")
    lost = tc("去", props='<w:cellDel w:id="1" w:author="甲"/>')
    table = tbl(control, tr(cell, "4", lost), gone, fresh, hidden)
    assert shown(table) == [[["1", "2"], ["3", "4"], ["新", "新"]]]
    merged = '<w:cellMerge w:id="1" w:author="甲" w:vMerge="cont"/>'
    data = docx(tbl(["甲", "1"], [tc("", props=merged), "2"]))
    assert spans(data)[0] == ("甲", 0, 0, 2, 1)


def test_a_table_of_one_cell_is_none():
    assert shown(tbl([tc("标题", "正文")])) == ["标题", "正文"]
    inner = tbl(["甲", "1"], ["乙", "2"])
    assert shown(tbl([tc(p("前"), inner, p("后"))])) == ["前", [["甲", "1"], ["乙", "2"]], "后"]
    assert shown(tbl([tc(tbl([tc(inner)]))])) == [[["甲", "1"], ["乙", "2"]]]


def test_a_table_that_sets_out_a_page_is_none():
    inner = tbl(["甲", "1"], ["乙", "2"])
    page = tbl(["导航", tc(p("一、概述"), inner)], ["页脚", ""])
    assert shown(page) == ["导航", "一、概述", [["甲", "1"], ["乙", "2"]], "页脚"]
    prose = "全年主动公开政府信息，" * 8
    assert shown(tbl(["一、概述"], [prose])) == ["一、概述", prose]


def test_rows_of_text_are_no_rows_of_the_table_they_stand_in():
    prose = "全年主动公开政府信息，" * 8 + "成效明显。"
    whole = tbl(
        [tc("一、概述", span=2)],
        [tc(prose, "二、情况", span=2)],
        [tc("申请情况", span=2)],
        ["甲", tc("1", merge="restart")],
        ["乙", tc(merge="go on")],
        [tc("三、其他", span=2)],
    )
    figures = [["申请情况"], ["甲", "1"], ["乙"]]
    assert shown(whole) == ["一、概述", prose, "二、情况", figures, "三、其他"]
    assert [cell[1:] for cell in spans(docx(whole))] == [
        (0, 0, 1, 2),
        *((1, 0, 1, 1), (1, 1, 2, 1)),
        (2, 0, 1, 1),
    ]


@pytest.mark.parametrize(
    ("heading", "below", "parted"),
    [
        (tc("二、情况", span=2), "件数", True),
        (tc("二、情况", span=2), "3", False),
        (tc("情况", span=2), "件数", False),
        (tc("二、情况"), "件数", False),
    ],
)
def test_a_numbered_heading_may_be_the_top_of_its_table(heading, below, parted):
    blocks = shown(tbl([heading], ["名称", below], ["甲", "1"]))
    assert len(blocks) == 1 + parted
    assert blocks[-1][-2:] == [["名称", below], ["甲", "1"]]


def test_a_small_table_in_a_cell_is_its_text():
    outer = tbl(["甲", "乙", "丙"], ["1", "2", tc(tbl(["3", "4"]), p())])
    assert shown(outer) == [[["甲", "乙", "丙"], ["1", "2", "3\t4"]]]
    single = tbl(["甲", "乙"], ["1", tc(tbl(["5"]), p())])
    assert shown(single) == [[["甲", "乙"], ["1", "5"]]]


def test_a_table_without_rows_or_cells_is_nothing():
    assert shown(tbl(), tbl(tr()), "正文") == ["正文"]


def test_absurd_spans_cost_nothing():
    data = docx(tbl([tc("甲", span=2**31), tc("乙", span=-3)], [tc("1", span=2**31), "2"]))
    assert [cell[2:] for cell in spans(data)] == [(0, 1, 1), (1, 1, 1)] * 2


CELLS = st.tuples(st.integers(1, 4), st.booleans(), st.integers(0, 4))
ROWS = st.tuples(st.integers(0, 2), st.lists(CELLS, max_size=6))


@given(st.lists(ROWS, min_size=1, max_size=6))
def test_cells_never_cover_one_another_and_none_is_lost(rows):
    number = 0
    xml = []
    for before, cells in rows:
        made = []
        for span, goes_on, width in cells:
            number += 1
            merge = "go on" if goes_on else "restart"
            made.append(tc(str(number), span=span, merge=merge, width=width * 40))
        xml.append(tr(*made, props=f'<w:gridBefore w:val="{before}"/>'))
    document = read_docx(docx("正文", tbl(*xml)))
    for table in document.tables:
        covered = Counter(id(cell) for row in table.grid for cell in row if cell)
        cells = [cell for row in table.rows for cell in row]
        assert covered == {id(cell): cell.row_span * cell.column_span for cell in cells}
