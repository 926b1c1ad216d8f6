"""The command line: what it prints, where it writes, its exit codes, and bad input."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from gxcheck import __version__
from gxcheck.cli import main

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
REPORTS = EXAMPLES / "reports"
SOUND, FAULTY = str(REPORTS / "sound.txt"), str(REPORTS / "faulty.txt")


def test_exit_code_tells_whether_something_stands_at_the_level(capsys):
    assert main(["check", SOUND]) == 0
    assert main(["check", FAULTY]) == 1
    assert main(["check", SOUND, FAULTY]) == 1
    assert main(["check", FAULTY, "--fail-on", "never"]) == 0


def test_fail_on_a_lower_level(tmp_path, capsys):
    report = tmp_path / "report.txt"
    text = Path(SOUND).read_text("utf-8")
    report.write_text(text.replace("邮编：324399，", ""), "utf-8")
    assert main(["check", str(report)]) == 0
    assert main(["check", str(report), "--fail-on", "info"]) == 1


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"gxcheck {__version__}\n"


def test_json_holds_every_file_and_keeps_to_its_schema(capsys):
    main(["schema", "findings"])
    schema = json.loads(capsys.readouterr().out)
    main(["check", SOUND, FAULTY, "nothing.txt", "--format", "json"])
    output = json.loads(capsys.readouterr().out)
    jsonschema.validate(output, schema)
    assert [Path(one["file"]).name for one in output["files"]] == [
        "sound.txt",
        "faulty.txt",
        "nothing.txt",
    ]
    sound, faulty, nothing = output["files"]
    assert sound["findings"] == []
    assert faulty["report"]["year"] == 2024
    assert {"rule", "level", "message", "quote", "fingerprint"} <= faulty["findings"][0].keys()
    assert nothing["error"]
    assert nothing["report"] is None


def test_parse_round_trips_through_json(tmp_path, capsys):
    assert main(["parse", SOUND]) == 0
    printed = capsys.readouterr().out
    main(["schema", "report"])
    jsonschema.validate(json.loads(printed), json.loads(capsys.readouterr().out))
    saved = tmp_path / "report.json"
    saved.write_text(printed, "utf-8")
    assert main(["parse", str(saved)]) == 0
    assert capsys.readouterr().out == printed
    assert main(["check", str(saved)]) == 0


def test_json_that_is_no_report_names_the_path(tmp_path, capsys):
    main(["parse", SOUND])
    report = json.loads(capsys.readouterr().out)
    report["applications"]["received"]["total"]["value"] = "many"
    saved = tmp_path / "report.json"
    saved.write_text(json.dumps(report), "utf-8")
    assert main(["check", str(saved)]) == 2
    assert "applications.received.total.value" in capsys.readouterr().err


def test_output_to_a_file(tmp_path, capsys):
    target = tmp_path / "findings.json"
    assert main(["check", FAULTY, "--format", "json", "-o", str(target)]) == 1
    assert capsys.readouterr().out == ""
    assert json.loads(target.read_text("utf-8"))["files"][0]["findings"]


def test_an_input_is_never_overwritten(tmp_path, capsys):
    report = tmp_path / "report.txt"
    report.write_text(Path(FAULTY).read_text("utf-8"), "utf-8")
    before = report.read_bytes()
    assert main(["check", str(report), "-o", str(report)]) == 2
    assert report.read_bytes() == before
    assert "要检查的文件" in capsys.readouterr().err


def test_an_output_that_cannot_be_written(tmp_path, capsys):
    assert main(["check", SOUND, "-o", str(tmp_path / "no" / "folder.txt")]) == 2
    assert "不能写入" in capsys.readouterr().err


def test_standard_input(monkeypatch, capsys):
    stream = io.TextIOWrapper(io.BytesIO(Path(FAULTY).read_bytes()), "utf-8")
    monkeypatch.setattr(sys, "stdin", stream)
    assert main(["check", "-"]) == 1
    assert "applications-balance" in capsys.readouterr().out


@pytest.mark.parametrize(
    "content",
    [b"", b" \n\n", b"\x00\x01\x02" * 400, b"%PDF-1.7\n", b"PK\x03\x04....", bytes(range(256)) * 9],
)
def test_what_cannot_be_read_is_told_in_a_line(content, tmp_path, capsys):
    report = tmp_path / "报告.txt"
    report.write_bytes(content)
    assert main(["check", str(report)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "报告.txt" in told.err
    assert "Traceback" not in told.err


def test_a_text_that_is_no_report_gives_one_finding(tmp_path, capsys):
    report = tmp_path / "news.txt"
    news = "今天，我县召开了一次会议，研究部署明年工作。\n会议强调，要抓好落实。\n"
    report.write_text(news, "utf-8")
    assert main(["check", str(report), "--format", "json"]) == 1
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert [finding["rule"] for finding in file["findings"]] == ["not-a-report"]


def test_terminal_controls_in_a_report_do_not_reach_the_terminal(tmp_path, capsys):
    report = tmp_path / "report.txt"
    text = Path(FAULTY).read_text("utf-8").replace("七个部分", "\x1b[31m七个部分\u202e")
    report.write_text(text, "utf-8")
    main(["check", str(report)])
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_terminal_controls_in_a_pack_or_a_name_do_not_reach_the_terminal(tmp_path, capsys):
    pack = tmp_path / "p\x1b[31m.yml"
    text = (EXAMPLES / "packs" / "ours.yml").read_text("utf-8")
    text = text.replace("zh: 全年至少培训一次", 'zh: "全年\\e[31m培训\\u202e"')
    pack.write_text(text.replace("组织培训2次", "\\e[31m未组织培训"), "utf-8")
    for arguments, code in (
        (["list", "--rules", str(pack)], 0),
        (["explain", "ours-training", "--rules", str(pack)], 0),
        (["test", str(pack)], 1),
        (["explain", "x\x1b[31m"], 2),
    ):
        assert main(["rules", *arguments]) == code
        told = capsys.readouterr()
        assert not {"\x1b", "\u202e"} & {*told.out, *told.err}
    pack.write_text(text.replace("level: info", 'level: "\\e[31m"'), "utf-8")
    assert main(["check", SOUND, "--rules", str(pack)]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_controls_of_the_screen_are_escaped_in_the_json_of_a_report(tmp_path, capsys):
    report = tmp_path / "report.txt"
    text = Path(FAULTY).read_text("utf-8").replace("七个部分", "\x9b31m七个部分\u202e")
    report.write_text(text, "utf-8")
    main(["parse", str(report)])
    out = capsys.readouterr().out
    assert not {"\x9b", "\u202e"} & {*out}
    texts = [block.get("text", "") for block in json.loads(out)["document"]["blocks"]]
    assert any("\x9b31m七个部分\u202e" in text for text in texts)


def test_english(capsys):
    main(["check", FAULTY, "--lang", "en"])
    out = capsys.readouterr().out
    assert "Errors: 12, warnings: 5, notes: 2." in out
    assert "依据" not in out


def test_the_nearest_configuration_is_used(tmp_path, capsys):
    (tmp_path / "gxcheck.yml").write_text("off: [processing-fee-missing]\n", "utf-8")
    folder = tmp_path / "drafts"
    folder.mkdir()
    report = folder / "report.txt"
    report.write_text(Path(FAULTY).read_text("utf-8"), "utf-8")
    main(["check", str(report)])
    assert "processing-fee-missing" not in capsys.readouterr().out
    main(["check", FAULTY])
    assert "processing-fee-missing" in capsys.readouterr().out


def test_a_bad_configuration_names_file_line_and_the_nearest_word(tmp_path, capsys):
    config = tmp_path / "ours.yml"
    config.write_text("off:\n- procesing-fee-missing\n", "utf-8")
    assert main(["check", SOUND, "--config", str(config)]) == 2
    told = capsys.readouterr().err
    assert "ours.yml:2" in told
    assert "processing-fee-missing" in told


def test_rules_list_names_every_rule_with_its_level(capsys):
    assert main(["rules", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("applications-balance ") and "错误" in line for line in lines)


def test_rules_explain_tells_why_and_shows_examples(capsys):
    assert main(["rules", "explain", "applications-balance", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "received + carried == closed + carried_forward" in out
    assert "fails:" in out


def test_rules_explain_of_an_unknown_rule_names_the_nearest(capsys):
    assert main(["rules", "explain", "applications-balanced"]) == 2
    assert "applications-balance" in capsys.readouterr().err


def test_rules_test_fails_on_a_wrong_example(tmp_path, capsys):
    pack = tmp_path / "pack.yml"
    pack.write_text(
        """
