"""Patterns that are looked for only around a word."""

import pytest

from gxcheck.report.forms import form
from gxcheck.rules.checks.prose.near import near_words
from gxcheck.rules.context import Context
from gxcheck.rules.proving.partial import partial_report

THOUSANDS = {"near": ["千", "百"], "pattern": r"\d{1,3}[千百](?=[条件])"}
RANGE = {"near": ["%"], "pattern": r"\d+-\d+%"}


def found(text: str, **patterns: object) -> list[tuple[str, int]]:
    report = partial_report({"sections": [{"role": "overview", "text": text}]}, 2021)
    violations = near_words(report, {"patterns": patterns}, Context(report, form(2021)))
    return [(one.quote, one.location.start) for one in violations if one.location]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发布3千条信息", [("3千", 2)]),
        ("发布3千条、回应5百件", [("3千", 2), ("5百", 8)]),
        ("发布三千条，全长3千米", []),
        ("发布3\n千条", []),
    ],
)
def test_every_match_that_holds_a_word(text, expected):
    assert found(text, thousands=THOUSANDS) == expected


def test_matches_come_in_their_order_and_once():
    text = "增幅10-15%，发布3千条"
    assert [quote for quote, _ in found(text, one=THOUSANDS, two=RANGE, three=RANGE)] == [
        "10-15%",
        "3千",
    ]


def test_a_pattern_without_words_is_looked_for_anywhere():
    year = {"pattern": r"(?<!\d)\d\d年度"}
    assert found("较19年度增长，2020年度10-15%", year=year, range=RANGE) == [
        ("19年度", 1),
        ("10-15%", 14),
    ]


def test_a_match_does_not_run_over_paragraphs():
    assert found("共10-\n15%", range=RANGE) == []
