import json
import re
import time

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_helpers import evaluate, rule_text

from gxcheck.document import read_text
from gxcheck.report import recognise
from gxcheck.rules.search.literals import required_words
from gxcheck.rules.search.passages import Passages
from gxcheck.rules.search.starting import matches, starts
from gxcheck.rules.search.translate import PatternError, compiled, for_re, half_width
from gxcheck.rules.search.word_index import WordIndex

TEXT = """某区2023年政府信息公开工作年度报告
根据《条例》要求编制本报告（含附表）。
一、总体情况
全年主动公开信息100条，详见附件：一览表。
二、其他需要报告的事项
无。
"""


@pytest.fixture
def report():
    return recognise(read_text(TEXT))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("（含附表）", "(含附表)"),
        ("附件：", "附件:"),
        (r"\（含", "(含"),
        ("[（、]含", "(含"),
        ("１２", "12"),
        ("什么？", "什么?"),
        ("Ａ＋", "A+"),
        (r"第\d+条，", "第3条,"),
    ],
)
def test_full_width_marks_in_a_pattern_are_literal(pattern, text):
    assert regex.fullmatch(half_width(pattern), text)


def test_a_match_is_quoted_as_it_stands(tmp_path, report):
    rule = rule_text(
        forbid="{pattern: '（(?P<what>含[^）]+)）', in: paragraphs}",
        message="{zh: '{quote}：{what}', en: '{what}'}",
    )
    (finding,) = evaluate(tmp_path, report, rule).findings
    assert finding.message == "（含附表）：含附表"
    assert finding.quote == "（含附表）"
    assert finding.place == "preamble"
    assert TEXT[finding.location.offset :].startswith("（含附表）")
    assert finding.location.label == "第2行 前言"


def test_patterns_have_names(tmp_path, report):
    rule = rule_text(
        forbid="{patterns: {one: '\\d+条', two: '附件'}, in: sections.overview}",
        message="{zh: '{name}', en: '{name}'}",
    )
    assert [f.message for f in evaluate(tmp_path, report, rule).findings] == ["one", "two"]


def test_exceptions_cover_matches(tmp_path, report):
    rule = rule_text(forbid="{pattern: '公开', in: document, except: [主动公开, 信息公开]}")
    assert evaluate(tmp_path, report, rule).findings == []
    rule = rule_text(forbid="{pattern: '公开', in: document, except: [信息公开]}")
    assert len(evaluate(tmp_path, report, rule).findings) == 1


def test_what_must_be_there(tmp_path, report):
    there = rule_text("there", require="{pattern: '《.{0,6}条例》', in: preamble}")
    lost = rule_text("lost", require="{words: [统计期限], in: preamble}")
    nothing = rule_text("nothing", require="{words: [x], in: contact}")
    whole = rule_text("whole", require="{words: [统计期限], in: document}")
    found = evaluate(tmp_path, report, there, lost, nothing, whole)
    verdicts = {outcome.rule: outcome.verdict for outcome in found.outcomes}
    assert verdicts == {
        "there": "satisfied",
        "lost": "violated",
        "nothing": "not_applicable",
        "whole": "violated",
    }
    whole, lost = found.findings
    assert whole.location is None
    assert (lost.location.line, lost.quote, lost.place) == (2, "", "preamble")


def test_each_section_is_searched_by_itself(tmp_path, report):
    rule = rule_text(
        each="sections",
        require="{pattern: 无|条}",
        message="{zh: '{each}', en: '{heading.title}'}",
    )
    assert evaluate(tmp_path, report, rule).outcomes[0].count == 2
    rule = rule_text(
        each="sections",
        require="{pattern: 一览表}",
        message="{zh: '{each}', en: '{heading.title}'}",
    )
    found = evaluate(tmp_path, report, rule)
    assert [f.message for f in found.findings] == ["二、其他需要报告的事项"]
    assert [(o.verdict, o.each) for o in found.outcomes] == [
        ("satisfied", None),
        ("violated", "二、其他需要报告的事项"),
    ]


