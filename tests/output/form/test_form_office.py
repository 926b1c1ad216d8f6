"""An office prints the drafts whole: every cell of a filled one is on the page."""

import itertools

import pytest
from filling import filled

import gxcheck
from gxcheck.output.form import draft
from gxcheck.report.forms import form
from gxcheck.rules.values import figures_of


@pytest.mark.parametrize(("edition", "year"), [(2008, 2014), (2019, 2020), (2021, 2025)])
def test_every_number_is_printed_in_its_cell(edition, year, office):
    wanted = dict(zip(form(edition).fields, itertools.count(101), strict=False))
    pages = office(filled(draft(edition, year=year, organ="清溪县教育局"), wanted), "pdf")
    report = gxcheck.parse(pages)
    found = {path: one.value for path, one in figures_of(report).items() if one.value is not None}
    assert found == wanted
    assert report.title.text.endswith(f"{year}年政府信息公开工作年度报告")


def test_the_office_keeps_the_draft_as_it_is(office):
    data = draft(2021, year=2025)
    again = office(data, "docx")
    rules = [finding.rule for finding in gxcheck.check(data)]
    assert [finding.rule for finding in gxcheck.check(again)] == rules
