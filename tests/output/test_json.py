"""The JSON of all files: what is accepted and why, what is stale, and text that cannot be seen."""

import json

from checked_reports import HOSTILE, checked, hostile, review, text

from gxcheck.output.json import CheckedFiles


def test_accepted_findings_come_with_reasons_and_stale_acceptances_with_why():
    report, unread = json.loads(text("json"))["files"]
    (accepted,) = report["accepted"]
    assert report["reasons"] == {accepted["fingerprint"]: "尚未签发"}
    assert [(one["fingerprint"], one["why"]) for one in report["stale"]] == [
        ("0" * 16, "unmatched")
    ]
    assert unread["error"] == "文件是空的。请重新保存。"


def test_it_can_be_read_back():
    files = CheckedFiles.model_validate_json(text("json", checked()[:1])).files
    assert files[0].findings == review().findings
    assert files[0].stale == review().stale


def test_what_cannot_be_seen_is_escaped():
    written = text("json", hostile())
    assert "\u202e" not in written
    assert json.loads(written)["files"][0]["findings"][0]["message"] == HOSTILE


def test_the_console_tells_stale_acceptances():
    for lang, words in (("zh", "已失效：没有与之相符的问题"), ("en", "is stale: nothing matches")):
        assert words in text("console", checked(lang), lang)