pack: ours
rules:
- id: ours-always
  title: {zh: 总是成立, en: always}
  level: info
  editions: all
  basis: [practice]
  assert: year > 1900
  message: {zh: 年度不对, en: wrong year}
  examples:
    fails: [{year: 2021}]
    passes: [{year: 2021}]
""",
        "utf-8",
    )
    assert main(["rules", "test", str(pack)]) == 1
    assert "ours-always: examples.fails[0]" in capsys.readouterr().out


def test_schemas_are_json_schemas(capsys):
    for name in ("report", "findings", "rules", "config", "form"):
        assert main(["schema", name]) == 0
        jsonschema.Draft202012Validator.check_schema(json.loads(capsys.readouterr().out))


def test_a_full_disk_is_told_in_a_line():
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with full.open("w") as stdout:
        ended = _program("check", SOUND, stdout=stdout)
    assert ended.returncode == 2
    assert ended.stderr.startswith("gxcheck: 结果写不出来：")
    assert ended.stderr.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="closes descriptors")
def test_the_program_runs_where_its_output_was_closed():
    code = "import os, sys; os.close(1); os.close(2); os.execv(sys.executable, sys.argv[1:])"
    command = [sys.executable, "-c", code, sys.executable, "-m", "gxcheck", "check", FAULTY]
    assert subprocess.run(command, check=False).returncode == 1


def test_a_reader_that_goes_away_ends_the_program_quietly():
    process = subprocess.Popen(
        [sys.executable, "-m", "gxcheck", "check", *[FAULTY] * 30],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait() in (1, 2)  # rich ends a program whose reader is gone with 1


def test_the_program_ends_with_the_code_of_its_command():
    assert _program("check", SOUND).returncode == 0
    faulty = _program("check", FAULTY)
    assert faulty.returncode == 1
    assert faulty.stdout.endswith("\n")
    assert _program("check", "nothing.txt").returncode == 2


def _program(*arguments, stdout=subprocess.PIPE):
    command = [sys.executable, "-m", "gxcheck", *arguments]
    return subprocess.run(
        command, stdout=stdout, stderr=subprocess.PIPE, encoding="utf-8", check=False
    )
