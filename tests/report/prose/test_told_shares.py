"""Percentages: what they are of, and which are right."""

import pytest
from told import report


def shares(text: str) -> list[tuple[object, object, object, bool]]:
    return [
        (one.part.value, one.whole.value, one.told, one.least < one.told < one.most)
        for one in report(text).shares
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("受理120件，其中网络80件，占66.7%。", (80, 120, True)),
        ("受理120件，其中网络80件，占67.6%。", (80, 120, False)),
        ("受理120件，其中网络80件（占总数的66.7%）。", (80, 120, True)),
        ("受理120件，网络80件，占比66.66%。", (80, 120, True)),
        ("受理120件，网络80件，占比76.66%。", (80, 120, False)),
        ("梳理事项274项，可实现172项，实现率63%。", (172, 274, True)),
        ("梳理事项274项，可实现172项，实现率73%。", (172, 274, False)),
        ("自然人80件、法人40件，分别占66.7%和33.3%。", (80, 120, True)),
        ("公开1.2万条，其中动态0.8万条，占66%。", (8000, 12000, True)),
        ("受理120件，其中网络80件，占百分之六十七。", (80, 120, True)),
    ],
)
def test_part_whole_and_verdict(text, expected):
    part, whole, _, right = shares(text)[0]
    assert (part, whole, right) == expected


@pytest.mark.parametrize(
    "text",
    [
        "公布1117项事项，占现有事项总数的93.2%。",
        "公开2500条，其中部门1800条，占全市公开总量的12%。",
        "受理50件，办结48件，按时办结率98%。",
        "发放问卷600份，回收580份，满意率96%。",
        "自然人80件、法人40件，占33.3%。",
        "受理约120件，其中网络80件，占76%。",
        "共有事项3项，办件量占全市的20%。",
    ],
)
def test_no_whole_told(text):
    assert all(right for *_, right in shares(text))


def test_the_right_percentage_is_told():
    (one,) = report("受理120件，其中网络80件，占76.7%。").shares
    assert str(one.exact) == "66.7"