def test_each_paragraph_is_looked_at(tmp_path, report):
    rule = rule_text(
        each="paragraphs",
        when="section == 'overview'",
        forbid="{pattern: '\\d+'}",
    )
    assert [f.quote for f in evaluate(tmp_path, report, rule).findings] == ["100"]


def test_each_figure_is_looked_at(tmp_path):
    rule = rule_text(
        each="figures",
        when="state == 'number' and kind == 'count'",
        **{"assert": "value < 5", "message": "{zh: '{each}：{value}', en: '{path}'}"},
    )
    report = {"reviews": {"upheld": 7, "total": 3, "other": "若干"}}
    found = evaluate(tmp_path, report, rule)
    assert [f.message for f in found.findings] == ["表三“行政复议”栏“结果维持”列：7"]
    assert found.findings[0].place == "reviews.upheld"
    assert [(o.verdict, o.count) for o in found.outcomes] == [("satisfied", 1), ("violated", 1)]


def test_a_part_must_be_there(tmp_path):
    rule = rule_text(require="{part: signature.date}")
    assert len(evaluate(tmp_path, {}, rule).findings) == 1
    assert not evaluate(tmp_path, {"signature": {"date": "2024-01-31"}}, rule).findings


def test_a_bad_pattern_cannot_hang(tmp_path):
    rule = rule_text(forbid="{pattern: '(a|a|aa)+$', in: paragraphs}")
    report = {"preamble": ["a" * 60 + "b"] * 40}
    start = time.monotonic()
    found = evaluate(tmp_path, {"preamble": {"text": report["preamble"]}}, rule)
    assert time.monotonic() - start < 3
    assert found.outcomes[0].verdict == "rule_error"
    assert "TimeoutError" in found.findings[0].message


@pytest.mark.parametrize("pattern", ["x" * 1001, "a{60000}{60000}", "((a{99}){99}){99}", "(?<n>a"])
def test_patterns_that_are_refused(pattern):
    with pytest.raises(PatternError):
        compiled(pattern)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("登陆|布署", [{"登陆", "布署"}]),
        ("第[一二]条", [{"第"}, {"条"}, {"一", "二"}]),
        ("(?:ab|c)d+x?", [{"d"}, {"ab", "c"}]),
        (r"(?:电话|号码)\*{5,}", [{"*****"}, {"电话", "号码"}]),
        (r"\d{17}[\dXx]", []),
        ("(?i)abc", []),
        ("a?b*", []),
        ("(?:abc)?", []),
        ("(?=abc)d", [{"abc"}, {"d"}]),
        ("(?<=甲)[0-9]", [{"甲"}]),
        ("(?<!甲)[0-9]", []),
        ("[@电]a{2,}|xy", [{"aa", "xy"}]),
        (r"\p{Han}+甲", []),
        ("（附", [{"(附"}]),
        ("[[:alpha:]]x", []),
        ("(?:word){e<=1}", []),
        ("(?i:abc)", []),
        ("(?:abc)", [{"abc"}]),
    ],
)
def test_words_that_every_match_holds(pattern, words):
    assert [set(needed) for needed, _, _ in required_words(for_re(pattern))] == words


pieces = st.sampled_from(["a", "b", "甲", "(?:乙丙)", ".", r"\d", "[ab]", "(?:a|乙)"])
repeated = st.builds(str.__add__, pieces, st.sampled_from(["", "", "?", "*", "+", "{2,3}"]))
parts = repeated | st.sampled_from(["(?!b)", "(?<=a)", "^", "$"])
patterns = st.lists(parts, min_size=1, max_size=4).map("".join)
alternatives = st.lists(patterns, min_size=1, max_size=2).map("|".join)


@settings(max_examples=300, deadline=None)
@given(alternatives, st.text("ab甲乙丙1\n", max_size=12))
def test_a_passage_without_those_words_never_matches(pattern, text):
    if any(match.group() for match in compiled(pattern).finditer(text)):
        assert all(any(word in text for word in words) for words, _, _ in required_words(pattern))


@settings(max_examples=300, deadline=None)
@given(alternatives, st.text("ab甲乙丙1\n", max_size=12))
def test_those_words_say_where_a_match_begins(pattern, text):
    for match in compiled(pattern).finditer(text):
        for words, low, high in required_words(pattern) if match.group() else ():
            spots = range(match.start() + low, min(match.start() + high, len(text)) + 1)
            assert any(text.startswith(words, spot) for spot in spots)


