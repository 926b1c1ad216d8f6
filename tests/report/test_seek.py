"""Where words stand in a text, found by their rarest characters."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxcheck.report.seek import holds_any, places
from gxcheck.report.vocabulary import pattern, words

_LISTS = ("label_anchors", "ask_anchors", "joins", "period_words")


@pytest.mark.parametrize("name", _LISTS)
def test_every_word_is_found_wherever_it_stands(name: str) -> None:
    for word in words(name):
        text = f"{word}无{word}{word}话至{word}"
        assert list(places(text, word)) == [
            one.start() for one in re.finditer(re.escape(word), text)
        ]


@given(st.text("电话致电至信寄www.cn12— ", max_size=40))
def test_places_are_those_that_a_search_for_each_word_finds(text: str) -> None:
    sought = ("电话", "致电", "信至", "寄至", "ww", ".cn", "—", "话")
    each = {at for word in sought for at in range(len(text)) if text.startswith(word, at)}
    assert set(places(text, *sought)) == each


def test_holds_any() -> None:
    assert holds_any("2024年1月", ("日", "月"))
    assert not holds_any("2024年", ("日", "月"))


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
