"""Which of some words stand in a text, and where."""

from __future__ import annotations

import pytest
from ahocorasick_rs import AhoCorasick, MatchKind

from gxcheck.report.front.vocabulary import pattern
from gxcheck.report.seek import holds_any, matches


def test_holds_any() -> None:
    assert holds_any("2024年1月", ("日", "月"))
    assert not holds_any("2024年", ("日", "月"))


def test_matches_are_the_longest_words_or_all() -> None:
    longest = AhoCorasick(["联系", "联系方式"], matchkind=MatchKind.LeftmostLongest)
    assert matches(longest, "的联系方式") == [(1, 1, 5)]
    every = AhoCorasick(["联系", "联系方式"])
    assert matches(every, "的联系方式", overlapping=True) == [(0, 1, 3), (1, 1, 5)]


def test_halves_of_characters_move_no_place() -> None:
    assert matches(AhoCorasick(["电话"]), "\ud800的\udfff电话") == [(0, 3, 5)]


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        (
            "label",
            ("联系电话", "E-mail", "TEL", "Fax", "邮编", "来信请寄至", "受理地址", "移动电话"),
        ),
        ("range", ("自2023年1月1日至2023年12月31日", "同年1月1日至12月31日", "元月1日至年底")),
        ("range_lost", ("自201711日至20171231日", "201711日至20171231日")),
    ],
)
def test_what_a_pattern_looks_for_in_front_keeps_none_of_its_beginnings(
    name: str, texts: tuple[str, ...]
) -> None:
    for text in texts:
        found = pattern(name).match(text)
        assert found
        assert found.end() == len(text)
