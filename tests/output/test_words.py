"""The outputs' own words, and text made harmless to a terminal."""

from hypothesis import given
from hypothesis import strategies as st

from gxcheck.data import read_yaml
from gxcheck.output.words import clean, words


def test_every_word_is_there_in_both_languages():
    for group in read_yaml("output.yml").values():
        for texts in group.values():
            assert set(texts) == {"zh", "en"}


def test_words_are_filled():
    told = words("rules", "tested", "en", rules=2, examples=5, wrong=0)
    assert told == "2 rules, 5 examples, 0 wrong."


@given(st.text())
def test_clean_leaves_no_control_and_changes_no_length(text):
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert not any(ord(mark) < 32 and mark not in "\n\t" for mark in cleaned)
    assert clean("年报（2024）") == "年报（2024）"
