"""gxcheck accept: an acceptance goes into the file, and nothing else of it changes."""

import datetime
from pathlib import Path

import pytest
import yaml

import gxcheck
from gxcheck.acceptances import Acceptance
from gxcheck.cli import main
from gxcheck.commands.amending import CannotAmend, amended

FAULTY = Path(__file__).resolve().parents[2] / "examples" / "reports" / "faulty.txt"
NEW = Acceptance("0123456789012345", "核实：“无误”\\", datetime.date(2030, 1, 31))
ENTRY = """# a-rule: 有误
- fingerprint: "0123456789012345"
  reason: "核实：“无误”\\\\"
  until: "2030-01-31"
"""
BLOCK = "acceptances:\n    - fingerprint: a\n      reason: |\n        long\n        text\n"


def entry(indent):
    return "".join(" " * indent + line for line in ENTRY.splitlines(keepends=True))


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(FAULTY.read_text("utf-8"), "utf-8")
    return path


def fingerprint(draft, rule="title-form"):
    return next(one.fingerprint for one in gxcheck.check(draft) if one.rule == rule)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "acceptances:\n" + entry(2)),
        ("# ours\n", "# ours\nacceptances:\n" + entry(2)),
        ("off: [a]   # why", "off: [a]   # why\nacceptances:\n" + entry(2)),
        (
            "acceptances:\n- {fingerprint: a, reason: b}  # old\n\n# levels\nlevels: {}\n",
            "acceptances:\n- {fingerprint: a, reason: b}  # old\n"
            + entry(0)
            + "\n# levels\nlevels: {}\n",
        ),
        (
            BLOCK + "off: []\n",
            BLOCK + entry(4) + "off: []\n",
        ),
        ("acceptances: []  # none\noff: []\n", "acceptances:  # none\n" + entry(2) + "off: []\n"),
        ("acceptances:\nlang: zh\n", "acceptances:\n" + entry(2) + "lang: zh\n"),
        ("acceptances:", "acceptances:\n" + entry(2)),
    ],
)
def test_comments_and_order_stay(before, after):
    assert amended(before, NEW, "a-rule: 有误") == after
    again = amended(after, NEW, "a-rule: 有误")
    assert again.count('fingerprint: "0123456789012345"') == 2


def test_a_list_in_one_line_stays_in_it():
    before = "acceptances: [{fingerprint: a, reason: b}]  # ours\nlang: en\n"
    after = amended(before, NEW, "a-rule")
    assert after.startswith("acceptances: [{fingerprint: a, reason: b}, {")
    assert after.endswith("]  # ours\nlang: en\n")
    assert len(yaml.safe_load(after)["acceptances"]) == 2


def test_windows_line_ends_stay():
    after = amended("# ours\r\nlang: zh\r\n", NEW, "a-rule")
    assert "\n" not in after.replace("\r\n", "")


@pytest.mark.parametrize(
    "text", ["{lang: zh}", "lang: zh\n...\n", "- a\n", "lang: [", "a\n---\nb\n"]
)
def test_what_cannot_be_added_to_is_left_alone(text):
    with pytest.raises(CannotAmend, match="fingerprint"):
        amended(text, NEW, "a-rule")


def test_a_finding_is_accepted_in_a_new_file_beside_the_report(draft, capsys):
    given = ["accept", str(draft), fingerprint(draft), "--reason", "本地惯例"]
    assert main(given) == 0
    config = gxcheck.load_config(draft.with_name("gxcheck.yml"))
    assert [one.reason for one in config.acceptances] == ["本地惯例"]
    assert config.acceptances[0].year == 2024
    review = gxcheck.review(draft, config=config)
    assert [one.rule for one in review.accepted] == ["title-form"]
    assert not review.stale
    assert main(given) == 2
    assert "本地惯例" in capsys.readouterr().err


def test_the_nearest_file_above_is_added_to(draft, tmp_path, capsys):
    config = tmp_path / "gxcheck.yml"
    config.write_text("# ours\noff: [website-missing]\n", "utf-8")
    folder = tmp_path / "drafts"
    folder.mkdir()
    moved = draft.rename(folder / "report.txt")
    assert main(["accept", str(moved), fingerprint(moved), "--reason", "x"]) == 0
    assert config.read_text("utf-8").startswith("# ours\noff: [website-missing]\nacceptances:\n")
    assert not (folder / "gxcheck.yml").exists()


def test_a_named_file_is_written(draft, tmp_path, capsys):
    config = tmp_path / "other.yml"
    day = (datetime.date.today() + datetime.timedelta(days=3)).isoformat()
    given = ["accept", str(draft), fingerprint(draft), "--reason", "x", "--until", day]
    assert main([*given, "--config", str(config)]) == 0
    assert gxcheck.load_config(config).acceptances[0].until.isoformat() == day


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (("--until", "2020-01-01"), "过去"),
        (("--until", "tomorrow"), "YYYY-MM-DD"),
        (("--reason", "  "), "--reason"),
    ],
)
def test_bad_words_are_refused(changes, told, draft, capsys):
    assert main(["accept", str(draft), fingerprint(draft), "--reason", "x", *changes]) == 2
    assert told in capsys.readouterr().err
    assert not draft.with_name("gxcheck.yml").exists()


def test_an_unknown_fingerprint_names_the_nearest(draft, capsys):
    known = fingerprint(draft)
    wrong = known[:-1] + ("0" if known[-1] != "0" else "1")
    assert main(["accept", str(draft), wrong, "--reason", "x"]) == 2
    told = capsys.readouterr().err
    assert known in told
    assert "title-form" in told
    assert main(["accept", str(draft), "zzz", "--reason", "x"]) == 2
    assert "zzz" in capsys.readouterr().err
    assert not draft.with_name("gxcheck.yml").exists()


def test_a_file_that_cannot_be_added_to_is_told_with_the_entry(draft, capsys):
    config = draft.with_name("gxcheck.yml")
    config.write_text("{lang: en}", "utf-8")
    known = fingerprint(draft)
    assert main(["accept", str(draft), known, "--reason", "x"]) == 2
    assert f'fingerprint: "{known}"' in capsys.readouterr().err
    assert config.read_text("utf-8") == "{lang: en}"


def test_the_rule_names_its_only_finding(draft, capsys):
    assert main(["accept", str(draft), "title-form", "--reason", "本地惯例"]) == 0
    (accepted,) = gxcheck.load_config(draft.with_name("gxcheck.yml")).acceptances
    assert accepted.reason == "本地惯例"


def test_of_several_findings_of_a_rule_one_is_to_be_named(draft, capsys):
    balance = [f for f in gxcheck.check(draft) if f.rule == "applications-balance"]
    assert len(balance) == 2
    assert main(["accept", str(draft), "applications-balance", "--reason", "x"]) == 2
    told = capsys.readouterr().err
    assert all(f"{one.fingerprint}（{one.location.label}）" in told for one in balance)
    assert not draft.with_name("gxcheck.yml").exists()
