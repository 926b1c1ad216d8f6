import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxcheck.document.normalise import Normalised, normalise


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("政府信息", "政府信息"),
        ("（一）：；，％１２Ａ", "(一):;,%12A"),
        ("邮 编 ： 315000", "邮编:315000"),
        ("始终保持\n有力机制", "始终保持有力机制"),
        ("3 119", "3 119"),
        ("3\n119", "3 119"),
        ("a  b", "a b"),
        ("⼆⼗条", "二十条"),
        ("2024\uf98e\uf967予公\uf906", "2024年不予公句"),
        ("信\u200b息\ufeff", "信息"),
        ("1\u200b2", "12"),
        ("1\u200b 2", "1 2"),
        ("信\ufe0f息", "信息"),
        ("甲\ud800，", "甲\ud800,"),
        ("　　概　述　", "概述"),
        ("共\x00计", "共计"),
        ("", ""),
        (" ", ""),
    ],
)
def test_one_dress(text, normal):
    assert normalise(text).text == normal


@given(st.text(alphabet="一二（）１ \n\t　\u200ba1⼆", max_size=30))
def test_each_character_leads_back_to_its_original(text):
    found = normalise(text)
    for place in range(len(found.text)):
        start, end = found.original(place, place + 1)
        assert 0 <= start < end <= len(text)
        assert normalise(text[start:end]).text == found.text[place].strip()
        assert found.normal(start) == place


@given(st.text(max_size=50))
def test_normal_text_stays_as_it_is(text):
    once = normalise(text).text
    assert normalise(once).text == once


def test_every_kind_of_white_space_is_closed_up() -> None:
    spaces = [chr(code) for code in range(0x3001) if chr(code).isspace()]
    assert [normalise(f"公{space}开，") for space in spaces] == (
        [Normalised("公开,", (0, 2, 3))] * len(spaces)
    )
