from __future__ import annotations

import pytest

from gxcheck.data import read_yaml
from gxcheck.document.normalise import normalise
from gxcheck.rules.search.lexicon import Lexicon, lexicon, units_of
from gxcheck.rules.search.word_index import WordIndex


def spots(text: str, *words: str) -> dict[str, list[int]]:
    found = Lexicon(words).found_in(units_of(text))
    return {word: list(at) for word, at in found.items()}


def test_words_are_found_wherever_they_stand():
    assert spots("待补充，待补", "待", "待补", "补充", "空白") == {
        "待": [0, 4],
        "待补": [0, 4],
        "补充": [1],
    }


def test_halves_of_two_characters_are_no_character():
    assert spots("\u4e2d\u4e2e", "\u2d4e") == {}


@pytest.mark.parametrize("rare", ["𝄞", "\ud834"])
def test_rare_and_broken_characters_move_nothing(rare):
    assert spots(f"{rare}待补{rare}待补", "待补") == {"待补": [1, 4]}


def test_the_index_finds_the_same_with_a_lexicon_and_without():
    text, words = "此处待补充，联系电话：XXXX，待补。", ("待补", "电话", "X", "空白", "补充，")
    plain, quick = WordIndex(text), WordIndex(text, Lexicon(["待补", "X", "空白"]))
    for word in words:
        assert list(quick.spots(word)) == list(plain.spots(word))
    assert list(quick.spots_of_any(words)) == list(plain.spots_of_any(words))


def test_what_a_text_lacks_is_known_of_the_words_of_the_lexicon_alone():
    index = WordIndex("此处待补充。", Lexicon(["待补", "空白"]))
    assert index.lacks(frozenset(["空白"]))
    assert not index.lacks(frozenset(["空白", "待补"]))
    assert not index.lacks(frozenset(["空白", "电话"]))
    assert not WordIndex("此处待补充。").lacks(frozenset(["空白"]))


@pytest.mark.parametrize("more", ["补充", "空白"])
def test_words_that_a_text_holds_are_told_whether_they_are_known_or_not(more):
    words = frozenset(["此处", "电话", more])
    for known in (words, ["此处"], []):
        index = WordIndex("此处待补充。", Lexicon(known))
        assert set(index.held(words)) == {"此处", "补充"} & words


def test_slips_stand_in_the_file_as_they_are_looked_for():
    for group in read_yaml("slips.yml"):
        aside = [word for key in ("right", "near", "later") for word in group.get(key, ())]
        for word in (*group["slips"], *aside):
            assert normalise(word).text == word
    assert {"登陆", "的的", "受受理"} <= lexicon().absent.keys()
