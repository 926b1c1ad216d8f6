"""A folder of files in all formats, checked in one go: each is told from what is in it."""

import json
import random

import pytest

import form_files
import gxcheck
import table_layouts
from form_reports import government, with_faults
from gxcheck.cli import main

JUNK = {
    "junk.docx": random.Random(7).randbytes(3000),
    "broken.pdf": b"%PDF-1.7\nnothing follows",
    "empty.html": b"",
    "sheet.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "photo.docx": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "archive.pdf": b"PK\x03\x04" + bytes(100),
}


def markdown(report) -> bytes:
    parts = (p if isinstance(p, str) else table_layouts.markdown(p) for p in report.parts())
    return "\n\n".join(parts).encode()


@pytest.fixture(scope="module")
def one_report(office):
    """The same faulty report in every format, each under the name of another."""
    report = with_faults(government())
    word = form_files.docx(report)
    text = form_files.text(report)
    return {
        "word.pdf": word,
        "text.docx": text,
        "gbk": text.decode().encode("gb18030"),
        "page.txt": form_files.web_page(report),
        "markdown.html": markdown(report),
        "data.docx": gxcheck.parse(text).model_dump_json().encode(),
        "print.doc": office(word, "pdf"),
        "old.txt": office(word, "doc:MS Word 97"),
    }


def checked(folder, capsys, *names: str):
    paths = [str(folder / name) for name in names]
    code = main(["check", *paths, "--format", "json"])
    files = json.loads(capsys.readouterr().out)["files"]
    assert [one["file"] for one in files] == paths
    return code, dict(zip(names, files, strict=True))


def test_every_format_whatever_its_name(one_report, tmp_path, capsys):
    for name, data in one_report.items():
        (tmp_path / name).write_bytes(data)
    code, files = checked(tmp_path, capsys, *one_report)
    assert code == 1
    prints = {
        name: [finding["fingerprint"] for finding in file["findings"]]
        for name, file in files.items()
    }
    assert len(prints["word.pdf"]) > 8
    assert prints == dict.fromkeys(one_report, prints["word.pdf"])


def test_what_cannot_be_read_stops_nothing_else(tmp_path, capsys):
    sound = form_files.docx(government())
    names = [*list(JUNK)[:3], "sound", *list(JUNK)[3:], "missing.txt", "folder.docx"]
    for name, data in {**JUNK, "sound": sound}.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "folder.docx").mkdir()
    code, files = checked(tmp_path, capsys, *names)
    assert code == 2
    assert files.pop("sound")["findings"] == []
    for name, file in files.items():
        assert name in file["error"], name
        assert file["report"] is None


def test_the_console_names_each_that_could_not_be_read_and_shows_the_others(tmp_path, capsys):
    (tmp_path / "a.docx").write_bytes(form_files.docx(with_faults(government())))
    (tmp_path / "b.pdf").write_bytes(JUNK["broken.pdf"])
    assert main(["check", str(tmp_path / "b.pdf"), str(tmp_path / "a.docx")]) == 2
    shown = capsys.readouterr()
    assert "b.pdf" in shown.err
    assert "已损坏" in shown.err
    assert "title-year" in shown.out
    assert "Traceback" not in shown.err


def test_a_folder_is_told_as_one(tmp_path, capsys):
    assert main(["check", str(tmp_path)]) == 2
    assert "是文件夹，不是一份报告。请给出报告的文件" in capsys.readouterr().err


def test_without_libreoffice_an_old_word_file_is_told_with_the_way_out(
    one_report, tmp_path, capsys, monkeypatch
):
    (tmp_path / "old.doc").write_bytes(one_report["old.txt"])
    monkeypatch.setattr("gxcheck.document.office.reader.find_soffice", lambda: None)
    assert main(["check", str(tmp_path / "old.doc")]) == 2
    assert "apt-get install libreoffice-writer-nogui" in capsys.readouterr().err
