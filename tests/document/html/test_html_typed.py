"""Tables typed or pasted as text into a page that has no table."""

import html

import pytest

import gxcheck
import table_layouts
from form_reports import REPORTS
from gxcheck.document import read
from gxcheck.rules.values import figures_of


@pytest.mark.parametrize("layout", ["tabs", "pipes", "markdown", "cell_lines", "cell_pipes"])
@pytest.mark.parametrize("tag", ["p", "br", "pre"])
def test_every_figure_is_read_as_in_plain_text(tag, layout):
    set_as = getattr(table_layouts, layout)
    parts = REPORTS["government-2021"]().parts()
    text = "\n".join(part if isinstance(part, str) else set_as(part) for part in parts)
    bare = html.escape(text, quote=False)
    page = {
        "p": "".join(f"<p>{line}</p>" for line in bare.split("\n")),
        "br": bare.replace("\n", "<br>"),
        "pre": f"<pre>{bare}</pre>",
    }
    told = figures_of(gxcheck.parse(text.encode()))
    found = figures_of(gxcheck.parse(f"<html><body>{page[tag]}</body></html>".encode()))
    assert {path: figure.raw for path, figure in found.items()} == {
        path: figure.raw for path, figure in told.items()
    }


def test_the_cells_of_a_typed_table_know_their_places():
    page = "<p>二、情况</p><p>| 名称 | <b>件</b>数 |</p><p>| 规章 | 3 |</p><p>三、其他</p>"
    (table,) = read(page.encode()).tables
    assert [[cell.text for cell in row] for row in table.rows] == [["名称", "件数"], ["规章", "3"]]
    for row in table.rows:
        for cell in row:
            assert page[cell.location.offset :].startswith(cell.text[0])
    assert not table.spans_known


def test_a_page_with_a_table_of_its_own_is_left_as_it_is():
    page = "<p>| 名称 | 件数 |</p><p>| 规章 | 3 |</p><table><tr><td>甲<td>1<tr><td>乙<td>2</table>"
    assert len(read(page.encode()).tables) == 1
