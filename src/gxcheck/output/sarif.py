"""Findings as SARIF 2.1.0 (OASIS), which code scanning services and editors read."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO, TypeAlias
from urllib.parse import quote

from msgspec.structs import replace

from gxcheck import __version__
from gxcheck.checking import Review
from gxcheck.document.model import Location
from gxcheck.output import Checked
from gxcheck.output.facts import RuleFacts, rule_facts, rules_of
from gxcheck.output.harmless import json_text
from gxcheck.report.model import Report
from gxcheck.rules.model import Finding, Lang, Level
from gxcheck.rules.search.passages import passage_at

__all__ = ["write_sarif"]

Object: TypeAlias = "dict[str, object]"

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: Mapping[Level, str] = {"error": "error", "warning": "warning", "info": "note"}
_LANGUAGES: Mapping[Lang, str] = {"zh": "zh-CN", "en": "en"}
_FINGERPRINT = "gxcheck/v1"


def write_sarif(checked: Sequence[Checked], stream: TextIO, lang: Lang) -> None:
    """Write one run over all files; a file that could not be read is a notification of it."""
    run = _Run(lang)
    for one in checked:
        run.add(one)
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run.told()]}
    stream.write(json_text(log, indent=2) + "\n")


class _Run:
    """Gathers rules, files and results, which refer to each other by number."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._rules: dict[str, RuleFacts] = {}
        self._places: dict[str, int] = {}
        self._files: list[Object] = []
        self._results: list[Object] = []
        self._unread: list[Object] = []

    def add(self, one: Checked) -> None:
        """Take what became of one file."""
        result = one.result
        place: Object = {"uri": _uri(one.name), "index": len(self._files)}
        file: Object = {"location": {"uri": place["uri"]}}
        self._files.append(file)
        if not isinstance(result, Review):
            told = {"text": result.told(self._lang)}
            where = [{"physicalLocation": {"artifactLocation": place}}]
            self._unread.append({"level": "error", "message": told, "locations": where})
            return
        if result.report.document.source.encoding:
            file["encoding"] = result.report.document.source.encoding
        for outcome in result.outcomes:
            self._number(outcome.rule, result)
        for finding in result.findings:
            self._results.append(self._result(finding, result, place))
        for finding in result.accepted:
            accepted = self._result(finding, result, place)
            reason = result.reasons.get(finding.fingerprint, "")
            accepted["suppressions"] = [
                {"kind": "external", "status": "accepted", "justification": reason}
            ]
            self._results.append(accepted)

    def told(self) -> Object:
        """The run."""
        driver: Object = {
            "name": "gxcheck",
            "version": __version__,
            "semanticVersion": __version__,
            "language": _LANGUAGES[self._lang],
            "rules": [_rule(facts) for facts in self._rules.values()],
        }
        invocation: Object = {"executionSuccessful": not self._unread}
        if self._unread:
            invocation["toolExecutionNotifications"] = self._unread
        return {
            "tool": {"driver": driver},
            "language": _LANGUAGES[self._lang],
            "columnKind": "unicodeCodePoints",
            "invocations": [invocation],
            "artifacts": self._files,
            "results": self._results,
        }

    def _number(self, rule: str, review: Review, level: Level | None = None) -> int:
        """The number of a rule, which is listed where it is new, with the level it was seen at."""
        facts = self._rules.get(rule) or rule_facts(rule, rules_of(review), self._lang)
        self._rules[rule] = facts if facts.level or not level else replace(facts, level=level)
        return self._places.setdefault(rule, len(self._places))

    def _result(self, finding: Finding, review: Review, file: Object) -> Object:
        report, number = review.report, self._number(finding.rule, review, finding.level)
        told: Object = {
            "ruleId": finding.rule,
            "ruleIndex": number,
            "kind": "fail",
            "level": _LEVELS[finding.level],
            "message": {"text": "\n".join(filter(None, (finding.message, finding.advice)))},
            "locations": [_location(finding.location, report, file, finding)],
            "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
            "properties": {"basis": list(finding.basis), "values": finding.values},
        }
        if finding.related:
            related = (_location(place, report, file) for place in finding.related)
            told["relatedLocations"] = [
                {"id": number, **place} for number, place in enumerate(related, start=1)
            ]
        return told


def _rule(facts: RuleFacts) -> Object:
    told: Object = {
        "id": facts.id,
        "shortDescription": {"text": facts.title},
        "defaultConfiguration": {"level": _LEVELS[facts.level or "warning"]},
    }
    if facts.help:
        told["help"] = {"text": facts.help}
    if facts.basis:
        told["properties"] = {"basis": list(facts.basis)}
    return told


def _location(
    place: Location | None, report: Report, file: Object, finding: Finding | None = None
) -> Object:
    """A place: lines of a text, the page and box of a PDF, and always the part of the report."""
    physical: Object = {"artifactLocation": file}
    told: Object = {"physicalLocation": physical}
    if place is None:
        return told
    if place.line is not None:
        physical["region"] = _region(place, report)
    logical: Object = {"decoratedName": place.label} if place.label else {}
    if finding and finding.place:
        logical["fullyQualifiedName"] = finding.place
    if logical:
        told["logicalLocations"] = [logical]
    if place.page is not None:
        box = {"box": list(place.box)} if place.box else {}
        told["properties"] = {"page": place.page, **box}
    return told


def _region(place: Location, report: Report) -> Object:
    """Lines and columns from 1, the offset in characters, and the words there."""
    region: Object = {"startLine": place.line, "startColumn": place.column or 1}
    whole = passage_at(report.document, place)
    end = whole.place(len(whole.text), len(whole.text))
    if end.line is not None and end.column is not None:
        region["endLine"], region["endColumn"] = end.line, end.column
    if place.offset is not None and end.offset is not None:
        region["charOffset"], region["charLength"] = place.offset, end.offset - place.offset
    if whole.text:
        region["snippet"] = {"text": whole.text}
    return region


def _uri(name: str) -> str:
    """The file's URI, relative where its name is."""
    if name == "-":
        return "stdin"
    path = Path(name)
    absolute = f"file://{'' if os.sep == '/' else '/'}" if path.is_absolute() else ""
    return absolute + quote(os.fsencode(path.as_posix()))
