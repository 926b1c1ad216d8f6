import re

from hypothesis import given
from hypothesis import strategies as st

from gxcheck.document.words import gaps_of, words_of

_TEXT = st.text(alphabet="一二a1 \t\n\u3000\xa0\x1c", max_size=30)


@given(_TEXT)
def test_words_stand_where_a_pattern_finds_them(text):
    assert words_of(text, 5) == [
        (found.start() + 5, found.end() + 5) for found in re.finditer(r"\S+", text)
    ]


@given(_TEXT)
def test_gaps_are_the_white_space_between_words(text):
    bare = text.strip()
    assert gaps_of(bare, 3) == [
        (found.start() + 3, found.end() + 3) for found in re.finditer(r"\s+", bare)
    ]
