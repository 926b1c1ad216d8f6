"""Attachments that are named, and whether they follow."""

import pytest
from structure_helpers import document

from gxcheck.report.sections.attachments import read_attachments

CASES = {
    "lost": ("附件：政务公开统计表", [("政务公开统计表", False)]),
    "with its head": (
        "附件：政务公开统计表\n某某局\n2021年1月3日\n附件\n政务公开统计表\n\t0",
        [("政务公开统计表", True)],
    ),
    "its title alone": ("附件：政务公开统计表\n某某局\n政务公开统计表", [("政务公开统计表", True)]),
    "its table alone": ("附：2020年统计表\n\t0", [("2020年统计表", True)]),
    "two over two lines": (
        "附件：1.统计表\n2.说明\n某某局\n附件1\n统计表\n\t0\n附件2\n说明",
        [("统计表", True), ("说明", True)],
    ),
    "two in one line, one lost": (
        "附件：1.统计表 2.目录说明\n某某局\n附件1\n统计表\n\t0",
        [("统计表", True), ("目录说明", False)],
    ),
    "two heads, both lost": (
        "附件1：统计表\n附件2：工作说明\n\t0",
        [("统计表", False), ("工作说明", False)],
    ),
    "brackets of titles": ("附件：《统计表》。", [("统计表", False)]),
    "a space for the colon": ("附件1 统计表\n\t0", [("统计表", True)]),
    "not named before": ("附件\n政务公开情况统计表\n\t0", [("政务公开情况统计表", True)]),
    "a file": ("附件：2020年报告.docx", [("2020年报告.docx", True)]),
    "附表": ("附表：统计表", [("统计表", False)]),
    "no attachment": ("附近居民可以到查阅点查阅。\n附件所列数据准确。\n附带说明。", []),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_attachments(text, expected):
    found = read_attachments(document(text))
    assert [(one.title, one.present) for one in found] == expected


def test_place_and_range():
    text = "附件：下载\n一、总体情况\n附件： 统计表\n\t0"
    (found,) = read_attachments(document(text), start=1)
    assert (found.title, found.location.line, found.location.column) == ("统计表", 3, 5)
    (cut,) = read_attachments(document(text), start=1, end=3)
    assert not cut.present
