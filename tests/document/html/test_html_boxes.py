"""Boxes that are shown, or called, as rows and cells are tables; what only arranges a page is none.

Texts of cells are told row by row.
"""

import pytest
from web_pages import framed

from gxcheck.document import read

CELL = "<div style='width:9px; DISPLAY: table-cell'>{}</div>"
ROW = "<div style='display:table-row;color:red'>{}</div>"
TEXTS = [["项目", "件数"], ["规章", "3"], ["许可", ""]]


def boxes(cell=CELL, row=ROW, texts=TEXTS):
    return "\n".join(row.format("".join(cell.format(text) for text in line)) for line in texts)


BODY = boxes(texts=TEXTS[1:])


def page_of(body):
    return framed(f"<div id=zoom><p>一、公开情况如下，</p>{body}<p>二、其他事项，没有。</p></div>")


def tables_of(body):
    document = read(page_of(body).encode())
    return [[[cell.text for cell in row] for row in table.rows] for table in document.tables]


@pytest.mark.parametrize(
    "body",
    [
        f"<div style='display:table'>{boxes()}</div>",
        f"<div class='x'><p>单位：件</p>{boxes()}甲</div>",
        boxes("<div class='cell c1'>{}</div>", "<div class=row>{}</div>"),
        boxes("<span class=td><b>{}</b></span>", "<div class='tr odd'>{}</div>"),
        f"<div class=thead>{boxes(texts=TEXTS[:1])}</div><div class=tbody>{BODY}</div>",
        f"<div style='display:table-row-group'>{boxes()}</div>",
    ],
)
def test_boxes_are_a_table(body):
    assert tables_of(body) == [TEXTS]


@pytest.mark.parametrize(
    "body",
    [
        boxes(texts=TEXTS[:1]),
        boxes(texts=[["甲"], ["乙"]]),
        boxes("<div class=col-md-4>{}</div>", "<div class=row>{}</div>"),
        boxes("<div>{}</div>"),
        boxes(row="<div>{}</div>"),
        boxes(row="<div style='display:table-row'><p>甲</p>{}</div>"),
    ],
)
def test_what_is_no_table_of_boxes_is_none(body):
    assert TEXTS not in tables_of(body)


def test_text_beside_boxes_stays_and_cells_stand_where_they_are():
    page = page_of(f"<div>表前的话。{boxes()}表后的话。</div>")
    document = read(page.encode())
    texts = [getattr(block, "text", "表") for block in document.blocks]
    assert texts[1:4] == ["表前的话。", "表", "表后的话。"]
    cell = document.tables[0].rows[1][1]
    assert page[cell.location.offset] == cell.text == "3"
