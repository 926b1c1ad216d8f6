"""The words in which packs and configurations are refused, in both languages."""

import re

import pytest

from gxcheck.cli import main
from gxcheck.data import read_yaml
from gxcheck.errors import RuleError
from gxcheck.refusals import Told, nearest, told
from gxcheck.rules import load_rules

RULE = """
rules:
- id: my-rule
  level: error
  title: {zh: 甲, en: A}
  editions: [2021]
  basis: [F21]
  assert: reviews.totl > 0
  message: {zh: 甲, en: A}
  examples: {fails: [{}], passes: [{}]}
"""


@pytest.mark.parametrize("group", read_yaml("refusals.yml"))
def test_both_languages_are_filled_with_the_same(group):
    for texts in read_yaml("refusals.yml")[group].values():
        names = [sorted(re.findall(r"\{(\w+)(?:!r)?\}", texts[lang])) for lang in ("zh", "en")]
        assert names[0] == names[1]
        assert texts["en"].isascii()


def test_words_hold_words_in_their_language():
    numbers = told("kinds", "list", of=told("kinds", "number"))
    assert numbers == Told("数的列表", "list of number")


def test_what_may_be_meant_is_told_in_both_languages():
    meant = nearest("recieved", ["received", "closed"])
    assert meant == Told("；是否应为“received”？", "; did you mean 'received'?")
    assert nearest("xyz", ["received"]) == Told("", "")


def test_an_error_of_a_pack_is_told_in_both_languages(tmp_path):
    path = tmp_path / "own.yml"
    path.write_text(RULE, "utf-8")
    with pytest.raises(RuleError) as found:
        load_rules(path)
    error = found.value
    assert str(error) == error.told("zh")
    assert error.told("en") == error.english
    place = f"{path}:8: my-rule"
    assert error.told("zh").startswith(f"{place}：“reviews.totl”中没有“totl”")
    assert error.told("en").startswith(f"{place}: unknown name 'totl' in")


@pytest.mark.parametrize(
    ("lang", "why"), [("zh", "没有“levle”这一项"), ("en", "unknown key 'levle'")]
)
def test_the_command_line_tells_it_in_the_language_asked_for(tmp_path, capsys, lang, why):
    path = tmp_path / "own.yml"
    path.write_text(RULE.replace("level:", "levle:"), "utf-8")
    assert main(["rules", "test", str(path), "--lang", lang]) == 2
    assert why in capsys.readouterr().err
