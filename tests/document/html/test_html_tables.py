"""Tables: every cell at its place, spans as a browser takes them, layout told from data."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from web_pages import framed

from gxcheck.document import read
from gxcheck.document.html.spans import place_cells
from gxcheck.document.model import Table


def tables(html: str) -> tuple[Table, ...]:
    return read(html.encode()).tables


def rows(html: str) -> list[list[str]]:
    (table,) = tables(html)
    return [[cell.text for cell in row] for row in table.rows]


def grid(html: str) -> list[str]:
    """The grid, one letter a cell, a dot where there is none."""
    (table,) = tables(html)
    return ["".join(cell.text[:1] if cell else "." for cell in row) for row in table.grid]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("<tr><td rowspan=2>甲<td>乙<tr><td>丙", ["甲乙", "甲丙"]),
        ("<tr><td colspan=2>甲<tr><td>乙<td>丙", ["甲甲", "乙丙"]),
        ("<tr><td rowspan=300>甲<td>乙<tr><td>丙", ["甲乙", "甲丙"]),
        ("<tr><td rowspan=0>甲<td>乙<tr><td>丙", ["甲乙", "甲丙"]),
        ("<tr><td colspan=300>甲<tr><td>乙<td>丙", ["甲甲", "乙丙"]),
        ("<tr><td colspan=0>甲<td>乙<tr><td>丙<td>丁", ["甲乙", "丙丁"]),
        ("<tr><td colspan=-2 rowspan=x>甲<td>乙<tr><td>丙<td>丁", ["甲乙", "丙丁"]),
        ("<tr><td colspan='2px'>甲<tr><td>乙<td>丙", ["甲甲", "乙丙"]),
        ("<tr><td>甲<td rowspan=2>乙<tr><td colspan=2>丙", ["甲乙", "丙乙"]),
        ("<tr><td rowspan=2>甲<td>乙<tr></tr><tr><td>丙<td>丁", ["甲乙", "甲.", "丙丁"]),
        (
            "<thead><tr><td rowspan=9>甲<td>乙</thead><tbody><tr><td>丙<td>丁</tbody>",
            ["甲乙", "丙丁"],
        ),
        ("<tfoot><tr><td>丙<td>丁</tfoot><tbody><tr><td>甲<td>乙</tbody>", ["甲乙", "丙丁"]),
        ("<td>甲<td>乙<tr><td>丙<td>丁", ["甲乙", "丙丁"]),
        ("<tr><th>甲<th>乙</tr><td>丙<td>丁</td>", ["甲乙", "丙丁"]),
        (
            "<form><tr><td>甲</td><td>乙</td></tr></form><tr><td>丙</td><td>丁</td></tr>",
            ["甲乙", "丙丁"],
        ),
        (
            "<tr><form><td>甲</td><td>乙</td></form></tr><tr><td>丙</td><td>丁</td></tr>",
            ["甲乙", "丙丁"],
        ),
        ("<tr><td>甲<td style='display:none'>子<td>乙<tr><td>丙<td>丁", ["甲乙", "丙丁"]),
        ("<tr><td>甲<td>乙<tr hidden><td>子<td>丑<tr><td>丙<td>丁", ["甲乙", "丙丁"]),
    ],
)
def test_spans(cells, expected):
    assert grid(f"<table>{cells}</table>") == expected


@given(st.lists(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), max_size=6), max_size=8))
@settings(max_examples=150, deadline=None)
def test_no_two_cells_share_a_place(spans):
    placed = place_cells(spans, [len(spans)] * len(spans), 10_000)
    assert placed is not None
    assert list(map(len, placed)) == list(map(len, spans))
    covered = [
        (row + down, column + across)
        for row, places in enumerate(placed)
        for column, rows, columns in places
        for down in range(rows)
        for across in range(columns)
    ]
    assert len(covered) == len(set(covered))
    assert all(row < len(spans) for row, _ in covered)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<p>商业</p><p>企业</p>", "商业\n企业"),
        ("商业<br/>企业", "商业\n企业"),
        ("\n   <p>\n 12 </p>\n  ", "12"),
        ("<div><div><span>1</span><span>2</span></div></div>", "12"),
        ("&nbsp;", ""),
        ("<p>&nbsp;</p>", ""),
        ("<o:p></o:p>", ""),
        ("　", ""),
        ("3&nbsp;&nbsp;119", "3\xa0\xa0119"),
        ("<!-- 1 -->2<!-- 3 -->", "2"),
        ("2<script>var a = 3;</script>", "2"),
        ("1<del>2</del>3", "13"),
        ("10<sup>2</sup>", "102"),
        ("<table><tr><td>1</td></tr></table>", "1"),
        ("<b>共<table><tr><td>1</td><td>件</td></tr></table></b>", "共\n1\n件"),
        ("<ol><li>申请<li>答复</ol>", "1. 申请\n2. 答复"),
        ("a < b", "a < b"),
        ("&lt;无&gt;", "<无>"),
        ("&#19968;&#x4E8C;&hellip;", "一二…"),
    ],
)
def test_the_text_of_a_cell(cell, text):
    filler = "<tr>" + "<td>数</td>" * 8 + "</tr>"
    assert rows(f"<table>{filler * 3}<tr><td>{cell}</td><td>末</td></tr></table>")[-1] == [
        text,
        "末",
    ]


def test_blank_cells_have_places():
    cells = "<td></td><td> </td>\n<td>1</td><td class='>'></td>"
    html = f"<p>如下：</p>\n<table>\n<tr>{cells}</tr></table>"
    ((*_, first, second, third, fourth),) = tables(html)[0].rows
    places = [(cell.location.line, cell.location.column) for cell in (first, second, third)]
    assert places == [(3, 9), (3, 18), (4, 5)]
    assert fourth.location.offset > third.location.offset
    assert [cell.text for cell in (first, second, fourth)] == ["", "", ""]


def test_words_in_a_table_but_in_no_cell_stand_before_it():
    document = read(
        "<table><caption>表一</caption>注<tr><td>1</td><td>2</td></tr></table>".encode()
    )
    assert [type(block).__name__ for block in document.blocks] == ["Paragraph"] * 2 + ["Table"]
    assert [block.text for block in document.paragraphs] == ["表一", "注"]


def test_tables_for_layout_are_read_in_order():
    inner = "<table>" + "<tr><td>甲</td><td>1</td></tr>" * 4 + "</table>"
    html = (
        f"<table><tr><td>一、概况</td></tr><tr><td><p>情况如下：</p>{inner}</td></tr>"
        f"<tr><td>二、其他</td><td>{inner}</td></tr></table>"
    )
    document = read(html.encode())
    kinds = [getattr(block, "text", "表") for block in document.blocks]
    assert kinds == ["一、概况", "情况如下：", "表", "二、其他", "表"]


@pytest.mark.parametrize(
    ("heading", "below", "parted"),
    [("二、情况", "件数", True), ("二、情况", "3", False), ("情况", "件数", False)],
)
def test_a_numbered_heading_may_be_the_top_of_its_table(heading, below, parted):
    html = (
        f"<table><tr><td colspan=2>{heading}</td></tr><tr><td>名称</td><td>{below}</td></tr>"
        "<tr><td>甲</td><td>1</td></tr></table>"
    )
    document = read(html.encode())
    assert [block.text for block in document.paragraphs] == [heading] * parted
    assert len(document.tables[0].rows) == 3 - parted


def test_a_header_that_is_spanned_otherwise_than_the_figures():
    html = (
        "<table><tr><td>信息内容<td>本年新制作数量<td colspan=2>本年新公开数量<td>对外公开总数量"
        "<tr><td>规章<td colspan=2>1<td>2<td>3</table>"
    )
    (table,) = tables(html)
    spans = [[(cell.column, cell.column_span) for cell in row] for row in table.rows]
    assert spans == [[(0, 1), (1, 1), (2, 2), (4, 1)], [(0, 1), (1, 2), (3, 1), (4, 1)]]
    assert table.spans_known


@pytest.mark.parametrize(
    "blank",
    [
        "&nbsp;",
        "<p>&nbsp;</p>",
        "<p></p><p>&nbsp;</p>",
        "<font><p>&nbsp;</p></font>",
        "<p>&nbsp;</p><p>&nbsp;</p>",
    ],
)
def test_a_blank_cell_stands_where_its_white_space_does(blank: str) -> None:
    html = f"<table><tr><td>甲<td>{blank}<td></td><td>乙<tr><td>1<td>2<td>3<td>4</table>"
    (table,) = tables(html)
    _, white, empty, _ = table.rows[0]
    assert white.location.offset == html.index("&nbsp;")
    assert empty.location.offset == html.index("<td></td>") + len("<td>")


def test_a_figure_behind_a_line_end_in_preformatted_text_has_its_own_place() -> None:
    html = "<table><tr><td>甲<td><p></p><pre>\n12</pre></td><tr><td>乙<td>3</table>"
    (table,) = tables(html)
    assert table.rows[0][1].location.offset == html.index("12")


@pytest.mark.parametrize(
    ("row", "texts"),
    [
        ("<td><span><p>甲</p></span><span><p>乙</p></span></td><td>丙", ["甲\n乙", "丙"]),
        ("<td><p>甲<br>乙</p></td><td><span>丙</span><span>丁</span>", ["甲\n乙", "丙丁"]),
        ("<td>甲<div>乙</div></td><td><h3>丙</h3>", ["甲\n乙", "丙"]),
        ("<form><td>甲</td><td>乙</td></form>", ["甲", "乙"]),
        ("<td>甲</td><input name=x><td>乙</td>", ["甲", "乙"]),
        ("<td>甲<div><td>乙</td></div>", ["甲\n乙", "乙"]),
    ],
)
def test_cells_of_several_parts_beside_plain_ones(row: str, texts: list[str]) -> None:
    assert rows(f"<table><tr>{row}</tr><tr><td>1<td>2</tr></table>") == [texts, ["1", "2"]]


def test_places_to_link_to_are_no_menu():
    """Word puts names around words that something may refer to."""
    cell = "<td><a name=OLE_LINK{0}></a><a name=_Hlk{0}>{0}</a></td>"
    rows = "".join(f"<tr>{cell.format(n) * 3}</tr>" for n in range(4))
    page = framed(f"<div id=zoom><p>一、公开情况如下，</p><table>{rows}</table></div>")
    (table,) = read(page.encode()).tables
    assert [[cell.text for cell in row] for row in table.rows] == [[str(n)] * 3 for n in range(4)]
