"""gxcheck.yml: whose report, words and forms of one's own, and errors that name the place."""

import threading
from pathlib import Path

import jsonschema
import pytest

import gxcheck
from gxcheck.data import read_yaml
from gxcheck.errors import ConfigError
from gxcheck.report.form_set import shipped_forms
from gxcheck.rules.packs.schema import form_schema

SOUND = Path(__file__).resolve().parents[1] / "examples" / "reports" / "sound.txt"
RECEIVED = "一、本年新收政府信息公开申请数量"
OTHER_WORDS = "一、年内登记在册的来件"
PROBLEMS = "五、存在的主要问题及改进情况"
OTHER_TITLE = "五、短板弱项与努力方向"


def config(folder, text, **files):
    for name, content in files.items():
        (folder / f"{name}.yml").write_text(content, "utf-8")
    path = folder / "gxcheck.yml"
    path.write_text(text, "utf-8")
    return gxcheck.load_config(path)


def prints(source, **given):
    """The fingerprints of what is found."""
    return [finding.fingerprint for finding in gxcheck.check(source, **given)]


def changed(*pairs):
    text = SOUND.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text.encode()


def test_the_organ_given_goes_before_the_one_found(tmp_path):
    given = config(tmp_path, "organ: {name: 青禾县水利中心, kind: township}")
    report = gxcheck.parse(SOUND, config=given)
    assert (report.organ.name, report.organ.kind) == ("青禾县水利中心", "township")
    assert report.organ.names == gxcheck.parse(SOUND).organ.names
    report = gxcheck.parse(SOUND, config=config(tmp_path, "organ: {kind: government}"))
    assert report.organ.name == gxcheck.parse(SOUND).organ.name
    assert report.organ.kind == "government"


def test_packs_and_ignore_are_other_names(tmp_path):
    pack = "extends: gxcheck\n"
    both = config(tmp_path, "packs: [own.yml]\nignore: [title-form]", own=pack)
    same = config(tmp_path, "rules: [own.yml]\noff: [title-form]", own=pack)
    assert both.rules.ids == same.rules.ids
    assert "title-form" not in both.rules.ids


def test_a_label_of_ones_own_is_read(tmp_path):
    data = changed((RECEIVED, OTHER_WORDS))
    shipped = gxcheck.review(data)
    assert {"table-label", "table-row-missing"} & {one.rule for one in shipped.findings}
    own = config(tmp_path, f"synonyms: {{applications.received: [{OTHER_WORDS}]}}")
    found = gxcheck.review(data, config=own)
    assert [finding.fingerprint for finding in found.findings] == prints(SOUND)
    expected = gxcheck.parse(SOUND).applications.received.total.value
    assert found.report.applications.received.total.value == expected
    (label,) = [
        row
        for table in found.report.tables
        for row in table.rows
        if row.field == "applications.received"
    ]
    assert label.likeness == "synonym"


def test_a_column_of_ones_own_is_read(tmp_path):
    data = changed(("自然人", "居民个人"))
    assert prints(data) != prints(SOUND)
    own = config(tmp_path, "synonyms: {applications.natural_person: [居民个人]}")
    assert prints(data, config=own) == prints(SOUND)


def test_a_column_of_several_blocks_is_read_in_each(tmp_path):
    data = changed(("本年处理决定数量", "办结案卷"))
    own = config(tmp_path, "synonyms: {proactive.decisions: [办结案卷]}")
    report = gxcheck.parse(data, config=own)
    figures = gxcheck.parse(SOUND).proactive
    for name in ("licences", "penalties", "coercive_measures"):
        assert getattr(report.proactive, name).decisions.value is not None
        assert (
            getattr(report.proactive, name).decisions.value
            == getattr(figures, name).decisions.value
        )


@pytest.mark.parametrize("title", [OTHER_TITLE, OTHER_TITLE.removeprefix("五、")])
def test_a_title_of_ones_own_is_read(title, tmp_path):
    data = changed((PROBLEMS, title))
    own = config(tmp_path, f"synonyms: {{sections.problems: [{OTHER_TITLE}]}}")
    section = gxcheck.parse(data, config=own).section("problems")
    assert section is not None
    assert section.likeness == "synonym"
    rules = {one.rule for one in gxcheck.check(data, config=own)}
    assert "section-missing" not in rules
    assert gxcheck.parse(data).section("problems") is None


