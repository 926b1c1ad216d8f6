"""Help and errors of the command line, in the language that is asked for."""

import sys
import unicodedata

import pytest

from gxcheck.cli import main
from gxcheck.data import read_yaml

COMMANDS = [
    [],
    ["check"],
    ["parse"],
    ["accept"],
    ["schema"],
    ["rules"],
    ["rules", "list"],
    ["rules", "explain"],
    ["rules", "test"],
    ["form"],
    ["serve"],
]


def ended(arguments, capsys):
    """The exit code and what was printed, of a command line that ends in the parser."""
    with pytest.raises(SystemExit) as end:
        main(arguments)
    out, err = capsys.readouterr()
    return end.value.code, out + err


def columns(line):
    return sum(1 + (unicodedata.east_asian_width(sign) in "WF") for sign in line)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_is_chinese_and_fits_the_screen(command, monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "80")
    code, told = ended([*command, "--help"], capsys)
    assert code == 0
    assert told.startswith("用法：gxcheck")
    assert "显示本说明" in told
    assert [x for x in told.splitlines() if not x.isascii() and columns(x) > 80] == []


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_in_english_holds_no_chinese_but_the_report_s_name(command, monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "80")
    code, told = ended([*command, "--help", "--lang=en"], capsys)
    assert code == 0
    assert told.startswith("usage: gxcheck")
    assert told.replace("政府信息公开工作年度报告", "").isascii()


def test_every_word_of_the_help_is_used(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "200")
    told = "".join(ended([*command, "-h"], capsys)[1] for command in COMMANDS)
    unused = [
        key for key, words in read_yaml("usage.yml")["help"].items() if words["zh"] not in told
    ]
    assert unused == []


def test_the_value_of_lang_is_found_wherever_it_stands(capsys):
    assert ended(["check", "--lang", "en", "-h"], capsys)[1].startswith("usage: ")
    assert ended(["check", "en", "--lang", "zh", "-h"], capsys)[1].startswith("用法：")


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        ([], "gxcheck：参数有误：缺少 COMMAND"),
        (["check"], "gxcheck check：参数有误：缺少 FILE"),
        (["accept", "年报.txt", "f"], "gxcheck accept：参数有误：缺少 --reason"),
        (["check", "年报.txt", "--quick"], "gxcheck：参数有误：没有这样的参数 --quick"),
        (["check", "年报.txt", "--lang"], "gxcheck check：参数有误：--lang：后面应有一个值"),
        (["form", "x"], "gxcheck form：参数有误：edition：“x”不是整数"),
        (
            ["check", "--lang", "en"],
            "gxcheck check: error: the following arguments are required: FILE",
        ),
        (
            ["serve", "--port", "99999"],
            "gxcheck serve：参数有误：--port：“99999”不是端口号，端口号为 0 至 65535",
        ),
        (
            ["serve", "--max-megabytes", "0", "--lang", "en"],
            "gxcheck serve: error: argument --max-megabytes: '0' is no whole number from 1 on",
        ),
    ],
)
def test_what_is_wrong_with_the_arguments_is_told_in_the_language(arguments, wrong, capsys):
    code, told = ended(arguments, capsys)
    assert code == 2
    assert told.splitlines()[-1] == wrong


def test_a_wrong_choice_is_told_with_those_there_are(capsys):
    code, told = ended(["check", "年报.txt", "--format", "pdf"], capsys)
    assert code == 2
    last = told.splitlines()[-1]
    assert last.startswith("gxcheck check：参数有误：--format：“pdf”不在可选的值之内：")
    assert "sarif" in last


def test_an_abbreviation_of_two_options_is_told_with_both(capsys):
    told = ended(["check", "年报.txt", "--f", "json"], capsys)[1]
    assert (
        told.splitlines()[-1] == "gxcheck check：参数有误：“--f”不明确，可能是 --format, --fail-on"
    )


def test_words_that_argparse_alone_knows_are_told_as_it_says_them(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules["gxcheck.data"].read_yaml("usage.yml"), "errors", [])
    told = ended(["check"], capsys)[1]
    assert told.splitlines()[-1].endswith("the following arguments are required: FILE")
