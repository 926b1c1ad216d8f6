"""The five real reports beside the checkout: every cell right, and exactly the right findings.

What is expected was written down by reading them (tests/seeds/*.yml), not taken from the program.
"""

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import gxcheck
from gxcheck.rules.values import figures_of

EXPECTED = sorted((Path(__file__).parent / "seeds").glob("*.yml"))


@cache
def expectation(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text("utf-8"))


@cache
def reviewed(path: str) -> gxcheck.Review:
    return gxcheck.review(path)


@pytest.fixture(params=EXPECTED, ids=lambda path: path.stem)
def seed(request, seed_path):
    """A seed's expectation and its review."""
    expected = expectation(request.param)
    return expected, reviewed(str(seed_path(request.param.stem)))


def test_edition_year_title(seed):
    expected, review = seed
    report = review.report
    assert (report.edition, report.year) == (expected["edition"], expected["year"])
    title = report.title.text if report.title else None
    assert title == (plain(expected["title"]) if expected["title"] else None)


def test_organ(seed):
    expected, review = seed
    organ = review.report.organ
    assert organ.kind == expected["organ"]["kind"]
    assert organ.name == plain(expected["organ"]["name"])


def test_period(seed):
    expected, review = seed
    period = review.report.period
    if expected["period"]["start"] is None:
        assert period is None
    else:
        assert {"start": period.start, "end": period.end} == expected["period"]


def test_contact(seed):
    expected, review = seed
    contact = review.report.contact
    if not any(expected["contact"].values()):
        assert contact is None
        return
    for part in ("phones", "faxes", "postcodes", "emails", "addresses"):
        read = [plain(words.text) for words in getattr(contact, part)]
        assert read == [plain(text) for text in expected["contact"][part]], part
    assert contact.organ is not None
    assert contact.organ.text == plain(expected["contact"]["organ"])


def test_websites(seed):
    expected, review = seed
    assert [link.text for link in review.report.website] == expected["websites"]


def test_sections(seed):
    expected, review = seed
    read = [
        (section.heading.number.rstrip("、."), section.heading.title, section.role)
        for section in review.report.sections
    ]
    assert read == [
        (section["number"], plain(section["title"]), section["role"])
        for section in expected["sections"]
    ]


def test_declared_sections(seed):
    expected, review = seed
    declared = review.report.declared
    if not expected["declared_sections"]:
        assert declared is None or not declared.titles
        return
    assert [title.text for title in declared.titles] == [
        plain(title) for title in expected["declared_sections"]
    ]
    assert declared.count == expected["declared_count"]


def test_signature(seed):
    expected, review = seed
    signature = review.report.signature
    organ = signature.organ.text if signature.organ else None
    date = signature.date.date if signature.date else None
    wanted = expected["signature"] or {"organ": None, "date": None}
    assert (organ, date) == (wanted["organ"] and plain(wanted["organ"]), wanted["date"])


def test_every_figure_is_right_and_none_is_invented(seed):
    expected, review = seed
    read = {
        path: figure.value if figure.state == "number" else figure.state
        for path, figure in figures_of(review.report).items()
        if figure.state != "absent"
    }
    wanted = {
        path: value if isinstance(value, str | int) else Decimal(str(value))
        for path, value in expected["figures"].items()
    }
    assert read == wanted


@pytest.mark.parametrize("part", ["findings", "info"])
def test_findings_are_those_of_a_careful_reviewer(seed, part):
    expected, review = seed
    levels = {"findings": ("error", "warning"), "info": ("info",)}[part]
    found = sorted(
        (finding.rule, finding.location.line if finding.location else None)
        for finding in review.findings
        if finding.level in levels
    )
    lines = {one["rule"]: one["line"] for one in expected[part]}
    wanted = sorted((one["rule"], one["line"]) for one in expected[part])
    unplaced = {rule for rule, line in lines.items() if line is None}
    told = sorted((rule, None if rule in unplaced else line) for rule, line in found)
    assert told == wanted


def test_words_of_the_findings_are_those_at_the_place(seed):
    expected, review = seed
    for wanted in expected["findings"]:
        if wanted["quote"]:
            quotes = [f.quote for f in review.findings if f.rule == wanted["rule"]]
            assert any(plain(wanted["quote"]) in plain(quote) for quote in quotes), wanted


def plain(text: str) -> str:
    """Normal dress, as the model keeps words."""
    from gxcheck.document.normalise import normalise

    return normalise(text).text
