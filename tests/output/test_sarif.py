"""SARIF 2.1.0: valid by the official schema, with exact regions, in every input's manner."""

import json

import jsonschema
import pytest
from checked_reports import BOUND, DATA, HOSTILE, SMALL, checked, hostile, review, text

import form_files
import gxcheck
from form_reports import REPORTS
from gxcheck.document.model import Location
from gxcheck.output import Checked

SCHEMA = json.loads((DATA / "sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def run(given=None, lang="zh"):
    log = json.loads(text("sarif", given, lang))
    VALIDATOR.validate(log)
    (one,) = log["runs"]
    return one


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_keeps_to_the_official_schema(lang):
    run(checked(lang), lang)
    run([])


def test_a_result_has_rule_level_message_and_fingerprint():
    one = run()
    first = one["results"][0]
    finding = review().findings[0]
    assert (
        one["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == finding.rule
    )
    assert first["level"] == "warning"
    assert first["message"]["text"] == finding.message
    assert first["partialFingerprints"] == {"gxcheck/v1": finding.fingerprint}


def test_a_region_is_the_quote_in_the_file():
    first, second = run()["results"][:2]
    content = SMALL.read_text("utf-8")
    for result, quote in ((first, "*30*"), (second, "2")):
        region = result["locations"][0]["physicalLocation"]["region"]
        start = region["charOffset"]
        assert content[start : start + region["charLength"]] == quote == region["snippet"]["text"]
        line = content.split("\n")[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == quote
        assert region["endLine"] == region["startLine"]


def test_a_place_has_its_meaning_too():
    second = run()["results"][1]
    assert second["locations"][0]["logicalLocations"] == [
        {
            "decoratedName": "第39行 表三“行政复议”栏“总计”列",
            "fullyQualifiedName": "reviews.total",
        }
    ]
    assert [place["id"] for place in second["relatedLocations"]] == [1, 2, 3, 4]


def test_an_accepted_finding_is_suppressed_for_its_reason():
    (accepted,) = [one for one in run()["results"] if "suppressions" in one]
    assert accepted["ruleId"] == "our-signature"
    assert accepted["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "尚未签发"}
    ]


def test_a_file_that_could_not_be_read_is_told_of_the_run():
    (invocation,) = run()["invocations"]
    assert invocation["executionSuccessful"] is False
    (notice,) = invocation["toolExecutionNotifications"]
    assert notice["message"]["text"] == "文件是空的。请重新保存。"
    assert run(checked()[:1])["invocations"] == [{"executionSuccessful": True}]


def test_names_are_uris():
    uris = [file["location"]["uri"] for file in run()["artifacts"]]
    assert uris == ["drafts/%E6%9F%B3%E6%B2%B3%20%E9%A6%86.txt", "%E7%A9%BA.docx"]
    names = {"/a/b.txt": "file:///a/b.txt", "-": "stdin", "a:b.txt": "a%3Ab.txt"}
    for name, uri in names.items():
        assert run([Checked(name, None, review())])["artifacts"][0]["location"]["uri"] == uri


def test_shipped_rules_come_with_help_basis_and_level():
    found = gxcheck.review(SMALL)
    rules = run([Checked("a.txt", None, found)])["tool"]["driver"]["rules"]
    balance = next(rule for rule in rules if rule["id"] == "reviews-total")
    assert balance["defaultConfiguration"]["level"] == "error"
    assert balance["shortDescription"]["text"]
    assert "依据：" in balance["help"]["text"]
    assert balance["properties"]["basis"]
    assert {rule["id"] for rule in rules} == set(gxcheck.load_rules().ids)


def test_word_has_the_part_of_the_report():
    found = gxcheck.review(form_files.docx(REPORTS["department-2019-faults"]()))
    results = run([Checked("a.docx", None, found)])["results"]
    assert results
    for result in results:
        (location,) = result["locations"]
        assert location["physicalLocation"].keys() == {"artifactLocation"}
        assert location["logicalLocations"][0]["decoratedName"]


def test_pdf_has_page_and_box():
    place = Location(3, page=2, box=(10.0, 20.0, 30.5, 40.0), label="第2页")
    findings = tuple(one.model_copy(update={"location": place}) for one in review().findings)
    found = review().model_copy(update={"findings": findings})
    (location,) = run([Checked("a.pdf", None, found)])["results"][0]["locations"]
    assert location["properties"] == {"page": 2, "box": [10.0, 20.0, 30.5, 40.0]}
    assert "region" not in location["physicalLocation"]


def test_hostile_text_stays_text():
    written = text("sarif", hostile())
    VALIDATOR.validate(json.loads(written))
    assert "\u202e" not in written
    assert json.loads(written)["runs"][0]["results"][0]["message"]["text"].startswith(HOSTILE)
    assert "sarif" in BOUND
