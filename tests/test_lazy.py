"""What is kept is computed once, and what is kept of many texts is bounded."""

import pytest

from gxcheck.lazy import Kept, kept, lazy


class Counted:
    def __init__(self) -> None:
        self.asked: list[str] = []

    def upper(self, text: str) -> str:
        self.asked.append(text)
        return text.upper()


def test_a_value_is_computed_once():
    counted = Counted()
    upper = kept(counted.upper)
    assert [upper("a"), upper("b"), upper("a")] == ["A", "B", "A"]
    assert counted.asked == ["a", "b"]


def test_of_more_than_the_most_all_are_forgotten():
    counted = Counted()
    values = Kept(counted.upper, most=2)
    assert [values[text] for text in "abcc"] == ["A", "B", "C", "C"]
    assert dict(values) == {"c": "C"}
    assert values["a"] == "A"
    assert counted.asked == ["a", "b", "c", "a"]


def test_what_cannot_be_computed_is_not_kept():
    values = Kept(int)
    for _ in range(2):
        with pytest.raises(ValueError, match="x"):
            values["x"]
    assert not values


def test_a_lazy_property_is_computed_at_its_first_read():
    class Word:
        read = 0

        @lazy
        def length(self) -> int:
            self.read += 1
            return 3

    word = Word()
    assert (word.read, word.length, word.length, word.read) == (0, 3, 3, 1)
    assert isinstance(Word.length, lazy)