def test_the_shipped_forms_stay_as_they_are(tmp_path):
    data = changed((RECEIVED, OTHER_WORDS))
    before = prints(data)
    own = config(tmp_path, f"synonyms: {{applications.received: [{OTHER_WORDS}]}}")
    found = {}

    def run(name, given):
        found[name] = [prints(data, config=given) for _ in range(3)]

    threads = [threading.Thread(target=run, args=one) for one in (("own", own), ("none", None))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {"own": [prints(SOUND)] * 3, "none": [before] * 3}
    assert before != prints(SOUND)


FORM = f"""
extends: 2021
norm: 青政办〔2025〕1号
sections:
- {{role: problems, title: {OTHER_TITLE.removeprefix("五、")}}}
tables:
  applications:
    rows:
      received: {{label: {OTHER_WORDS}}}
      unavailable.still_unclear: null
"""


def test_a_form_of_ones_own_takes_the_place_of_the_shipped(tmp_path):
    own = config(tmp_path, "forms: [form.yml]", form=FORM)
    form = own.forms[2021]
    assert form.norm == "青政办〔2025〕1号"
    assert "applications.unavailable.still_unclear.total" not in form.fields
    assert form.fields["applications.received.total"].row == OTHER_WORDS
    lines = SOUND.read_text("utf-8").split("\n")
    data = "\n".join(line for line in lines if "3.补正后申请内容仍不明确" not in line)
    data = data.replace(RECEIVED, OTHER_WORDS).replace(PROBLEMS, OTHER_TITLE).encode()
    assert prints(data, config=own) == prints(SOUND)
    assert prints(data) != prints(SOUND)
    unavailable = gxcheck.parse(data, config=own).applications.unavailable
    assert unavailable.still_unclear.total.state == "absent"


def test_a_label_of_ones_own_behind_the_words_of_its_group_is_official(tmp_path):
    form = """
extends: 2021
tables:
  applications:
    rows:
      refused.state_secret: {label: 1.涉及保密事项}
"""
    own = config(tmp_path, "forms: [form.yml]", form=form)
    data = changed(("1.属于国家秘密", "（三）不予公开-1.涉及保密事项"))
    rows = (row for table in gxcheck.parse(data, config=own).tables for row in table.rows)
    (label,) = (row for row in rows if row.field == "applications.refused.state_secret")
    assert label.likeness == "official"


def test_labels_of_ones_own_are_told_to_people(tmp_path):
    own = config(tmp_path, "forms: [form.yml]", form=FORM)
    data = changed((RECEIVED, OTHER_WORDS), (PROBLEMS, OTHER_TITLE))
    text = data.decode()
    line = next(line for line in text.split("\n") if OTHER_WORDS in line)
    data = text.replace(line, line.replace("0", "千", 1)).encode()
    labels = [one.location.label for one in gxcheck.check(data, config=own) if one.location]
    assert any(OTHER_WORDS in label for label in labels)


def test_a_whole_form_is_taken(tmp_path):
    text = (Path(__file__).resolve().parents[1] / "rules/forms/2021.yml").read_text("utf-8")
    plain = "\n".join(line for line in text.split("\n") if not line.startswith("    like:"))
    own = config(tmp_path, "forms: [form.yml]", form=plain)
    assert prints(SOUND, config=own) == prints(SOUND)
    assert own.forms[2021].fields == shipped_forms()[2021].fields


def test_rules_run_on_a_form_without_some_rows_and_columns(tmp_path):
    left_out = "carried: null, other.fee_overdue: null"
    lines = f"rows: {{{left_out}}}, columns: {{legal_service_organisation: null}}"
    form = f"extends: 2021\ntables: {{applications: {{{lines}}}}}"
    own = config(tmp_path, "forms: [form.yml]", form=form)
    outcomes = gxcheck.review(SOUND, config=own).outcomes
    assert [one.rule for one in outcomes if one.verdict == "rule_error"] == []


@pytest.mark.parametrize("edition", [2008, 2019, 2021])
def test_the_shipped_forms_keep_to_the_schema(edition):
    jsonschema.Draft202012Validator(form_schema()).validate(read_yaml(f"forms/{edition}.yml"))


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("synonyms:\n  applications.recieved: [甲乙]", 2, "did you mean 'applications.received'?"),
        ("synonyms:\n  sections.problem: [甲乙]", 2, "did you mean 'sections.problems'?"),
        (
            "synonyms:\n  applications.received:\n  - 甲乙\n  - 上年结转政府信息公开申请数量",
            4,
            "means 'applications.carried' already",
        ),
        ("synonyms:\n  applications.received: ['（一）']", 2, "has no words"),
        ("synonyms: {applications.received: 甲}", 1, "is not a list"),
        ("synonyms: {received: [甲]}", 1, "did you mean 'applications.received'?"),
        ("lang: zh\nforms: [gone.yml]", 2, "there is no file 'gone.yml'"),
        ("organ: {nmae: 甲}", 1, "did you mean 'name'?"),
        ("organ: {kind: goverment}", 1, "did you mean 'government'?"),
        ("packs: [gone.yml]", 1, "there is no file"),
        ("ignore:\n- title-from", 2, "did you mean 'title-form'?"),
        (
            "acceptances: [{fingerprint: 3f0b7a1c9d2e4f56, reason: x,\n  until: 2026-02-30}]",
            2,
            "no 2026",
        ),
        ("acceptances: [{fingerprint: abc, reason: x}]", 1, "sixteen digits"),
        ("acceptance: []", 1, "did you mean 'acceptances'?"),
        ("off: []\nlang: zh\noff: [title-form]", 3, "the key 'off' is there twice"),
        ("organ: {name: 甲,\n  name: 乙}", 2, "the key 'name' is there twice"),
        ("organ: &one [*one]", 1, "aliases are not allowed"),
    ],
)
def test_errors_name_the_line_and_the_nearest_word(text, line, why, tmp_path):
    with pytest.raises(ConfigError) as error:
        config(tmp_path, text)
    assert why in error.value.english
    assert (Path(error.value.file).name, error.value.line) == ("gxcheck.yml", line)


