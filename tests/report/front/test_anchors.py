"""The words at which front and end matter is looked for."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxcheck.document import read_string
from gxcheck.report.front.anchors import DATE_MARKS, LINK_SIGNS, anchors_in
from gxcheck.report.front.flow import Flow
from gxcheck.report.front.vocabulary import words

_WORDS = sorted(
    {
        *DATE_MARKS,
        *LINK_SIGNS,
        *(
            word
            for name in ("ask_anchors", "label_anchors", "joins", "period_words")
            for word in words(name)
        ),
    }
)


@pytest.mark.parametrize("word", _WORDS)
def test_every_word_is_found_wherever_it_stands(word: str) -> None:
    text = f"{word}无{word}{word}话至{word}"
    places = [one.start() for one in re.finditer(f"(?={re.escape(word)})", text)]
    assert anchors_in(text)[word] == places


@given(st.text("电话致电至信寄www.cn12— ", max_size=40))
def test_places_are_those_that_a_search_for_each_word_finds(text: str) -> None:
    found = anchors_in(text)
    for word in _WORDS:
        assert found.get(word, []) == [
            at for at in range(len(text)) if text.startswith(word, at)
        ], word


def test_places_of_several_words_come_in_their_order_and_once() -> None:
    flow = Flow.of(read_string("请联系我局。\n电话：0571-1234567，致电咨询。").blocks)
    assert flow.places("电话", "联系", "致电", "联系") == [1, 7, 23]
    assert flow.places("传真") == ()
