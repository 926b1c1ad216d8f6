"""Markdown as people see it: golden files, and text that stays text."""

import pytest
from checked_reports import checked, golden, hostile, text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_golden(lang):
    golden(f"small.{lang}.md", text("markdown", checked(lang), lang))


def test_text_of_the_report_is_no_markup():
    written = text("markdown", hostile())
    assert "<script" not in written.replace("\\<script", "")
    assert "\\`a\\`" in written
    assert "http\\://" in written
    assert all(len(line) < 5000 for line in written.splitlines())


def test_every_table_has_as_many_cells_in_each_row():
    lines = text("markdown").splitlines()
    rows = [line.replace("\\|", "").count("|") for line in lines if line.strip().startswith("|")]
    assert rows
    assert set(rows) == {4, 7}
