import pytest

from gxcheck.rules.checks.structure.numerals import numeral_like


@pytest.mark.parametrize(
    ("sample", "value", "written"),
    [
        ("三", 11, "十一"),
        ("十", 20, "二十"),
        ("叁", 4, "肆"),
        ("壹", 12, "拾贰"),
        ("Ⅲ", 4, "Ⅳ"),
        ("Ⅰ、", 12, "Ⅻ"),
        ("III", 4, "IV"),
        ("V", 6, "VI"),
        ("3", 11, "11"),
        ("", 2, "2"),
    ],
)
def test_numbers_in_the_manner_of_others(sample, value, written):
    assert numeral_like(sample, value) == written
