"""The guide: its commands and its Python run, its links lead somewhere, and it can be built."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

import gxcheck
from gxcheck.cli import main

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted((ROOT / "docs").glob("*.md"))
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
PACK = """
rules:
- id: ours-any
  title: {zh: 某, en: any}
  level: info
  editions: all
  basis: [practice]
  message: {zh: 某, en: any}
  examples: {fails: [{year: 2021}], passes: [{year: 2021}]}
"""


def fences(language):
    return [
        text
        for page in PAGES
        for kind, text in FENCE.findall(page.read_text("utf-8"))
        if kind == language
    ]


def commands():
    lines = [line for text in fences("sh") for line in text.splitlines()]
    return sorted({line for line in lines if line.startswith("gxcheck ")})


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder with the files that the guide speaks of."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "examples", folder / "examples")
    for name, year in (("年报.docx", 2025), ("去年.docx", 2024)):
        target = str(folder / name)
        main(["form", "2021", "--year", str(year), "--organ", "青禾县水务局", "-o", target])
    return folder


@pytest.mark.parametrize("command", [c for c in commands() if not c.startswith("gxcheck serve")])
def test_command(desk, command, shell):
    found = gxcheck.check(desk / "年报.docx")
    words = [found[0].fingerprint if word == "指纹" else word for word in shlex.split(command)[1:]]
    done = shell.gxcheck(*words, folder=desk)
    assert done.code in (0, 1), done.err
    assert not done.err


def named(key):
    """The names that the guide gives for a key of a rule: the backticked ones of its row."""
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")
    (row,) = [line for line in page.splitlines() if line.startswith(f"| `{key}` |")]
    return re.findall(r"`([^`]+)`", row)[1:]


@pytest.mark.parametrize(
    ("key", "name"), [(key, name) for key in ("each", "in") for name in named(key)]
)
def test_what_rules_can_look_at_is_what_the_guide_names(key, name, tmp_path):
    verb = "each: {}\n  assert: year > 1900" if key == "each" else "forbid: {{words: [某], in: {}}}"
    name = f"{name}.columns" if name in ("proactive", "litigation") else name
    pack = tmp_path / "pack.yml"
    pack.write_text(PACK + f"  {verb.format(name)}\n", "utf-8")
    assert gxcheck.load_rules(pack).ids == ["ours-any"]


def test_the_service_is_started_as_told(desk):
    assert "gxcheck serve" in commands()
    process = subprocess.Popen(
        [sys.executable, "-m", "gxcheck", "serve", "--port", "8791"],
        cwd=desk,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        address = re.search(r"http://\S+/", process.stderr.readline()).group()
        assert answer(f"{address}api/health")["status"] == "ok"
    finally:
        process.terminate()
        process.wait(20)
        process.stderr.close()


def answer(address):
    """What the service says, when it has begun to listen."""
    transport = httpx.HTTPTransport(retries=10)
    with httpx.Client(transport=transport, timeout=60) as client:
        return client.get(address).json()


def test_python(desk, shell, tmp_path):
    for code in fences("python"):
        done = shell.code(code, tmp_path / "shown.py", desk)
        assert done.code == 0, done.err
        assert done.out


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_every_page_is_in_the_contents_and_it_is_built_without_complaint(tmp_path):
    contents = (ROOT / "zensical.toml").read_text("utf-8")
    assert all(f'"{page.name}"' in contents for page in PAGES)
    for name in ("docs", "zensical.toml"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "build/docs/authors.html").exists()
