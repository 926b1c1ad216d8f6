"""`gxcheck form` and comments in Word files, from the command line."""

import shutil
import stat
import zipfile
from pathlib import Path

import pytest

import gxcheck
from gxcheck.cli import main
from gxcheck.output.form import draft

SOUND = Path(__file__).resolve().parents[2] / "examples" / "reports" / "sound.txt"


def comments(path: Path) -> int:
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/comments.xml").count(b'w:author="gxcheck"')


@pytest.mark.parametrize("edition", [2008, 2019, 2021])
def test_a_draft_of_each_edition(edition, tmp_path, capsys):
    target = tmp_path / "草稿.docx"
    assert main(["form", str(edition), "-o", str(target)]) == 0
    assert capsys.readouterr() == ("", "")
    assert gxcheck.parse(target).edition == edition


def test_year_organ_and_last_year_s_report(tmp_path):
    target = tmp_path / "draft.docx"
    assert main(["form", "2021", "--previous", str(SOUND), "-o", str(target)]) == 0
    report = gxcheck.parse(target)
    assert (report.year, report.organ.name) == (2026, "青禾县水务局")
    assert report.applications.carried.total.value == 1
    told = ["--year", "2023", "--organ", "清溪县教育局"]
    assert main(["form", "2021", *told, "-o", str(target)]) == 0
    report = gxcheck.parse(target)
    assert (report.year, report.organ.name) == (2023, "清溪县教育局")


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (["2019", "--year", "2023"], "2019"),
        (["2021", "--year", "2024", "--previous", str(SOUND)], "2023"),
        (["2021", "--previous", "nothing.docx"], "nothing.docx"),
    ],
)
def test_what_does_not_fit_is_told_in_a_line(told, words, tmp_path, capsys):
    target = tmp_path / "draft.docx"
    assert main(["form", *told, "-o", str(target)]) == 2
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1
    assert not target.exists()


def test_last_year_s_report_is_never_overwritten(tmp_path, capsys):
    previous = tmp_path / "previous.txt"
    shutil.copy(SOUND, previous)
    assert main(["form", "2021", "--previous", str(previous), "-o", str(previous)]) == 2
    assert previous.read_bytes() == SOUND.read_bytes()


def test_comments_in_the_author_s_file(tmp_path, capsys):
    report, target = tmp_path / "年报.docx", tmp_path / "年报-审校.docx"
    report.write_bytes(draft(2021, year=2025))
    before = report.read_bytes()
    arguments = ["check", str(report), "--format", "docx", "--output", str(target)]
    assert main(arguments) == 1
    assert report.read_bytes() == before
    assert comments(target) == len(gxcheck.check(report)) + 1
    again = tmp_path / "again.docx"
    assert main(["check", str(target), "--format", "docx", "-o", str(again)]) == 1
    assert comments(again) == comments(target)


def test_the_author_s_file_is_never_overwritten(tmp_path, capsys):
    report = tmp_path / "年报.docx"
    report.write_bytes(draft(2021, year=2025))
    before = report.read_bytes()
    assert main(["check", str(report), "--format", "docx", "-o", str(report)]) == 2
    assert report.read_bytes() == before


def test_an_output_that_is_read_only_is_left_alone(tmp_path, capsys):
    report, target = tmp_path / "年报.docx", tmp_path / "old.docx"
    report.write_bytes(draft(2021, year=2025))
    target.write_bytes(b"old")
    target.chmod(stat.S_IREAD)
    assert main(["check", str(report), "--format", "docx", "-o", str(target)]) == 2
    assert target.read_bytes() == b"old"
    assert "只读文件" in capsys.readouterr().err


def test_a_text_cannot_bear_comments(tmp_path, capsys):
    target = tmp_path / "out.docx"
    assert main(["check", str(SOUND), "--format", "docx", "-o", str(target)]) == 2
    assert ".docx" in capsys.readouterr().err
    assert not target.exists()
