"""The patterns that the wheel carries compiled are the same as those that Python compiles."""

import re

import pytest
from msgspec import msgpack

import gxcheck
from gxcheck import patterns
from gxcheck.rules.packs.bundle import pattern_file


@pytest.fixture(scope="module")
def codes():
    return msgpack.decode(pattern_file())


@pytest.fixture
def installed(codes, tmp_path, monkeypatch):
    """As if the wheel were installed."""
    (tmp_path / patterns.FILE).write_bytes(msgpack.encode(codes))
    monkeypatch.setattr(patterns, "__file__", str(tmp_path / "patterns.py"))
    patterns._codes.cache_clear()
    yield tmp_path
    patterns._codes.cache_clear()


def test_all_patterns_are_carried_and_good(installed, codes):
    for source in codes["patterns"]:
        assert patterns.wheel_pattern(source) == re.compile(source)


def test_another_python_compiles_for_itself(installed, codes):
    other = msgpack.encode({**codes, "for": "another"})
    (installed / patterns.FILE).write_bytes(other)
    assert patterns.wheel_pattern(next(iter(codes["patterns"]))) is None


def test_a_check_asks_for_no_pattern_that_is_not_carried(codes):
    text = "某市某局2023年政府信息公开工作年度报告\n一、总体情况\n全年主动公开信息100条。\n"
    gxcheck.check(text.encode())
    assert set(patterns.made()) <= set(codes["patterns"])
