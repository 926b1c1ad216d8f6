"""Folders in place of files: which of what lies in them is a report."""

import json
from pathlib import Path

import pytest

from gxcheck.cli import main

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "reports"
SOUND, FAULTY = str(EXAMPLES / "sound.txt"), str(EXAMPLES / "faulty.txt")


@pytest.fixture
def drafts(tmp_path):
    folder = tmp_path / "drafts"
    (folder / "deeper.docx").mkdir(parents=True)
    for name in ("b.txt", "A.TXT", "~$b.docx", ".c.txt", "gxcheck.yml.bak", "notes.log"):
        (folder / name).write_text(Path(SOUND).read_text("utf-8"), "utf-8")
    return folder


def test_a_folder_stands_for_the_reports_in_it(drafts, capsys):
    assert main(["check", str(drafts), FAULTY, "--format", "json"]) == 1
    files = json.loads(capsys.readouterr().out)["files"]
    assert [Path(one["file"]).name for one in files] == ["A.TXT", "b.txt", "faulty.txt"]


def test_a_folder_without_reports_is_told(drafts, capsys):
    assert main(["check", str(drafts / "deeper.docx")]) == 2
    assert "“deeper.docx”是文件夹" in capsys.readouterr().err


def test_several_reports_are_summed_up_at_the_end(drafts, capsys):
    assert main(["check", str(drafts), FAULTY, "nothing.txt", "--lang", "en"]) == 2
    assert capsys.readouterr().out.endswith(
        "\nReports: 4, with errors: 1, could not be checked: 1.\n"
    )
    main(["check", SOUND])
    assert "份报告" not in capsys.readouterr().out


@pytest.mark.parametrize("output", ["drafts", "drafts/", "drafts/all.html", "drafts/all.json"])
def test_an_outcome_does_not_go_among_the_reports(output, drafts, monkeypatch, capsys):
    monkeypatch.chdir(drafts.parent)
    before = sorted(path.name for path in drafts.iterdir())
    assert main(["check", "drafts", "--format", "json", "-o", output]) == 2
    assert "请放到别处" in capsys.readouterr().err
    assert sorted(path.name for path in drafts.iterdir()) == before


def test_a_workbook_may_lie_beside_the_reports(drafts):
    target = drafts / "all.xlsx"
    assert main(["check", str(drafts), "-o", str(target)]) == 0
    assert target.is_file()
