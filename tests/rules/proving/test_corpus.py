"""The corpus of prose that is shipped: no false claim, no false alarm, and few misses."""

import shutil
from pathlib import Path

import pytest

from gxcheck.data import rules_folder
from gxcheck.errors import RuleError
from gxcheck.rules import load_rules
from gxcheck.rules.proving.corpus import Corpus, corpora, run_corpus

SHIPPED = {corpus.name: corpus for corpus in corpora()}


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_false_and_little_missed(name):
    score = run_corpus(SHIPPED[name], load_rules())
    assert not score.wrong
    assert score.recall("claims") >= 0.95, score.missed
    assert score.recall("findings") >= 0.95, score.missed


def test_corpus_is_large_and_half_of_it_are_traps():
    passages = [passage for corpus in SHIPPED.values() for passage in corpus.passages]
    traps = [passage for passage in passages if not passage.get("findings")]
    assert len(passages) >= 300
    assert len(traps) * 2 >= len(passages)


def score_of(**passage):
    return run_corpus(Corpus("own", ["prose"], [passage]), load_rules())


FIGURES = {"applications": {"received": 12, "carried": 0}}


def test_figures_are_named(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    file = folder / "own.yml"
    passages = "passages: [{text: 全年新收申请15件。, section: applications, figures: NAME}]"
    tables = "packs: [prose]\ntables: {ours: {applications: {received: 12, carried: 0}}}\n"
    file.write_text(tables + passages.replace("NAME", "ours"), "utf-8")
    assert run_corpus(corpora(tmp_path)[0], load_rules()).false["findings"] == 1
    file.write_text(tables + passages.replace("NAME", "theirs"), "utf-8")
    with pytest.raises(RuleError, match="没有名为“theirs”的表"):
        corpora(tmp_path)


def test_false_alarm_is_told():
    score = score_of(text="全年新收政府信息公开申请15件。", figures=FIGURES)
    assert "figure-mismatch" in score.wrong[0]
    assert score.false["findings"] == 1
    assert score.precision("findings") == 0


def test_missed_finding_and_claim_are_told():
    score = score_of(
        text="全年新收政府信息公开申请12件。",
        figures=FIGURES,
        claims=[{"about": "applications.received", "value": 13}],
        findings=[{"rule": "figure-mismatch", "quote": "12件"}],
    )
    assert len(score.missed) == 2
    assert score.recall("claims") == score.recall("findings") == 0


def test_claims_are_compared_in_full_only_where_they_are_told():
    text = "全年新收政府信息公开申请12件。"
    assert not score_of(text=text, figures=FIGURES).wrong
    assert score_of(text=text, figures=FIGURES, claims=[]).wrong
    right = score_of(
        text=text,
        figures=FIGURES,
        claims=[{"about": "applications.received", "value": 12, "quote": "12件"}],
    )
    assert right.right["claims"] == 1


def test_passage_that_makes_no_report_is_told():
    assert "unknown figure" in score_of(text="无", figures={"applications": {"got": 1}}).wrong[0]


def test_file_without_passages_is_refused(tmp_path: Path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "own.yml").write_text("corpus: own\n", "utf-8")
    with pytest.raises(RuleError, match="缺少“passages”"):
        corpora(tmp_path)


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_files_have_the_shape_and_name_rules_and_packs(name, tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    shutil.copy(rules_folder() / "corpus" / f"{name}.yml", folder)
    assert [corpus.name for corpus in corpora(tmp_path, load_rules())] == [name]


def test_all_that_is_wrong_with_a_file_is_told(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    file = folder / "own.yml"
    for text, expected in (
        ("passages:\n- {txt: 无}\n- 5\nedition: 2020", [(2, "'text'"), (3, "'5'"), (4, "2020")]),
        (
            "packs: [prosa]\npassages:\n- text: 无\n  figures: ours\n  findings:\n  - rule: typo",
            [(1, "mean 'prose'?"), (4, "tables named 'ours'"), (6, "unknown rule 'typo'")],
        ),
        ("passages: [\n", [(2, "no YAML")]),
    ):
        file.write_text(text, "utf-8")
        with pytest.raises(RuleError) as error:
            corpora(tmp_path, load_rules())
        told = [error.value, *error.value.others]
        assert [one.line for one in told] == [line for line, _ in expected]
        lines = error.value.english.split("\n")
        assert all(why in line for line, (_, why) in zip(lines, expected, strict=True))


def test_corpus_beside_a_pack_is_found(tmp_path: Path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "own.yml").write_text("passages:\n- text: 全年收到申请2件。\n", "utf-8")
    (found,) = corpora(tmp_path)
    assert (found.name, len(found.passages)) == ("own", 1)
