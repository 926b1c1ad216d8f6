"""Findings one a line."""

import json

from checked_reports import ACCEPTED, HOSTILE, hostile, review, text


def lines(given=None):
    return [json.loads(line) for line in text("jsonl", given).splitlines()]


def test_a_line_is_a_finding_with_its_file():
    found = lines()
    assert [line["status"] for line in found] == ["open", "open", "accepted", "unread"]
    assert found[2]["rule"] == ACCEPTED
    first = review().findings[0]
    assert found[0] == {
        "file": "drafts/柳河 馆.txt",
        "status": "open",
        **first.model_dump(mode="json"),
    }
    assert found[3] == {"file": "空.docx", "status": "unread", "error": "文件是空的。请重新保存。"}


def test_hostile_text_comes_back_as_it_was():
    assert {line["message"] for line in lines(hostile())} == {HOSTILE}
    assert "\u202e" not in text("jsonl", hostile())
