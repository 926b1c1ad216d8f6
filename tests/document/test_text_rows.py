"""Which rows of a table hold a text, by the texts of the cells that begin in them."""

import pytest

from gxcheck.document.text_rows import text_rows

PROSE = ["全年主动公开政府信息，" * 8 + "成效明显。"]
HEAD, FIGURES = ["名称", "件数"], ["规章", "3"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], set()),
        ([HEAD, FIGURES], set()),
        ([["一、概述"]], set()),
        ([["一、概述"], HEAD, FIGURES], {0}),
        ([["（二）情况"], ["第一项"], HEAD, FIGURES], {0}),
        ([["一、主动公开"], FIGURES], set()),
        ([["统计表"], HEAD, FIGURES], set()),
        ([HEAD, ["一、概述"], FIGURES], set()),
        ([["一、概述"], PROSE, ["二、情况"], HEAD, FIGURES, ["三、其他"]], {0, 1, 2, 5}),
        ([PROSE, ["单位：件"], HEAD, ["12"], [""]], {0}),
        ([[PROSE[0], "备注"], ["一、概述"], HEAD], set()),
    ],
)
def test_rows_of_text(rows, expected):
    assert text_rows(rows) == expected
