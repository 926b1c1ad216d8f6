"""Where the command line puts what it found out: files whole or not at all, never over an input."""

import io
import json
import os
import sys
import zipfile
from pathlib import Path

import pytest

import form_files
from form_reports import REPORTS
from gxcheck.cli import main

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "reports"
SOUND, FAULTY = str(EXAMPLES / "sound.txt"), str(EXAMPLES / "faulty.txt")


class Screen(io.TextIOWrapper):
    """Standard output on a terminal."""

    def __init__(self):
        super().__init__(io.BytesIO(), "utf-8")

    def isatty(self):
        return True


@pytest.fixture
def word(tmp_path):
    path = tmp_path / "年报.docx"
    path.write_bytes(form_files.docx(REPORTS["government-2021-faults"]()))
    return path


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.json", "{"),
        ("a.jsonl", '{"file"'),
        ("a.sarif", "{"),
        ("a.md", "# "),
        ("a.xml", "<?xml"),
        ("a.html", "<!doctype html>"),
        ("a.txt", "/"),
    ],
)
def test_the_name_of_the_output_tells_the_format(name, begins, tmp_path):
    target = tmp_path / name
    assert main(["check", FAULTY, "-o", str(target)]) == 1
    assert target.read_text("utf-8").lower().startswith(begins)


def test_a_named_format_goes_before_the_name(tmp_path):
    target = tmp_path / "a.txt"
    main(["check", FAULTY, "--format", "json", "-o", str(target)])
    assert json.loads(target.read_text("utf-8"))["files"]


@pytest.mark.parametrize("format", ["xlsx", "docx"])
def test_bytes_are_not_for_a_screen(format, word, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", Screen())
    assert main(["check", str(word), "--format", format]) == 2
    assert sys.stdout.buffer.getvalue() == b""
    assert "-o" in capsys.readouterr().err


def test_bytes_go_into_a_pipe(monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(), "utf-8")
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["check", FAULTY, "--format", "xlsx"]) == 1
    assert zipfile.is_zipfile(io.BytesIO(stream.buffer.getvalue()))


def test_comments_go_into_a_copy_of_the_word_file(word, tmp_path):
    before = word.read_bytes()
    target = tmp_path / "年报-审校.docx"
    assert main(["check", str(word), "-o", str(target)]) == 1
    assert word.read_bytes() == before
    assert "word/comments.xml" in zipfile.ZipFile(target).namelist()


def test_comments_need_a_word_file(tmp_path, capsys):
    target = tmp_path / "a.docx"
    assert main(["check", FAULTY, "-o", str(target)]) == 2
    assert "Word" in capsys.readouterr().err
    assert not target.exists()


@pytest.mark.parametrize("suffix", ["docx", "html"])
def test_a_format_of_one_report_refuses_several(suffix, word, tmp_path, capsys):
    target = tmp_path / f"all.{suffix}"
    assert main(["check", str(word), FAULTY, "-o", str(target)]) == 2
    assert "一次只能输出一份报告" in capsys.readouterr().err
    assert not target.exists()


def test_several_go_into_a_folder(word, tmp_path, capsys):
    other = tmp_path / "b"
    other.mkdir()
    again = other / "年报.docx"
    again.write_bytes(word.read_bytes())
    folder = tmp_path / "out"
    given = [str(word), str(again), "nothing.docx"]
    assert main(["check", *given, "--format", "docx", "-o", f"{folder}{os.sep}"]) == 2
    assert sorted(path.name for path in folder.iterdir()) == ["年报-审校-2.docx", "年报-审校.docx"]
    assert (
        main(["check", FAULTY, SOUND, "--format", "html", "-o", str(folder), "--lang", "en"]) == 1
    )
    assert {path.name for path in folder.glob("*.html")} == {
        "faulty-review.html",
        "sound-review.html",
    }


def test_nothing_is_written_of_a_report_that_cannot_be_read(tmp_path, capsys):
    target = tmp_path / "a.html"
    assert main(["check", "nothing.txt", "-o", str(target)]) == 2
    assert not target.exists()


@pytest.mark.parametrize("link", [False, True])
def test_an_input_is_never_written_over(link, word, tmp_path, capsys):
    before = word.read_bytes()
    target = word
    if link:
        target = tmp_path / "link.docx"
        target.symlink_to(word)
    assert main(["check", str(word), "--format", "docx", "-o", str(target)]) == 2
    assert word.read_bytes() == before
    assert "要检查的文件" in capsys.readouterr().err


def test_a_read_only_file_stays(tmp_path, capsys):
    target = tmp_path / "a.json"
    target.write_text("mine", "utf-8")
    target.chmod(0o444)
    assert main(["check", FAULTY, "-o", str(target)]) == 2
    assert target.read_text("utf-8") == "mine"
    assert "不能写入" in capsys.readouterr().err


def test_a_locked_file_stays(tmp_path, capsys, monkeypatch):
    target = tmp_path / "a.json"
    target.write_text("mine", "utf-8")

    def locked(self, target):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", locked)
    assert main(["check", FAULTY, "-o", str(target)]) == 2
    assert target.read_text("utf-8") == "mine"
    assert "Permission denied" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [target]


def test_a_writer_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    target = tmp_path / "a.md"
    target.write_text("mine", "utf-8")
    monkeypatch.setattr("gxcheck.output.markdown.summary_of", lambda review: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        main(["check", FAULTY, "-o", str(target)])
    assert target.read_text("utf-8") == "mine"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_keeps_its_permissions_and_a_link_its_target(tmp_path):
    target, link = tmp_path / "a.json", tmp_path / "b.json"
    target.write_text("old", "utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    assert main(["check", FAULTY, "-o", str(link)]) == 1
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert json.loads(target.read_text("utf-8"))["files"]


def test_a_device_is_written_to(capsys):
    assert main(["check", FAULTY, "-o", os.devnull]) == 1
    assert not Path(os.devnull).is_file()


def test_unreadable_files_are_told_in_the_language_asked_for(capsys):
    assert main(["check", "nothing.txt", "--lang", "en", "--format", "jsonl"]) == 2
    told = capsys.readouterr()
    assert told.err.isascii()
    assert told.out.isascii()
