"""A new edition of the form is one new file under rules/forms/: no code, no other file changes."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gxcheck.report.lineage import EDITIONS, applies, known_edition, told_for
from shell import Shown

ROOT = Path(__file__).parents[1]
SOUND = (ROOT / "examples/reports/sound.txt").read_text("utf-8")
FORM = """\
edition: 2027
extends: 2021
years: {from: 2027}
norm: 国办公开办函〔2027〕8号
tables:
  proactive:
    blocks:
    - header: 第二十条第（一）项
      columns:
        issued: {label: 今年印发件数}
    - header: 第二十条第（六）项
      rows:
        penalties: {label: 对外处罚}
"""
IN_2027 = (
    SOUND.replace("本年制发件数", "今年印发件数")
    .replace("| 行政处罚 |", "| 对外处罚 |")
    .replace("2026", "2028")
    .replace("2025", "2027")
)


# All in one process: what takes long is to start one.
COMMANDS = """
import contextlib, io, json, sys
from gxcheck.cli import main
for words in json.loads(sys.argv[1]):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        with contextlib.redirect_stderr(io.StringIO()) as err:
            try:
                code = main(words)
            except SystemExit as refused:
                code = refused.code
    print(json.dumps([code, out.getvalue(), err.getvalue()]))
"""


def run(root: Path, *commands: str) -> list[Shown]:
    """What gxcheck of the source tree at `root` shows when it runs the commands."""
    words = json.dumps([command.split() for command in commands])
    done = subprocess.run(
        [sys.executable, "-c", COMMANDS, words],
        cwd=root,
        env={"PYTHONPATH": str(root / "src"), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=240,
    )
    return [Shown(*json.loads(line)) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Path:
    """A copy of the project with a form of 2027."""
    root = tmp_path_factory.mktemp("house")
    for folder in ("src", "rules"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, root / folder, ignore=ignored)
    (root / "rules/forms/2027.yml").write_text(FORM, "utf-8")
    (root / "new.txt").write_text(IN_2027, "utf-8")
    (root / "old.txt").write_text(SOUND, "utf-8")
    return root


def test_report_in_the_new_form_is_read_by_it_and_checked_by_the_rules_of_the_old(house):
    wrong = IN_2027.replace("| 9 | 2 | 0 | 0 | 1 | 0 | 12 |", "| 9 | 2 | 0 | 0 | 1 | 0 | 13 |", 1)
    (house / "wrong.txt").write_text(wrong, "utf-8")
    parsed, right, false, old = run(
        house, "parse new.txt", "check --lang en new.txt", "check wrong.txt", "parse old.txt"
    )
    told = json.loads(parsed.out)
    assert (told["edition"], told["form_found"]) == (2027, True)
    assert told["proactive"]["normative_documents"]["issued"]["value"] == 2
    assert (right.code, right.err) == (0, "")
    assert "Errors: 0, warnings: 0" in right.out
    assert "applications-balance" in false.out
    assert json.loads(old.out)["edition"] == 2021


def test_rules_and_drafts_of_the_old_edition_hold_for_the_new(house):
    explained, made, parsed, unknown = run(
        house,
        "rules explain applications-balance --lang en",
        "form 2027 --year 2027 -o draft.docx",
        "parse draft.docx",
        "form 2030",
    )
    assert "2019, 2021, 2027" in explained.out
    assert made.code == 0
    assert json.loads(parsed.out)["edition"] == 2027
    assert unknown.code == 2
    assert "2027" in unknown.err


def test_edition_without_a_form_is_refused():
    with pytest.raises(ValueError, match="no edition 2030"):
        known_edition(2030)


@pytest.mark.parametrize("edition", EDITIONS)
def test_shipped_editions_stand_for_themselves(edition):
    assert applies(edition, [edition])
    assert not applies(edition, [other for other in EDITIONS if other != edition])
    assert told_for(edition, {str(edition): "own"}, "none") == "own"
    assert told_for(edition, {}, "none") == "none"
