import pytest
from rule_helpers import evaluate, pack_text, rule_text, write_pack

from gxcheck.data import read_json
from gxcheck.errors import RuleError
from gxcheck.refusals import told
from gxcheck.rules import load_rules
from gxcheck.rules.checks import CHECKS
from gxcheck.rules.packs.loader import check_shipped
from gxcheck.rules.proving.examples import run_examples

ASSERT = "reviews.total == reviews.upheld"


def refused(folder, *rules, head=""):
    """The error of a pack: its line and its message."""
    path = write_pack(folder, *rules, head=head)
    with pytest.raises(RuleError) as error:
        load_rules(path)
    assert error.value.file == str(path)
    _, _, message = error.value.english.partition(f"{error.value.line}: ")
    return error.value.line, message


def line_of(text, *rules, head=""):
    """The line, from 1, on which a text stands in the pack."""
    lines = pack_text(*rules, head=head).split("\n")
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_shipped_rules_are_sound():
    check_shipped()


def test_every_shipped_example_does_what_it_says():
    assert [result for result in run_examples(load_rules()) if not result.ok] == []


@pytest.mark.parametrize(
    ("keys", "at", "why"),
    [
        ({"asert": ASSERT}, "asert", "unknown key 'asert'; did you mean 'assert'?"),
        ({}, "id: own", "exactly one of assert, require, forbid, call; here: none"),
        (
            {"assert": ASSERT, "call": "{check: x}"},
            "id: own",
            "exactly one of assert, require, forbid, call; here: assert, call",
        ),
        ({"assert": ASSERT, "level": "eror"}, "level", "did you mean 'error'?"),
        ({"assert": ASSERT, "editions": "[2020]"}, "editions", "2020"),
        ({"assert": ASSERT, "id": "Own_Rule"}, "id:", "parted by hyphens"),
        ({"assert": ASSERT, "editions": "al"}, "editions", "did you mean 'all'?"),
        ({"assert": ASSERT, "editions": "[2021, 2021]"}, "editions", "stands there twice"),
        ({"assert": "x" * 2001}, "assert", "too long: at most 2000"),
        ({"call": "{check: all-zero, with: {least: -1}}"}, "call", "-1 is too small: at least 0"),
        ({"assert": ASSERT, "title": None}, "id: own", "'title' is missing"),
        ({"assert": ASSERT, "message": "{zh: 有误}"}, "message", "'en' is missing"),
        ({"assert": ASSERT, "kinds": "[goverment]"}, "kinds", "did you mean 'government'?"),
        ({"assert": ASSERT, "examples": "{fails: [{}]}"}, "examples", "'passes' is missing"),
        (
            {"assert": ASSERT, "examples": "{fails: [{text: 1}], passes: [{}]}"},
            "examples:",
            "not a text",
        ),
        ({"assert": ASSERT, "basis": "[F20]"}, "basis", "unknown basis 'F20'; did you mean"),
        ({"assert": "reviews.totl == 1"}, "assert", "did you mean 'total'?"),
        ({"assert": ASSERT, "when": "yaer == 2021"}, "when", "did you mean 'year'?"),
        ({"assert": ASSERT, "each": "sectoins"}, "each", "did you mean 'sections'?"),
        ({"assert": ASSERT, "each": "applications.column"}, "each", "applications.columns"),
        ({"assert": ASSERT, "each": "year"}, "each", "is no list of parts"),
        ({"assert": ASSERT, "at": "reviews.totl"}, "assert", "did you mean 'total'?"),
        ({"assert": ASSERT, "yields_to": "[nobody]"}, "yields_to", "unknown rule 'nobody'"),
        (
            {"assert": ASSERT, "message": "{zh: '{lft}', en: '{left}'}"},
            "message",
            "no value for {lft}; did you mean 'left'?",
        ),
        (
            {"assert": "proactive.procurement.items == 0"},
            "editions",
            "the form of 2021 has nothing of what it looks at",
        ),
        (
            {"assert": "proactive.procurement.items == 0", "editions": "[2019, 2021]"},
            "editions",
            "the form of 2021 has nothing",
        ),
        ({"call": "{check: no-such-check}"}, "call", "unknown check 'no-such-check'"),
        ({"require": "{part: titel}"}, "require", "did you mean 'title'?"),
        ({"require": "{pattern: x}"}, "require", "needs either `in` or `each`"),
        ({"forbid": "{pattern: x, in: preambel}"}, "forbid", "did you mean 'preamble'?"),
        ({"forbid": "{pattern: x, in: section.overview}"}, "forbid", "mean 'sections.overview'?"),
        ({"assert": "reviews.total = 1"}, "assert", "to compare, write =="),
        ({"forbid": "{pattern: x, in: sections.overveiw}"}, "forbid", "mean 'overview'?"),
        ({"forbid": "{pattern: x, in: year}"}, "forbid", "'year' is no text"),
        ({"forbid": "{pattern: '(x', in: title}"}, "forbid", "bad pattern '(x'"),
        ({"forbid": "{patterns: {one: '[x'}, in: title}"}, "forbid", "bad pattern '[x'"),
        ({"forbid": "{words: slps, in: title}"}, "forbid", "unknown word list 'slps'"),
        ({"forbid": "{words: [], in: title}"}, "forbid", "must not be empty"),
        ({"forbid": "{pattern: x}", "each": "figures"}, "each", "looks at texts"),
        ({"forbid": "{pattern: 'a{999}{999}{999}', in: title}"}, "forbid", "too large"),
        ({"forbid": "{pattern: '(?:[甲乙]{200}){200,}', in: title}"}, "forbid", "too large"),
        (
            {"forbid": "{words: [某, '\u3000'], in: title}"},
            "forbid",
            "nothing is left of '\\u3000'",
        ),
        ({"forbid": "{words: [某], except: [' '], in: title}"}, "forbid", "nothing is left of ' '"),
        ({"call": "{check: sections-order}"}, "call", "did you mean 'section-order'?"),
        (
            {"call": "{check: told-in-section, with: {roels: [problems]}}"},
            "call",
            "unknown key 'roels'; did you mean 'roles'?",
        ),
        ({"call": "{check: told-in-section, with: {}}"}, "call", "'roles' is missing"),
        ({"call": "{check: told-in-section}"}, "call", "'with' is missing"),
        (
            {"call": "{check: told-in-section, with: {roles: [problem]}}"},
            "call",
            "did you mean 'problems'?",
        ),
        (
            {"call": "{check: told-in-section, with: {roles: [problems], fillers: [' ']}}"},
            "call",
            "nothing is left of ' '",
        ),
        ({"call": "{check: all-zero, with: {least: few}}"}, "call", "is not a whole number"),
        ({"call": "{check: title-year, with: {year: '(x'}}"}, "call", "bad pattern '(x'"),
        ({"call": "{check: unread, with: {least: 1}}"}, "call", "unknown key 'least'"),
        (
            {"call": "{check: rolled-forward, with: {rows: [proactive.regulation]}}"},
            "call",
            "did you mean 'proactive.regulations'?",
        ),
        (
            {"call": "{check: deadline, with: {2021: {goverment: 03-31}}}"},
            "call",
            "did you mean 'government'?",
        ),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(tmp_path, keys, at, why):
    named = {"rule_id": keys.get("id", "own-rule")}
    rule = rule_text(**named, **{key: value for key, value in keys.items() if key != "id"})
    line, message = refused(tmp_path, rule)
    assert why in message
    assert line == line_of(at, rule)


def test_the_second_of_two_rules_is_named_by_its_line(tmp_path):
    rules = rule_text("one", **{"assert": ASSERT}), rule_text("two", **{"assert": "x == 1"})
    line, message = refused(tmp_path, *rules)
    assert message.startswith("two: unknown name 'x'")
    assert line == line_of("x == 1", *rules)


def told_of(folder, text):
    """The lines and the reasons of all that is wrong with a pack."""
    (folder / "own.yml").write_text(text, "utf-8")
    with pytest.raises(RuleError) as error:
        load_rules(folder / "own.yml")
    found = [error.value, *error.value.others]
    lines = error.value.english.split("\n")
    assert lines[1:] == [one.english for one in found[1:]]
    whole = zip(found, lines, strict=True)
    return [(one.line, line.partition(f"{one.line}: ")[2]) for one, line in whole]


def test_all_that_is_wrong_with_the_shape_of_a_pack_is_told_at_once(tmp_path):
    text = pack_text(
        rule_text("One", asert=ASSERT, level="eror", mesage="{zh: 有, en: x}", message=None),
        rule_text("two", call="{check: x}", title="{en: two, of: 2}", basis=None),
        head="levels: {reviews-total: high}\n1: 2",
    )
    assert [(line, why.split(";")[0]) for line, why in told_of(tmp_path, text)] == [
        (1, "'high' is none of error, warning, info"),
        (2, "unknown key '1'"),
        (4, f"'One' does not match: {told('wanted', 'rule_id').en}"),
        (6, "'eror' is none of error, warning, info"),
        (10, "unknown key 'asert'"),
        (11, "unknown key 'mesage'"),
        (12, "'basis' is missing"),
        (13, "unknown key 'of'"),
        (13, "'zh' is missing"),
    ]


def test_all_that_is_wrong_with_the_rules_of_a_pack_is_told_at_once(tmp_path):
    text = pack_text(
        rule_text("one", **{"assert": "reviews.totl == 1", "yields_to": "[two, three]"}),
        rule_text("two", forbid="{patterns: {a: '(x', b: '[y'}, in: titel}", basis="[F20]"),
        rule_text("one", **{"assert": ASSERT}),
        head="extends: gxcheck\noff: [reviews-totl]",
    )
    assert [
        (line, why.split(";")[0].split(" at ")[0]) for line, why in told_of(tmp_path, text)
    ] == [
        (2, "unknown rule 'reviews-totl'"),
        (11, "one: unknown name 'totl' in 'reviews.totl'"),
        (12, "one: unknown rule 'three'"),
        (17, "two: unknown basis 'F20'"),
        (20, "two: bad pattern '(x': missing )"),
        (20, "two: bad pattern '[y': unterminated character set"),
        (20, "two: there is no text 'titel'"),
        (21, "there is a rule 'one' already"),
    ]


def test_of_very_many_errors_the_first_are_told(tmp_path):
    rules = [rule_text(f"rule-{number}", call="{check: x}") for number in range(200)]
    assert [line for line, _ in told_of(tmp_path, pack_text(*rules))] == [
        line_of("call", rules[0]) + 8 * number for number in range(50)
    ]


def test_repeats_that_may_be_many_are_taken(tmp_path):
    rule = rule_text(forbid="{pattern: '甲[^。]{0,300}乙[^。]{,300}丙[^。]{1,300}丁', in: title}")
    assert load_rules(write_pack(tmp_path, rule)).ids == ["own-rule"]


def test_two_rules_of_one_id_are_refused(tmp_path):
    rule = rule_text(**{"assert": ASSERT})
    assert "already" in refused(tmp_path, rule, rule)[1]


def test_rules_that_yield_to_each_other_are_refused(tmp_path):
    one = rule_text("one", **{"assert": ASSERT, "yields_to": "[two]"})
    two = rule_text("two", **{"assert": ASSERT, "yields_to": "[one]"})
    assert "in turn" in refused(tmp_path, one, two)[1]


def test_rules_that_yield_in_a_circle_are_refused(tmp_path):
    pairs = (("one", "two"), ("two", "three"), ("three", "one"))
    rules = [rule_text(a, **{"assert": ASSERT, "yields_to": f"[{b}]"}) for a, b in pairs]
    assert "in turn" in refused(tmp_path, *rules)[1]


def test_a_part_of_the_report_cannot_be_told_in_a_message(tmp_path):
    keys = {"require": "{part: contact}", "message": "{zh: '{contact}', en: x}"}
    assert "no value for {contact}" in refused(tmp_path, rule_text(**keys))[1]


def test_an_empty_word_list_matches_nothing_and_is_refused(tmp_path):
    rule = rule_text(forbid="{words: none, in: title}")
    assert "is empty" in refused(tmp_path, rule, head="words: {none: []}")[1]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("rules: [", "no YAML"),
        ("a: &x [1]\nb: *x", "aliases are not allowed"),
        ("a: " + "[" * 100 + "]" * 100, "nested more than"),
        ("", "nothing stands here; it must be a mapping"),
        ("- 1", "is not a mapping"),
        ("a: !!python/object:os.system {}", "no YAML"),
        ("rules: 1", "is not a list"),
        ("levels: {no-such: error}", "unknown rule 'no-such'"),
        ("extends: gxcheck\nlevels: {reviews-totl: error}", "did you mean 'reviews-total'?"),
        ("extends: gxcheck\noff: [reviews-total, x]", "unknown rule 'x'"),
        ("extends: ../other.yml", "not below the folder"),
        ("extends: /etc/passwd", "not below the folder"),
        ("extends: nowhere.yml", "there is no file"),
        ("extends: own.yml", "extends itself"),
    ],
)
def test_packs_that_cannot_be_used(tmp_path, text, why):
    (tmp_path / "own.yml").write_text(text, "utf-8")
    with pytest.raises(RuleError) as error:
        load_rules(tmp_path / "own.yml")
    assert why in error.value.english