@settings(max_examples=300, deadline=None)
@given(alternatives, st.text("ab甲乙丙1\n", max_size=12))
def test_matches_are_those_that_the_pattern_finds_by_itself(pattern, text):
    quick = re.compile(pattern)
    spans = [match.span() for match in quick.finditer(text)]
    if all(start < end for start, end in spans):
        assert [match.span() for match in matches(WordIndex(text), quick)] == spans


@given(st.text("a政○", max_size=12), st.text("a政○", min_size=1, max_size=3))
def test_words_stand_where_the_text_has_them(text, word):
    spots = [at for at in range(len(text)) if text.startswith(word, at)]
    assert list(WordIndex(text).spots(word)) == spots


def test_one_of_some_words_stands_where_any_of_them_does():
    index = WordIndex("电话：1，电子邮箱：a，电话：2")
    assert list(index.spots_of_any(["电话", "邮箱", "无"])) == [0, 7, 12]


@pytest.mark.parametrize(
    ("scope", "texts"),
    [
        ("title", ["某区2023年政府信息公开工作年度报告"]),
        ("preamble", ["根据《条例》要求编制本报告(含附表)。"]),
        ("headings", ["一、总体情况", "二、其他需要报告的事项"]),
        ("sections.other", ["二、其他需要报告的事项", "无。"]),
        ("cells", []),
        ("contact", []),
        ("organ.names", ["某区"]),
    ],
)
def test_scopes(report, scope, texts):
    assert [placed.passage.normal for placed in Passages(report).of(scope)] == texts


def test_a_word_is_found_in_its_passage_only(report):
    scope = Passages(report).scope("paragraphs")
    assert list(scope.holding("报告")) == [0, 1, 4]
    assert list(scope.holding("报告\n根据")) == []


def test_words_that_stand_before_a_match_may_end_the_text(tmp_path):
    rule = rule_text(forbid="{pattern: '(?<=公报\\d\\d)\\d', in: paragraphs}")
    text = f"某区2023年政府信息公开工作年度报告\n{'无。' * 600}公报123。\n见公报"
    found = evaluate(tmp_path, recognise(read_text(text)), rule)
    assert [finding.quote for finding in found.findings] == ["3"]


SLOW = r"(?:甲|甲|甲甲)+\Z"
NAMES = {"bureau": "局", "town": "镇", "institution": "院", "proper": "海关"}
DATES = {"day": "乙月(?P<day>)", "month": "1", "no_month": "0月", "year": "年", "odd_year": "0年"}


@pytest.mark.parametrize(
    ("check", "options"),
    [
        ("issuer-name", {**NAMES, "company": SLOW}),
        ("dates-exist", {**DATES, "day": SLOW}),
        ("dates-exist", {**DATES, "no_month": SLOW}),
        ("period-year", {"range": SLOW, "again": "以上"}),
        (
            "blanks",
            {"gap": SLOW, "before_gap": [], "patterns": {"x": "丙"}, "aside": {}, "apart": 1},
        ),
    ],
)
def test_a_check_gives_up_on_a_pattern_of_its_options_that_takes_too_long(tmp_path, check, options):
    name, title = "甲" * 26 + "局", "政府信息公开工作年度报告"
    told = f"统计期限为2023年1月1日至12月31日。  {name}"
    text = f"{name}2023年{title}\n一、总体情况\n{told}\n乙市乙局\n2024年1月15日"
    rule = rule_text(call=f"{{check: {check}, with: {json.dumps(options)}}}")
    report = recognise(read_text(text))
    (finding,) = evaluate(tmp_path, report, rule).findings
    assert "TimeoutError" in finding.message


@pytest.mark.parametrize("pattern", ["(?<=甲..)[a-z]", "[a-z]?[a-z](?<=甲..)"])
def test_no_match_begins_past_the_end(pattern):
    text = "乙甲"
    assert all(start <= len(text) for start in starts(WordIndex(text), required_words(pattern)))
