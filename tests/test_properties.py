"""What holds for any text: no exception, every place leads back, JSON loses nothing."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import gxcheck

SOUND = (Path(__file__).resolve().parents[1] / "examples" / "reports" / "sound.txt").read_text(
    "utf-8"
)
LINES = SOUND.splitlines()
PIECES = st.sampled_from(
    [*LINES, "", "\t", "|", "一、", "（一）", "2025年", "2月30日", "附件：", "\x00", "\ud800", "０"]
)
TEXTS = st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=60).map("\n".join))


def reviewed(text: str) -> gxcheck.Review | None:
    try:
        return gxcheck.review(gxcheck.parse_text(text))
    except gxcheck.ReadError:
        return None


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_anything(text):
    review = reviewed(text)
    if review is None:
        return
    assert not [one for one in review.outcomes if one.verdict == "rule_error"]
    for finding in review.findings:
        assert finding.message
        assert "{" not in finding.message
        assert finding.fingerprint


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_a_report_comes_back_from_json_as_it_was(text):
    review = reviewed(text)
    if review is None:
        return
    printed = review.report.model_dump_json()
    again = gxcheck.Report.model_validate_json(printed)
    assert again == review.report
    assert again.model_dump_json() == printed
    assert [f.fingerprint for f in gxcheck.check(again)] == [f.fingerprint for f in review.findings]


@given(st.integers(0, len(LINES) - 1), st.integers(0, len(LINES) - 1))
@settings(max_examples=60, deadline=None)
def test_a_quote_stands_in_the_text_where_its_place_says(first, second):
    lines = [line for number, line in enumerate(LINES) if number not in (first, second)]
    text = "\n".join(lines)
    review = reviewed(text)
    assert review is not None
    for finding in review.findings:
        place = finding.location
        if place is not None and finding.quote:
            assert text[place.offset :].startswith(finding.quote[0])
            assert text.count("\n", 0, place.offset) + 1 == place.line
