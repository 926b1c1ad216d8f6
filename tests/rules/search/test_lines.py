"""Patterns that keep to a line are searched for in many lines at once, as the wheel does it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxcheck.document import read_text
from gxcheck.patterns import own_pattern
from gxcheck.report import recognise
from gxcheck.rules.search import lines, searching, translate
from gxcheck.rules.search.lines import never_leaves_line
from gxcheck.rules.search.passages import Passages
from gxcheck.rules.search.translate import for_re

KEPT = [r"月(?P<day>\d{1,2})日(?!前)", "(?<![0-9])截止[到至]", r"(?:共|约)\d+?条", r"\b月", "年.月"]
LEFT = [
    r"\A月",
    "月$",
    "[^日]月",
    r"月\s",
    r"\D月",
    r"(?s:月.)",
    "月\n",
    "[\t-\r]月",
    "(?=[^日])月",
]


@pytest.mark.parametrize("pattern", KEPT)
def test_patterns_that_keep_to_a_line(pattern):
    assert never_leaves_line(pattern)


@pytest.mark.parametrize("pattern", [*LEFT, "(?P<a", "[[:alpha:]]*+{"])
def test_patterns_that_may_leave_it(pattern):
    assert not never_leaves_line(pattern)


@pytest.mark.parametrize("pattern", KEPT)
@given(st.lists(st.text("月日前截止到共约12条0a年", max_size=8), max_size=6))
def test_many_lines_hold_what_each_of_them_holds(pattern, texts):
    each = [found[0] for text in texts for found in re.finditer(pattern, text)]
    assert [found[0] for found in re.finditer(pattern, "\n".join(texts))] == each


def test_what_is_found_at_once_is_what_is_found_one_by_one(monkeypatch):
    pattern = r"截止(?P<day>\d+)月(?!前)"
    text = "\n".join([f"第{n}段：截止{n}月前，截止{n}月，截止。" for n in range(60)])
    scope = Passages(recognise(read_text(text))).scope("document")
    one_by_one = list(searching.matches({"": pattern}, scope))
    monkeypatch.setattr(lines, "_shipped", lambda: frozenset({for_re(pattern)}))
    monkeypatch.setattr(translate, "_trusted", own_pattern)
    monkeypatch.setattr(searching, "_found", None)
    assert list(searching.matches({"": pattern}, scope)) == one_by_one
    assert len(one_by_one) == 60