def test_files_that_cannot_be_read(tmp_path):
    with pytest.raises(RuleError, match="无法读取"):
        load_rules(tmp_path / "nowhere.yml")
    (tmp_path / "bytes.yml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RuleError, match="UTF-8"):
        load_rules(tmp_path / "bytes.yml")
    (tmp_path / "large.yml").write_text("#" * 1_000_001)
    with pytest.raises(RuleError, match="超过"):
        load_rules(tmp_path / "large.yml")


def test_a_pack_is_alone_unless_it_extends(tmp_path):
    own = rule_text(**{"assert": ASSERT})
    assert load_rules(write_pack(tmp_path, own)).ids == ["own-rule"]
    extended = load_rules(write_pack(tmp_path, own, head="extends: gxcheck"))
    assert extended.ids == [*load_rules().ids, "own-rule"]


def test_levels_change_and_rules_are_switched_off(tmp_path):
    head = "extends: gxcheck\nlevels: {reviews-total: info}\noff: [direct-suits-total]"
    rules = load_rules(write_pack(tmp_path, head=head))
    assert rules.get("reviews-total").level == "info"
    assert rules.get("direct-suits-total") is None
    assert load_rules().get("reviews-total").level == "error"


def test_lists_that_checks_look_for_are_there(tmp_path):
    names = ("names", "misnomers", "states", "kinds", "about", "short")
    given = ", ".join(f"{name}: regulation_{name}" for name in names)
    rule = rule_text(call=f"{{check: regulation-name, with: {{{given}}}}}")
    assert "'regulation_short'" in refused(tmp_path, rule, head="extends: gxcheck")[1]


def test_words_of_which_nothing_is_left_are_refused(tmp_path):
    rule = rule_text(call="{check: known-typo, with: {more: own}}")
    line, message = refused(tmp_path, rule, head='words:\n  own:\n    "\\u200b": 某')
    assert (line, message) == (3, "nothing is left of '\\u200b' to look for")


def test_the_options_of_every_check_are_declared():
    assert read_json("schemas/checks.json").keys() == CHECKS.keys()


def test_a_rule_that_others_yield_to_can_be_switched_off(tmp_path):
    off = {name for rule in load_rules().rules for name in rule.yields_to}
    head = f"extends: gxcheck\noff: [{', '.join(sorted(off))}]"
    own = rule_text(**{"assert": ASSERT, "yields_to": "[known-typo]"})
    rules = load_rules(write_pack(tmp_path, own, head=head))
    assert "known-typo" in off
    assert off.isdisjoint(rules.ids)


def test_packs_extend_packs_below_them(tmp_path):
    write_pack(tmp_path, rule_text("base", **{"assert": ASSERT}), name="base/pack.yml")
    own = rule_text("top", **{"assert": ASSERT})
    top = write_pack(tmp_path, own, head="extends: base/pack.yml")
    assert load_rules(top).ids == ["base", "top"]


def test_packs_in_a_circle_are_refused(tmp_path):
    write_pack(tmp_path, head="extends: b.yml", name="a.yml")
    write_pack(tmp_path, head="extends: a.yml", name="b.yml")
    with pytest.raises(RuleError, match="引用了自己"):
        load_rules(tmp_path / "a.yml")


def test_own_words_are_looked_for(tmp_path):
    rule = rule_text(
        forbid="{words: slips, in: document}",
        message="{zh: '“{word}”应为“{right}”', en: '{word}: {right}'}",
    )
    found = evaluate(
        tmp_path,
        {"preamble": "请登陆网站（Ａ）查看"},
        rule,
        head="words: {slips: {登陆网站: 登录网站, （A）: ''}}",
    )
    assert [(f.quote, f.message) for f in found.findings] == [
        ("登陆网站", "“登陆网站”应为“登录网站”"),
        ("（Ａ）", "“(A)”应为“”"),
    ]
