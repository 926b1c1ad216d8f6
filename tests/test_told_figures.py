"""The figures that the prose of the real reports states: each bound to its cells."""

import gxcheck
from gxcheck.rules.values import figures_of

HUAIAN = {
    "regulations.issued": 1,
    "applications.received": 3119,
    "applications.replied": 3050,
    "applications.carried": 34,
    "applications.carried_forward": 103,
    "reviews.total": 351,
    "reviews.upheld": 72,
    "reviews.corrected": 64,
    "reviews.other_result": 178,
    "reviews.pending": 37,
    "suits.total": 46,
    "suits.upheld": 25,
    "suits.corrected": 5,
    "suits.other_result": 9,
    "suits.pending": 7,
}


def test_fifteen_claims_of_the_pdf_are_bound_and_satisfied(shared):
    review = gxcheck.review(shared / "reports" / "huaian-2024.pdf")
    bound = [claim for claim in review.report.claims if claim.fields]
    assert {claim.about: claim.value for claim in bound} == HUAIAN
    assert len(bound) == len(HUAIAN)
    figures = figures_of(review.report)
    for claim in bound:
        assert sum(figures[path].value for path in claim.fields) == claim.value
    serious = {finding.rule for finding in review.findings if finding.level != "info"}
    assert serious == {"accountability-missing"}


def test_processing_fee_is_no_administrative_fee(shared):
    report = gxcheck.parse(shared / "reports" / "huaian-2024.pdf")
    (fee,) = [claim for claim in report.claims if claim.about == "processing_fee"]
    assert (fee.value, fee.fields) == (3940, ())


def test_claims_of_the_seeds(seed_path):
    claims = {
        name: gxcheck.parse(seed_path(name)).claims for name in ("000", "001", "002", "003", "004")
    }
    told = {
        name: [(claim.about, claim.value) for claim in found if claim.kind == "number"]
        for name, found in claims.items()
    }
    assert ("disclosed_items", 985) in told["000"]
    assert told["001"].count(("applications.received", 72)) == 2
    assert told["003"].count(("applications.received", 3517)) == 2
    assert {("reviews.total", 126), ("suits.total", 142)} <= set(told["003"])
    assert told["004"] == []
    denied = {claim.about for claim in claims["002"] if claim.kind == "none"}
    assert denied == {"applications.refused", "fees_charged", "reviews.total", "suits.total"}
