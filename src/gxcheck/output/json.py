"""The review of one or several files as JSON, and its schema."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO

from pydantic import BaseModel, ConfigDict

from gxcheck.acceptances import StaleAcceptance
from gxcheck.checking import Review
from gxcheck.output import Checked
from gxcheck.output.harmless import json_text
from gxcheck.report.model import OrganKind
from gxcheck.rules.model import Finding, Lang, Outcome

__all__ = [
    "CheckedFile",
    "CheckedFiles",
    "ReportSummary",
    "checked_file",
    "findings_schema",
    "write_json",
]


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ReportSummary(_Shape):
    """Which report was checked."""

    title: str | None
    organ: str | None
    kind: OrganKind
    year: int | None
    edition: int


class CheckedFile(_Shape):
    """What came of one file. `error` says why it could not be checked; then the rest is empty.

    `reasons` tells by fingerprint why findings are `accepted`, `stale` which acceptances do
    nothing.
    """

    file: str
    error: str | None = None
    report: ReportSummary | None = None
    findings: tuple[Finding, ...] = ()
    accepted: tuple[Finding, ...] = ()
    reasons: dict[str, str] = {}
    stale: tuple[StaleAcceptance, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


class CheckedFiles(_Shape):
    """The output of `gxcheck check --format json`."""

    files: tuple[CheckedFile, ...]


def checked_file(name: str, review: Review) -> CheckedFile:
    """The review of the file `name`."""
    report = review.report
    summary = ReportSummary.model_construct(
        title=report.title.text if report.title else None,
        organ=report.organ.name,
        kind=report.organ.kind,
        year=report.year,
        edition=report.edition,
    )
    return CheckedFile.model_construct(
        file=name,
        report=summary,
        findings=review.findings,
        accepted=review.accepted,
        reasons=review.reasons,
        stale=review.stale,
        outcomes=review.outcomes,
    )


def write_json(checked: Sequence[Checked], stream: TextIO, lang: Lang) -> None:
    """Write the results of all files, indented, as one JSON object."""
    files = tuple(_file(one, lang) for one in checked)
    whole = CheckedFiles.model_construct(files=files).model_dump(mode="json")
    stream.write(json_text(whole, indent=2) + "\n")


def _file(one: Checked, lang: Lang) -> CheckedFile:
    if isinstance(one.result, Review):
        return checked_file(one.name, one.result)
    return CheckedFile.model_construct(file=one.name, error=one.result.told(lang))


def findings_schema() -> dict[str, Any]:
    """The JSON Schema of the output."""
    return CheckedFiles.model_json_schema(mode="serialization")
