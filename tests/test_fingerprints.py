"""A finding keeps its fingerprint while others change, and loses it with what it is about.

That the formats agree is held by test_four_formats.
"""

from dataclasses import replace

import pytest

import form_files
import gxcheck
from form_reports import REPORTS

REPORT = REPORTS["government-2021-faults"]


def found(source, **given):
    return {one.fingerprint: one.rule for one in gxcheck.check(source, **given)}


def names(findings, rule):
    return [name for name, other in findings.items() if other == rule]


def text():
    return form_files.text(REPORT()).decode("utf-8")


@pytest.fixture(scope="module")
def before():
    return found(text().encode())


def test_every_finding_has_its_own(before):
    assert len(before) == len(gxcheck.check(text().encode())) > 5


@pytest.mark.parametrize("format", ["docx", "web_page"])
def test_the_formats_of_one_report_agree(format, before):
    assert found(getattr(form_files, format)(REPORT())) == before


def edited(change):
    """The text after an edit that must have changed it."""
    after = change(text())
    assert after != text()
    return found(after.encode())


def inserted(whole):
    lines = whole.split("\n")
    place = next(number for number, line in enumerate(lines) if line.startswith("五、"))
    return "\n".join(
        [*lines[: place + 1], "（一）有关情况。各项工作平稳推进。", *lines[place + 1 :]]
    )


@pytest.mark.parametrize(
    "change",
    [
        inserted,
        lambda whole: "\n\n" + whole.replace("\n一、", "\n\n\n一、"),
        lambda whole: whole.replace("（", "(").replace("，", "， "),
        lambda whole: whole.replace("\n", "\r\n"),
    ],
    ids=["a paragraph inserted", "empty lines", "width and spaces", "line ends"],
)
def test_edits_elsewhere_change_none(change, before):
    assert before.items() <= edited(change).items()


def test_another_cell_changes_only_its_own(before):
    report = REPORT()
    path = "direct_suits.total"
    other = replace(report, figures={**report.figures, path: "41"})
    after = found(form_files.text(other))
    assert before.items() < after.items()
    assert {rule for name, rule in after.items() if name not in before} == {"direct-suits-total"}


def test_languages_agree(before):
    assert found(text().encode(), lang="en") == before


def test_another_figure_is_another_finding(before):
    report = REPORT()
    path = "reviews.total"
    other = replace(report, figures={**report.figures, path: "77"})
    after = found(form_files.text(other))
    totals = [
        {name for name, rule in one.items() if rule == "reviews-total"} for one in (before, after)
    ]
    assert len(totals[0]) == len(totals[1]) == 1
    assert totals[0] != totals[1]
