"""Tables typed or pasted as text into a Word file that has no table."""

import pytest
from test_docx_places import passages, written
from word_files import docx, outline, p, tbl

import gxcheck
import table_layouts
from form_reports import REPORTS
from gxcheck.document.docx import read_docx
from gxcheck.document.docx.places import Places
from gxcheck.rules.values import figures_of

TAB = "<w:r><w:tab/></w:r>"


def lines(text: str) -> list[str]:
    """Each line of a text as a paragraph."""
    runs = [[run for cell in line.split("\t") for run in (TAB, cell)] for line in text.split("\n")]
    return [p(*line[1:]) for line in runs]


TYPED = lines("二、情况\n单位：件\n| 名称 | 件数 | 备注 |\n| 规章 | 3 |  |\n三、其他")


@pytest.mark.parametrize("layout", ["tabs", "tab_separated", "pipes", "markdown", "cell_lines"])
@pytest.mark.parametrize("name", ["department-2019", "government-2021", "department-2008"])
def test_every_figure_is_read_as_in_plain_text(name, layout):
    set_as = getattr(table_layouts, layout)
    parts = REPORTS[name]().parts()
    text = "\n".join(part if isinstance(part, str) else set_as(part) for part in parts)
    told = figures_of(gxcheck.parse(text.encode()))
    found = figures_of(gxcheck.parse(docx(*lines(text))))
    assert {path: figure.raw for path, figure in found.items()} == {
        path: figure.raw for path, figure in told.items()
    }


def test_the_table_stands_among_its_paragraphs_and_its_cells_are_found_again():
    data = docx(*TYPED)
    table = [["名称", "件数", "备注"], ["规章", "3", ""]]
    assert outline(read_docx(data)) == ["二、情况", "单位：件", table, "三、其他"]
    places = Places(data)
    for passage in passages(data):
        place = places.find(passage.location)
        assert place
        assert not passage.text or written(data, place) == passage.text


def test_a_file_with_tables_of_its_own_is_left_as_it_is():
    typed = outline(read_docx(docx(*TYPED, tbl(["甲", "1"], ["乙", "2"]))))
    assert typed[3:] == ["| 规章 | 3 |  |", "三、其他", [["甲", "1"], ["乙", "2"]]]
