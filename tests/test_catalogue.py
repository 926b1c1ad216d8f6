"""The shipped rules are those of the catalogue: every id of the core, its level, its editions."""

import re

import pytest

from gxcheck.rules import load_rules

CORE = [
    "Title, issuer",
    "Sections",
    "Preamble, contact",
    "Period and dates",
    "Cells and tables",
    "Ranges of the statistics",
    "Identities: 2019 and 2021",
    "Identities: the 2008 统计表 (its parts are used in local forms of later years too)",
    "Prose against tables, prose against itself",
    "Wording",
    "Privacy, attachments",
]
ROW = re.compile(r"^\| ([a-z]+(?:-[a-z]+)*) \| (error|warning|info) \|(?: ([^|]*) \|)?", re.M)
EDITIONS = {"all": {2008, 2019, 2021}, "same": {2008, 2019, 2021}}
ADDED = {"page-unread", "punctuation-doubled", "sentence-repeated", "several-reports"}


@pytest.fixture(scope="module")
def catalogue(shared):
    text = (shared / "catalogue.md").read_text("utf-8")
    parts = re.split(r"^## (.*)$", text, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("part", CORE)
def test_every_rule_of_the_part_is_there_with_its_level_and_editions(catalogue, part):
    rules = load_rules()
    rows = ROW.findall(catalogue[part])
    assert rows
    for name, level, editions in rows:
        rule = rules.get(name)
        assert rule is not None, name
        assert rule.level == level, name
        if "| editions |" not in catalogue[part]:
            continue
        wanted = {int(year) for year in re.findall(r"\b(?:2008|2019|2021)\b", editions)}
        first_word = editions.split(",")[0].strip()
        assert set(rule.editions) == (EDITIONS.get(first_word) or wanted), name


def test_no_rule_has_an_id_that_the_catalogue_has_not(catalogue):
    known = {name for part in catalogue.values() for name, _, _ in ROW.findall(part)}
    assert set(load_rules().ids) - known == ADDED


def test_every_rule_can_be_told_in_both_languages_and_cites_a_basis():
    for rule in load_rules().rules:
        assert rule.basis, rule.id
        for texts in [rule.title, *rule.messages.values(), *rule.advice.values()]:
            assert set(texts) == {"zh", "en"}, rule.id
        assert rule.examples["fails"], rule.id
        assert rule.examples["passes"], rule.id
