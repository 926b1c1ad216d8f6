"""What the writers tell of rules: of those that ran, whoever wrote them."""

import io
from pathlib import Path

import openpyxl
import pytest

import gxcheck
from gxcheck.output import Checked, rendered
from gxcheck.output.facts import title_of

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TITLE = "全年至少培训一次"


@pytest.fixture(scope="module")
def review():
    rules = gxcheck.load_rules(EXAMPLES / "packs" / "ours.yml")
    return gxcheck.review(EXAMPLES / "reports" / "faulty.txt", rules=rules)


@pytest.mark.parametrize("format", ["sarif", "junit"])
def test_rules_of_ones_own_bear_their_titles(format, review):
    assert TITLE in rendered(format, [Checked("faulty.txt", None, review)]).decode()


def test_so_they_do_in_a_workbook(review):
    book = openpyxl.load_workbook(
        io.BytesIO(rendered("xlsx", [Checked("faulty.txt", None, review)]))
    )
    for sheet in (book["问题"], book["检查结果"]):
        assert TITLE in {cell.value for row in sheet for cell in row}


def test_a_rule_that_is_not_known_is_called_by_its_id(review):
    assert title_of("nobody", review, "zh") == "nobody"
    alone = gxcheck.Review(report=review.report)
    assert title_of("title-form", alone, "en") == "the title calls itself an annual report"


def test_the_rules_do_not_go_into_json(review):
    assert "rules" not in review.model_dump(mode="json")
