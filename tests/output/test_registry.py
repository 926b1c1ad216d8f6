"""Every format in every language, with hostile reports, and nothing loaded before its time."""

import subprocess
import sys

import pytest
from checked_reports import BOUND, checked, hostile, unread

from gxcheck.data import read_yaml
from gxcheck.output import WRITERS, Checked, format_of, rendered, write


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("format", BOUND)
def test_every_format_is_written(format, lang):
    assert rendered(format, checked(lang)[: 1 if WRITERS[format].single else None], lang)


@pytest.mark.parametrize("format", BOUND)
def test_the_languages_differ(format):
    assert rendered(format, checked("zh")[:1], "zh") != rendered(format, checked("en")[:1], "en")


@pytest.mark.parametrize("format", BOUND)
def test_hostile_text_is_written(format):
    data = rendered(format, hostile())
    if not WRITERS[format].binary:
        told = data.decode("utf-8")
        assert "\x07" not in told
        assert format == "html" or "\u202e" not in told


@pytest.mark.parametrize("format", BOUND)
def test_a_file_that_could_not_be_read_is_no_trouble(format):
    assert rendered(format, [Checked("a.txt", None, unread())]) or format in ("console", "html")


@pytest.mark.parametrize("format", BOUND)
def test_nothing_at_all_can_be_written(format):
    rendered(format, [])


def test_an_unknown_format_is_a_key_error():
    with pytest.raises(KeyError):
        write("docbook", [], sys.stdout)


def test_the_format_is_told_from_the_name():
    names = {"a.JSON": "json", "b.sarif": "sarif", "c.md": "markdown", "d.xml": "junit"}
    names |= {"x/年报.xlsx": "xlsx", "e.docx": "docx", "f.html": "html", "g.jsonl": "jsonl"}
    assert {name: format_of(name) for name in names} == names
    assert format_of("report") is None


def test_suffixes_are_unlike_each_other():
    assert len({writer.suffix for writer in WRITERS.values()}) == len(WRITERS)


def test_the_console_loads_no_other_writer():
    code = """
import sys
from gxcheck.cli import main
main(["check", sys.argv[1]])
print(*(m for m in sys.modules if m.startswith("gxcheck.output.") or m in ("xlsxwriter", "jinja2")))
"""
    done = subprocess.run(
        [sys.executable, "-c", code, "examples/reports/sound.txt"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = {name.rpartition(".")[2] for name in done.stdout.splitlines()[-1].split()}
    assert loaded == {
        "breaking",
        "console",
        "excerpts",
        "grouping",
        "layout",
        "lines",
        "summary",
        "words",
    }


def test_all_words_of_the_registry_are_there():
    texts = read_yaml("output.yml")
    assert set(texts["status"]) == {"open", "accepted", "unread"}
    assert set(texts["states"]) == {"number", "blank", "none_mark", "text", "absent"}
