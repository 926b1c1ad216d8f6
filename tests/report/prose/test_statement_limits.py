"""Long and strange prose is read; how its time grows, benchmarks/prose.py shows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told import report

from gxcheck.report.model import Report

SENTENCE = "全年公开信息120条，其中政策类50条，占41.7%，业务类70条，比上年的60条增长16.7%。"
STRANGE = {
    "one-sentence": "其中甲类5件，" * 14_000,
    "ten-thousand-numbers": "甲5件、" * 10_000,
    "numbers-alone": "1、" * 30_000,
    "digits": "1" * 100_000,
    "anchors": "5件其中" * 10_000,
    "brackets": "5件（" * 10_000 + "）" * 10_000,
    "colons": "5件：" * 10_000,
    "shares": "5件占5%，" * 10_000,
    "comparisons": "5件比上年" * 10_000,
    "ordinals": "第" + "5、" * 30_000,
    "names": "甲局、" * 30_000 + "等5个",
    "lists": "一是" * 30_000,
    "announced": "以下三项：" * 10_000,
    "quotes": "“甲乙、" * 20_000,
    "numerals": "一百二十" * 20_000 + "件",
    "commas": "1,234," * 15_000,
    "spaces": "1 234 " * 15_000,
}

PIECES = [
    "5件",
    "12件",
    "0件",
    "1.2万条",
    "三千件",
    "约5件",
    "5",
    "12.5%",
    "百分之五",
    "2倍",
    "3项",
    "、",
    ",",
    "，",
    "。",
    "；",
    "：",
    "（",
    "）",
    "其中",
    "占",
    "分别占",
    "率",
    "共计",
    "等",
    "比上年的",
    "增长",
    "下降",
    "由",
    "增加到",
    "是上年",
    "的",
    "以下三项",
    "一是",
    "二是",
    "三是",
    "第5、6条",
    "等2条",
    "《甲》",
    "甲局",
    "“甲、乙、丙”三个方面",
    "其余",
    "自然人",
    "网站",
    "超过9件",
    "\n",
    " ",
]


@pytest.mark.parametrize("name", STRANGE)
def test_strange_prose_is_read(name):
    told = report(STRANGE[name])
    for one in (*told.sums, *told.shares, *told.growths, *told.counts):
        assert one.text


def test_many_sentences_are_all_read():
    assert len(report("\n".join([SENTENCE] * 1000)).sums) == 1000


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_whatever_is_said_is_read_without_error(text):
    told = report(text)
    for one in (*told.sums, *told.shares, *told.growths, *told.counts):
        assert one.text
        assert one.location.end > one.location.start
    again = Report.model_validate_json(told.model_dump_json())
    assert (again.sums, again.shares) == (told.sums, told.shares)
    assert (again.growths, again.counts) == (told.growths, told.counts)
