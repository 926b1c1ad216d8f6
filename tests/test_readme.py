"""Every command and every piece of Python in the READMEs runs, and the screen shown is real."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
READMES = ["README.md", "README.zh-CN.md"]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
SCREEN = re.compile(r"<!-- screen: (.*?) -->\n```text\n(.*?)```", re.S)


def fences(readme: str, language: str) -> list[str]:
    found = FENCE.findall((ROOT / readme).read_text("utf-8"))
    return [text for kind, text in found if kind == language]


def commands(readme: str) -> list[str]:
    lines = [line for text in fences(readme, "sh") for line in text.splitlines()]
    return [line.split("#")[0].strip() for line in lines if line.startswith("gxcheck ")]


def test_commands_one_after_the_other(tmp_path):
    """Those of one README, the other tells the same; each in a process new to all modules."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    assert commands("README.md")
    for command in commands("README.md"):
        done = subprocess.run(
            [sys.executable, "-m", "gxcheck", *command.split()[1:]],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode in (0, 1), done.stderr
        assert bool(done.stdout) != (" -o " in command), command
        assert not done.stderr


@pytest.mark.parametrize("readme", READMES)
def test_python(readme, shell, tmp_path):
    for code in fences(readme, "python"):
        done = shell.code(code, tmp_path / "shown.py", ROOT)
        assert done.code == 0, done.err
        assert done.out


@pytest.mark.parametrize("readme", READMES)
def test_screen_is_part_of_the_real_output(readme, shell):
    screens = SCREEN.findall((ROOT / readme).read_text("utf-8"))
    assert screens
    for command, screen in screens:
        output = shell.gxcheck(*command.split()[1:], folder=ROOT).out
        for part in screen.strip().split("\n⋮\n"):
            assert part in output, part


@pytest.mark.parametrize("readme", READMES)
def test_links_lead_somewhere(readme):
    for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / readme).read_text("utf-8")):
        assert (ROOT / target).exists(), target


def test_both_readmes_tell_the_same_commands():
    english, chinese = (set(fences(readme, "sh")) for readme in READMES)
    assert english == chinese
    assert [len(fences(r, "python")) for r in READMES] == [1, 1]
