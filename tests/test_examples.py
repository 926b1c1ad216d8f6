"""Every example runs and prints what it promises."""

import runpy
from pathlib import Path

import pytest

import gxcheck

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
REPORTS = EXAMPLES / "reports"


@pytest.fixture
def output(shell):
    """The exit code and the output; on the other stream no more than the file that is `unread`."""

    def shown(name: str, *arguments: str, unread: str = "") -> tuple[int, str]:
        done = shell.python(EXAMPLES / name, *arguments)
        assert bool(done.err) == bool(unread)
        assert unread in done.err
        return done.code, done.out

    return shown


def test_every_example_is_tested_here():
    tested = Path(__file__).read_text("utf-8")
    assert all(path.name in tested for path in EXAMPLES.glob("*.py"))


def test_check_report(output):
    code, text = output("check_report.py")
    assert code == 0
    assert "applications-balance" in text
    assert "period-year" in text


def test_read_figures(output):
    assert output("read_figures.py") == (
        0,
        "2025 青禾县水务局 (department, form of 2021)\n"
        "received: 12\n"
        "  by natural persons: 9\n"
        "refused as state secrets: 0\n"
        "undivided other handling: not on this form\n",
    )


def test_publishing_gate(output):
    code, text = output("publishing_gate.py")
    assert code == 1
    assert "sound.txt: published" in text
    assert "faulty.txt: refused" in text
    assert output("publishing_gate.py", str(REPORTS / "sound.txt"))[0] == 0
    assert output("publishing_gate.py", str(EXAMPLES / "nothing.txt"))[0] == 1


def test_own_rules(output):
    code, text = output("own_rules.py")
    assert code == 0
    told = "ours-training: the overview does not tell how many trainings were held"
    assert text.splitlines() == [told]


def test_folder_to_table(output):
    code, text = output("folder_to_table.py")
    assert code == 0
    assert text.splitlines()[0].startswith("file,year,organ,received")
    assert "sound.txt,2025,青禾县水务局,12,1,12,1,0" in text.splitlines()


def test_folder_to_table_passes_over_what_cannot_be_read(tmp_path, output):
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "b.md").write_bytes((REPORTS / "sound.txt").read_bytes())
    code, text = output("folder_to_table.py", str(tmp_path), unread="a.docx")
    assert code == 0
    assert [line.split(",")[0] for line in text.splitlines()] == ["file", "b.md"]


def test_the_sound_report_is_sound():
    assert gxcheck.check(REPORTS / "sound.txt") == []


FAULTS = [
    ("title-form", 1),
    ("issuer-name", None),
]


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.stem)
def test_examples_can_be_imported_without_running(example, capsys):
    runpy.run_path(str(example), run_name="imported")
    assert capsys.readouterr().out == ""
