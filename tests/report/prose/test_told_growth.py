"""Growth: the two values, the change, the rate."""

import pytest
from told import report


def growths(text: str) -> list[tuple[object, object, object, bool]]:
    return [
        (one.before, one.now, one.told, one.least < one.told < one.most)
        for one in report(text).growths
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("受理120件，比上年的100件增长20%。", (100, 120, 20, True)),
        ("受理120件，比上年的100件增长25%。", (100, 120, 25, False)),
        ("受理90件，较2022年120件下降25%。", (120, 90, -25, True)),
        ("受理90件，较上年的120件增长25%。", (120, 90, 25, False)),
        ("公开486条，比上年增加52条，增长12%。", (434, 486, 12, True)),
        ("公开486条，比上年增加52条，增长10%。", (434, 486, 10, False)),
        ("公开486条，比上年的434条增加62条。", (434, 486, 62, False)),
        ("公开800条，是上年400条的2倍。", (400, 800, 100, True)),
        ("公开800条，是上年400条的3倍。", (400, 800, 200, False)),
        ("由上年的1200条增加到1500条，增长25%。", (1200, 1500, 25, True)),
        ("由上年的3000条增至3456条，增长25.2%。", (3000, 3456, "25.2", False)),
        ("受理150件（上年120件），同比增长25%。", (120, 150, 25, True)),
        ("受理150件，同比增长20%（去年为120件）。", (120, 150, 20, False)),
        ("2022年受理100件，2023年受理120件，增长20%。", (100, 120, 20, True)),
        ("2023年受理120件，2022年受理100件，增长20%。", (100, 120, 20, True)),
        ("访问量1.2万次，比上年的0.9万次增长35%。", (9000, 12000, 35, True)),
    ],
)
def test_values_and_verdict(text, expected):
    before, now, told, right = growths(text)[-1]
    assert (before, now, str(told), right) == (*expected[:2], str(expected[2]), expected[3])


@pytest.mark.parametrize(
    "text",
    [
        "行政复议126件、行政诉讼142件，比去年同期分别减少3.1%和53%。",
        "受理100件，信函申请比上年增加5件，增长20%。",
        "受理120件，较年度计划增加20件，增长30%。",
        "受理约120件，比上年的100件增长30%。",
        "受理120件、30件，分别比上年的100件、20件增长20%、50%。",
        "2021年受理120件，2022年和2023年共受理100件，增长20%。",
        "公开120条，比上年的100件增长30%。",
        "受理120件，比上年的0件增长100%。",
    ],
)
def test_values_not_told(text):
    assert growths(text) == []
