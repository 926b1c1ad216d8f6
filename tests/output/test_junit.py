"""JUnit XML: as build servers read it, golden, and with what XML cannot hold left out."""

import re

import pytest
from checked_reports import DATA, checked, golden, hostile, review, text
from lxml import etree

SCHEMA = etree.XMLSchema(etree.parse(DATA / "junit.xsd"))


def tree(given=None, lang="zh"):
    root = etree.fromstring(text("junit", given, lang).encode())
    SCHEMA.assertValid(root)
    return root


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_golden(lang):
    written = text("junit", checked(lang), lang)
    written = re.sub(r'timestamp="[^"]*"', 'timestamp="2025-01-02T03:04:05"', written)
    golden(f"small.{lang}.xml", written)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_keeps_to_the_schema(lang):
    tree(checked(lang), lang)
    tree([])


def test_a_suite_is_a_report_and_counts_its_cases():
    report, unread = tree()
    cases = report.findall("testcase")
    assert report.get("tests") == str(len(cases))
    assert {name: len(report.findall(f"testcase/{name}")) for name in ("failure", "skipped")} == {
        "failure": len(review().findings),
        "skipped": 3,
    }
    assert report.get("failures") == "2"
    assert unread.get("errors") == "1"
    assert unread.find("testcase/error").get("message") == "文件是空的。请重新保存。"


def test_a_finding_tells_level_message_place_and_advice():
    failure = tree()[0].find("testcase[@classname='our-total']/failure")
    assert failure.get("type") == "error"
    assert failure.get("message") == "合计 2，各项之和 1"
    assert failure.text.split("\n") == [
        "第39行 表三“行政复议”栏“总计”列",
        "2",
        "核对台账",
        "通行做法",
    ]


def test_hostile_text_is_text():
    root = tree(hostile())
    failure = root[0].find("testcase/failure")
    assert failure.get("message").startswith("<script>x()</script> ]]> =HYPERLINK(")
    assert not {"script", "img"} & {element.tag for element in root.iter()}
    assert "\x07" not in failure.text
