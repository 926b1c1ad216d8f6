"""Lines of Chinese end between signs, and keep together what belongs together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from gxcheck.output.breaking import line_starts


def lines(text: str, width: int) -> list[str]:
    starts = [0, *line_starts(text, width), len(text)]
    return [text[start:end].rstrip() for start, end in pairwise(starts)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("全年受理申请", 8, ["全年受理", "申请"]),
        ("区分处理的只计 1 条的申请", 12, ["区分处理的只", "计 1 条的申", "请"]),
        ("期限为2024年", 9, ["期限为", "2024年"]),
        ("电话：0744，邮编", 10, ["电话：", "0744，邮编"]),
        ("公开年报。", 8, ["公开年", "报。"]),
        ("依据《条例》公开", 6, ["依据", "《条", "例》公", "开"]),
        ("receives 12 of them", 11, ["receives 12", "of them"]),
    ],
)
def test_what_belongs_together_stays_in_a_line(text, width, expected):
    assert lines(text, width) == expected


def test_a_word_wider_than_a_line_is_broken_anywhere():
    assert lines("网址www.example.gov.cn", 8) == ["网址www.", "example.", "gov.cn"]


@given(st.text("甲乙（）《》“”，。12ab .@", max_size=60), st.integers(2, 30))
def test_no_line_is_too_wide_and_nothing_is_lost(text, width):
    starts = line_starts(text, width)
    assert [0, *starts] == sorted({0, *starts})
    assert all(cell_len(line) <= width for line in lines(text, width))
