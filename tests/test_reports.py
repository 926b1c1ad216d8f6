"""Reports of our own that a careful reviewer would pass: every cell right, and no false alarm.

What is expected stands in tests/reports/clean.yml and was written down from the facts that the
reports were composed of, not taken from the program.
"""

from decimal import Decimal

import pytest

from clean_reports import expectations, path_of, plain, review_of, text_of
from gxcheck.rules.values import figures_of

COLUMNS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_welfare_organisation",
    "legal_service_organisation",
    "other_organisation",
    "total",
)
FIELDS = {
    "proactive": ("proactive.",),
    "applications": ("applications.",),
    "litigation": ("reviews.", "direct_suits.", "suits_after_review."),
    "annex": ("annex.",),
}


@pytest.fixture(params=expectations())
def clean(request):
    """A clean report's expectation and its review."""
    return expectations()[request.param], review_of(request.param)


def test_every_report_has_its_expectation():
    folder = path_of("any").parent
    assert {path.stem for path in folder.glob("*.txt")} == set(expectations())


@pytest.mark.parametrize("name", expectations())
def test_words_to_edit_are_in_the_report(name):
    missing = [w for w in expectations()[name]["words"].values() if w not in text_of(name)]
    assert not missing


def test_edition_year_title(clean):
    expected, review = clean
    report = review.report
    assert (report.edition, report.year) == (expected["edition"], expected["year"])
    assert report.title is not None
    assert report.title.text == plain(expected["title"])


def test_organ(clean):
    expected, review = clean
    organ = review.report.organ
    assert (organ.name, organ.kind) == (expected["organ"]["name"], expected["organ"]["kind"])


def test_period(clean):
    expected, review = clean
    period = review.report.period
    if expected["period"] is None:
        assert period is None
    else:
        assert {"start": period.start, "end": period.end} == expected["period"]


def test_contact(clean):
    expected, review = clean
    contact = review.report.contact
    if expected["contact"]["place"] is None:
        assert contact is None
        return
    assert contact is not None
    assert contact.place == expected["contact"]["place"]
    for part in ("phones", "faxes", "postcodes", "emails", "addresses"):
        read = [plain(words.text).replace(" ", "") for words in getattr(contact, part)]
        assert read == [plain(text) for text in expected["contact"][part]], part


def test_websites(clean):
    expected, review = clean
    assert [link.text for link in review.report.website] == expected["websites"]


def test_sections(clean):
    expected, review = clean
    read = [
        (s.heading.number.strip("()、."), s.heading.title, s.role) for s in review.report.sections
    ]
    assert read == [(s["number"], plain(s["title"]), s["role"]) for s in expected["sections"]]


def test_subheadings(clean):
    expected, review = clean
    for section, wanted in zip(review.report.sections, expected["sections"], strict=True):
        if wanted["subheadings"] is None:  # sentences that are numbered: headings or not
            continue
        read = [heading.title for heading in section.subheadings]
        assert read == [plain(title) for title in wanted["subheadings"]], section.role


def test_declared_sections(clean):
    expected, review = clean
    declared = review.report.declared
    wanted = expected["declared"]
    if wanted is None:
        assert declared is None
    else:
        assert declared is not None
        assert (declared.count, len(declared.titles)) == (wanted["count"], wanted["titles"])


def test_signature(clean):
    expected, review = clean
    signature = review.report.signature
    assert (signature.organ and signature.organ.text) == expected["signature"]["organ"]
    assert (signature.date and signature.date.date) == expected["signature"]["date"]


def test_every_cell_is_right_and_none_invented(clean):
    expected, review = clean
    wanted = {path: Decimal(str(value)) for path, value in expected["figures"].items()}
    for row, values in expected.get("applications", {}).items():
        cells = zip(COLUMNS, map(Decimal, values), strict=True)
        wanted |= {f"applications.{row}.{column}": value for column, value in cells}
    wrong = {}
    for path, figure in figures_of(review.report).items():
        told = any(path.startswith(FIELDS[table]) for table in expected["tables"])
        if not told or path in expected.get("absent", ()):
            good = figure.state == "absent"
        elif wanted.get(path):
            good = figure.state == "number" and figure.value == wanted[path]
        else:
            good = figure.value == 0 or figure.raw in expected.get("marks", ())
        if not good:
            wrong[path] = (figure.state, figure.value, figure.raw, wanted.get(path))
    assert not wrong
    assert not set(wanted) - set(figures_of(review.report))


def test_nothing_is_found_but_advice(clean):
    _, review = clean
    alarms = [
        (finding.rule, finding.message) for finding in review.findings if finding.level != "info"
    ]
    assert not alarms


def test_advice_is_that_of_a_careful_reviewer(clean):
    expected, review = clean
    assert sorted(finding.rule for finding in review.findings) == sorted(expected["info"])