def test_all_that_is_wrong_is_told_at_once(tmp_path):
    day = "acceptances: [{fingerprint: 0123456789abcdef, reason: x, until: 2026-02-30}]"
    with pytest.raises(ConfigError) as error:
        config(tmp_path, f"levels: {{title-from: info}}\n{day}\nignore: [nothing-like-it]")
    told = [error.value, *error.value.others]
    assert [one.line for one in told] == [1, 2, 3]
    assert all(isinstance(one, ConfigError) for one in told)
    assert "title-form" in told[0].english
    assert "2026-02-30" in told[1].english


@pytest.mark.parametrize(
    ("form", "line", "why"),
    [
        ("extends: 2021\ntables:\n  aplications: {}", 3, "did you mean 'applications'?"),
        (
            "extends: 2021\ntables:\n  applications:\n    rows:\n      recieved: {label: 甲}",
            5,
            "did you mean 'applications.received'?",
        ),
        ("extends: 2020", 1, "2020"),
        ("extends: 2021\ntables:\n  annex:\n    rows:\n      disclosed: 5", 5, "is not a mapping"),
        (
            "extends: 2021\ntables:\n  annex:\n    rows:\n      disclosed: null",
            5,
            "no 'disclosed' to leave out",
        ),
        (
            "extends: 2021\ntables:\n  applications:\n    columns:\n      farmer: {label: 农民}",
            5,
            "in a column 'farmer'",
        ),
        (
            "extends: 2021\ntables:\n  litigation:\n    groups:\n      direct_suit: {label: 起诉}",
            5,
            "did you mean 'direct_suits'?",
        ),
        ("norm: x", None, "'extends' is missing"),
        ("extends: 2021\nsections:\n- {role: other, like: ['(a+)+$']}", 3, "patterns are for"),
        ("extends: 2021\nsections:\n- {role: brand-new}", None, "lacks 'title'"),
        ("- a", None, "is not a mapping"),
    ],
)
def test_errors_of_a_form_name_its_file(form, line, why, tmp_path):
    with pytest.raises(ConfigError) as error:
        config(tmp_path, "forms: [form.yml]", form=form)
    assert why in error.value.english
    assert Path(error.value.file).name == "form.yml"
    assert line is None or error.value.line == line


def test_an_acceptance_is_for_the_report_it_names(tmp_path):
    data = changed(("邮编：324399，", ""))
    (finding,) = [one for one in gxcheck.check(data) if one.fingerprint not in prints(SOUND)]
    organ = gxcheck.parse(data).organ.name
    line = f"- {{fingerprint: '{finding.fingerprint}', reason: x, organ: {organ}, year: %s}}"
    right = config(tmp_path, "acceptances:\n" + line % 2025)
    assert gxcheck.review(data, config=right).accepted == (finding,)
    other = gxcheck.review(data, config=config(tmp_path, "acceptances:\n" + line % 2024))
    assert finding in other.findings
    assert other.stale == ()


def test_a_read_error_speaks_the_language_asked_for(tmp_path):
    for given in ({"lang": "en"}, {"config": config(tmp_path, "lang: en")}):
        for read in (gxcheck.parse, gxcheck.check, gxcheck.review):
            with pytest.raises(gxcheck.ReadError) as error:
                read(tmp_path / "nothing.txt", **given)
            assert str(error.value).isascii()
    with pytest.raises(gxcheck.ReadError, match="找不到"):
        gxcheck.parse(tmp_path / "nothing.txt", lang="zh")
