import pytest
from rule_helpers import evaluate, rule_text

from gxcheck.document.model import Location
from gxcheck.rules.yielding import overlap

TEXT = {"preamble": "收费情况：截止2023年底，登陆网站3次"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Location(1, 0, 5), Location(1, 4, 8), True),
        (Location(1, 0, 5), Location(1, 5, 8), False),
        (Location(1, 5, 5), Location(1, 5, 8), True),
        (Location(1, 0, 5), Location(2, 0, 5), False),
        (Location(1, 0, 2, row=1, cell=1), Location(1, 3, 4, row=1, cell=1), True),
        (Location(1, 0, 2, row=1, cell=1), Location(1, 0, 2, row=1, cell=2), False),
        (Location(1), Location(1, 0, 2, row=1, cell=2), True),
    ],
)
def test_overlap(one, other, same):
    assert overlap(one, other) == same
    assert overlap(other, one) == same


def rules(**keys):
    general = rule_text("general", forbid="{pattern: '截止.{4}', in: preamble}", **keys)
    return general, rule_text("special", forbid="{pattern: '截止', in: preamble}")


def test_the_rule_that_says_most_speaks_alone(tmp_path):
    ids = [f.rule for f in evaluate(tmp_path, TEXT, *rules()).findings]
    assert ids == ["general", "special"]
    found = evaluate(tmp_path, TEXT, *rules(yields_to="[special]"))
    assert [f.rule for f in found.findings] == ["special"]
    assert [o.verdict for o in found.outcomes] == ["violated", "violated"]


def test_it_yields_at_that_place_only(tmp_path):
    elsewhere = rule_text("special", forbid="{pattern: 登陆, in: preamble}")
    found = evaluate(tmp_path, TEXT, rules(yields_to="[special]")[0], elsewhere)
    assert [f.rule for f in found.findings] == ["general", "special"]


def test_a_finding_without_place_is_about_all_places(tmp_path):
    whole = rule_text("special", require="{words: [x], in: document}")
    found = evaluate(tmp_path, TEXT, rules(yields_to="[special]")[0], whole)
    assert [f.rule for f in found.findings] == ["special"]


def test_cells_of_the_equation_count_as_its_place(tmp_path):
    part = rule_text("part", yields_to="[whole]", **{"assert": "reviews.upheld <= reviews.total"})
    whole = rule_text("whole", **{"assert": "reviews.total == reviews.upheld + reviews.other"})
    report = {"reviews": {"upheld": 3, "other": 0, "total": 2}}
    assert [f.rule for f in evaluate(tmp_path, report, part, whole).findings] == ["whole"]


def test_an_exclusive_rule_speaks_alone(tmp_path):
    sole = rule_text("sole", require="{part: title}", exclusive="true")
    found = evaluate(tmp_path, TEXT, *rules(), sole)
    assert [f.rule for f in found.findings] == ["sole"]
    assert {o.rule: o.verdict for o in found.outcomes} == {
        "sole": "violated",
        "general": "not_applicable",
        "special": "not_applicable",
    }
    found = evaluate(tmp_path, {**TEXT, "title": "年度报告"}, *rules(), sole)
    assert [f.rule for f in found.findings] == ["general", "special"]


def test_findings_stand_in_the_order_of_the_document(tmp_path):
    one = rule_text("one", forbid="{pattern: 网站, in: preamble}")
    two = rule_text("two", forbid="{pattern: 收费, in: preamble}")
    none = rule_text("none", require="{part: title}")
    found = evaluate(tmp_path, TEXT, one, two, none)
    assert [f.rule for f in found.findings] == ["none", "two", "one"]


def test_a_rule_that_crashes_is_a_finding_and_the_others_run(tmp_path, monkeypatch):
    from gxcheck.rules import checks

    def crash(report, options, context):
        raise ZeroDivisionError

    monkeypatch.setitem(checks.CHECKS, "crash", "unused:unused")
    monkeypatch.setattr("gxcheck.rules.evaluation.evaluate.find_check", lambda name: crash)
    bad = rule_text("bad", call="{check: crash}")
    found = evaluate(tmp_path, TEXT, bad, rules()[1], lang="en")
    first, second = found.findings
    assert (first.rule, first.level) == ("bad", "warning")
    assert first.message == "rule “bad” failed and gave no verdict (ZeroDivisionError)"
    assert second.rule == "special"
    assert found.outcomes[0].verdict == "rule_error"
