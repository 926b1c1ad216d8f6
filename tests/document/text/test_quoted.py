"""Tables whose cells hold line ends, as a spreadsheet copies or saves them."""

import pytest
from reading import outline, rows

from gxcheck.document import read_text

TABS = '"信息\n内容"\t本年制发件数\t"现行有效\n件数"\n规章\t0\t3\n"行政规范\n性文件"\t1,204\t7'
COMMAS = TABS.replace("1,204", "1204").replace("\t", ",")


@pytest.mark.parametrize("table", [TABS, COMMAS, TABS.replace("\n", "\r\n")])
def test_a_row_goes_on_where_a_cell_in_quotation_marks_is_open(table):
    cells = rows(f"二、公开\n{table}\n三、申请")
    assert [[cell.replace("\r", "") for cell in row] for row in cells] == [
        ["信息\n内容", "本年制发件数", "现行有效\n件数"],
        ["规章", "0", "3"],
        ["行政规范\n性文件", "1,204" if "\t" in table else "1204", "7"],
    ]


def test_every_cell_knows_its_place():
    text = f"二、公开\n{TABS}"
    (table,) = read_text(text).tables
    for row in table.rows:
        for cell in row:
            at = cell.location
            assert text.startswith(cell.text, at.offset)
            assert text.split("\n")[at.line - 1][at.column - 1 :].startswith(cell.text[:2])


@pytest.mark.parametrize(
    "text",
    [
        '"一段引文\n分作两行"\t另一段\t完\n没有数字的话',
        '他说,"今天\n很好",大家都同意\n于是散会',
        '"没有结束的引号\t1\t2\n规章\t0\t3',
    ],
)
def test_words_in_quotation_marks_are_no_table_by_themselves(text):
    assert not any(isinstance(block, list) and "\n" in str(block) for block in outline(text))
